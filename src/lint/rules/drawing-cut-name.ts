/** Names that the picture cannot show whole. */
import { quote } from '../../base/quote.js';
import type { TextRun } from '../../model/scene.js';
import type { Text } from '../../model/text.js';
import { defineRule, type Finding } from '../rule.js';

export const drawingCutName = defineRule({
  id: 'drawing-cut-name',
  group: 'drawing',
  summary: 'A name that the picture cannot show whole',
  severity: 'warning',
  level: 'none',
  needs: 'drawing',
  why:
    'Where a text does not fit, the picture ends it with "…": on paper nobody can read on, and two names that begin alike look the same. ' +
    'Make it shorter, and put the rest into the description or the steps.',
  bad: `trackflow: 1
title: Lead intake
owners:
  sales: {name: Sales}
phases:
  tender:
    name: Preparing, reviewing, signing and filing all of our tenders # ✗
  after: {name: After sales}
nodes:
  start: {type: start, name: Inquiry arrives, phase: tender, owner: sales, next: call}
  call: {name: Call the customer, phase: after, owner: sales, next: done}
  done: {type: end, name: Lead recorded, phase: after, owner: sales}
`,
  good: `trackflow: 1
title: Lead intake
owners:
  sales: {name: Sales}
phases:
  tender:
    name: Tender
    description: Preparing, reviewing, signing and filing all of our tenders
  after: {name: After sales}
nodes:
  start: {type: start, name: Inquiry arrives, phase: tender, owner: sales, next: call}
  call: {name: Call the customer, phase: after, owner: sales, next: done}
  done: {type: end, name: Lead recorded, phase: after, owner: sales}
`,
  *check({ process, drawing, facts, at }): Iterable<Finding> {
    if (drawing === undefined) return;
    const { nodes, bands, edges } = drawing.scene;
    const hint = 'Make it shorter.';
    for (const { id, runs } of nodes) {
      const node = facts.node(id);
      const shown = cut(
        runs.filter(({ role }) => role === 'node'),
        node?.name ?? {},
      );
      if (node && shown !== undefined)
        yield { message: `The picture shows ${quote(shown)} only.`, at: at(node, 'name'), hint };
    }
    for (const { id, kind, runs } of bands) {
      const owner = kind === 'phase' ? process.phases.find((phase) => phase.id === id) : facts.owner(id);
      const shown = cut(runs, owner?.name ?? {});
      if (owner && shown !== undefined)
        yield { message: `The picture shows ${quote(shown)} only.`, at: at(owner, 'name'), hint };
    }
    for (const { id, label } of edges) {
      const edge = process.edges.find((each) => each.id === id);
      const shown = cut(label?.runs ?? [], edge?.when ?? {});
      if (edge?.when && shown !== undefined) {
        yield { message: `The picture shows ${quote(shown)} only.`, at: at(edge, 'when'), hint };
      }
    }
  },
});

/** What is left of a text that was cut. Only what the text goes on with shows that: dots may be the author's own. */
function cut(runs: readonly TextRun[], text: Text): string | undefined {
  // Where lines of Chinese end, there was no space.
  const shown = runs.reduce((line, run) => line + (/[^\p{Script=Han}]$/u.test(line) ? ' ' : '') + run.text, '');
  if (!/(?:…|\.{3})$/u.test(shown)) return undefined;
  const [left, ...whole] = [shown, ...Object.values(text)].map(bare);
  return left !== undefined && whole.some((one) => one !== left && one.startsWith(left)) ? shown : undefined;
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?:…|\.{3})$/u, '')
    .replace(/\s+/gu, '');
}
