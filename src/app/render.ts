/**
 * Process to artifacts: project, lay out, render. Pure but for being asynchronous: nothing is read or written.
 *
 * The layout engine loads only when a format needs a scene, and each picture is laid out once however many formats draw it.
 */
import type { Artifact } from '../model/artifact.js';
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { View } from '../model/view.js';
import type { Content, Format, Noted, RenderOptions } from '../render/format.js';
import { nodeAnchors } from '../render/sop/document.js';
import { project } from '../view/index.js';
import { pictureOf, plan, type Planned, type RenderRequest } from './request.js';

export async function renderProcess(process: Process, request: RenderRequest): Promise<readonly Artifact[]> {
  const scenes = new Map<string, Promise<Scene>>();
  const artifacts: Artifact[] = [];
  for (const planned of plan(process, request)) {
    const made = await renderPlanned(process, planned, request, scenes);
    const { name, format } = planned;
    const { content, notes } = typeof made === 'string' || made instanceof Uint8Array ? noted(made) : made;
    artifacts.push({ name, mediaType: format.mediaType, content, ...(notes.length > 0 && { notes }) });
  }
  return artifacts;
}

function noted(content: Artifact['content']): Noted {
  return { content, notes: [] };
}

async function renderPlanned(
  process: Process,
  planned: Planned,
  request: RenderRequest,
  scenes: Map<string, Promise<Scene>>,
): Promise<Content> {
  const { format, language } = planned;
  const options = optionsOf(planned, request);
  if (format.needs === 'process') return format.render(process, options);
  const view = viewOf(process, planned, request);
  if (format.needs === 'view') return format.render(view, options);
  const key = `${view.id} ${planned.direction} ${language}`;
  const laidOut = scenes.get(key) ?? layOut(view);
  scenes.set(key, laidOut);
  const scene = linked(await laidOut, view);
  return format.render(scene, await withFonts(scene, options, format, request));
}

function optionsOf({ format, language, picture }: Planned, request: RenderRequest): RenderOptions {
  return {
    language,
    theme: request.theme ?? 'auto',
    mermaidDiagram: request.mermaidDiagram ?? 'flowchart',
    ...(request.background !== undefined && { background: request.background }),
    ...(request.scale !== undefined && { scale: request.scale }),
    ...(request.width !== undefined && { width: request.width }),
    ...(picture !== undefined && { diagramLink: linkTo(picture) }),
    childLink: (file) => {
      const child = request.together?.get(file);
      const same =
        child && plan(child, request).find((other) => other.format === format && other.language === language);
      return same && linkTo(same.name);
    },
  };
}

/** The scene with the links of this view: what was laid out for an SVG leads to SVGs, and its PDF must lead to PDFs. */
function linked(scene: Scene, view: View): Scene {
  const links = new Map(view.nodes.map(({ id, href }) => [id, href]));
  if (scene.nodes.every(({ id, href }) => links.get(id) === href)) return scene;
  return {
    ...scene,
    nodes: scene.nodes.map(({ href: _, ...node }) => {
      const href = links.get(node.id);
      return href === undefined ? node : { ...node, href };
    }),
  };
}

async function withFonts(
  scene: Scene,
  options: RenderOptions,
  format: Format,
  request: RenderRequest,
): Promise<RenderOptions> {
  if (request.embedFonts !== true || format.embedsFonts !== true) return options;
  const { fontFaces } = await import('../render/fonts/embed.js');
  return { ...options, fontFaces: await fontFaces(scene) };
}

export function viewOf(process: Process, planned: Planned, request: RenderRequest): View {
  const { view, language, direction } = planned;
  if (view === undefined) throw new Error(`no view is planned for ${planned.name}`);
  return project(process, view, {
    language,
    direction,
    ...(request.filter && { filter: request.filter }),
    ...(request.show && { show: new Set(request.show) }),
    childLink: (file) => {
      const child = request.together?.get(file);
      const picture = child && pictureOf(child, request, planned);
      return picture === undefined ? undefined : linkTo(picture);
    },
    nodeLink: planned.format.id === 'svg' ? sopLinks(process, planned, request) : undefined,
  });
}

/** Links into the SOP that this request makes of the same process in the same language, if it makes one. */
function sopLinks(
  process: Process,
  { language }: Planned,
  request: RenderRequest,
): ((id: string) => string | undefined) | undefined {
  const document = plan(process, request).find((other) => other.format.id === 'sop' && other.language === language);
  if (document === undefined) return undefined;
  const anchors = nodeAnchors(process, optionsOf(document, request));
  const file = linkTo(request.documentName ?? document.name);
  return (id) => {
    const anchor = anchors.get(id);
    return anchor === undefined ? undefined : `${file}#${encodeURIComponent(anchor)}`;
  };
}

/** A file name as a relative link; brackets too, because Markdown ends a link at one. */
function linkTo(name: string): string {
  return encodeURIComponent(name).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

export async function layOut(view: View): Promise<Scene> {
  const { layout } = await import('../layout/index.js');
  return layout(view);
}
