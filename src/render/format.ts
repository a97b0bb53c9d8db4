/**
 * What an output format is: one descriptor, one file in `formats/`, one line in its `index.ts`.
 *
 * A format says how far down the pipeline it reads and receives exactly that; it returns text or bytes and touches nothing else.
 */
import type { Descriptor } from '../base/registry.js';
import type { Artifact } from '../model/artifact.js';
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { Language } from '../model/text.js';
import type { View } from '../model/view.js';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const mermaidDiagrams = ['flowchart', 'swimlane-beta'] as const;
export type MermaidDiagram = (typeof mermaidDiagrams)[number];

export interface RenderOptions {
  readonly language: Language;
  readonly theme: Theme;
  readonly mermaidDiagram: MermaidDiagram;
  /** Relative link from the document to its rendered diagram; absent when none is written beside it. */
  readonly diagramLink?: string;
  /** Where the same kind of document of a child flow is, by the child's file; undefined when none is written beside this one. */
  readonly childLink?: (file: string) => string | undefined;
}

interface FormatBase extends Descriptor {
  /** File extension with its dot, for example `.svg`; `-f` is inferred from it for `-o FILE`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Carries the texts of every language at once: one artifact serves all, and its name says no language. */
  readonly multilingual?: boolean;
}

/** A promise where a format loads something heavy first. */
type Content = Artifact['content'] | Promise<Artifact['content']>;

export type Format =
  | (FormatBase & { readonly needs: 'process'; render(process: Process, options: RenderOptions): Content })
  | (FormatBase & { readonly needs: 'view'; render(view: View, options: RenderOptions): Content })
  | (FormatBase & { readonly needs: 'scene'; render(scene: Scene, options: RenderOptions): Content });
