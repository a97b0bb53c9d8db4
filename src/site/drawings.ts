/**
 * The pictures on the page of a flow: which views say something of it, and each drawn with links to what stands below it.
 *
 * Laying out takes nearly all the time of a site, so a picture is asked for by plain data and comes back as text: whoever has several cores,
 * or the pictures from the last time, draws in their own way.
 */
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { ShowId, ViewId } from '../model/view.js';
import { nodeTarget } from '../render/sop/document.js';
import { project } from '../view/index.js';
import { htmlOf } from './html.js';
import { pictureIn } from './picture.js';

export interface PictureRequest {
  readonly process: Process;
  readonly view: ViewId;
  readonly language: Language;
  readonly show?: readonly ShowId[];
}

/** The picture as a part of a page. Depends on what is asked and nothing else, so that it can be kept. */
export type Draw = (request: PictureRequest) => Promise<string>;

export async function drawPicture({ process, view, language, show }: PictureRequest): Promise<string> {
  const { layout } = await import('../layout/index.js');
  const nodeLink = (id: string): string => `#${nodeTarget(id)}`;
  const shown = show && { show: new Set(show) };
  const scene = await layout(project(process, view, { language, direction: 'auto', nodeLink, ...shown }));
  return htmlOf(pictureIn(scene));
}

/** In the order of the tabs. */
export function viewsFor({ nodes, phases, owners }: Process): readonly ViewId[] {
  const phased = phases.filter(({ id }) => nodes.some(({ phase }) => phase === id));
  return [
    ...(owners.length > 0 ? (['swimlane'] as const) : []),
    'flow',
    ...(nodes.some(({ reads, writes }) => reads.length + writes.length > 0) ? (['data-flow'] as const) : []),
    ...(phased.length > 1 ? (['overview'] as const) : []),
  ];
}
