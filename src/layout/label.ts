/** Labels of connections: measured once, before routing, so that room can be kept for them. */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { SceneLabel, TextRun } from '../model/scene.js';

const size = 12;
const lineHeight = 16;
const limit = 112;

export interface Label {
  readonly lines: readonly string[];
  readonly full: string;
  readonly width: number;
  readonly height: number;
}

export function measureLabel(text: string): Label | undefined {
  if (text === '') return undefined;
  const { lines, width } = wrap(text, { size, weight: 400, maxWidth: limit, maxLines: 3 });
  return { lines, full: text, width: Math.ceil(width) + 4, height: lines.length * lineHeight };
}

/** The label with its box's top left corner at a point; `align` is the side of the box that its lines keep to. */
export function drawLabel(label: Label, x: number, y: number, align: 'start' | 'middle' | 'end'): SceneLabel {
  const anchorX = align === 'start' ? x + 2 : align === 'end' ? x + label.width - 2 : x + label.width / 2;
  const runs = label.lines.map((text, line): TextRun => {
    const width = measure(text, size, 400);
    return { text, x: anchorX, y: y + line * lineHeight + 12, anchor: align, size, weight: 400, width, role: 'edge' };
  });
  return { box: { x, y, width: label.width, height: label.height }, runs, full: label.full };
}
