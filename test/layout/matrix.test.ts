/** Pictures of matrices: nothing overlaps, nothing is cut off, and pages hold all rows. */
import { describe, expect, it } from 'vitest';
import { measure } from '../../src/base/text/measure.js';
import { layoutMatrix, layoutMatrixOnPaper } from '../../src/layout/index.js';
import { matrixIds } from '../../src/model/matrix.js';
import type { Box, Scene, SceneCell, TextRun } from '../../src/model/scene.js';
import { tabulate } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { node, process, rich } from '../fixtures/process.js';

const cellsOf = ({ table }: Scene): readonly SceneCell[] => table?.rows.flat() ?? [];
const inside = (inner: Box, outer: Box, air = 0.01): boolean =>
  inner.x >= outer.x - air &&
  inner.y >= outer.y - air &&
  inner.x + inner.width <= outer.x + outer.width + air &&
  inner.y + inner.height <= outer.y + outer.height + air;

function boxOf({ x, y, anchor, width, size }: TextRun): Box {
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { x: left, y: y - size * 0.8, width, height: size };
}

function expectSound(scene: Scene): void {
  const { table } = scene;
  const page: Box = { x: 0, y: 0, width: scene.width, height: scene.height };
  const cells = cellsOf(scene);
  // The cells fill the frame, and do so without overlap: their areas are its area.
  const area = cells.reduce((sum, { box }) => sum + box.width * box.height, 0);
  if (table !== undefined && table.rows.length > 1) expect(area).toBeCloseTo(table.frame.width * table.frame.height, 3);
  for (const cell of cells) {
    expect(inside(cell.box, table?.frame ?? page)).toBe(true);
    for (const run of cell.runs) {
      expect(run.width).toBeCloseTo(measure(run.text, run.size, run.weight), 6);
      expect(inside(boxOf(run), cell.box), `${run.text} in ${cell.label}`).toBe(true);
    }
    for (const mark of cell.marks) {
      expect(inside(mark.box, cell.box), `${mark.text} in ${cell.label}`).toBe(true);
      expect(inside(boxOf(mark.run), mark.box)).toBe(true);
    }
  }
  for (const run of [...scene.heading, ...(table?.notes ?? []), ...(table?.legend.map((entry) => entry.run) ?? [])])
    expect(inside(boxOf(run), page), run.text).toBe(true);
}

describe.each(examples.flatMap(([path, flow]) => flow.languages.map((language) => [path, language, flow] as const)))(
  '%s in %s',
  (_, language, flow) => {
    it.each(matrixIds)('%s is whole and tidy', (id) => {
      const scene = layoutMatrix(tabulate(flow, id, { language }));
      expectSound(scene);
      expect(scene.width).toBeLessThanOrEqual(1240 + 2 * 24 + 200);
    });
  },
);

it('says in a picture that there is nothing to list', () => {
  const scene = layoutMatrix(tabulate(process({ nodes: [node('a', { type: 'start' })] }), 'kpi', { language: 'en' }));
  expectSound(scene);
  expect(cellsOf(scene).map(({ label }) => label)).toEqual(['The process has no performance indicators.']);
});

it('breaks words that are wider than any column', () => {
  const long = 'x'.repeat(400);
  const scene = layoutMatrix(
    tabulate(
      process({ nodes: [], kpis: [{ ...rich.kpis[0], name: { zh: long } } as (typeof rich.kpis)[number]] }),
      'kpi',
      { language: 'zh' },
    ),
  );
  expectSound(scene);
  const drawn = cellsOf(scene).find(({ kind }) => kind === 'head');
  expect(drawn?.runs.map(({ text }) => text).join('')).toBe(long);
});

describe('on paper', () => {
  const flow = examples.find(([path]) => path.endsWith('guanghui.flow.yaml'))?.[1] ?? rich;
  const dictionary = tabulate(flow, 'data-dictionary', { language: 'zh' });
  const rows = dictionary.groups.flatMap((group) => group.rows).length;

  it('has every row once, each page with the headers, and the notes at the end', () => {
    const scenes = layoutMatrixOnPaper(dictionary, 'a4-landscape');
    expect(scenes.length).toBeGreaterThan(2);
    scenes.forEach(expectSound);
    const fields = scenes.flatMap((scene) => cellsOf(scene).filter(({ kind }) => kind === 'head'));
    expect(fields).toHaveLength(rows);
    for (const scene of scenes.filter(({ table }) => (table?.rows.length ?? 0) > 0))
      expect(
        cellsOf(scene)
          .filter(({ kind }) => kind === 'header')
          .map(({ label }) => label),
      ).toEqual(dictionary.columns.map(({ header }) => header));
    expect(scenes.map(({ table }) => table?.legend.length)).toEqual([
      ...scenes.slice(1).map(() => 0),
      dictionary.legend.length,
    ]);
    // No heading of a group stands alone at the foot of a page.
    for (const { table } of scenes) expect(table?.rows.at(-1)?.[0]?.kind).not.toBe('band');
  });

  it.each(['a4', 'a3-portrait', 'letter-landscape'] as const)('fits on %s', (format) => {
    for (const id of matrixIds)
      for (const { page, width, height } of layoutMatrixOnPaper(tabulate(flow, id, { language: 'en' }), format)) {
        if (page === undefined) throw new Error('no page');
        const { paper, scale } = page;
        expect((width - 48) * scale).toBeLessThanOrEqual(paper.width - 2 * paper.margin + 0.01);
        expect((height - 48) * scale).toBeLessThanOrEqual(paper.height - 2 * paper.margin + 0.01);
      }
  });

  it('takes one sheet where it can be read there', () => {
    const [scene, ...more] = layoutMatrixOnPaper(tabulate(flow, 'raci', { language: 'zh' }), 'a4');
    expect(more).toEqual([]);
    expect(11 * (scene?.page?.scale ?? 0)).toBeGreaterThan(6.4);
  });
});
