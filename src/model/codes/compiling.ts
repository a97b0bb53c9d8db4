/** Codes of compiling: references between elements and files, and the rules of a flow that no schema can express. */
import type { CodeEntry } from './code.js';

export const compilingCodes = {} as const satisfies Record<string, CodeEntry>;
