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
import { endOfLine, firstWord, startOfLine } from './text-places.js';

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

/** Where one of these has thrown the structure out of joint … */
const structural: ReadonlySet<SyntaxFault['code']> = new Set([
  'yaml-tab',
  'yaml-indent',
  'yaml-quote-open',
  'yaml-bracket-open',
  'yaml-colon-missing',
]);
/** … every line after it may stand in a wrong place, without being wrong. */
const consequential: ReadonlySet<SyntaxFault['code']> = new Set(['yaml-indent', 'yaml-syntax']);
/** … and so may a value that is taken for a key. */
const isValueAsKey = ({ code, from }: SyntaxFault, text: string): boolean =>
  code === 'yaml-colon-missing' && firstWord(text, startOfLine(text, from)) !== from;

export function syntax({ errors, root }: Parsed, text: string): Syntax {
  const faults: SyntaxFault[] = [];
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT');
  // What the parser stumbles over on the rest of the line is nearly always the same mistake again.
  let quietUntil = -1;
  let looks = 0;
  for (const error of errors) {
    // An editor that writes tabs writes them on every line: one mistake.
    if (error.code === 'TAB_AS_INDENT' && error !== tabs[0]) continue;
    // The package takes a line that starts with % for an instruction, after which a line --- must follow.
    if (error.message.startsWith('Missing directives-end') && faults.length > 0) continue;
    const [from, to] = error.pos;
    if (from <= quietUntil) continue;
    // Each look may go through the whole file.
    if (faults.length === maxFaults || ++looks > 5 * maxFaults) break;
    const line = text.slice(from, endOfLine(text, from));
    const fault = tell({ error, from, to, line, text, root, tabs: tabs.length });
    if (isEcho(fault, faults, text)) continue;
    faults.push(fault);
    for (const offset of [from, to - 1, fault.from]) quietUntil = Math.max(quietUntil, endOfLine(text, offset));
  }
  const isHarmless = ({ code, message }: Parsed['errors'][number]): boolean =>
    harmless.has(code) || textAsBlock.test(message) || tagWithoutSpace.test(message);
  return { faults, sound: errors.every(isHarmless) };
}

function isEcho(fault: SyntaxFault, faults: readonly SyntaxFault[], text: string): boolean {
  const isConsequence = consequential.has(fault.code) || isValueAsKey(fault, text);
  return faults.some(
    ({ code, from }) => (structural.has(code) && isConsequence) || (code === fault.code && from === fault.from),
  );
}
