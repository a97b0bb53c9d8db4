/** What must hold of the Mermaid text of any view: Mermaid understands what the view says. */
import { expect } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { View } from '../../src/model/view.js';
import type { RenderOptions } from '../../src/render/format.js';
import { mermaid } from '../../src/render/formats/mermaid.js';
import { namer } from '../../src/render/mermaid/ids.js';
import { parse } from './mermaid-parser.js';

export const frontMatter = (source: string): { title: string; config: Record<string, unknown> } =>
  parseYaml(/^---\n(.*?)\n---\n/su.exec(source)?.[1] ?? '') as { title: string; config: Record<string, unknown> };

/** Parses what we write for the view and compares everything. */
export async function expectSame(view: View, chosen: RenderOptions): Promise<void> {
  const source = mermaid.render(view, chosen);
  const { vertices, edges, subGraphs, accTitle, accDescription, classes, direction } = await parse(source);
  const nodeId = namer('n');
  const laneId = namer('lane');
  const ids = new Map(view.nodes.map(({ id }) => [id, nodeId(id)]));

  const byId = new Map(vertices.map((vertex) => [vertex.id, vertex]));
  expect([...byId.keys()].sort()).toEqual([...ids.values()].sort());
  for (const { id, type, name, caption, details = [], badges } of view.nodes) {
    const treatment = type === 'store' ? badges.map(({ title }) => title).join(' · ') : '';
    const vertex = byId.get(ids.get(id) ?? '');
    expect(vertex?.text).toBe([name, caption, ...details, treatment].filter((line) => line !== '').join('\n'));
    // Mermaid's own class for what has a link.
    expect(vertex?.classes.filter((used) => used !== 'clickable' && !classes.includes(used))).toEqual([]);
  }
  expect(edges).toEqual(
    view.edges.map((shown) => ({
      start: ids.get(shown.from),
      end: ids.get(shown.to),
      text: [shown.label, (shown.marks ?? []).map(({ title }) => title).join(' · ')]
        .filter((line) => line !== '')
        .join('\n'),
      stroke: shown.kind === 'timeout' ? 'dotted' : 'normal',
    })),
  );
  const lanes = subGraphs.filter(({ id }) => id.startsWith('lane_'));
  expect(new Map(lanes.map(({ id, title, nodes }) => [id, [title, [...nodes].sort()]]))).toEqual(
    new Map(
      view.lanes.map((lane) => [
        laneId(lane.id),
        [
          lane.name,
          view.nodes
            .filter((shown) => shown.lane === lane.id)
            .map(({ id }) => ids.get(id))
            .sort(),
        ],
      ]),
    ),
  );
  const groups =
    chosen.mermaidDiagram === 'swimlane-beta'
      ? []
      : [...new Map(view.lanes.flatMap(({ group }) => (group ? [[group.id, group.name]] : [])))];
  expect(
    subGraphs
      .filter(({ id }) => !id.startsWith('lane_'))
      .map(({ title }) => title)
      .sort(),
  ).toEqual(groups.map(([, name]) => name).sort());
  expect(accTitle).toBe(view.title);
  expect(accDescription).toBe(view.description);
  expect(frontMatter(source).title).toBe(view.title.replaceAll('<', '＜'));
  expect(direction).toBe(view.direction === 'right' ? 'LR' : 'TB');
}
