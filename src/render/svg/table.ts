/** A matrix as SVG elements: its cells row by row, as a table to screen readers, its marks as chips. */
import { block, element, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { SceneCell, SceneMark, SceneTable } from '../../model/scene.js';
import { safeLink } from './node.js';
import { textRun } from './text-run.js';
import { hueCount } from './palette.js';

/** Rights that lie idle and people who are only told are drawn with a broken outline, so that shape says it too. */
const dashed = new Set<SceneMark['tone']>(['idle', 'informed']);

function chip({ tone, box, run }: SceneMark): XmlElement[] {
  const { x, y, width, height } = box;
  return [
    element('rect', {
      class: `chip-${tone}`,
      x: x + 0.6,
      y: y + 0.6,
      width: width - 1.2,
      height: height - 1.2,
      // Whoever answers is told apart by a round chip.
      rx: tone === 'accountable' ? height / 2 - 0.6 : 4,
      'stroke-width': 1.2,
      ...(dashed.has(tone) && { 'stroke-dasharray': '3 2' }),
    }),
    textRun(run, `chip-${tone}-text`),
  ];
}

function groundOf({ kind, hue }: SceneCell): string {
  if (kind === 'header' && hue !== undefined) return `hue-${hue % hueCount}`;
  if (kind === 'span' || kind === 'header') return 'phase-header';
  return kind === 'band' ? 'lane-odd' : 'cell';
}

const roles = {
  span: 'columnheader',
  header: 'columnheader',
  band: 'rowheader',
  head: 'rowheader',
  cell: 'cell',
} as const;

function drawCell(cell: SceneCell): XmlElement {
  const { box, runs, marks, label, title } = cell;
  const { x, y, width, height } = box;
  const href = safeLink(cell.href);
  const texts: XmlChild[] = [
    ...marks.map((mark) => element('g', {}, element('title', {}, mark.title), ...chip(mark))),
    ...runs.map((run) => textRun(run, run.role === 'caption' ? 'muted' : 'text')),
  ];
  return block(
    'g',
    { role: roles[cell.kind], 'aria-label': label },
    title === undefined ? undefined : element('title', {}, title),
    element('rect', { class: groundOf(cell), x, y, width, height }),
    element('rect', { class: 'border', x, y, width, height, 'stroke-width': 1 }),
    ...(href === undefined ? texts : [block('a', { href, 'aria-label': label }, ...texts)]),
  );
}

export function drawTable({ frame, rows, legend, notes }: SceneTable, title: string): XmlElement {
  const { x, y, width, height } = frame;
  return block(
    'g',
    {},
    block(
      'g',
      { role: 'table', 'aria-label': title },
      ...rows.map((row) => block('g', { role: 'row' }, ...row.map(drawCell))),
    ),
    // A page may have notes alone.
    height > 0 ? element('rect', { class: 'frame', x, y, width, height, rx: 3, 'stroke-width': 1.5 }) : undefined,
    ...legend.map(({ mark, run }) => block('g', {}, ...chip(mark), textRun(run, 'muted'))),
    ...notes.map((run) => textRun(run, 'muted')),
  );
}
