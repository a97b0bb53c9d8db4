/**
 * Scenes as a draw.io file: for each a page as large as the picture, on it the lanes with their nodes, and the connectors between them.
 *
 * Plain XML without dates or versions, so that the same flow gives the same file and two versions of it can be compared.
 */
import { oneLine } from '../../base/printable.js';
import { block, element, xmlDocument, type XmlElement } from '../../base/xml.js';
import type { Box, Scene, SceneEdge, TextRun } from '../../model/scene.js';
import { isBackground, type RenderOptions } from '../format.js';
import { onPaper, paintsOf } from '../svg/palette.js';
import { beginsWithAnother, legendSwatch } from '../svg/picture.js';
import { contains, laneId, phasesOf, poolId, poolOf, type Paints } from './bands.js';
import { layer, writeCells, type Cell, type Vertex } from './cell.js';
import { edgeCells } from './edge.js';
import { imageOf } from './image.js';
import { nodeCells } from './node.js';
import { anchors, boundsOf, fontOf, labelOf } from './text.js';

type Options = Pick<RenderOptions, 'theme' | 'background'>;

export function drawioFile(scenes: readonly Scene[], options: Options): string {
  return xmlDocument(block('mxfile', { host: 'trackflow' }, ...scenes.map((scene) => diagram(scene, options))));
}

function diagram(scene: Scene, { theme, background }: Options): XmlElement {
  const paints = paintsOf(onPaper(theme));
  const model = block(
    'mxGraphModel',
    {
      grid: '1',
      gridSize: '10',
      guides: '1',
      tooltips: '1',
      connect: '1',
      arrows: '1',
      fold: '1',
      page: '1',
      pageScale: '1',
      pageWidth: Math.ceil(scene.width),
      pageHeight: Math.ceil(scene.height),
      math: '0',
      shadow: '0',
      background: ground(background, paints),
    },
    block(
      'root',
      {},
      element('mxCell', { id: '0' }),
      element('mxCell', { id: layer, parent: '0' }),
      ...writeCells(cellsOf(scene, paints)),
    ),
  );
  const id = [scene.processId, scene.view, ...(scene.page === undefined ? [] : [scene.page.number])].join('.');
  return block('diagram', { id, name: oneLine(scene.page?.name ?? scene.title) }, model);
}

/** In drawing order, what contains before what is contained. */
export function cellsOf(scene: Scene, paints: Paints): readonly Cell[] {
  const pool = poolOf(scene, paints);
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const parentOf = (lane: string | undefined): string =>
    lane !== undefined && pool.some(({ id }) => id === laneId(lane)) ? laneId(lane) : layer;
  const connectors = scene.edges.flatMap((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (from === undefined || to === undefined) throw new TypeError(`${edge.id} connects what is not in the picture`);
    return edgeCells(
      edge,
      { from, to },
      homeOf(edge, from.lane, to.lane, pool),
      paints,
      beginsWithAnother(edge, scene),
    );
  });
  return [
    ...headingCells(scene, paints),
    ...pool,
    ...scene.nodes.flatMap((node) => nodeCells(node, parentOf(node.lane), paints, scene.bands.length === 0)),
    ...connectors,
    ...phasesOf(scene, paints),
    ...legendCells(scene, paints),
  ];
}

/** The lane that a connector is in with both its ends, else the pool: the lowest container, so that what moves it moves the line. */
function homeOf(
  { points }: SceneEdge,
  from: string | undefined,
  to: string | undefined,
  pool: readonly Vertex[],
): string {
  if (pool.length === 0) return layer;
  const lane = from !== undefined && from === to ? pool.find(({ id }) => id === laneId(from)) : undefined;
  const inLane = lane !== undefined && points.every(({ x, y }) => contains(lane.box, { x, y, width: 0, height: 0 }));
  return inLane ? lane.id : poolId;
}

function ground(background: string | undefined, paints: Paints): string | undefined {
  if (background === undefined) return paints.get('page')?.fill;
  if (!isBackground(background)) throw new TypeError(`no background is called ${JSON.stringify(background)}`);
  return background === 'transparent' ? undefined : background;
}

/** Title and subtitle, each with all its lines. */
function headingCells({ heading, status }: Scene, paints: Paints): Cell[] {
  const roles = [...new Set(heading.map(({ role }) => role))];
  const texts = roles.map((role) => {
    const runs = heading.filter((run) => run.role === role);
    return textCell(role, runs, boundsOf(runs), paints.get(role === 'subtitle' ? 'muted' : 'text')?.fill);
  });
  if (status === undefined) return texts;
  const style = {
    html: 0,
    rounded: 1,
    arcSize: 50,
    fillColor: 'none',
    strokeColor: paints.get(`status-${status.id}`)?.stroke,
    strokeWidth: 1.3,
    ...(status.id !== 'approved' && { dashed: 1, dashPattern: '4 3' }),
    ...fontOf([status.run], paints.get(`status-${status.id}-text`)?.fill),
    connectable: 0,
  };
  return [...texts, { id: 'status', parent: layer, box: status.box, style, label: labelOf([status.run]) }];
}

function legendCells({ legend }: Scene, paints: Paints): Cell[] {
  return legend.flatMap((item, index): Cell[] => {
    const { x, y, width, height } = item.swatch;
    // Outlines are drawn half outside, and the clock of a wait nearly whole.
    const box = { x: x - 2, y: y - 7, width: width + 4, height: height + 9 };
    const id = `legend:${index + 1}`;
    return [
      { id, parent: layer, box, style: { html: 0, ...imageOf(legendSwatch(item), box, paints), connectable: 0 } },
      textCell(`${id}/text`, [item.run], boundsOf([item.run]), paints.get('muted')?.fill),
    ];
  });
}

function textCell(id: string, runs: readonly TextRun[], box: Box, colour: string | undefined): Cell {
  const align = anchors[runs[0]?.anchor ?? 'start'];
  const style = { html: 0, align, verticalAlign: 'middle', spacing: 0, ...fontOf(runs, colour), connectable: 0 };
  return { id, parent: layer, shape: 'text', box, style, label: labelOf(runs) };
}
