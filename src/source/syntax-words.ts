/**
 * What is said of broken YAML: the faults that more than one rule finds, in the words of somebody who writes processes.
 *
 * Separate from the rules, which know the package's errors; nothing here does.
 */
import { quote } from '../base/quote.js';
import { codePoint, oddSpaces, ordinary, wideSigns } from '../base/wide-signs.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { endOfLine, endOfWords, firstWord, startOfLine } from './text-places.js';

export interface SyntaxFault {
  readonly code:
    | 'yaml-syntax'
    | 'yaml-tab'
    | 'yaml-indent'
    | 'yaml-quote-open'
    | 'yaml-bracket-open'
    | 'yaml-quotes-needed'
    | 'yaml-colon-missing'
    | 'yaml-comma'
    | 'yaml-escape'
    | 'yaml-tag'
    | 'yaml-alias'
    | 'yaml-key';
  readonly message: string;
  readonly hint?: string;
  readonly from: number;
  readonly to: number;
  /** What to put in place of what, where that mends it. */
  readonly edits?: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

export function tag(words: string, from: number): SyntaxFault {
  const message = `${quote(words)} is a YAML tag, and the flow language has no tags.`;
  const hint = 'Delete it; if it belongs to the text, put the whole text in quotes.';
  return { code: 'yaml-tag', message, hint, from, to: from + words.length };
}

/** `>-` and the like, with a text on the lines below it. */
const blockHeader = /^[|>][+\-1-9]{0,2}(?=[ \t]*(?:#.*)?[\r\n])/u;

export function signAtStart(line: string, from: number): SyntaxFault {
  const [header] = blockHeader.exec(line) ?? [];
  if (header !== undefined) {
    const message = `Within brackets no text over several lines can begin with ${quote(header)}.`;
    const hint = 'Put the text on one line, in quotes, or write the entry without brackets, one property a line.';
    return { code: 'yaml-quotes-needed', message, hint, from, to: from + header.length };
  }
  const message = `A text cannot start with ${quote(line.slice(0, 1))} in YAML.`;
  const words = line.replace(/\s+#.*$/u, '').trimEnd();
  return { code: 'yaml-quotes-needed', message, hint: `Write ${quoted(line)}.`, from, to: from + words.length };
}

const oddIndent = new RegExp(`^ *([${oddSpaces}])`, 'u');
const oddAfterColon = new RegExp(`^[^:]*:([${oddSpaces}])`, 'u');

/** Indentation with a space that looks like one and, to YAML, is a letter: it comes from Chinese keyboards and web pages. */
export function oddSpace(text: string, offset: number): SyntaxFault | undefined {
  const here = startOfLine(text, offset);
  const indent = firstWord(text, here) - here;
  // Such a line closes what it seems to belong to, so that only the line after it does not fit. One that stands deeper is part of a text.
  for (const start of [here, startOfLine(text, Math.max(here - 1, 0))]) {
    const found = oddIndent.exec(text.slice(start, endOfLine(text, start)));
    if (found?.[1] === undefined || (start !== here && found[0].length > indent)) continue;
    return oddSpaceAt(start + found[0].length - 1, found[1]);
  }
  return undefined;
}

export function oddSpaceAt(from: number, space: string): SyntaxFault {
  const message = `This line is indented with a space (${codePoint(space)}) that is none to YAML.`;
  return { code: 'yaml-indent', message, hint: 'Type ordinary spaces in its place.', from, to: from + 1 };
}

export function openQuote(text: string, sign: string, from: number): SyntaxFault {
  const hint = `Close the text with ${sign}. If it goes over several lines, indent all of them deeper than its key.`;
  const message = `The quote ${sign} that opens here is never closed.`;
  return { code: 'yaml-quote-open', message, hint, from, to: endOfWords(text, from) };
}

export function misplaced(text: string, from: number): SyntaxFault {
  const message = text.startsWith('- ', from)
    ? 'A list item stands here where an entry "key: value" must stand.'
    : 'The indentation of this line fits none of the lines above it.';
  const hint = 'What belongs together starts in the same column; what belongs to it stands two spaces deeper.';
  return { code: 'yaml-indent', message, hint, from, to: endOfWords(text, from) };
}

export function noKey(text: string, from: number): SyntaxFault {
  const hint = text.slice(from - 1, from + 2).includes('{{')
    ? 'Nothing in a flow is filled in by a template. If the brackets belong to the text, put it in quotes.'
    : 'Before the colon stands one word or text. A text that starts with [ { * or ? goes in quotes.';
  return { code: 'yaml-key', message: 'The key of this entry is no word.', hint, from, to: endOfWords(text, from) };
}

export function noEntry(line: string): string {
  const space = oddAfterColon.exec(line)?.[1];
  if (space !== undefined)
    return `${quote(line)} is no entry: the space after its colon (${codePoint(space)}) is none to YAML.`;
  return `${quote(line)} is no entry: there is no colon with a space after it.`;
}

/** What is wrong with a line or key that should hold a colon. */
export function colonHint(line: string): string {
  if (/^[^:]*：.*[，、]\s*[\p{L}\p{N}_-]+[:：]/u.test(line))
    return `The colons and commas here are full-width ones. Write ordinary ones, each with a space after it: ${quote(ordinary(line), 60).slice(1, -1)}.`;
  if (/^[^:]*：/u.test(line))
    return 'The colon here is a full-width one (：). Write an ordinary colon and a space: `name: 签订合同`.';
  const space = oddAfterColon.exec(line)?.[1];
  if (space === '\u3000') return 'The space after the colon is a full-width one. Type an ordinary space.';
  if (space !== undefined) return 'Type an ordinary space in its place.';
  const glued = /^([\p{L}\p{N}_-]+):(\S.*)$/u.exec(line.trimEnd());
  if (glued) return `Write a space after the colon: ${String(glued[1])}: ${String(glued[2])}`;
  return 'Every entry is written `key: value`.';
}

/** Full-width signs from here to the end of the words, of which the first is shown. */
export function wideFault(words: string, from: number): SyntaxFault | undefined {
  const wide = wideSigns(words);
  if (wide === undefined) return undefined;
  const edits = wide.edits.map((edit) => ({ ...edit, from: from + edit.from, to: from + edit.to }));
  const at = from + wide.first;
  const code = words[wide.first] === '：' ? 'yaml-colon-missing' : 'yaml-comma';
  return { code, message: wide.message, hint: wide.hint, from: at, to: at + 1, edits };
}

/**
 * `登记线索：{name: 登记}`: a line whose key ends with a full-width colon, so that the parser takes it and what follows up to the first
 * ordinary colon for the key. `offset` is anywhere on the line. A list item is only meant where a bracket follows: a text may begin so.
 */
export function wideColonAfterKey(text: string, offset: number): SyntaxFault | undefined {
  const start = startOfLine(text, offset);
  const line = text.slice(start, endOfLine(text, start));
  const found = /^ *(- +)?[\p{L}\p{N}_-]+[ \t]*：[ \t\u3000]*/u.exec(line);
  if (found === null) return undefined;
  const [head, item] = found;
  const rest = line.slice(head.length);
  if (item !== undefined && !/^[[{]/u.test(rest)) return undefined;
  const colon = head.lastIndexOf('：');
  const fault = wideFault(head.slice(colon), start + colon);
  const mended = `${head
    .slice(0, colon)
    .replace(/^ *(?:- +)?/u, '')
    .trimEnd()}: ${rest.trimEnd()}`;
  return fault && { ...fault, hint: `Write an ordinary colon and a space: ${quote(mended, 60).slice(1, -1)}.` };
}

/** `{type: wait，name: 回访}`: a full-width comma where the next key begins; one inside a text is none of our business. */
export function wideComma(line: string, from: number): SyntaxFault | undefined {
  const found = /[，、][ \t\u3000]*[\p{L}\p{N}_-]+[ \t]*(?:: |:$|：)/u.exec(line);
  if (found === null) return undefined;
  const words = line.slice(found.index + found[0].length);
  // Only those further commas that stand before a key as well: a name may hold its own.
  const more = Array.from(
    words.matchAll(/[，、](?=[ \t\u3000]*[\p{L}\p{N}_-]+[ \t]*(?:: |：))/gu),
    ({ index }) => index,
  );
  const first = wideFault(found[0].slice(0, 1), from + found.index);
  if (first === undefined) return undefined;
  const offset = from + found.index + found[0].length;
  const edits = [
    ...(first.edits ?? []),
    ...more.map((index) => ({ from: offset + index, to: offset + index + 1, text: ', ' })),
  ];
  const key = found[0].replace(/^[，、][ \t\u3000]*/u, '').replace(/[ \t]*(?:: ?|：)$/u, '');
  return { ...first, hint: `Write an ordinary comma and a space before ${quote(key)}.`, edits };
}

/** The author's words as YAML text in quotes. */
export function quoted(words: string): string {
  const line = words.replace(/\s+#.*$/u, '').trim();
  return line.length > 60 ? "the text in quotes: '…'" : `'${line.replaceAll("'", "''")}'`;
}

/** What goes with a fault's message into its diagnostic. */
export function remedyOf({ hint, edits }: SyntaxFault, file: string): Pick<Diagnostic, 'hint' | 'fix'> {
  const all = edits?.map((edit) => ({ file, ...edit }));
  return {
    ...(hint !== undefined && { hint }),
    ...(all !== undefined && { fix: { title: 'Write ordinary signs', safe: false, edits: all } }),
  };
}
