/**
 * Process to artifacts: project, lay out, render. Pure but for being asynchronous: nothing is read or written.
 *
 * The layout engine loads only when a format needs a scene, and each picture is laid out once however many formats draw it.
 */
import type { Artifact } from '../model/artifact.js';
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { Content, Format, Noted, RenderOptions } from '../render/format.js';
import type { Layouts } from './layouts.js';
import { optionsOf } from './options.js';
import { createPictures, hasAllPages, type Pictures, type Watch } from './pictures.js';
import { pageName, plan, type Planned, type RenderRequest } from './request.js';

/** `layouts`: for those who show the same pictures elsewhere. */
export async function renderProcess(
  process: Process,
  request: RenderRequest,
  watch?: Watch,
  layouts?: Layouts,
): Promise<readonly Artifact[]> {
  const pictures = createPictures(process, request, watch, layouts);
  const artifacts: Artifact[] = [];
  for (const planned of plan(process, request)) {
    const files = await renderPlanned(process, planned, request, pictures);
    files.forEach((made, index) => {
      const { content, notes } = typeof made === 'string' || made instanceof Uint8Array ? noted(made) : made;
      artifacts.push({
        name: pageName(planned, index + 1, files.length),
        mediaType: planned.format.mediaType,
        content,
        ...(files.length > 1 && { pageOf: planned.name }),
        ...(notes.length > 0 && { notes }),
      });
    });
  }
  return artifacts;
}

function noted(content: Artifact['content']): Noted {
  return { content, notes: [] };
}

/** One file, or one for each page. */
async function renderPlanned(
  process: Process,
  planned: Planned,
  request: RenderRequest,
  pictures: Pictures,
): Promise<readonly Content[]> {
  const { format, picture } = planned;
  if (format.needs === 'process') {
    const illustrations = await pictures.illustrations(planned);
    const links =
      picture === undefined
        ? illustrations.map((_, index) => `#picture-${String(index + 1)}`)
        : await pictures.links(picture);
    const options = optionsOf(process, planned, request, links);
    return [await format.render(process, { ...options, ...(illustrations.length > 0 && { illustrations }) })];
  }
  const options = optionsOf(process, planned, request, []);
  if (format.needs === 'view') return [await format.render(await pictures.view(planned), options)];
  if (format.needs === 'matrix') return [await format.render(pictures.matrix(planned), options)];
  const scenes = await pictures.scenes(planned);
  if (planned.pages !== undefined && hasAllPages(planned) && format.renderPages !== undefined)
    return [await format.renderPages(scenes, options)];
  const files: Content[] = [];
  for (const scene of scenes) files.push(await format.render(scene, await withFonts(scene, options, format, request)));
  return files;
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
