/**
 * The front matter: title, and everything pinned that a later Mermaid might decide otherwise, so that the same text stays the same
 * picture (version 12, for one, lays flowcharts out with another engine unless told).
 */
import type { RenderOptions } from '../format.js';
import { yamlString } from '../../base/mermaid-text.js';
import { pageOf } from './style.js';

export function header(
  title: string,
  diagram: 'flowchart' | 'swimlane-beta',
  options: RenderOptions,
): readonly string[] {
  const variables = Object.entries(pageOf(options.theme).variables).map(
    ([name, value]) => `    ${name}: ${typeof value === 'string' ? JSON.stringify(value) : String(value)}`,
  );
  return [
    '---',
    `title: ${yamlString(title)}`,
    'config:',
    // swimlane-beta is a layout itself.
    ...(diagram === 'flowchart' ? ['  layout: dagre'] : []),
    '  look: classic',
    '  theme: base',
    '  themeVariables:',
    ...variables,
    '  flowchart:',
    '    htmlLabels: true',
    '    curve: basis',
    '    nodeSpacing: 40',
    '    rankSpacing: 44',
    '    padding: 12',
    '    wrappingWidth: 200',
    '    subGraphTitleMargin: {top: 0, bottom: 6}',
    // Lanes of swimlane-beta begin above where a flowchart's first node would: a title at the usual height lands on their heads.
    `    titleTopMargin: ${diagram === 'flowchart' ? 25 : 50}`,
    '---',
  ];
}
