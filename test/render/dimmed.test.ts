/** What is only context stands back, and can still be read and followed, in every theme. */
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.js';
import { paintsOf } from '../../src/render/svg/palette.js';
import { svg } from '../../src/render/formats/svg.js';
import { contrast } from '../../src/render/theme/contrast.js';
import { themes } from '../../src/render/themes/index.js';
import { project } from '../../src/view/index.js';
import { rich } from '../fixtures/process.js';

describe.each(themes.map(({ id }) => id))('%s', (theme) => {
  it('has dimmed lines of at least 3:1, paler than the others, and dimmed text of 4.5:1', () => {
    const paints = paintsOf(theme);
    const of = (name: string, key: 'fill' | 'stroke'): string => paints.get(name)?.[key] ?? '';
    for (const ground of ['page', 'lane', 'lane-odd']) {
      const pale = contrast(of('line-dimmed', 'stroke'), of(ground, 'fill'));
      expect(pale, ground).toBeGreaterThanOrEqual(3);
      expect(pale).toBeLessThan(contrast(of('line', 'stroke'), of(ground, 'fill')));
      expect(contrast(of('dimmed', 'stroke'), of(ground, 'fill'))).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(of('muted', 'fill'), of('dimmed', 'fill'))).toBeGreaterThanOrEqual(4.5);
    for (const name of ['store', 'party', 'phase'])
      for (const text of ['text', 'muted'])
        expect(contrast(of(text, 'fill'), of(name, 'fill')), `${text} on ${name}`).toBeGreaterThanOrEqual(4.5);
  });
});

it('draws what is around a part with the dimmed paints and nothing else with them', async () => {
  const view = project(rich, 'swimlane', { language: 'en', direction: 'right', filter: { phase: 'keep' } });
  const drawn = svg.render(await layout(view), { language: 'en', theme: 'light', mermaidDiagram: 'flowchart' });
  const text = typeof drawn === 'string' ? drawn : '';
  const group = (kind: 'node' | 'edge', id: string): string =>
    new RegExp(`<g data-${kind}="${id.replace('>', '&gt;')}".*?</g>`, 'su').exec(text)?.[0] ?? '';
  expect(group('node', 'reply')).toContain('class="dimmed"');
  expect(group('node', 'aftercare')).not.toContain('dimmed');
  expect(group('edge', 'reply->aftercare')).toContain('class="line-dimmed"');
  expect(group('edge', 'aftercare->won')).not.toContain('dimmed');
});
