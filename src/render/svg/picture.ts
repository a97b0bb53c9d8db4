/**
 * The Scene as a tree of SVG elements: the one drawing of it that there is.
 *
 * Separate from the format, because SVG writes this tree, PNG has it rasterised, and PDF draws it element by element: what is
 * added here shows in all three.
 */
import { block, element, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { Box, Scene, SceneBand, SceneEdge, SceneLegendItem, ScenePanel } from '../../model/scene.js';
import type { ChangeLook } from '../../model/view.js';
import { isBackground, type RenderOptions } from '../format.js';
import { drawAlert } from './alert.js';
import { changeSign, ghostOutline } from './change.js';
import { defaultMark, drawEdge } from './edge.js';
import { findHops } from './hops.js';
import { badgeIcon, clock } from './icons.js';
import { drawNode, outline } from './node.js';
import { hueCount, styleSheet } from './palette.js';
import { drawTable } from './table.js';
import { textRun } from './text-run.js';

function rect(
  box: { x: number; y: number; width: number; height: number },
  className: string,
  rest: Record<string, string | number> = {},
): XmlElement {
  const { x, y, width, height } = box;
  return element('rect', { class: className, x, y, width, height, ...rest });
}

/** Whether a band begins with its frame along the flow: nothing parts it from a band before. */
export function beginsFrame(box: Box, { frames, direction }: Scene): boolean {
  const [along, across] = direction === 'down' ? (['y', 'x'] as const) : (['x', 'y'] as const);
  return frames.some((frame) => frame[along] === box[along] && frame[across] === box[across]);
}

/** The border of what is outside the organisation, or nobody's. */
function dashesOf(band: SceneBand): Record<string, string> {
  if (band.unassigned === true) return { 'stroke-dasharray': '2 3' };
  return band.external === true ? { 'stroke-dasharray': '6 4' } : {};
}

function drawBands(scene: Scene): XmlChild[] {
  const lanes = scene.bands.filter((band) => band.kind === 'lane');
  const groups = scene.bands.filter((band) => band.kind === 'group');
  const phases = scene.bands.filter((band) => band.kind === 'phase');
  const named = (band: SceneBand, className: string, text: string): XmlElement =>
    block(
      'g',
      { [`data-${band.kind}`]: band.id },
      element('title', {}, band.full),
      rect(band.header, className),
      ...band.runs.map((run) => textRun(run, text)),
    );
  const border = (band: SceneBand): XmlElement => rect(band.box, 'border', dashesOf(band));
  return [
    ...lanes.map((band, index) => rect(band.box, index % 2 === 0 ? 'lane' : 'lane-odd')),
    ...phases.map((band) => named(band, 'phase-header', 'text')),
    ...groups.map((band) => named(band, `hue-${(band.hue ?? 0) % hueCount}`, 'muted')),
    ...lanes.map((band) =>
      band.unassigned === true
        ? named(band, 'phase-header', 'muted')
        : named(band, `hue-${(band.hue ?? 0) % hueCount}`, 'text'),
    ),
    ...[...groups, ...lanes].map(border),
    ...[...groups, ...lanes].map((band) => rect(band.header, 'border', dashesOf(band))),
    ...phases
      .filter(({ box }) => !beginsFrame(box, scene))
      .map(({ box }) =>
        element('path', {
          class: 'phase-border',
          fill: 'none',
          'stroke-dasharray': '2 4',
          d:
            scene.direction === 'down'
              ? `M${box.x} ${box.y}H${box.x + box.width}`
              : `M${box.x} ${box.y}V${box.y + box.height}`,
        }),
      ),
    ...scene.frames.map((frame) => rect(frame, 'frame', { 'stroke-width': 1.5, rx: 3 })),
  ];
}

/** One line in, two out; and the other way round. */
const forked = (x: number, y: number, width: number, height: number): string =>
  `M${x + width / 2} ${y}V${y + height / 2}M${x + 6} ${y + height / 2}V${y + height}M${x + width - 6} ${y + height / 2}V${y + height}`;
const joined = (x: number, y: number, width: number, height: number): string =>
  `M${x + width / 2} ${y + height}V${y + height / 2}M${x + 6} ${y + height / 2}V${y}M${x + width - 6} ${y + height / 2}V${y}`;

export function legendSwatch({ entry, swatch }: SceneLegendItem): XmlElement[] {
  const { x, y, width, height } = swatch;
  const middle = { x: x + width / 2, y: y + height / 2 };
  switch (entry.kind) {
    case 'success':
    case 'failure':
      return outline({ type: 'end', outcome: entry.kind }, swatch);
    case 'fork':
    case 'join':
      return [
        element('path', {
          class: 'line',
          'stroke-width': 1.4,
          d: entry.kind === 'fork' ? forked(x, y, width, height) : joined(x, y, width, height),
        }),
        ...outline({ type: entry.kind }, { x, y: middle.y - 2, width, height: 4 }),
      ];
    case 'timeout-edge':
      return [
        element('path', {
          class: 'line-timeout',
          d: `M${x} ${middle.y}H${x + width}`,
          'stroke-width': 1.4,
          'stroke-dasharray': '5 4',
        }),
        clock({ x: x + 7, y: middle.y }, 6, 'clock'),
      ];
    case 'otherwise-edge':
      return [
        element('path', { class: 'line', d: `M${x} ${middle.y}H${x + width}`, 'stroke-width': 1.4 }),
        ...[
          defaultMark([
            { x, y: middle.y },
            { x: x + width, y: middle.y },
          ]),
        ].filter((mark) => mark !== undefined),
      ];
    case 'data-edge':
      return [element('path', { class: 'line', d: `M${x} ${middle.y}H${x + width}`, 'stroke-width': 1.4 })];
    case 'change-added':
    case 'change-removed':
    case 'change-changed':
    case 'change-moved':
      return [changeSign(entry.kind.slice('change-'.length) as ChangeLook, middle, height / 2 - 1)];
    case 'change-ghost':
      return ghostOutline([element('rect', { x, y: y + 1, width, height: height - 2, rx: 4 })]);
    case 'duplicate':
      return outline({ type: 'store', duplicate: true }, swatch);
    case 'start':
    case 'end':
    case 'task':
    case 'decision':
    case 'wait':
    case 'subflow':
    case 'store':
    case 'party':
    case 'phase':
    case 'connector':
      return outline({ type: entry.kind }, swatch);
    default: {
      const wide = entry.kind.startsWith('data-');
      const box = { x: middle.x - (wide ? 12 : 6), y: middle.y - 6, width: wide ? 24 : 12, height: 12 };
      return [badgeIcon({ kind: entry.kind, box, runs: [], title: '' })];
    }
  }
}

/** Whether another connection begins at the same point. */
export function beginsWithAnother(edge: SceneEdge, scene: Scene): boolean {
  const [start] = edge.points;
  return scene.edges.some(
    (other) =>
      other !== edge && other.from === edge.from && other.points[0]?.x === start?.x && other.points[0]?.y === start?.y,
  );
}

/** The title, and beside it the status of the document, dashed as long as the document does not hold. */
function drawHeading({ heading, status }: Scene): XmlChild[] {
  const holds = status?.id === 'approved';
  return [
    ...heading.map((run) => textRun(run, run.role === 'subtitle' ? 'muted' : 'text')),
    ...(status === undefined
      ? []
      : [
          rect(status.box, `status-${status.id}`, {
            rx: status.box.height / 2,
            'stroke-width': 1.3,
            ...(holds ? {} : { 'stroke-dasharray': '4 3' }),
          }),
          textRun(status.run, `status-${status.id}-text`),
        ]),
  ];
}

/** In pictures of a difference what is gone lies lowest and what is new on top: where lines meet, the living one is seen. */
function inPaintOrder(edges: readonly SceneEdge[]): (readonly [SceneEdge, number])[] {
  const rank = ({ change, ghost }: SceneEdge): number =>
    change === 'removed' ? 0 : change === undefined ? 1 : ghost === true ? 2 : 3;
  return edges.map((edge, index) => [edge, index] as const).sort(([a], [b]) => rank(a) - rank(b));
}

function drawPanel({ box, tone, runs, alerts, signs }: ScenePanel): XmlElement {
  return block(
    'g',
    {},
    rect(box, tone === 'alarm' ? 'panel-alarm' : 'panel', { rx: 6, 'stroke-width': tone === 'alarm' ? 2 : 1 }),
    ...alerts.map(drawAlert),
    ...signs.map((sign) => changeSign(sign.look, sign, sign.radius)),
    ...runs.map((run) => textRun(run, 'text')),
  );
}

/** What stands behind everything: the theme's ground, a colour of the reader's choice, or nothing. */
function ground(scene: Scene, background: string | undefined): XmlElement | undefined {
  const { width, height } = scene;
  if (background === undefined) return element('rect', { class: 'page', width, height });
  if (!isBackground(background)) throw new TypeError(`no background is called ${JSON.stringify(background)}`);
  return background === 'transparent' ? undefined : element('rect', { fill: background, width, height });
}

function kindOf({ table, nodes, edges, panels }: Scene): 'graph' | 'table' | 'difference' {
  if (table !== undefined) return 'table';
  if (panels !== undefined) return 'difference';
  return [...nodes, ...edges].some(({ change }) => change !== undefined) ? 'difference' : 'graph';
}

export type PictureOptions = Pick<RenderOptions, 'theme' | 'background' | 'fontFaces'>;

/** `kind`: which classes its style sheet has, if not those that it needs itself: on a page, one is for all. */
export function picture(
  scene: Scene,
  { theme, background, fontFaces = '' }: PictureOptions,
  kind = kindOf(scene),
): XmlElement {
  const withAccent = scene.bands.length === 0;
  const hops = findHops(scene.edges);
  return block(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: scene.width,
      height: scene.height,
      viewBox: `0 0 ${scene.width} ${scene.height}`,
      lang: scene.language,
      role: 'graphics-document document',
      'aria-labelledby': 'title description',
    },
    element('title', { id: 'title' }, scene.title),
    element('desc', { id: 'description' }, scene.description),
    element('style', {}, fontFaces + styleSheet(theme, kind)),
    ground(scene, background),
    block('g', {}, ...drawHeading(scene)),
    ...(scene.panels ?? []).map(drawPanel),
    block('g', {}, ...drawBands(scene)),
    // Said with each node, where it makes sense: see the labels of nodes.
    block(
      'g',
      { 'aria-hidden': 'true' },
      ...inPaintOrder(scene.edges).map(([edge, index]) => drawEdge(edge, beginsWithAnother(edge, scene), hops[index])),
    ),
    block('g', {}, ...scene.nodes.map((node) => drawNode(node, scene.direction, withAccent))),
    scene.table && drawTable(scene.table, scene.title),
    block('g', {}, ...scene.legend.map((item) => block('g', {}, ...legendSwatch(item), textRun(item.run, 'muted')))),
  );
}
