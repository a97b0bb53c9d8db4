/** The picture of a process as the rules about pictures read it: the default view, laid out and measured. */
import type { Drawing } from '../lint/drawing.js';
import type { Process } from '../model/process.js';
import { project } from '../view/index.js';
import { defaultView } from './request.js';

export async function drawingOf(process: Process): Promise<Drawing> {
  const { crossings, layout } = await import('../layout/index.js');
  const view = project(process, defaultView, {
    language: process.language,
    direction: 'auto',
    childLink: () => undefined,
  });
  const scene = await layout(view);
  return { scene, crossings: crossings(scene) };
}
