/**
 * Process to artifacts: project, lay out, render. Pure but for being asynchronous: nothing is read or written.
 *
 * The layout engine loads only when a format needs a scene, and each picture is laid out once however many formats draw it.
 */
import type { Artifact } from '../model/artifact.js';
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { View } from '../model/view.js';
import type { RenderOptions } from '../render/format.js';
import { project } from '../view/index.js';
import { pictureOf, plan, type Planned, type RenderRequest } from './request.js';

export async function renderProcess(process: Process, request: RenderRequest): Promise<readonly Artifact[]> {
  const scenes = new Map<string, Promise<Scene>>();
  const artifacts: Artifact[] = [];
  for (const planned of plan(process, request)) {
    artifacts.push({
      name: planned.name,
      mediaType: planned.format.mediaType,
      content: await renderPlanned(process, planned, request, scenes),
    });
  }
  return artifacts;
}

async function renderPlanned(
  process: Process,
  planned: Planned,
  request: RenderRequest,
  scenes: Map<string, Promise<Scene>>,
): Promise<Artifact['content']> {
  const { format, language, picture } = planned;
  const options: RenderOptions = {
    language,
    theme: request.theme ?? 'auto',
    mermaidDiagram: request.mermaidDiagram ?? 'flowchart',
    ...(picture !== undefined && { diagramLink: linkTo(picture) }),
    childLink: (file) => {
      const child = request.together?.get(file);
      const same =
        child && plan(child, request).find((other) => other.format === format && other.language === language);
      return same && linkTo(same.name);
    },
  };
  if (format.needs === 'process') return format.render(process, options);
  const view = viewOf(process, planned, request);
  if (format.needs === 'view') return format.render(view, options);
  const key = `${view.id} ${planned.direction} ${language}`;
  const scene = scenes.get(key) ?? layOut(view);
  scenes.set(key, scene);
  return format.render(await scene, options);
}

function viewOf(process: Process, planned: Planned, request: RenderRequest): View {
  const { view, language, direction } = planned;
  if (view === undefined) throw new Error(`no view is planned for ${planned.name}`);
  return project(process, view, {
    language,
    direction,
    childLink: (file) => {
      const child = request.together?.get(file);
      const picture = child && pictureOf(child, request, planned);
      return picture === undefined ? undefined : linkTo(picture);
    },
  });
}

/** A file name as a relative link; brackets too, because Markdown ends a link at one. */
function linkTo(name: string): string {
  return encodeURIComponent(name).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

async function layOut(view: View): Promise<Scene> {
  const { layout } = await import('../layout/index.js');
  return layout(view);
}
