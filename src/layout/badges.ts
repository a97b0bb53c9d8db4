/**
 * The badges of a node: measured and broken into rows before anything is placed, and drawn once the node has its place.
 *
 * Apart from the shapes, because a shape only asks how large its badges are. What a step does with stores stands below the others, one
 * use to a line: in a part of its own where the outline is a box, else among the rest.
 */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { Box, SceneBadge, TextRun } from '../model/scene.js';
import type { Badge } from '../model/view.js';

const size = 11;
const rowHeight = 18;
const icon = 12;
/** An arrow and a cylinder. */
const dataIcon = 24;
const afterIcon = 3;
const between = 8;
const lineHeight = 15;

const isData = ({ kind }: Badge): boolean => kind.startsWith('data-');
export const iconWidth = (kind: Badge['kind']): number => (kind.startsWith('data-') ? dataIcon : icon);

interface Fitted {
  readonly badge: Badge;
  readonly lines: readonly string[];
  readonly width: number;
}

/** A block of badges with its measures, px. */
export interface BadgeBlock {
  readonly rows: readonly (readonly Fitted[])[];
  readonly width: number;
  readonly height: number;
}

function fit(badge: Badge, limit: number, maxLines: number): Fitted {
  const own = iconWidth(badge.kind);
  if (badge.text === '') return { badge, lines: [], width: own };
  const maxWidth = limit - own - afterIcon;
  // Rather after the store than within the name of a group.
  const text = measure(badge.text, size, 400) > maxWidth ? badge.text.replace(' · ', ' ·\n') : badge.text;
  const { lines, width } = wrap(text, { size, weight: 400, maxWidth, maxLines });
  return { badge, lines, width: own + afterIcon + width };
}

const rowWidth = (row: readonly Fitted[]): number =>
  row.reduce((sum, { width }) => sum + width, 0) + Math.max(0, row.length - 1) * between;

/** As many to a row as fit, all of them in the given order. A badge that is wider than a row may reach as far as `most`, by itself. */
export function badgeRows(badges: readonly Badge[], limit: number, most = limit): BadgeBlock {
  const rows: Fitted[][] = [];
  for (const badge of badges) {
    const fitted = fit(badge, most, 1);
    const row = rows.at(-1);
    if (row !== undefined && rowWidth([...row, fitted]) <= limit) row.push(fitted);
    else rows.push([fitted]);
  }
  return { rows, width: Math.max(0, ...rows.map(rowWidth)), height: rows.length * rowHeight };
}

/** The lower part of a box: each use of a store by itself, over two lines where it has to be. */
export function dataRows(badges: readonly Badge[], limit: number): BadgeBlock {
  const rows = badges.map((badge) => [fit(badge, limit, 2)]);
  const lines = rows.reduce((sum, [only]) => sum + Math.max(1, only?.lines.length ?? 1), 0);
  const gaps = Math.max(0, rows.length - 1) * 3;
  return { rows, width: Math.max(0, ...rows.map(rowWidth)), height: rows.length === 0 ? 0 : lines * lineHeight + gaps };
}

export function splitBadges(badges: readonly Badge[]): {
  readonly row: readonly Badge[];
  readonly data: readonly Badge[];
} {
  return { row: badges.filter((badge) => !isData(badge)), data: badges.filter(isData) };
}

function runsOf({ badge, lines }: Fitted, x: number, baseline: number): TextRun[] {
  return lines.map((text, line) => ({
    text,
    x: x + iconWidth(badge.kind) + afterIcon,
    y: baseline + line * lineHeight,
    anchor: 'start',
    size,
    weight: 400,
    width: measure(text, size, 400),
    role: 'badge',
  }));
}

export function drawBadgeRows({ rows }: BadgeBlock, centre: number, top: number): SceneBadge[] {
  return rows.flatMap((row, index) => {
    let x = centre - rowWidth(row) / 2;
    const y = top + index * rowHeight;
    return row.map((fitted) => {
      const { badge, width } = fitted;
      const box: Box = { x, y: y + 3, width: iconWidth(badge.kind), height: icon };
      const runs = runsOf(fitted, x, y + 13);
      x += width + between;
      return { kind: badge.kind, box, runs, title: badge.title };
    });
  });
}

export function drawDataRows({ rows }: BadgeBlock, left: number, top: number): SceneBadge[] {
  let y = top;
  return rows.flat().map((fitted) => {
    const { badge, lines } = fitted;
    const box: Box = { x: left, y: y + 1.5, width: dataIcon, height: icon };
    const runs = runsOf(fitted, left, y + 11.5);
    y += Math.max(1, lines.length) * lineHeight + 3;
    return { kind: badge.kind, box, runs, title: badge.title };
  });
}
