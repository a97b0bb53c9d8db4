/**
 * How large each node is and how its text is broken, before anything is placed.
 *
 * Separate from placing because all layouts use it, and from `draw-node`, which sets the text when the place is known. Sizes are even integers, so that centres are integers and straight
 * connections stay straight. Boxes of one picture share one width: consistent sizes read calmer than tight ones.
 */
import { measure } from '../base/text/measure.js';
import { wrap, type Wrapped } from '../base/text/wrap.js';
import type { ViewNode } from '../model/view.js';
import { badgeRows, dataRows, splitBadges, type BadgeBlock } from './badges.js';
import { detailsWidth, fitDetails, type Details } from './details.js';
import { fitNotes, notesHeight, notesWidth } from './notes.js';

export const nameSize = 14;
export const nameLine = 20;
export const captionSize = 11;
export const captionLine = 16;
export const boxPadding = 14;
const boxTextLimit = 146;
/** In a diamond, where width is dear. */
const diamondBadgeLimit = 104;
const diamondNoteLimit = 128;
/** Beside a bar. */
const barTextLimit = 88;
/** Of a bad line end in a diamond, px of its size for each square of an em. */
const tornPrice = 5;
/** From this on a line end may tear a word; and the price of that, px of a diamond's size, beside its own. */
const tearing = 5;
const tearingPrice = 40;
/** The widest lines in a diamond, px, and of those that spare words. */
const diamondTextLimit = 150;
const sparingTextLimit = 180;
/** Above and below what stands in the lower part of a box. */
export const compartmentPadding = 6;
export const connectorSize = 12;
export const connectorLine = 16;
/** How far the tip of a connector reaches out. */
export const connectorTip = 12;

/**
 * How a node's outline may be met: `diamond` at its four vertices only, `bar` on its long sides only, `connector` anywhere but beside the
 * tip in which it ends.
 */
export type Outline = 'box' | 'pill' | 'diamond' | 'bar' | 'connector';

export interface Shape {
  readonly node: ViewNode;
  readonly outline: Outline;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly details?: Details;
  readonly badges: BadgeBlock;
  /** The lower part of a box: the data read and written. */
  readonly data?: BadgeBlock;
  /** Text beside the outline (the name of a bar), in px to the right of or below it. */
  readonly beside?: { readonly width: number; readonly height: number };
}

export function outlineOf(node: ViewNode): Outline {
  switch (node.type) {
    case 'start':
    case 'end':
      return 'pill';
    case 'decision':
      return 'diamond';
    case 'fork':
    case 'join':
      return 'bar';
    case 'task':
    case 'wait':
    case 'subflow':
    case 'store':
    case 'party':
    case 'phase':
      return 'box';
    case 'connector':
      return 'connector';
  }
}

/** Room for the sign that an end bears, px. */
export const outcomeRoom = 16;
export const hasOutcome = (node: ViewNode): boolean => node.outcome === 'success' || node.outcome === 'failure';

/** A phase is a heading of what stands below. */
export const weightOf = ({ type }: ViewNode): 400 | 700 => (type === 'phase' ? 700 : 400);

const even = (value: number): number => 2 * Math.ceil(value / 2);

function fitName(node: ViewNode, maxWidth: number, maxLines: number): Wrapped {
  return wrap(node.name, { size: nameSize, weight: weightOf(node), maxWidth, maxLines });
}

export function textHeight(node: ViewNode, lines: number, badges: BadgeBlock): number {
  return (
    lines * nameLine + fitCaption(node).length * captionLine + notesHeight(node, noteLimitOf(node)) + badges.height
  );
}

function captionWidth(node: ViewNode): number {
  return fitCaption(node).reduce((width, line) => Math.max(width, measure(line, captionSize, 400)), 0);
}

/** The lines of a caption; none where there is no caption. */
export function fitCaption({ caption, details }: ViewNode): readonly string[] {
  if (caption === '') return [];
  const maxWidth = details === undefined ? boxTextLimit : detailsWidth;
  return wrap(caption, { size: captionSize, weight: 400, maxWidth, maxLines: 2 }).lines;
}

/** How wide the lines about a change may be, px. */
export function noteLimitOf(node: ViewNode): number {
  const outline = outlineOf(node);
  if (outline === 'bar') return barTextLimit;
  if (outline === 'diamond') return diamondNoteLimit;
  return node.details === undefined ? boxTextLimit : detailsWidth;
}

/** The smallest diamond that holds a text block: `tw/w + th/h = 1` at least area, flattened by `k` as wide lines read better. */
function diamondAround(textWidth: number, textHeightPx: number): { width: number; height: number } {
  const k = 2.2;
  const spread = Math.sqrt(textWidth * textHeightPx);
  return { width: even(textWidth + spread * Math.sqrt(k) + 4), height: even(textHeightPx + spread / Math.sqrt(k) + 2) };
}

/** Width of the widest run that should not be broken, px: words between spaces; ideographs may part anywhere. */
function longestWord(text: string): number {
  const words = text.split(/[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u);
  return Math.ceil(words.reduce((width, word) => Math.max(width, measure(word, nameSize, 400)), 0));
}

function diamond(node: ViewNode): Shape {
  const full = measure(node.name, nameSize, 400);
  const badges = badgeRows(node.badges, diamondBadgeLimit, boxTextLimit);
  // A line that is a little longer may save a word from being torn.
  const choices = (limit: number) =>
    [1, 2, 3, 4].flatMap((count) =>
      [14, 30].map((slack) => {
        const word = Math.min(limit, longestWord(node.name));
        const maxWidth = Math.max(56, word, Math.min(limit, full / count + slack));
        const { lines, width, hurt } = fitName(node, maxWidth, 4);
        const block = Math.max(width, captionWidth(node), notesWidth(node, diamondNoteLimit), badges.width);
        const size = diamondAround(block, textHeight(node, lines.length, badges) - 4);
        const tears = hurt >= tearing;
        const price = size.width + 1.3 * size.height + tornPrice * hurt + (tears ? tearingPrice : 0);
        return { lines, ...size, tears, price };
      }),
    );
  const usual = choices(diamondTextLimit);
  const sparing = usual.every(({ tears }) => tears) ? choices(sparingTextLimit).filter(({ tears }) => !tears) : [];
  const best = [...usual, ...sparing].reduce((a, b) => (a.price <= b.price ? a : b));
  return {
    node,
    outline: 'diamond',
    badges,
    lines: best.lines,
    width: Math.max(best.width, 96),
    height: Math.max(best.height, 56),
  };
}

/** How long a bar is, or a part of one, where so many connections dock on one of its sides. */
export const barLength = (docks: number): number => Math.max(80, 24 * (docks + 1));

function bar(node: ViewNode, direction: 'right' | 'down', branches: number): Shape {
  const length = barLength(branches);
  const name = node.unnamed
    ? { lines: [], width: 0 }
    : wrap(node.name, { size: captionSize, weight: 400, maxWidth: barTextLimit, maxLines: 3 });
  const lines = [...name.lines, ...fitNotes(node, barTextLimit)];
  const width = Math.max(name.width, notesWidth(node, barTextLimit));
  return {
    node,
    outline: 'bar',
    width: direction === 'down' ? length : 8,
    height: direction === 'down' ? 8 : length,
    lines,
    badges: badgeRows([], boxTextLimit),
    ...(lines.length > 0 ? { beside: { width: even(width), height: lines.length * captionLine } } : {}),
  };
}

/** A pentagon whose tip points along the flow; its text stays clear of the tip. */
function connector(node: ViewNode, direction: 'right' | 'down'): Shape {
  const { lines, width } = wrap(node.name, { size: connectorSize, weight: 400, maxWidth: 128, maxLines: 3 });
  const text = { width: even(width) + 16, height: lines.length * connectorLine + 10 };
  const badges = badgeRows([], boxTextLimit);
  return direction === 'down'
    ? { node, outline: 'connector', width: Math.max(80, text.width), height: text.height + connectorTip, lines, badges }
    : {
        node,
        outline: 'connector',
        width: text.width + connectorTip,
        height: Math.max(44, text.height),
        lines,
        badges,
      };
}

/**
 * Shapes of all nodes of a view, in order. `branches(i)`: the larger of in- and out-degree of node i. A node with variants is as large as
 * the largest of them.
 */
export function measureShapes(
  nodes: readonly ViewNode[],
  direction: 'right' | 'down',
  branches: (index: number) => number,
): Shape[] {
  const own = nodes.map((node) => fitContent(node));
  const others = nodes.map(({ variants = [] }) => variants.map((variant) => fitContent(variant)));
  const fitted = [...own, ...others.flat()];
  const boxWidth = fitted.reduce(
    (width, { node, inside, data }) =>
      outlineOf(node) === 'box' && node.details === undefined
        ? Math.max(width, even(Math.max(inside, data.width) + 2 * boxPadding))
        : width,
    112,
  );
  // Boxes with paragraphs are of one width, too, and leave the others theirs.
  const wideWidth = fitted.reduce(
    (width, { node, inside }) =>
      node.details === undefined
        ? width
        : Math.max(width, even(Math.max(inside, fitDetails(node).width) + 2 * boxPadding)),
    0,
  );
  const shaped = ({ node, lines, badges, data, inside }: Content, index: number): Shape => {
    const outline = outlineOf(node);
    if (outline === 'diamond') return diamond(node);
    if (outline === 'bar') return bar(node, direction, branches(index));
    if (outline === 'connector') return connector(node, direction);
    const text = textHeight(node, lines.length, badges);
    const air = (outline === 'pill' ? 18 : 22) + lidOf(node);
    const height = Math.max(outline === 'pill' ? 40 : 46, even(text + air));
    if (outline === 'pill') {
      const width = even(inside + height * 0.5 + 16 + (hasOutcome(node) ? outcomeRoom : 0));
      return { node, outline, width: Math.max(92, width), height, lines, badges };
    }
    if (node.details !== undefined) {
      const details = fitDetails(node);
      return { node, outline, width: wideWidth, height: height + even(details.height), lines, badges, details };
    }
    if (data.rows.length === 0) return { node, outline, width: boxWidth, height, lines, badges };
    return { node, outline, width: boxWidth, height: height + compartmentHeight(data), lines, badges, data };
  };
  return own.map((content, index) =>
    (others[index] ?? []).map((other) => shaped(other, index)).reduce(roomFor, shaped(content, index)),
  );
}

/** The shape, large enough to hold the other, too. */
function roomFor(shape: Shape, { width, height, beside }: Shape): Shape {
  return {
    ...shape,
    width: Math.max(shape.width, width),
    height: Math.max(shape.height, height),
    ...(beside && {
      beside: {
        width: Math.max(shape.beside?.width ?? 0, beside.width),
        height: Math.max(shape.beside?.height ?? 0, beside.height),
      },
    }),
  };
}

/** What the text of a cylinder must keep off, above. */
export const lidOf = ({ type, duplicate }: ViewNode): number => (type !== 'store' ? 0 : duplicate === true ? 8 : 4);

/** Below the data, beyond the padding, px: there the clock of a time limit may sit on the border. */
const roomForClock = 4;

export const compartmentHeight = (data: BadgeBlock | undefined): number =>
  data === undefined ? 0 : even(data.height + 2 * compartmentPadding + roomForClock);

interface Content {
  readonly node: ViewNode;
  readonly lines: readonly string[];
  readonly badges: BadgeBlock;
  readonly data: BadgeBlock;
  readonly inside: number;
}

/** What stands in a box or a pill; only a box has a part for the data. */
function fitContent(node: ViewNode): Content {
  const { row, data } = outlineOf(node) === 'box' ? splitBadges(node.badges) : { row: node.badges, data: [] };
  const { lines, width } = fitName(node, node.details === undefined ? boxTextLimit : detailsWidth, 3);
  const badges = badgeRows(row, boxTextLimit);
  return {
    node,
    lines,
    badges,
    data: dataRows(data, boxTextLimit + boxPadding),
    inside: Math.max(width, captionWidth(node), notesWidth(node, noteLimitOf(node)), badges.width),
  };
}
