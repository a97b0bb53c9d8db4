/**
 * Where the signs of a difference stand: on outlines and lines, where they cover neither text nor a line's end.
 *
 * Placed when all else is: each takes the first of its places that is free, or the one with the least in its way. Nodes first, since a line
 * has more room.
 */
import { measure } from '../base/text/measure.js';
import type { Box, Point, Scene, SceneAlert, SceneEdge, SceneNode } from '../model/scene.js';
import { boundsOf, boxesOverlap, boxOfRun, grow, segmentHitsBox, segmentsOf, type Stretch } from './measures.js';
import { Nearby } from './nearby.js';

export const signRadius = 9;
const onLine = { radius: 7, small: 5 };
export const alertHeight = 20;
const alertSize = 12;
/** The triangle, and the air around it and the numbers. */
const alertIcon = 14;

/** Free of numbers it is a triangle alone. */
export function alertWidth(numbers: readonly number[]): number {
  const text = alertText(numbers);
  return alertIcon + 10 + (text === '' ? 0 : 3 + Math.ceil(measure(text, alertSize, 700)));
}

const alertText = (numbers: readonly number[]): string => numbers.join(', ');

/** `scale`: larger than beside a node, for panels. */
export function alertAt({ x, y }: Point, numbers: readonly number[], scale = 1): SceneAlert {
  const text = alertText(numbers);
  const size = alertSize * scale;
  return {
    box: { x, y, width: alertWidth(numbers) * scale, height: alertHeight * scale },
    run: {
      text,
      x: x + (5 + alertIcon + 3) * scale,
      y: y + 14.5 * scale,
      anchor: 'start',
      size,
      weight: 700,
      width: measure(text, size, 700),
      role: 'alert',
    },
  };
}

interface Taken {
  /** How much of what is there a box would cover; nothing is 0. `own`: an edge whose line may be covered. */
  cost(box: Box, own?: string): number;
  add(box: Box): void;
}

export function withSigns(scene: Scene): Scene {
  const taken = takenIn(scene);
  const nodes = scene.nodes.map((node): SceneNode => {
    if (node.change === undefined || node.ghost === true) return node;
    const sign = best(signPlaces(node), (at) => taken.cost(around(at, signRadius)));
    taken.add(around(sign, signRadius));
    return { ...node, sign };
  });
  const alerted = nodes.map((node): SceneNode => {
    if (node.alerts === undefined) return node;
    const size = { width: alertWidth(node.alerts), height: alertHeight };
    const box = best(alertPlaces(node, size), (at) => taken.cost(at));
    taken.add(box);
    return { ...node, alert: alertAt(box, node.alerts) };
  });
  const signed = scene.edges.map((edge): SceneEdge => {
    // A line that leads to a step elsewhere says so by that step.
    const told = edge.change === undefined || (edge.change === 'moved' && edge.ghost !== true);
    const sign = told ? undefined : signOn(edge, taken);
    if (sign === undefined) return edge;
    taken.add(around(sign, sign.radius));
    return { ...edge, sign };
  });
  return { ...scene, nodes: alerted, edges: signed };
}

function takenIn({ nodes, edges, bands }: Scene): Taken {
  const texts = [
    ...nodes.flatMap(({ runs, badges }) => [...runs, ...badges.flatMap((badge) => badge.runs)].map(boxOfRun)),
    ...nodes.flatMap(({ badges }) => badges.map(({ box }) => box)),
    ...edges.flatMap(({ label }) => (label === undefined ? [] : [label.box])),
    ...bands.map(({ header }) => header),
    ...nodes.flatMap(({ clock, type, box }) => [
      ...(clock === undefined ? [] : [around(clock, 9)]),
      ...(type === 'wait' ? [around({ x: box.x + Math.min(16, box.width * 0.3), y: box.y }, 9)] : []),
    ]),
  ];
  const textsNearby = new Nearby(texts);
  const edgesNearby = new Nearby(edges.map(({ points }) => boundsOf(points)));
  const nodesNearby = new Nearby(nodes.map(({ box }) => box));
  const signs: Box[] = [];
  return {
    add: (box) => void signs.push(box),
    cost(box, own) {
      const overText = textsNearby.touching(box).filter((at) => boxesOverlap(texts[at] ?? box, box)).length;
      const overSigns = signs.filter((other) => boxesOverlap(other, box)).length;
      const overLines = edgesNearby.touching(box).filter((at) => {
        const edge = edges[at];
        return (
          edge !== undefined && edge.id !== own && segmentsOf(edge.points).some((part) => segmentHitsBox(part, box))
        );
      }).length;
      const overNodes = own === undefined ? 0 : nodesNearby.touching(grow(box, 2)).length;
      return 10 * overText + 8 * overSigns + 3 * overLines + 10 * overNodes;
    },
  };
}

const around = ({ x, y }: Point, by: number): Box => ({ x: x - by, y: y - by, width: 2 * by, height: 2 * by });

/** The first of the least. */
function best<T>(places: readonly [T, ...T[]], cost: (place: T) => number): T {
  let [chosen] = places;
  let least = Infinity;
  for (const place of places) {
    const price = cost(place);
    if (price < least) [chosen, least] = [place, price];
  }
  return chosen;
}

/** On the corners; of a diamond outside of its sides, whose inside is text up to the line. */
function signPlaces({ type, box }: SceneNode): readonly [Point, ...Point[]] {
  const { x, y, width, height } = box;
  if (type === 'fork' || type === 'join')
    return width > height
      ? [
          { x, y: y + height / 2 },
          { x: x + width, y: y + height / 2 },
        ]
      : [
          { x: x + width / 2, y },
          { x: x + width / 2, y: y + height },
        ];
  const [left, right, top, bottom] = [x, x + width, y, y + height];
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
  ] as const;
  if (type !== 'decision') return corners;
  const centre = { x: x + width / 2, y: y + height / 2 };
  const long = Math.hypot(width, height);
  // From the middle of a side, out along its normal.
  const outside = (corner: Point): Point => ({
    x: (corner.x + centre.x) / 2 + (Math.sign(corner.x - centre.x) * (signRadius - 2) * height) / long,
    y: (corner.y + centre.y) / 2 + (Math.sign(corner.y - centre.y) * (signRadius - 2) * width) / long,
  });
  return [outside(corners[0]), outside(corners[1]), outside(corners[2]), outside(corners[3])];
}

/** Across the upper or lower side, near a corner; beside a diamond. */
function alertPlaces(
  { type, box }: SceneNode,
  { width, height }: Pick<Box, 'width' | 'height'>,
): readonly [Box, ...Box[]] {
  const at = (x: number, y: number): Box => ({ x, y, width, height });
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  if (type === 'decision') {
    const [dx, dy] = [box.width / 4, box.height / 4];
    return [
      at(right - dx + 2, box.y + dy - height - 2),
      at(box.x + dx - width - 2, box.y + dy - height - 2),
      at(right - dx + 2, bottom - dy + 2),
      at(box.x + dx - width - 2, bottom - dy + 2),
    ];
  }
  const [above, below] = [box.y - height / 2 - 2, bottom - height / 2 + 2];
  return [
    at(right - width - 6, above),
    at(right - width / 2, above - 6),
    at(box.x + 14, above),
    at(right - width - 6, below),
    at(box.x + 14, below),
    at(right + 2, box.y - height - 2),
    at(box.x - width - 2, box.y - height - 2),
  ];
}

/** In the middle of a long stretch; none where it would be half of the line. */
function signOn(edge: SceneEdge, taken: Taken): SceneEdge['sign'] {
  const stretches = segmentsOf(edge.points);
  const longest = Math.max(...stretches.map(lengthOf));
  const radius = longest >= 6 * onLine.radius ? onLine.radius : longest >= 6 * onLine.small ? onLine.small : undefined;
  if (radius === undefined) return undefined;
  const places = stretches
    .filter((stretch) => lengthOf(stretch) >= Math.min(longest, 6 * radius))
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .flatMap(({ a, b }) =>
      [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => ({
        x: a.x + (b.x - a.x) * share,
        y: a.y + (b.y - a.y) * share,
        radius,
      })),
    );
  const [first, ...more] = places;
  return first && best([first, ...more], (place) => taken.cost(around(place, radius + 1), edge.id));
}

const lengthOf = ({ a, b }: Stretch): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
