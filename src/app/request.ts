/**
 * What is asked of a rendering, and which artifacts that makes: outputs × languages, with the name of each.
 *
 * Separate from rendering because names must be known before any work: two flows that would write the same file are refused
 * before the first is drawn, and documents link to the pictures beside them.
 */
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { Direction, ViewId } from '../model/view.js';
import type { Format, MermaidDiagram, Theme } from '../render/format.js';
import { formats } from '../render/formats/index.js';

export type FormatId = (typeof formats)[number]['id'];

/** The view of an output that names none. */
export const defaultView: ViewId = 'swimlane';

export interface OutputRequest {
  readonly format: FormatId;
  /** Ignored by formats of the whole process. */
  readonly view?: ViewId;
  readonly direction?: Direction;
}

export interface RenderRequest {
  readonly outputs: readonly OutputRequest[];
  /** `all`: every language of the process. Absent: its own. */
  readonly languages?: readonly Language[] | 'all';
  readonly theme?: Theme;
  readonly mermaidDiagram?: MermaidDiagram;
  /** The other flows, by file, that are rendered by the same request into the same folder: a subflow's picture links to theirs. */
  readonly together?: ReadonlyMap<string, Process>;
}

/** One artifact to be made. */
export interface Planned {
  readonly name: string;
  readonly format: Format;
  /** Absent for formats that read the process as a whole. */
  readonly view?: ViewId;
  readonly direction: Direction;
  readonly language: Language;
  /** Name of the picture of the same process and language that is made along with it. */
  readonly picture?: string;
}

/** In the order of outputs, then languages, as asked; an output that is asked twice is made once. */
export function plan(process: Process, request: RenderRequest): readonly Planned[] {
  const languages = request.languages === 'all' ? process.languages : (request.languages ?? [process.language]);
  const planned = new Map<string, Planned>();
  for (const { format: id, view: asked, direction = 'auto' } of request.outputs) {
    const format: Format | undefined = formats.find((known) => known.id === id);
    if (format === undefined) throw new TypeError(`no format is called '${id}'`);
    const view = format.needs === 'process' ? undefined : (asked ?? defaultView);
    for (const language of format.multilingual ? [process.language] : languages) {
      const name = artifactName(process, format, view, language);
      const picture = pictureOf(process, request, view, language);
      const entry = { format, ...(view && { view }), direction, language, ...(picture !== undefined && { picture }) };
      planned.set(`${name} ${direction}`, { name, ...entry });
    }
  }
  return [...planned.values()];
}

/** The name of the SVG that this request makes of a process, in one language: of that view, or else of the first. */
export function pictureOf(
  process: Process,
  request: RenderRequest,
  view: ViewId | undefined,
  language: Language,
): string | undefined {
  const pictures = request.outputs.filter(({ format }) => format === 'svg').map((output) => output.view ?? defaultView);
  const svg = formats.find(({ id }) => id === 'svg');
  const shown = view === undefined || pictures.includes(view) ? (view ?? pictures[0]) : undefined;
  if (svg === undefined || shown === undefined) return undefined;
  if (request.languages === 'all' && !process.languages.includes(language)) return undefined;
  return artifactName(process, svg, shown, request.languages === undefined ? process.language : language);
}

/**
 * `<id>.<view>.<ext>`; `<id>.<ext>` for formats of the whole process; with the language in front of the extension where it is not
 * the flow's own. What a file is called follows from what is in it alone, so that no two runs write different things to one name.
 */
function artifactName(process: Process, format: Format, view: ViewId | undefined, language: Language): string {
  const foreign = language !== process.language && !format.multilingual;
  return [process.id, ...(view ? [view] : []), ...(foreign ? [language] : [])].join('.') + format.extension;
}
