/** The registry of views: a new view is a file in this folder and a line here. */
import { dataFlow } from './data-flow.js';
import { flow } from './flow.js';
import { overview } from './overview.js';
import { swimlane } from './swimlane.js';

export const views = [swimlane, flow, dataFlow, overview] as const;
