/**
 * Process to figures: the pictures of a request, measured instead of drawn.
 *
 * The layout keeps the candidate that this report likes best, and the tests hold it to the same report.
 */
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { Language } from '../model/text.js';
import { isMatrixId, type AnyViewId } from '../model/matrix.js';
import type { Quality } from '../layout/index.js';
import { createPictures } from './pictures.js';
import { pageName, plan, type RenderRequest } from './request.js';

export interface MeasuredPicture {
  /** Of the artifact that would be drawn, without its extension. */
  readonly name: string;
  readonly view: AnyViewId;
  readonly language: Language;
  /** The one that was taken, where the request leaves it open. */
  readonly direction: Scene['direction'];
  readonly width: number;
  readonly height: number;
  readonly nodes: number;
  readonly edges: number;
  readonly quality: Quality;
}

/** In the order of the plan; outputs that are no pictures have nothing to measure. */
export async function measureProcess(process: Process, request: RenderRequest): Promise<readonly MeasuredPicture[]> {
  const { quality } = await import('../layout/index.js');
  const pictures = createPictures(process, request);
  const measured: MeasuredPicture[] = [];
  for (const planned of plan(process, request)) {
    const { format, language, view } = planned;
    if (format.needs !== 'scene' || (view !== undefined && isMatrixId(view))) continue;
    const scenes = await pictures.scenes(planned);
    for (const [index, scene] of scenes.entries())
      measured.push({
        name: pageName(planned, index + 1, scenes.length).slice(0, -format.extension.length),
        view: scene.view,
        language,
        direction: scene.direction,
        width: scene.width,
        height: scene.height,
        nodes: scene.nodes.length,
        edges: scene.edges.length,
        quality: quality(scene),
      });
  }
  return measured;
}
