/**
 * What a view is: one descriptor, one file in `views/`, one line in its `index.ts`.
 *
 * A view chooses what one picture shows of a process and says it in one language; it places nothing. Invariant of every View made
 * here: its texts are single lines of printable characters, but for `tip`, which may have several.
 */
import type { Descriptor } from '../base/registry.js';
import type { Filter } from '../model/filter.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { Direction, ShowId, View, ViewId } from '../model/view.js';

export interface ProjectOptions {
  readonly language: Language;
  readonly direction: Direction;
  /** Where a click on a subflow leads: given the child's file, a relative link, or undefined for none. */
  readonly childLink?: ((file: string) => string | undefined) | undefined;
  /** Where a click on any other node leads, by its id: to what is said of it elsewhere. */
  readonly nodeLink?: ((id: string) => string | undefined) | undefined;
  /** Adds `(35%)` to the labels of branches that have a chance. */
  readonly chances?: boolean;
  /** What steps show besides; absent: what each view shows by itself. */
  readonly show?: ReadonlySet<ShowId>;
  /** Only a part of the process. The views themselves get the part, and what of it is context. */
  readonly filter?: Filter;
  /** What `process` is a part of: numbers are those of the whole. */
  readonly whole?: Process;
  /** Ids of nodes and edges that the picture only touches. */
  readonly dimmed?: ReadonlySet<string>;
}

export interface ViewKind extends Descriptor {
  readonly id: ViewId;
  project(process: Process, options: ProjectOptions): View;
  /** Whether it would show nothing of the process but a sentence that says so. Absent: never. */
  isEmpty?(process: Process): boolean;
}
