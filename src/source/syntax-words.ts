/**
 * What is said of broken YAML: the faults that more than one rule finds, in the words of somebody who writes processes.
 *
 * Separate from the rules, which know the package's errors; nothing here does.
 */
import { quote } from '../base/quote.js';
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
}

export function tag(words: string, from: number): SyntaxFault {
  const message = `${quote(words)} is a YAML tag, and the flow language has no tags.`;
  const hint = 'Delete it; if it belongs to the text, put the whole text in quotes.';
  return { code: 'yaml-tag', message, hint, from, to: from + words.length };
}

export function signAtStart(line: string, from: number): SyntaxFault {
  const message = `A text cannot start with ${quote(line.slice(0, 1))} in YAML.`;
  const words = line.replace(/\s+#.*$/u, '').trimEnd();
  return { code: 'yaml-quotes-needed', message, hint: `Write ${quoted(line)}.`, from, to: from + words.length };
}

/** Indentation with a space that looks like one and, to YAML, is a letter: it comes from Chinese keyboards and web pages. */
export function oddSpace(text: string, offset: number): SyntaxFault | undefined {
  const here = startOfLine(text, offset);
  const indent = firstWord(text, here) - here;
  // Such a line closes what it seems to belong to, so that only the line after it does not fit. One that stands deeper is part of a text.
  for (const start of [here, startOfLine(text, Math.max(here - 1, 0))]) {
    const found = /^ *([\u00A0\u2000-\u200B\u3000\uFEFF])/u.exec(text.slice(start, endOfLine(text, start)));
    if (found?.[1] === undefined || (start !== here && found[0].length > indent)) continue;
    return oddSpaceAt(start + found[0].length - 1, found[1]);
  }
  return undefined;
}

function oddSpaceAt(from: number, space: string): SyntaxFault {
  const name = `U+${(space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = `This line is indented with a space (${name}) that is none to YAML.`;
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
  return `${quote(line)} is no entry: there is no colon with a space after it.`;
}

/** What is wrong with a line or key that should hold a colon. */
export function colonHint(line: string): string {
  if (/^[^:]*：/u.test(line))
    return 'The colon here is a full-width one (：). Write an ordinary colon and a space: `name: 签订合同`.';
  if (/^[^:]*:\u3000/u.test(line)) return 'The space after the colon is a full-width one. Type an ordinary space.';
  const glued = /^([\p{L}\p{N}_-]+):(\S.*)$/u.exec(line.trimEnd());
  if (glued) return `Write a space after the colon: ${String(glued[1])}: ${String(glued[2])}`;
  return 'Every entry is written `key: value`.';
}

/** The author's words as YAML text in quotes. */
export function quoted(words: string): string {
  const line = words.replace(/\s+#.*$/u, '').trim();
  return line.length > 60 ? "the text in quotes: '…'" : `'${line.replaceAll("'", "''")}'`;
}
