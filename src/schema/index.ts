/**
 * The author's contract: what a flow, a library or a project file may say, and the types of what they said.
 */
export type * from './generated/flow.js';
export type { ConfigDefinition } from './generated/config.js';
export { validateConfig, validateFlow, validateLibrary } from './validate.js';
