/** Process → View: what one picture shows, in one language, without coordinates. */
import { findById } from '../base/registry.js';
import type { Process } from '../model/process.js';
import type { View, ViewId } from '../model/view.js';
import type { ProjectOptions } from './view-kind.js';
import { views } from './views/index.js';

export type { ProjectOptions, ViewKind } from './view-kind.js';
export { views } from './views/index.js';

export function project(process: Process, viewId: ViewId, options: ProjectOptions): View {
  const view = findById(views, viewId);
  if (view === undefined) throw new Error(`no view is called '${viewId}'`);
  return view.project(process, options);
}
