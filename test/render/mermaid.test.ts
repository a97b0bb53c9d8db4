/** Mermaid text, judged by Mermaid's own parser: the same nodes, edges, lanes and labels as the view, whatever the labels say. */
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../src/base/printable.js';
import type { Process } from '../../src/model/process.js';
import type { View } from '../../src/model/view.js';
import type { RenderOptions } from '../../src/render/format.js';
import { mermaid } from '../../src/render/formats/mermaid.js';
import { decodeLabel, label } from '../../src/base/mermaid-text.js';
import { namer } from '../../src/render/mermaid/ids.js';
import { themes } from '../../src/render/themes/index.js';
import { project, views } from '../../src/view/index.js';
import { edge, node, owner, process, rich, text } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';
import { configuration, parse } from './mermaid-parser.js';
import { expectSame, frontMatter } from './same-diagram.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };
const swimlanes: RenderOptions = { ...options, mermaidDiagram: 'swimlane-beta' };

const viewOf = (of: Process, id: View['id'], direction: View['direction'] = 'auto'): View =>
  project(of, id, { language: 'zh', direction, childLink: (file) => file.replace('.flow.yaml', '.mmd') });

describe('the rich process', () => {
  it.each(
    views.flatMap(({ id }) => (['flowchart', 'swimlane-beta'] as const).map((diagram) => [id, diagram] as const)),
  )('is understood as it is meant: %s as %s', async (id, diagram) => {
    for (const direction of ['auto', 'right', 'down'] as const) {
      await expectSame(viewOf(rich, id, direction), { ...options, mermaidDiagram: diagram });
    }
  });

  it('is a swimlane diagram by option, but only where there are lanes', async () => {
    expect((await parse(mermaid.render(viewOf(rich, 'swimlane'), swimlanes))).type).toBe('swimlane');
    expect((await parse(mermaid.render(viewOf(rich, 'swimlane'), options))).type).toBe('flowchart-v2');
    expect((await parse(mermaid.render(viewOf(rich, 'flow'), swimlanes))).type).toBe('flowchart-v2');
  });

  it('has a shape and a class for each type', async () => {
    const { vertices, subGraphs } = await parse(mermaid.render(viewOf(rich, 'swimlane'), options));
    const looks = vertices.map(({ id, type, classes }) => [id, type, ...classes]);
    expect(looks).toEqual(
      expect.arrayContaining([
        ['n_start', 'stadium', 'start'],
        ['n_won', 'stadium', 'success'],
        ['n_lost', 'stadium', 'failure'],
        ['n_capture', 'round', 'manual'],
        ['n_approve', 'round', 'approval'],
        ['n_mail', 'round', 'notify'],
        ['n_interested', 'diamond', 'decision'],
        ['n_split', 'square', 'bar'],
        ['n_pause', 'hexagon', 'wait'],
        ['n_aftercare', 'subroutine', 'subflow', 'clickable'],
      ]),
    );
    expect(subGraphs.map(({ id, classes }) => [id, ...classes])).toEqual(
      expect.arrayContaining([
        ['lane_customer', 'external'],
        ['lane_service', 'lane'],
        ['group_sales', 'group'],
      ]),
    );
  });

  it('has a shape for stores, parties and phases', async () => {
    const looks = async (id: View['id']): Promise<readonly (readonly string[])[]> =>
      (await parse(mermaid.render(viewOf(rich, id), options))).vertices.map((vertex) => [
        vertex.id,
        vertex.type,
        ...vertex.classes,
      ]);
    expect(await looks('data-flow')).toEqual(
      expect.arrayContaining([
        ['n_store_3a_crm', 'cylinder', 'store'],
        ['n_party_3a_customer', 'square', 'party'],
        ['n_capture', 'round', 'manual'],
      ]),
    );
    expect(await looks('overview')).toEqual(
      expect.arrayContaining([
        ['n_phase_3a_attract', 'square', 'phase'],
        ['n_end_3a_success', 'stadium', 'success'],
      ]),
    );
  });

  it('links a subflow to its picture and nothing else', async () => {
    const { vertices } = await parse(mermaid.render(viewOf(rich, 'flow'), options));
    expect(vertices.flatMap(({ id, link }) => (link === undefined ? [] : [[id, link]]))).toEqual([
      ['n_aftercare', 'flows/after-sales.mmd'],
    ]);
  });

  it('pins what a later Mermaid might decide otherwise', async () => {
    const source = mermaid.render(viewOf(rich, 'swimlane'), options);
    expect(frontMatter(source).config).toMatchObject({ layout: 'dagre', look: 'classic', theme: 'base' });
    expect(await configuration(source)).toMatchObject({
      layout: 'dagre',
      look: 'classic',
      theme: 'base',
      themeVariables: { lineColor: '#46556d' },
    });
    expect(frontMatter(mermaid.render(viewOf(rich, 'swimlane'), swimlanes)).config).not.toHaveProperty('layout');
    for (const { id, roles } of themes) {
      const themed = mermaid.render(viewOf(rich, 'flow'), { ...options, theme: id });
      expect(themed).toContain(`darkMode: ${String(id === 'dark')}`);
      expect(themed).toContain(`lineColor: "${roles.line}"`);
    }
  });

  it('names the phases beside their nodes', () => {
    expect(mermaid.render(viewOf(rich, 'swimlane'), options)).toContain('%% 获客\n  n_start');
  });
});

describe('ids', () => {
  it('are readable, unique, stable and no words of the grammar', () => {
    const name = namer('n');
    expect(['follow-up', 'follow_up', '跟进', 'end', 'a"]b', '客户😀', '', 'follow-up'].map(name)).toEqual([
      'n_follow_up',
      'n_follow_up_2',
      'n_跟进',
      'n_end',
      'n_a_22__5d_b',
      'n_客户_1f600_',
      'n_',
      'n_follow_up',
    ]);
  });

  it('survive as nodes and owners', async () => {
    const words = [
      'end',
      'style',
      'class',
      'graph',
      'subgraph',
      'click',
      'call',
      'href',
      'linkStyle',
      'default',
      'o',
      'x',
      '__proto__',
      'direction',
      'TB',
      '结束',
      '-',
      '--',
      'a b',
      'v',
    ];
    const all = process({
      owners: words.map((id) => owner(id)),
      nodes: words.map((id) => node(id, { type: 'task', owner: id })),
      edges: words.map((id, index) => edge(id, words[(index + 1) % words.length] ?? id)),
    });
    await expectSame(viewOf(all, 'swimlane'), options);
    await expectSame(viewOf(all, 'flow'), options);
    await expectSame(viewOf(all, 'swimlane'), swimlanes);
  });
});

describe('hostile labels stay labels', () => {
  const sets = [
    ['our own', hostileStrings],
    ['the naughty strings (skipped where the corpus is absent)', naughtyStrings],
  ] as const;

  it.each(sets)('escape and decode: %s', (_, strings) => {
    for (const hostile of strings ?? []) {
      const line = oneLine(hostile);
      expect(decodeLabel(label(line))).toBe(line);
      expect(label(line)).toMatch(/^[^"<>`\\%{}|[\]:\n]*$/u);
    }
  });

  describe.each(sets)('%s', (_, strings) => {
    // One diagram for many strings: if it parses and every label comes back, none of them leaked.
    it.skipIf(strings === undefined)('as names, conditions, owners and phases', { timeout: 120_000 }, async () => {
      const batch = 40;
      for (let from = 0; from < (strings ?? []).length; from += batch) {
        const some = (strings ?? []).slice(from, from + batch);
        const all = process({
          title: text(some[0] ?? '', ''),
          owners: some.map((hostile, index) => owner(`o${index}`, { name: text(hostile, '') })),
          phases: some.map((hostile, index) => ({
            id: `p${index}`,
            span: rich.span,
            name: text(hostile, ''),
            entry: [],
            exit: [],
          })),
          nodes: some.map((hostile, index) =>
            node(`x${index}`, { type: 'decision', name: text(hostile, ''), owner: `o${index}`, phase: `p${index}` }),
          ),
          edges: some.map((hostile, index) =>
            edge(`x${index}`, `x${(index + 1) % some.length}`, { when: text(hostile, '') }),
          ),
        });
        await expectSame(viewOf(all, 'swimlane'), options);
        await expectSame(viewOf(all, 'flow'), options);
      }
    });

    it.skipIf(strings === undefined)('as title and as id', { timeout: 120_000 }, async () => {
      for (const hostile of strings ?? []) {
        const one = process({
          title: text(hostile, ''),
          owners: [owner(hostile)],
          nodes: [node(hostile, { type: 'task', owner: hostile })],
        });
        await expectSame(viewOf(one, 'swimlane'), options);
      }
    });
  });

  it('mixed, in every text of the rich process', { timeout: 60_000 }, async () => {
    const strings = [...hostileStrings, ...(naughtyStrings ?? [])];
    let turn = 0;
    for (let round = 0; round < 20; round += 1) {
      const told = retold(rich, () => strings[((turn += 1) * 37) % strings.length] ?? '');
      await expectSame(viewOf(told, 'swimlane'), options);
      await expectSame(viewOf(told, 'swimlane'), swimlanes);
      await expectSame(viewOf(told, 'data-flow'), options);
      await expectSame(viewOf(told, 'overview'), options);
    }
  });

  it('in links', async () => {
    for (const href of [
      'a" onclick="x',
      'a b.mmd',
      '售后/流程.mmd',
      "x'); alert(1)",
      'a%20b.mmd',
      'a#b;c.mmd',
      '%%{init}%%.mmd',
      '100%.mmd',
      'a.mmd#part',
    ]) {
      const view = project(rich, 'flow', { language: 'zh', direction: 'auto', childLink: () => href });
      const { vertices, edges } = await parse(mermaid.render(view, options));
      expect([vertices.length, edges.length]).toEqual([rich.nodes.length, rich.edges.length]);
      // Mermaid has decoded it by now, and sets it as an attribute through the DOM.
      expect(vertices.find(({ id }) => id === 'n_aftercare')?.link).toBe(href.replace('%20', ' '));
    }
  });
});
