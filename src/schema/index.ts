/**
 * The author's contract: what a flow, a library or a project file may say, and the types of what they said.
 */
export type * from './generated/flow.js';
export type { BaselineDefinition } from './generated/baseline.js';
export type { ConfigDefinition } from './generated/config.js';
export type { SopTemplateDefinition } from './generated/sop-template.js';
export type { ThemeFileDefinition } from './generated/theme.js';
export {
  validateBaseline,
  validateConfig,
  validateFlow,
  validateLibrary,
  validateTemplate,
  validateTheme,
} from './validate.js';
