/** The registry of views: a new view is a file in this folder and a line here. */
import { flow } from './flow.js';
import { swimlane } from './swimlane.js';

export const views = [swimlane, flow] as const;
