/**
 * What is asked of a rendering, and which artifacts that makes: outputs × languages, with the name of each.
 *
 * Separate from rendering because names must be known before any work: two flows that would write the same file are refused
 * before the first is drawn, and documents link to the pictures beside them.
 */
import { filterKeys, isFiltering, type Filter } from '../model/filter.js';
import type { Process } from '../model/process.js';
import type { PageFormat } from '../model/paper.js';
import type { Language } from '../model/text.js';
import type { Direction, ShowId, ViewId } from '../model/view.js';
import type { Format, Look, MermaidDiagram } from '../render/format.js';
import { formats } from '../render/formats/index.js';

export type FormatId = (typeof formats)[number]['id'];

/** The view of an output that names none. */
export const defaultView: ViewId = 'swimlane';

export interface OutputRequest {
  readonly format: FormatId;
  /** Ignored by formats of the whole process. */
  readonly view?: ViewId;
  readonly direction?: Direction;
  /** Cuts the picture into pages that can be read on this paper. Ignored by formats that are no pictures. */
  readonly pages?: PageFormat;
}

export interface RenderRequest {
  readonly outputs: readonly OutputRequest[];
  /** `all`: every language of the process. Absent: its own. */
  readonly languages?: readonly Language[] | 'all';
  readonly theme?: Look;
  /** What steps show besides their names. Absent: what each view shows by itself. */
  readonly show?: readonly ShowId[];
  /** Pictures of a part of each process: what a segment can reach, a phase, the work of an owner. */
  readonly filter?: Filter;
  readonly mermaidDiagram?: MermaidDiagram;
  /** Of pictures: `transparent` or a colour such as `#ffffff`. Default: the ground of the theme. */
  readonly background?: string;
  /** PNG: pixels for each CSS pixel. Default: 2. */
  readonly scale?: number;
  /** PNG: pixels across, instead of a scale. */
  readonly width?: number;
  /** The file name of the SOP, where it is not written under its own: what pictures beside it link to. */
  readonly documentName?: string;
  /** SVG: bring the fonts along in the file. */
  readonly embedFonts?: boolean;
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
  readonly pages?: PageFormat;
  /** The picture of the same process and language that is made along with it. */
  readonly picture?: Planned;
}

/** In the order of outputs, then languages, as asked; an output that is asked twice is made once. */
export function plan(process: Process, request: RenderRequest): readonly Planned[] {
  const languages = request.languages === 'all' ? process.languages : (request.languages ?? [process.language]);
  const planned = new Map<string, Planned>();
  for (const { format: id, view: asked, direction: way = 'auto', pages } of request.outputs) {
    const format: Format | undefined = formats.find((known) => known.id === id);
    if (format === undefined) throw new TypeError(`no format is called '${id}'`);
    const view = format.needs === 'process' ? undefined : (asked ?? defaultView);
    const direction = view === undefined ? 'auto' : way;
    for (const language of format.multilingual ? [process.language] : languages) {
      const onPaper = format.needs === 'scene' && pages !== undefined && { pages };
      const output = { format, ...(view && { view }), direction, language, ...onPaper };
      const name = artifactName(process, output, request);
      planned.set(name, { name, ...output });
    }
  }
  const all = [...planned.values()];
  return all.map((output) => {
    // The picture of a part does not belong into a document of the whole.
    if (output.view === undefined && isFiltering(request.filter)) return output;
    const picture = all.find((other) => isPictureFor(other, output) && other.language === output.language);
    return picture ? { ...output, picture } : output;
  });
}

/** The SVG, or PDF, that this request makes of another flow, drawn like an output of this one: what its subflow can link to. */
export function pictureOf(child: Process, request: RenderRequest, output: Planned): Planned | undefined {
  // Where no language is asked for, each flow is drawn in its own.
  const sameLanguage = (other: Planned): boolean =>
    request.languages === undefined || other.language === output.language;
  return plan(child, request).find((other) => isPictureFor(other, output) && sameLanguage(other));
}

/** A document of the whole process shows the first picture there is; a PDF leads to PDFs, and everything else to SVGs. */
function isPictureFor(picture: Planned, { view, direction, format, pages }: Planned): boolean {
  const kind = format.id === 'pdf' ? 'pdf' : 'svg';
  if (picture.format.id !== kind) return false;
  if (view === undefined) return true;
  return picture.view === view && ((picture.direction === direction && picture.pages === pages) || format.id !== kind);
}

interface Several {
  readonly directions: boolean;
  readonly papers: boolean;
}

/** Whether the same picture is asked for in another direction, or on other paper, too. */
function severalOf({ format, view, direction, pages }: Omit<Planned, 'name'>, { outputs }: RenderRequest): Several {
  const same = outputs.filter((other) => other.format === format.id && (other.view ?? defaultView) === view);
  return {
    directions: same.some((other) => (other.direction ?? 'auto') !== direction),
    papers: same.some((other) => other.pages !== pages),
  };
}

/**
 * `<id>.<view>.<ext>`, with the part if only one is drawn; `<id>.<ext>` for formats of the whole process; with the language in front of the extension where it is not
 * the flow's own, so that no two runs write different languages to one name. The direction is named only where the request has
 * several of the same picture, and `auto` never: it is what a name without a direction means. Likewise the paper.
 */
function artifactName(process: Process, output: Omit<Planned, 'name'>, request: RenderRequest): string {
  const { format, view, direction, language, pages } = output;
  const several = severalOf(output, request);
  const foreign = language !== process.language && !format.multilingual;
  const parts = [
    process.id,
    ...(view ? [view, ...partNames(request.filter)] : []),
    ...(several.directions && direction !== 'auto' ? [direction] : []),
    ...(several.papers && pages !== undefined ? [pages] : []),
    ...(foreign ? [language] : []),
  ];
  return parts.join('.') + format.extension;
}

/** `segment-key`: the picture of a part must not take the place of the whole, nor that of one beside which the rest is only paler. */
function partNames(filter: Filter = {}): readonly string[] {
  const names = filterKeys.flatMap((key) => {
    const id = filter[key];
    return id === undefined ? [] : [`${key}-${id}`];
  });
  return filter.segment !== undefined && filter.rest === 'dim' ? [...names, 'dim'] : names;
}

/** `lead.swimlane.p2.svg`: with zeros in front where there are ten pages and more, so that names sort as pages do. */
export function pageName({ name, format }: Pick<Planned, 'name' | 'format'>, number: number, count: number): string {
  if (count === 1) return name;
  const place = String(number).padStart(String(count).length, '0');
  return `${name.slice(0, -format.extension.length)}.p${place}${format.extension}`;
}
