/** SVG: the Scene as it is, with real text, readable by screen readers, in light and dark. */
import { block, element, xmlDocument, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { Scene, SceneBand, SceneEdge, SceneLegendItem } from '../../model/scene.js';
import type { Format } from '../format.js';
import { defaultMark, drawEdge } from '../svg/edge.js';
import { badgeIcon, clock } from '../svg/icons.js';
import { drawNode, outline, textRun } from '../svg/node.js';
import { hueCount, styleSheet } from '../svg/palette.js';

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

function legendSwatch({ entry, swatch }: SceneLegendItem): XmlElement[] {
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
    case 'sla':
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

function beginsWithAnother(edge: SceneEdge, scene: Scene): boolean {
  const [start] = edge.points;
  return scene.edges.some(
    (other) =>
      other !== edge && other.from === edge.from && other.points[0]?.x === start?.x && other.points[0]?.y === start?.y,
  );
}

export const svg = {
  id: 'svg',
  summary: 'picture that scales, with real text, for web, slides and print',
  extension: '.svg',
  mediaType: 'image/svg+xml',
  needs: 'scene',
  render(scene, options) {
    const withAccent = scene.bands.length === 0;
    const root = block(
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
      element('style', {}, styleSheet(options.theme)),
      element('rect', { class: 'page', width: scene.width, height: scene.height }),
      block('g', {}, ...scene.heading.map((run) => textRun(run, run.role === 'subtitle' ? 'muted' : 'text'))),
      block('g', {}, ...drawBands(scene)),
      block('g', {}, ...scene.edges.map((edge) => drawEdge(edge, beginsWithAnother(edge, scene)))),
      block('g', {}, ...scene.nodes.map((node) => drawNode(node, withAccent))),
      block('g', {}, ...scene.legend.map((item) => block('g', {}, ...legendSwatch(item), textRun(item.run, 'muted')))),
    );
    return xmlDocument(root);
  },
} as const satisfies Format;
