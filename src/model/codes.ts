/**
 * Every diagnostic code there is, with its severity and its explanation: what `trackflow explain` prints and the documentation
 * lists. In the model, because each stage reports and none may know another.
 *
 * One section per stage in `codes/`. A test compares this table with the codes that the sources use.
 */
import type { Diagnostic, Span } from './diagnostic.js';
import { buildingCodes } from './codes/building.js';
import { compilingCodes } from './codes/compiling.js';
import { formattingCodes } from './codes/formatting.js';
import { lintingCodes } from './codes/linting.js';
import { readingCodes } from './codes/reading.js';
import { schemaCodes } from './codes/schema.js';
import { templatingCodes } from './codes/templating.js';
import { themingCodes } from './codes/theming.js';
import type { CodeEntry } from './codes/code.js';

export type { CodeEntry } from './codes/code.js';

export const codes = {
  ...readingCodes,
  ...schemaCodes,
  ...compilingCodes,
  ...lintingCodes,
  ...themingCodes,
  ...templatingCodes,
  ...buildingCodes,
  ...formattingCodes,
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;

/** A diagnostic with the severity that its code has in the table. */
export function diagnose(
  code: Code,
  message: string,
  span: Span | undefined,
  more: Pick<Diagnostic, 'hint' | 'related' | 'fix'> = {},
): Diagnostic {
  return { code, severity: codes[code].severity, message, ...(span && { span }), ...more };
}
