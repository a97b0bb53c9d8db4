/**
 * From the YAML package's errors to one fault per mistake.
 *
 * Separate from the wording: here it is decided which errors are only the echo of an earlier one, and whether the data can be
 * trusted in spite of them.
 */
import type { Parsed } from './parse.js';
import { visit, type ParsedNode } from 'yaml';
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

/** After the structure is out of joint, every line may stand in a wrong place without being wrong … */
const alwaysEcho: ReadonlySet<SyntaxFault['code']> = new Set(['yaml-indent', 'yaml-syntax', 'yaml-comma']);
/** … and on the next few lines keys are taken for values and values for keys. */
const echoNearby: ReadonlySet<SyntaxFault['code']> = new Set(['yaml-colon-missing', 'yaml-quotes-needed']);
const nearby = 3;
/** Each candidate may take a look at the whole file. */
const maxCandidates = 5 * maxFaults;

interface Found {
  readonly fault: SyntaxFault;
  readonly line: number;
  readonly isHarmless: boolean;
  /** What is taken for a key stands behind one, or is an item of a list. */
  readonly isValue: boolean;
}

export function syntax({ errors, root }: Parsed, text: string, lineOf: (offset: number) => number): Syntax {
  const candidates: Found[] = [];
  const nodes = errors.length === 0 ? [] : allNodes(root);
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT');
  // What the parser stumbles over on the rest of the line is nearly always the same mistake again.
  let quietUntil = -1;
  for (const error of errors) {
    // An editor that writes tabs writes them on every line: one mistake.
    if (error.code === 'TAB_AS_INDENT' && error !== tabs[0]) continue;
    // The package takes a line that starts with % for an instruction, after which a line --- must follow.
    if (error.message.startsWith('Missing directives-end') && candidates.length > 0) continue;
    const [from, to] = error.pos;
    if (from <= quietUntil && from !== candidates.at(-1)?.fault.from) continue;
    if (candidates.length === maxCandidates) break;
    const line = text.slice(from, endOfLine(text, from));
    const fault = tell({ error, from, to, line, text, nodes, tabs: tabs.length });
    candidates.push({ fault, line: lineOf(fault.from), isHarmless: isHarmless(error), isValue: isValue(fault, text) });
    quietUntil = Math.max(quietUntil, endOfLine(text, from), endOfLine(text, to - 1));
  }
  // A bracket or quote left open is found where it should have been closed, and explains what came in between.
  candidates.sort((a, b) => a.fault.from - b.fault.from || rank(a) - rank(b));
  const found: Found[] = [];
  for (const candidate of candidates)
    if (!holdsCause(candidate, candidates) && !isEcho(candidate, found)) found.push(candidate);
  return { faults: found.slice(0, maxFaults).map(({ fault }) => fault), sound: errors.every(isHarmless) };
}

function allNodes(root: ParsedNode | null): readonly ParsedNode[] {
  const nodes: ParsedNode[] = [];
  visit(root, {
    Node(_key, node) {
      nodes.push(node as ParsedNode);
    },
  });
  return nodes;
}

/** Of two faults at the same place, the plainer one speaks. */
function rank({ fault: { code } }: Found): number {
  return code === 'yaml-quote-open' || code === 'yaml-bracket-open' ? 0 : 1;
}

/** A quote or an inner bracket that is left open keeps the bracket around it open too. */
function holdsCause({ fault, line }: Found, candidates: readonly Found[]): boolean {
  if (fault.code !== 'yaml-bracket-open' || fault.to > fault.from + 1) return false;
  return candidates.some(
    (other) =>
      other.line === line &&
      other.fault.from > fault.from &&
      (other.fault.code === 'yaml-quote-open' || other.fault.code === 'yaml-bracket-open'),
  );
}

function isValue({ code, from }: SyntaxFault, text: string): boolean {
  if (code !== 'yaml-colon-missing') return false;
  return text.startsWith('- ', from) || firstWord(text, startOfLine(text, from)) !== from;
}

function isHarmless({ code, message }: Parsed['errors'][number]): boolean {
  // A comma at the start of a line is a slip that takes its line apart, and not the beginning of a text.
  if (code === 'BAD_SCALAR_START' && message.endsWith(' ,')) return false;
  return harmless.has(code) || textAsBlock.test(message) || tagWithoutSpace.test(message);
}

function isEcho(
  { fault: { code }, line, isHarmless: isSmall, isValue: behindKey }: Found,
  found: readonly Found[],
): boolean {
  return found.some((earlier) => {
    if (earlier.line === line) return true;
    if (earlier.isHarmless || isSmall) return alwaysEcho.has(code) && line - earlier.line <= 1;
    return alwaysEcho.has(code) || behindKey || (echoNearby.has(code) && Math.abs(line - earlier.line) <= nearby);
  });
}
