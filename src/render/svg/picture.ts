/**
 * The Scene as a tree of SVG elements: the one drawing of it that there is.
 *
 * Separate from the format, because SVG writes this tree, PNG has it rasterised, and PDF draws it element by element: what is
 * added here shows in all three.
 */
import { block, element, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { Scene, SceneBand, SceneEdge, SceneLegendItem } from '../../model/scene.js';
import { isBackground, type RenderOptions } from '../format.js';
import { defaultMark, drawEdge } from './edge.js';
import { badgeIcon, clock } from './icons.js';
import { drawNode, outline, textRun } from './node.js';
import { hueCount, styleSheet } from './palette.js';

function rect(
  box: { x: number; y: number; width: number; height: number },
  className: string,
  rest: Record<string, string | number> = {},
): XmlElement {
  const { x, y, width, height } = box;
  return element('rect', { class: className, x, y, width, height, ...rest });
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
  const border = (band: SceneBand): XmlElement =>
    rect(band.box, 'border', { fill: 'none', ...(band.external === true ? { 'stroke-dasharray': '6 4' } : {}) });
  return [
    ...lanes.map((band, index) => rect(band.box, index % 2 === 0 ? 'lane' : 'lane-odd')),
    ...phases.map((band) => named(band, 'phase-header', 'text')),
    ...groups.map((band) => named(band, `hue-${(band.hue ?? 0) % hueCount}`, 'muted')),
    ...lanes.map((band) => named(band, `hue-${(band.hue ?? 0) % hueCount}`, 'text')),
    ...[...groups, ...lanes].map(border),
    ...[...groups, ...lanes].map((band) => rect(band.header, 'border', { fill: 'none' })),
    ...phases.slice(1).map(({ box }) =>
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
    scene.frame === undefined ? undefined : rect(scene.frame, 'frame', { 'stroke-width': 1.5, rx: 3 }),
  ];
}

export function legendSwatch({ entry, swatch }: SceneLegendItem): XmlElement[] {
  const { x, y, width, height } = swatch;
  const middle = { x: x + width / 2, y: y + height / 2 };
  switch (entry.kind) {
    case 'success':
    case 'failure':
      return outline({ type: 'end', outcome: entry.kind }, swatch);
    case 'fork':
    case 'join':
      return outline({ type: entry.kind }, { x, y: middle.y - 2, width, height: 4 });
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
    case 'duplicate':
      return outline({ type: 'store' }, swatch);
    case 'sla':
    case 'confidential':
    case 'personal':
    case 'sensitive':
    case 'locked':
    case 'unlocked':
    case 'approval':
    case 'system':
    case 'notify':
    case 'duration':
      return [
        badgeIcon({
          kind: entry.kind,
          box: { x: middle.x - 6, y: middle.y - 6, width: 12, height: 12 },
          runs: [],
          title: '',
        }),
      ];
    default:
      return outline({ type: entry.kind }, swatch);
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

/** What stands behind everything: the theme's ground, a colour of the reader's choice, or nothing. */
function ground(scene: Scene, background: string | undefined): XmlElement | undefined {
  const { width, height } = scene;
  if (background === undefined) return element('rect', { class: 'page', width, height });
  if (!isBackground(background)) throw new TypeError(`no background is called ${JSON.stringify(background)}`);
  return background === 'transparent' ? undefined : element('rect', { fill: background, width, height });
}

export type PictureOptions = Pick<RenderOptions, 'theme' | 'background' | 'fontFaces'>;

export function picture(scene: Scene, { theme, background, fontFaces = '' }: PictureOptions): XmlElement {
  const withAccent = scene.bands.length === 0;
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
    element('style', {}, fontFaces + styleSheet(theme)),
    ground(scene, background),
    block('g', {}, ...scene.heading.map((run) => textRun(run, run.role === 'subtitle' ? 'muted' : 'text'))),
    block('g', {}, ...drawBands(scene)),
    block('g', {}, ...scene.edges.map((edge) => drawEdge(edge, beginsWithAnother(edge, scene)))),
    block('g', {}, ...scene.nodes.map((node) => drawNode(node, withAccent))),
    block('g', {}, ...scene.legend.map((item) => block('g', {}, ...legendSwatch(item), textRun(item.run, 'muted')))),
  );
}
