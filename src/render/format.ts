/**
 * What an output format is: one descriptor, one file in `formats/`, one line in its `index.ts`.
 *
 * A format says how far down the pipeline it reads and receives exactly that; it returns text or bytes and touches nothing else.
 */
import { ids, type Descriptor } from '../base/registry.js';
import type { Artifact } from '../model/artifact.js';
import type { Matrix } from '../model/matrix.js';
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { Language } from '../model/text.js';
import type { View } from '../model/view.js';
import type { SopTemplate } from '../model/sop-template.js';
import type { Colours } from './theme/colours.js';
import { themes as registry } from './themes/index.js';

/** `auto` is light or dark as the reader's screen is, where a format can follow it. */
export const themes = ['auto', ...ids(registry)] as const;
export type Theme = 'auto' | (typeof registry)[number]['id'];
/** A theme by its name, or the colours of one's own. */
export type Look = Theme | Colours;

export const mermaidDiagrams = ['flowchart', 'swimlane-beta'] as const;
export type MermaidDiagram = (typeof mermaidDiagrams)[number];

/** What may stand behind a picture: `transparent`, or a colour such as `#fff` or `#f4f6fa`. */
export function isBackground(value: string): boolean {
  return value === 'transparent' || /^#(?:[0-9a-f]{3}){1,2}$/iu.test(value);
}

/** One version of a document; every text is plain. */
export interface Revision {
  readonly version?: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly author?: string;
  readonly summary: string;
}

/** The one word to use for a thing, and those not to use. */
export interface PreferredTerm {
  readonly use: string;
  readonly not: readonly string[];
  readonly because?: string;
}

export interface RenderOptions {
  readonly language: Language;
  readonly theme: Look;
  readonly mermaidDiagram: MermaidDiagram;
  /** Relative links from the document to its rendered diagram, page by page; absent when none is written beside it. */
  readonly diagramLinks?: readonly string[];
  /** Documents without `diagramLinks`: a sentence that says where the picture is instead. */
  readonly diagramNote?: string;
  /** Pictures that the document carries in itself, laid out, page by page: its `diagramLinks` are their names within it. */
  readonly illustrations?: readonly Scene[];
  /** Behind pictures: `transparent` or a colour such as `#ffffff`. Absent: the theme's own ground. */
  readonly background?: string;
  /** PNG: pixels for each CSS pixel. */
  readonly scale?: number;
  /** PNG: pixels across, whatever the scale is then. */
  readonly width?: number;
  /** CSV: without false, the byte order mark that spreadsheets tell UTF-8 by. */
  readonly bom?: boolean;
  /** Calendars: the day on which things begin that say none, `YYYY-MM-DD`. */
  readonly from?: string;
  /** SVG: style rules that bring the fonts along. */
  readonly fontFaces?: string;
  /** Where the same kind of document of a child flow is, by the child's file; undefined when none is written beside this one. */
  readonly childLink?: (file: string) => string | undefined;
  /**
   * Documents: forks and joins of which nothing is said have sections too, without numbers, for pages on which each part of the picture
   * leads to one.
   */
  readonly barSections?: boolean;
  /** Documents: the owner whose handbook it is to be, instead of the whole procedure. */
  readonly owner?: string;
  /** Documents: where the whole procedure is, from an extract of it. */
  readonly procedureLink?: string;
  /** Documents: child flows, by file, whose procedure is to be part of this document. */
  readonly children?: (file: string) => Process | undefined;
  /** Documents: the versions so far, the latest first. */
  readonly history?: readonly Revision[];
  /** Documents: the sections of an SOP, where an organisation has a form of its own. */
  readonly template?: SopTemplate;
  /** Documents: the words that the project has settled on. */
  readonly terms?: readonly PreferredTerm[];
}

interface FormatBase extends Descriptor {
  /** File extension with its dot, for example `.svg`; `-f` is inferred from it for `-o FILE`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Carries the texts of every language at once: one artifact serves all, and its name says no language. */
  readonly multilingual?: boolean;
  /** The process as a document, whole or as the handbook of one role. */
  readonly isDocument?: boolean;
  /** Can carry the fonts of its text in itself, as `fontFaces`. */
  readonly embedsFonts?: boolean;
}

/** Content that something has to be said about: sentences for people, in English. */
export interface Noted {
  readonly content: Artifact['content'];
  readonly notes: readonly string[];
}

/** A promise where a format loads something heavy first. */
export type Content = Artifact['content'] | Noted;
type Rendered = Content | Promise<Content>;

export type Format =
  | (FormatBase & {
      readonly needs: 'process';
      /** Carries pictures of the process in itself: as a whole, or cut for paper where they could not be read otherwise. */
      readonly illustrated?: 'whole' | 'paper';
      render(process: Process, options: RenderOptions): Rendered;
    })
  | (FormatBase & { readonly needs: 'view'; render(view: View, options: RenderOptions): Rendered })
  | (FormatBase & { readonly needs: 'matrix'; render(matrix: Matrix, options: RenderOptions): Rendered })
  | (FormatBase & {
      readonly needs: 'scene';
      /** Has nothing to do with tables: matrices are refused. */
      readonly onlyGraphs?: true;
      render(scene: Scene, options: RenderOptions): Rendered;
      /** One file with all pages of a picture that was cut for paper; formats without it make a file of each. */
      renderPages?(scenes: readonly Scene[], options: RenderOptions): Rendered;
    });
