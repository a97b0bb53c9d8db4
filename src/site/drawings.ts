/**
 * The pictures on the page of a flow: which views say something of it, and each laid out with links to what stands below it.
 *
 * Laying out takes nearly all the time of a site, so whoever has pictures already, or several cores, hands in a function of their own.
 */
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { Language } from '../model/text.js';
import type { ShowId, ViewId } from '../model/view.js';
import { nodeTarget } from '../render/sop/document.js';
import { project } from '../view/index.js';

export interface SceneRequest {
  readonly process: Process;
  readonly view: ViewId;
  readonly language: Language;
  readonly show?: readonly ShowId[];
}

/** Depends on what is asked and nothing else, so that it can be kept. */
export type Draw = (request: SceneRequest) => Promise<Scene>;

export async function drawScene({ process, view, language, show }: SceneRequest): Promise<Scene> {
  const { layout } = await import('../layout/index.js');
  const nodeLink = (id: string): string => `#${nodeTarget(id)}`;
  return layout(
    project(process, view, { language, direction: 'auto', nodeLink, ...(show && { show: new Set(show) }) }),
  );
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
