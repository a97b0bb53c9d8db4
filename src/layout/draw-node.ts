/**
 * A measured shape at its place: the outline and every line of text in it, as the scene has them.
 *
 * Separate from `shapes`, which measures: both must agree on sizes, which are said there. Invariant: nothing reaches out of the room that
 * was measured.
 */
import { measure } from '../base/text/measure.js';
import type { Box, Point, SceneBadge, SceneNode, TextRun } from '../model/scene.js';
import { drawBadgeRows, drawDataRows } from './badges.js';
import { drawDetails } from './details.js';
import { fitNotes, noteLine, noteSize, noteWeight } from './notes.js';
import {
  boxPadding,
  captionLine,
  captionSize,
  compartmentHeight,
  compartmentPadding,
  connectorLine,
  connectorSize,
  connectorTip,
  fitCaption,
  hasOutcome,
  lidOf,
  nameLine,
  nameSize,
  noteLimitOf,
  outcomeRoom,
  textHeight,
  weightOf,
  type Shape,
} from './shapes.js';

interface Content {
  readonly runs: readonly TextRun[];
  readonly badges: readonly SceneBadge[];
}

/** The node as the scene has it, with its outline centred on a point. */
export function drawNode(shape: Shape, centre: Point, direction: 'right' | 'down'): SceneNode {
  const { node, width, height } = shape;
  const box: Box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  const lower = compartmentHeight(shape.data);
  const compartment: Box = { x: box.x, y: box.y + height - lower, width, height: lower };
  const { runs, badges } = contentOf(shape, { centre, box, compartment, down: direction === 'down' });
  return {
    id: node.id,
    type: node.type,
    ...(node.kind === undefined ? {} : { kind: node.kind }),
    ...(node.outcome === undefined ? {} : { outcome: node.outcome }),
    ...(node.hue === undefined ? {} : { hue: node.hue }),
    ...(node.lane === undefined ? {} : { lane: node.lane }),
    ...(node.phase === undefined ? {} : { phase: node.phase }),
    ...(node.href === undefined ? {} : { href: node.href }),
    box,
    runs,
    badges,
    ...(shape.data === undefined ? {} : { compartment }),
    tip: node.tip,
    ...(node.label === undefined ? {} : { label: node.label }),
    ...(node.duplicate === undefined ? {} : { duplicate: node.duplicate }),
    ...(node.dimmed === undefined ? {} : { dimmed: node.dimmed }),
    ...(node.change === undefined ? {} : { change: node.change }),
    ...(node.ghost === undefined ? {} : { ghost: node.ghost }),
    ...(node.alerts === undefined ? {} : { alerts: node.alerts }),
    ...(node.partner === undefined ? {} : { partner: node.partner }),
  };
}

interface Place {
  readonly centre: Point;
  readonly box: Box;
  readonly compartment: Box;
  readonly down: boolean;
}

function contentOf(shape: Shape, place: Place): Content {
  if (shape.outline === 'bar') return { runs: besideBar(shape, place), badges: [] };
  if (shape.outline === 'connector') return { runs: insideConnector(shape, place), badges: [] };
  return inside(shape, place);
}

/** Beside the end of a bar across the flow; below one along it. */
function besideBar({ lines, width, height }: Shape, { centre, box, down }: Place): readonly TextRun[] {
  const top = down ? centre.y - (lines.length * captionLine) / 2 : box.y + height + 4;
  return lines.map((text, line) => ({
    text,
    x: down ? box.x + width + 8 : centre.x,
    y: top + line * captionLine + 12,
    anchor: down ? 'start' : 'middle',
    size: captionSize,
    weight: 400,
    width: measure(text, captionSize, 400),
    role: 'caption',
  }));
}

/** In the middle of what the tip leaves. */
function insideConnector({ lines }: Shape, { centre, down }: Place): readonly TextRun[] {
  const top = centre.y - (down ? connectorTip : 0) / 2 - (lines.length * connectorLine) / 2;
  return lines.map((text, line) => ({
    text,
    x: centre.x - (down ? 0 : connectorTip) / 2,
    y: top + line * connectorLine + 12,
    anchor: 'middle',
    size: connectorSize,
    weight: 400,
    width: measure(text, connectorSize, 400),
    role: 'node',
  }));
}

/** Name, caption, paragraphs and badges, one below the other; the data at the foot of the box. */
function inside({ node, lines, badges, data, details }: Shape, { centre, box, compartment }: Place): Content {
  const x = centre.x + (hasOutcome(node) ? outcomeRoom / 2 : 0);
  const height = textHeight(node, lines.length, badges) + (details?.height ?? 0);
  const weight = weightOf(node);
  let top = centre.y + (lidOf(node) - compartment.height - height) / 2;
  const runs: TextRun[] = lines.map((text, line) => ({
    text,
    x,
    y: top + line * nameLine + 15,
    anchor: 'middle',
    size: nameSize,
    weight,
    width: measure(text, nameSize, weight),
    role: 'node',
  }));
  top += lines.length * nameLine;
  for (const text of fitCaption(node)) {
    const width = measure(text, captionSize, 400);
    runs.push({ text, x, y: top + 12, anchor: 'middle', size: captionSize, weight: 400, width, role: 'caption' });
    top += captionLine;
  }
  for (const text of fitNotes(node, noteLimitOf(node))) {
    const width = measure(text, noteSize, noteWeight);
    runs.push({ text, x, y: top + 13, anchor: 'middle', size: noteSize, weight: noteWeight, width, role: 'note' });
    top += noteLine;
  }
  if (details !== undefined) runs.push(...drawDetails(details, { x: box.x + boxPadding, y: top }));
  const rows = data ? drawDataRows(data, compartment.x + boxPadding - 3, compartment.y + compartmentPadding) : [];
  return { runs, badges: [...drawBadgeRows(badges, x, top), ...rows] };
}
