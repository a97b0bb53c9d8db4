/**
 * The pictures on the page of a flow: which views say something of it, and each drawn with links to what stands below it.
 *
 * Laying out takes nearly all the time of a site, so a picture is asked for by plain data and comes back as text: whoever has several cores,
 * or the pictures from the last time, draws in their own way.
 */
import { createLayouts, type Layouts } from '../app/layouts.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { ShowId, View, ViewId } from '../model/view.js';
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

export function drawPicture(request: PictureRequest): Promise<string> {
  return draw(viewOf(request), createLayouts());
}

export interface DrawnPicture extends Pick<PictureRequest, 'view' | 'language'> {
  readonly picture: string;
}

/** The pictures of a flow that cost next to nothing, because somebody else has had their views laid out. */
export async function drawKnown(
  process: Process,
  show: readonly ShowId[] | undefined,
  layouts: Layouts,
): Promise<readonly DrawnPicture[]> {
  const shown = viewsFor(process);
  const drawn = new Map<string, DrawnPicture>();
  for (const { id, language } of layouts.views()) {
    if (!shown.includes(id)) continue;
    const view = viewOf({ process, view: id, language, ...(show && { show }) });
    if (layouts.has(view)) drawn.set(`${id} ${language}`, { view: id, language, picture: await draw(view, layouts) });
  }
  return [...drawn.values()];
}

async function draw(view: View, layouts: Layouts): Promise<string> {
  return htmlOf(pictureIn(await layouts.layOut(view)));
}

function viewOf({ process, view, language, show }: PictureRequest): View {
  const nodeLink = (id: string): string => `#${nodeTarget(id)}`;
  return project(process, view, { language, direction: 'auto', nodeLink, ...(show && { show: new Set(show) }) });
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
