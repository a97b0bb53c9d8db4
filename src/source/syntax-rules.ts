/**
 * YAML errors told to somebody who writes processes and not parsers: what is wrong, where it begins, what to write instead.
 *
 * Separate because this is the only place that knows the package's error codes and messages. Each rule may look at
 * the text around its error, because the cause often stands before the place where the parser gave up: an opening quote, a
 * bracket, a colon without a space. The first rule that matches speaks; the last one repeats the package's own words, so that a
 * new version of the package makes a message plainer or clumsier, but never loses one.
 */
import { isCollection, isScalar, type ParsedNode, type YAMLError } from 'yaml';
import { quote } from '../base/quote.js';
import {
  colonHint,
  misplaced,
  noEntry,
  noKey,
  oddSpace,
  openQuote,
  quoted,
  signAtStart,
  tag,
  wideColonAfterKey,
  wideComma,
  wideFault,
  type SyntaxFault,
} from './syntax-words.js';
import { endOfLine, endOfWords, firstWord, startOfLine } from './text-places.js';

export interface Trouble {
  readonly error: YAMLError;
  readonly from: number;
  readonly to: number;
  /** The text from the error to the end of its line. */
  readonly line: string;
  readonly text: string;
  /** All nodes that could be made of the file, in its order. */
  readonly nodes: readonly ParsedNode[];
  /** How many lines of the file are indented with tabs. */
  readonly tabs: number;
}

interface Rule {
  readonly codes: readonly YAMLError['code'][];
  readonly says?: RegExp;
  tell(trouble: Trouble): SyntaxFault | undefined;
}

/** `target: >= 20%` without quotes: to YAML a block text with an impossible header. */
export const textAsBlock = /^Block scalar header includes|^Not a YAML token/u;

/** `!重要` and the like: what follows is read as a text of its own. */
export const tagWithoutSpace = /^Tags and anchors must be separated/u;

const rules: readonly Rule[] = [
  {
    codes: ['TAB_AS_INDENT'],
    tell({ from, to, tabs }) {
      const more = tabs === 1 ? '' : ` The same on ${String(tabs - 1)} more ${tabs === 2 ? 'line' : 'lines'}.`;
      const message = 'This line is indented with a tab; YAML allows only spaces.';
      return { code: 'yaml-tab', message, hint: `Use two spaces per level.${more}`, from, to };
    },
  },
  {
    codes: ['BAD_DQ_ESCAPE'],
    tell({ error, text, from, to }) {
      const sequence = error.message.slice(error.message.lastIndexOf(' ') + 1);
      const hint = "Write \\\\ for a backslash, or put the text in '…', where a backslash is only itself.";
      return {
        code: 'yaml-escape',
        message: `${quote(sequence)} has no meaning inside "…".`,
        hint,
        ...mark(text, sequence, from, to),
      };
    },
  },
  {
    codes: ['BAD_SCALAR_START', 'BAD_ALIAS'],
    tell({ text, nodes, from, line }) {
      const node = lastNode(nodes, from + 1, (candidate) => candidate.range[0] === from);
      const words = node === undefined ? line : text.slice(from, node.range[1]);
      // `* Call`: an alias without a name ends with its sign, and the text that was meant does not.
      if (words !== '*') return signAtStart(words, from);
      const isInBrackets = nodes.some(
        (each) => isCollection(each) && '[{'.includes(text[each.range[0]] ?? '') && covers(each, from),
      );
      return signAtStart(isInBrackets ? line.replace(/(?:,\s|[\]}]).*$/u, '').trimEnd() : line, from);
    },
  },
  {
    codes: ['BAD_DIRECTIVE'],
    says: /^Unknown directive/u,
    tell: ({ from, line }) => signAtStart(line, from),
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: textAsBlock,
    tell({ text, from }) {
      const start = Math.max(text.lastIndexOf('>', from), text.lastIndexOf('|', from));
      return signAtStart(text.slice(start, endOfLine(text, start)), start);
    },
  },
  {
    codes: ['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE'],
    tell: ({ text, from, to }) => tag(text.slice(from, to), from),
  },
  {
    // Only ASCII can be in a tag, so that !重要 ends after its sign.
    codes: ['MISSING_CHAR'],
    says: tagWithoutSpace,
    tell({ text, from }) {
      const start = Math.max(text.lastIndexOf(' ', from), text.lastIndexOf('\n', from)) + 1;
      const words = text.slice(start, endOfLine(text, start));
      return words.startsWith('!') ? tag(words.split(' ', 1)[0] ?? '!', start) : signAtStart(words, start);
    },
  },
  {
    codes: ['MISSING_CHAR'],
    says: /^Missing closing/u,
    tell({ error, text, from, nodes }) {
      const sign = error.message.includes('"') ? '"' : "'";
      const opening = lastNode(nodes, from, (node) => isScalar(node) && text[node.range[0]] === sign);
      return openQuote(text, sign, opening?.range[0] ?? from);
    },
  },
  {
    codes: ['MISSING_CHAR', 'BAD_INDENT'],
    says: /end with a [}\]]$/u,
    tell({ error, text, from, nodes }) {
      const [sign, closing] = error.message.endsWith('}') ? (['{', '}'] as const) : (['[', ']'] as const);
      const isOpen = (node: ParsedNode): boolean =>
        isCollection(node) && text[node.range[0]] === sign && text[node.range[1] - 1] !== closing;
      const start = lastNode(nodes, from, isOpen)?.range[0] ?? from;
      const hint = `Close it with ${closing}. If it goes over several lines, indent all of them deeper than its key.`;
      const message = `The bracket ${sign} that opens here is never closed.`;
      return { code: 'yaml-bracket-open', message, hint, from: start, to: start + 1 };
    },
  },
  {
    // `[a, b]: c`: the bracket cannot begin a key here.
    codes: ['IMPOSSIBLE'],
    tell: ({ text, from, line }) => (/^[[{]/u.test(line) ? noKey(text, from) : undefined),
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /^Unexpected (?:,|empty item) in/u,
    tell: ({ from }) => ({ code: 'yaml-comma', message: 'There is a comma too many here.', from, to: from + 1 }),
  },
  {
    codes: ['MISSING_CHAR', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY'],
    says: /^Missing , |^Block collections are not|^Implicit keys of flow/u,
    tell({ text, from, line }) {
      const wide = wideComma(line, from);
      if (wide !== undefined) return wide;
      const message = 'Between the entries inside {…} and […] there must be commas.';
      const hint = 'Put a comma where one entry ends. A text that contains ": " or ", " goes in quotes.';
      return { code: 'yaml-comma', message, hint, from, to: endOfWords(text, from) };
    },
  },
  {
    codes: ['MISSING_CHAR'],
    says: /^Comments must be/u,
    tell({ from, to }) {
      const hint = 'If the # belongs to the text, put the whole text in quotes.';
      return { code: 'yaml-syntax', message: 'A comment needs a space before its #.', hint, from, to };
    },
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /^Unexpected block-seq-ind on same line/u,
    tell({ text, from }) {
      const hint = 'Begin it on the next line, or write [a, b]. A text that starts with "- " goes in quotes.';
      return {
        code: 'yaml-indent',
        message: 'A list cannot begin on the line of its key.',
        hint,
        from,
        to: endOfWords(text, from),
      };
    },
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY'],
    says: /^Nested mappings/u,
    tell({ text, from, line }) {
      const wide = wideColonAfterKey(text, from);
      if (wide !== undefined) return wide;
      if (/:(?:\s|$)/u.test(line) || /^\?(?:\s|$)/u.test(line)) {
        const message = 'A text that contains ": " must be in quotes.';
        return {
          code: 'yaml-quotes-needed',
          message,
          hint: `Write ${quoted(line)}.`,
          from,
          to: endOfWords(text, from),
        };
      }
      const start = firstWord(text, endOfLine(text, from));
      const message = 'This line is indented deeper than the line before it allows.';
      const hint = `Nothing can belong to ${quote(line)}. Properties of one thing start in the same column.`;
      return { code: 'yaml-indent', message, hint, from: start, to: endOfWords(text, start) };
    },
  },
  {
    codes: ['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR'],
    says: /^Implicit (?:map )?keys/u,
    tell({ text, from, line }) {
      return {
        code: 'yaml-colon-missing',
        message: noEntry(line),
        hint: colonHint(line),
        from,
        to: endOfWords(text, from),
      };
    },
  },
  {
    codes: ['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR'],
    says: /same column$|sequence may not be used|^Sequence item without|^Block scalars? /u,
    tell: ({ text, from }) => misplaced(text, firstWord(text, startOfLine(text, from))),
  },
  {
    codes: ['UNEXPECTED_TOKEN'],
    says: /at node end$|in YAML (?:stream|document)/u,
    tell({ text, from, line, nodes }) {
      if (firstWord(text, startOfLine(text, from)) === from) return misplaced(text, from);
      const before = nodeEndingBefore(nodes, from);
      const sign = before === undefined ? '' : (text[before.range[0]] ?? '');
      if (before !== undefined && isScalar(before) && '"\''.includes(sign)) {
        // The quote that seems to open a second text closes a first one that was left open lines above.
        if (text.slice(before.range[0], before.range[1]).includes('\n')) return openQuote(text, sign, before.range[0]);
        const hint = `Put the whole text in quotes; ${sign === "'" ? "inside '…' write '' for '" : 'inside "…" write \\" for "'}.`;
        const message = `The text has already ended with its closing ${sign}.`;
        return { code: 'yaml-quotes-needed', message, hint, from, to: endOfWords(text, from) };
      }
      const comma = /^[，、](?=\s*(?:#.*)?$)/u.test(line) ? wideFault(line.slice(0, 1), from) : undefined;
      if (comma !== undefined) {
        return { ...comma, hint: 'Delete it: nothing follows.', edits: [{ from, to: from + 1, text: '' }] };
      }
      if (before !== undefined && '[{'.includes(sign) && !/^[\]}]/u.test(line)) {
        const whole = text.slice(before.range[0], endOfLine(text, from));
        const message = `A text cannot start with ${quote(sign)} in YAML.`;
        const hint = `Write ${quoted(whole)}.`;
        return { code: 'yaml-quotes-needed', message, hint, from: before.range[0], to: endOfWords(text, from) };
      }
      if (!/^[\]}]/u.test(line)) {
        const rest = `${quote(line)} is left over: what it follows has already ended.`;
        return {
          code: 'yaml-syntax',
          message: rest,
          hint: 'If it is one text, put all of it in quotes.',
          from,
          to: endOfWords(text, from),
        };
      }
      const message = `This ${line.slice(0, 1)} closes a bracket that was never opened.`;
      return { code: 'yaml-bracket-open', message, from, to: from + 1 };
    },
  },
];

export function tell(trouble: Trouble): SyntaxFault {
  const { error, from, to, text } = trouble;
  const space = oddSpace(text, from);
  if (space !== undefined) return space;
  for (const rule of rules) {
    if (!rule.codes.includes(error.code) || rule.says?.test(error.message) === false) continue;
    const fault = rule.tell(trouble);
    if (fault !== undefined) return fault;
  }
  return {
    code: 'yaml-syntax',
    message: `This is not valid YAML: ${error.message}.`,
    from,
    to: Math.min(to, text.length),
  };
}

/** The last node in the order of the text that begins before an offset and is of the wanted sort. */
function lastNode(
  nodes: readonly ParsedNode[],
  before: number,
  wanted: (node: ParsedNode) => boolean,
): ParsedNode | undefined {
  return nodes.findLast((node) => node.range[0] < before && wanted(node));
}

function covers({ range: [from, , to] }: ParsedNode, offset: number): boolean {
  return from <= offset && offset < to;
}

/** The node that ends nearest before an offset. */
function nodeEndingBefore(nodes: readonly ParsedNode[], offset: number): ParsedNode | undefined {
  let nearest: ParsedNode | undefined;
  for (const node of nodes) if (node.range[1] <= offset && node.range[1] > (nearest?.range[1] ?? -1)) nearest = node;
  return nearest;
}

/** Where a word stands near an error whose place is only roughly known. */
function mark(text: string, word: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const at = text.indexOf(word, from);
  return at === -1 || at > to + 1 ? { from, to } : { from: at, to: at + word.length };
}
