/**
 * From the YAML package's errors to one fault per mistake.
 *
 * Separate from the wording: here it is decided which errors are only the echo of an earlier one, and whether the data can be
 * trusted in spite of them.
 */
import type { Parsed } from './parse.js';
import { maxFaults } from './limits.js';
import { tagWithoutSpace, tell, textAsBlock } from './syntax-rules.js';
import type { SyntaxFault } from './syntax-words.js';
import { endOfLine } from './text-places.js';

/** Errors after which the data still says what its author meant. */
const harmless: ReadonlySet<string> = new Set([
  'BAD_SCALAR_START',
  'BAD_DQ_ESCAPE',
  'BAD_DIRECTIVE',
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
  'KEY_OVER_1024_CHARS',
]);

export interface Syntax {
  readonly faults: readonly SyntaxFault[];
  readonly sound: boolean;
}

export function syntax({ errors, root }: Parsed, text: string): Syntax {
  const faults: SyntaxFault[] = [];
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT').length;
  let tabsToTell = 1;
  // What the parser stumbles over on the rest of the line is nearly always the same mistake again.
  let quietUntil = -1;
  for (const error of errors) {
    const [from, to] = error.pos;
    // An editor that writes tabs writes them on every line: one mistake.
    if (from <= quietUntil || (error.code === 'TAB_AS_INDENT' && tabsToTell-- <= 0)) continue;
    if (faults.length === maxFaults) break;
    const fault = tell({ error, from, to, line: text.slice(from, endOfLine(text, from)), text, root, tabs });
    faults.push(fault);
    // The rest of a file is not read after an instruction that YAML does not know.
    if (error.code === 'BAD_DIRECTIVE') quietUntil = root === null ? text.length : quietUntil;
    for (const offset of [from, to - 1, fault.from]) quietUntil = Math.max(quietUntil, endOfLine(text, offset));
  }
  return {
    faults,
    sound: errors.every(
      (error) => harmless.has(error.code) || textAsBlock.test(error.message) || tagWithoutSpace.test(error.message),
    ),
  };
}
