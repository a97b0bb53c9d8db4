/** Labels of connections: measured once, before routing, so that room can be kept for them. */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { SceneBadge, SceneLabel, TextRun } from '../model/scene.js';
import type { Badge, ViewEdge } from '../model/view.js';

const size = 12;
const lineHeight = 16;
const limit = 112;
/** Lines of a label, and of one that says what has changed of it. */
const mostLines = { plain: 3, changed: 6 };
/** A mark before the first line, with the space behind it. */
const mark = { size: 12, step: 15 };

export interface Label {
  readonly lines: readonly string[];
  readonly full: string;
  readonly marks: readonly Badge[];
  readonly width: number;
  readonly height: number;
}

export function measureLabel(
  { label, marks = [], variants = [] }: Pick<ViewEdge, 'label' | 'marks' | 'variants'>,
  most: { readonly width?: number; readonly lines?: number } = {},
): Label | undefined {
  if (label === '') return undefined;
  const { width: maxWidth = limit, lines: maxLines = variants.length > 0 ? mostLines.changed : mostLines.plain } = most;
  const others = variants.flatMap((variant) => measureLabel({ label: variant.label, marks }, most) ?? []);
  const { lines, width } = wrap(label, { size, weight: 400, maxWidth, maxLines });
  return {
    lines,
    full: label,
    marks,
    width: others.reduce(
      (widest, other) => Math.max(widest, other.width),
      Math.ceil(width) + 4 + marks.length * mark.step,
    ),
    height: others.reduce((tallest, other) => Math.max(tallest, other.height), lines.length * lineHeight),
  };
}

/** The label with its box's top left corner at a point; `align` is the side of the box that its lines keep to. */
export function drawLabel(label: Label, x: number, y: number, align: 'start' | 'middle' | 'end'): SceneLabel {
  const room = label.marks.length * mark.step;
  const runs = label.lines.map((text, line): TextRun => {
    const width = measure(text, size, 400);
    // Marks stand before the first line only.
    const indent = line === 0 ? room : 0;
    const anchorX =
      align === 'start' ? x + 2 + indent : align === 'end' ? x + label.width - 2 : x + (label.width + indent) / 2;
    return { text, x: anchorX, y: y + line * lineHeight + 12, anchor: align, size, weight: 400, width, role: 'edge' };
  });
  const marks = label.marks.map(({ kind, title }, index): SceneBadge => ({
    kind,
    box: { x: firstX(runs[0]) - room + index * mark.step, y: y + 2, width: mark.size, height: mark.size },
    runs: [],
    title,
  }));
  return {
    box: { x, y, width: label.width, height: label.height },
    runs,
    ...(marks.length > 0 && { marks }),
    full: [label.full, ...label.marks.map(({ title }) => title)].join('\n'),
  };
}

/** Where a line of text begins. */
function firstX(run: TextRun | undefined): number {
  if (run === undefined) return 0;
  return run.x - (run.anchor === 'end' ? run.width : run.anchor === 'middle' ? run.width / 2 : 0);
}
