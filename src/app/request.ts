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
import { isMatrixId, type AnyViewId } from '../model/matrix.js';
import type { Direction, ShowId, ViewId } from '../model/view.js';
import type { Format, Look, MermaidDiagram, PreferredTerm, Revision } from '../render/format.js';
import type { SopTemplate } from '../model/sop-template.js';
import { formats } from '../render/formats/index.js';
import { isEmpty } from '../view/index.js';
import { handbookOwners } from './handbooks.js';
import { fits } from './views.js';

export type FormatId = (typeof formats)[number]['id'];

/** The view of an output that names none. */
export const defaultView: ViewId = 'swimlane';

export interface OutputRequest {
  readonly format: FormatId;
  /** A picture or a matrix. Ignored by formats of the whole process. */
  readonly view?: AnyViewId;
  readonly direction?: Direction;
  /** Documents: the handbook of this owner, or of `all` that do something, in place of the whole. Ignored by other formats. */
  readonly for?: string;
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
  /** CSV: without false, the byte order mark that spreadsheets tell UTF-8 by. */
  readonly bom?: boolean;
  /** Calendars: the day on which things begin that say none, `YYYY-MM-DD`. */
  readonly from?: string;
  /** SVG: bring the fonts along in the file. */
  readonly embedFonts?: boolean;
  /** Documents: child flows, by file, whose procedure is to be part of the document. */
  readonly inline?: ReadonlyMap<string, Process>;
  /** Documents: the versions of each flow, by its file, the latest first. */
  readonly history?: ReadonlyMap<string, readonly Revision[]>;
  /** Documents: the sections of SOPs, where an organisation has a form of its own. */
  readonly template?: SopTemplate;
  /** Documents: the words that the project has settled on. */
  readonly terms?: readonly PreferredTerm[];
  /** The other flows, by file, that are rendered by the same request into the same folder: a subflow's picture links to theirs. */
  readonly together?: ReadonlyMap<string, Process>;
}

/** One artifact to be made. */
export interface Planned {
  readonly name: string;
  readonly format: Format;
  /** Absent for formats that read the process as a whole. */
  readonly view?: AnyViewId;
  readonly direction: Direction;
  readonly language: Language;
  readonly pages?: PageFormat;
  /** The owner whose handbook it is. */
  readonly owner?: string;
  /** The picture of the same process and language that is made along with it. */
  readonly picture?: Planned;
  /** The views whose pictures the document carries in itself. */
  readonly illustrations?: readonly ViewId[];
}

/**
 * The pictures that would say nothing but that there is nothing to show, and are not made where the same format is asked for with
 * other views, too. Asked for alone, such a picture is made: something must come of it.
 */
export function leftOut(process: Process, { outputs }: RenderRequest): readonly ViewId[] {
  const empty = outputs.flatMap(({ format, view }) => {
    if (view === undefined || isMatrixId(view)) return [];
    const others = outputs.some((other) => other.format === format && (other.view ?? defaultView) !== view);
    return others && isEmpty(process, view) ? [view] : [];
  });
  return [...new Set(empty)];
}

/** In the order of outputs, then languages, as asked; an output that is asked twice is made once. */
export function plan(process: Process, request: RenderRequest): readonly Planned[] {
  const languages = request.languages === 'all' ? process.languages : (request.languages ?? [process.language]);
  const planned = new Map<string, Planned>();
  const empty: readonly (AnyViewId | undefined)[] = leftOut(process, request);
  for (const { format: id, view: asked, direction: way = 'auto', pages, for: whom } of request.outputs) {
    const format: Format | undefined = formats.find((known) => known.id === id);
    if (format === undefined) throw new TypeError(`no format is called '${id}'`);
    const alone = request.outputs.every((other) => other.format !== id || (other.view ?? defaultView) === asked);
    if (!alone && empty.includes(asked)) continue;
    const view = format.needs === 'process' ? undefined : (asked ?? defaultView);
    if (view !== undefined && !fits(format, view)) throw new TypeError(`${id} cannot show '${view}'`);
    const direction = view === undefined || isMatrixId(view) ? 'auto' : way;
    for (const language of format.multilingual ? [process.language] : languages) {
      const onPaper = format.needs === 'scene' && pages !== undefined && { pages };
      const whole = { format, ...(view && { view }), direction, language, ...onPaper };
      const owners = format.isDocument === true && whom !== undefined ? handbookOwners(process, whom) : undefined;
      for (const output of owners?.map((owner) => ({ ...whole, owner })) ?? [whole]) {
        const name = artifactName(process, output, request);
        const before = planned.get(name)?.illustrations ?? [];
        planned.set(name, { name, ...output, ...illustrationsOf(output, asked, way, before) });
      }
    }
  }
  const all = [...planned.values()];
  return all.map((output) => {
    // The picture of a part does not belong into a document of the whole, nor that of the whole into the handbook of a role.
    if (output.owner !== undefined || output.illustrations !== undefined) return output;
    if (output.view === undefined && isFiltering(request.filter)) return output;
    const picture = all.find((other) => isPictureFor(other, output) && other.language === output.language);
    return picture ? { ...output, picture } : output;
  });
}

/** What a document carries in itself: the pictures asked for along with it, but none in the handbook of a role. */
function illustrationsOf(
  { format, owner }: Pick<Planned, 'format' | 'owner'>,
  asked: AnyViewId | undefined,
  direction: Direction,
  before: readonly ViewId[],
): Pick<Planned, 'illustrations'> & Partial<Pick<Planned, 'direction'>> {
  if (format.needs !== 'process' || format.illustrated === undefined || owner !== undefined) return {};
  const view = asked ?? defaultView;
  return isMatrixId(view) ? {} : { direction, illustrations: [...before, view] };
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
  if (picture.format.id !== kind || picture.view === undefined || isMatrixId(picture.view)) return false;
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
 * `<id>.handbook.<owner>.<ext>` for handbooks; `<id>.<view>.<ext>`, with the part if only one is drawn; `<id>.<ext>` for formats of the whole process; with the language in front of the extension where it is not
 * the flow's own, so that no two runs write different languages to one name. The direction is named only where the request has
 * several of the same picture, and `auto` never: it is what a name without a direction means. Likewise the paper.
 */
function artifactName(process: Process, output: Omit<Planned, 'name'>, request: RenderRequest): string {
  const { format, view, direction, language, pages, owner } = output;
  const several = severalOf(output, request);
  const foreign = language !== process.language && !format.multilingual;
  const parts = [
    process.id,
    ...(owner === undefined ? [] : ['handbook', owner]),
    ...(view ? [view, ...partNames(request.filter)] : []),
    ...(several.directions && direction !== 'auto' ? [direction] : []),
    ...(several.papers && pages !== undefined ? [pages] : []),
    ...(foreign ? [language] : []),
  ];
  // `.sop.md` says what it is, and a handbook is something else.
  return parts.join('.') + (owner === undefined ? format.extension : format.extension.replace(/^\.\w+(?=\.)/u, ''));
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
