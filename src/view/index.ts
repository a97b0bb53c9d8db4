/** Process → View: what one picture shows, in one language, without coordinates. */
import { findById } from '../base/registry.js';
import { isFiltering } from '../model/filter.js';
import type { Process } from '../model/process.js';
import type { View, ViewId } from '../model/view.js';
import { narrow } from './narrow/index.js';
import { describedAs, partName } from './narrow/phrases.js';
import type { ProjectOptions, ViewKind } from './view-kind.js';
import { withLabels } from './labels.js';
import { views } from './views/index.js';
import { voice } from './voice.js';

export type { ProjectOptions, ViewKind } from './view-kind.js';
export { matrices } from './matrices/index.js';
export { tabulate, type TabulateOptions } from './matrix/index.js';
export type { MatrixKind } from './matrix/kind.js';
export { views } from './views/index.js';

/** Whether a view has nothing of the process to show but a sentence that says so. */
export function isEmpty(process: Process, viewId: ViewId): boolean {
  const kind: ViewKind | undefined = findById(views, viewId);
  return kind?.isEmpty?.(process) === true;
}

export function project(process: Process, viewId: ViewId, options: ProjectOptions): View {
  const kind = findById(views, viewId);
  if (kind === undefined) throw new Error(`no view is called '${viewId}'`);
  const { filter } = options;
  if (!isFiltering(filter)) return withLabels(kind.project(process, options));
  const { process: part, dimmed } = narrow(process, filter);
  const view = withLabels(kind.project(part, { ...options, dimmed, whole: process }));
  const speak = voice(process, options.language);
  const name = partName(process, filter, speak);
  return {
    ...view, // The dot stays at the end of a line.
    title: `${view.title}\u00A0· ${name}`,
    description: describedAs(name, view.description, speak),
  };
}
