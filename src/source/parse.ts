/**
 * Text to YAML nodes, within limits.
 *
 * The one place that drives the `yaml` package. It feeds the package's own lexer and parser token by token, because only between
 * tokens can a file that is nested ten thousand levels deep be stopped before something recursive has to build, or free, it.
 */
import { Composer, Lexer, Parser, type CST, type ParsedNode, type YAMLError } from 'yaml';
import { maxDepth, maxTokens } from './limits.js';

export interface Parsed {
  /** The first document's content; null if there is none. */
  readonly root: ParsedNode | null;
  /** In the order of the text. */
  readonly errors: readonly YAMLError[];
  /** Where a second document starts. */
  readonly second?: number;
  /** Which limit the text breaks, and where; nothing else is known then. */
  readonly limit?: { readonly kind: 'depth' | 'tokens'; readonly offset: number };
}

/** Warnings that say that the author's words would get lost. */
const told: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE', 'BAD_DIRECTIVE']);

export function parse(text: string): Parsed {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const before = parser.offset;
    let stray = false;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      stray ||= token.type === 'error';
    }
    // After something that cannot follow a document, every further token is an error; the first one says it all.
    if (stray) break;
    if (parser.stack.length > maxDepth) return { root: null, errors: [], limit: { kind: 'depth', offset: before } };
    // Each escape in a quoted text can be a mistake of its own.
    count += lexeme.startsWith('"') ? lexeme.split('\\').length : 1;
    if (count > maxTokens) return { root: null, errors: [], limit: { kind: 'tokens', offset: before } };
  }
  tokens.push(...parser.end());
  return compose(tokens, text.length);
}

function compose(tokens: readonly CST.Token[], end: number): Parsed {
  const composer = new Composer({
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    // Found while the data is built, with the place of the first; the package would compare every key with every other.
    uniqueKeys: false,
  });
  // Error objects draw a stack trace each, which takes ten times as long as parsing a file full of mistakes.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const [first, second] = composer.compose(tokens, true, end);
    const errors = [...(first?.errors ?? []), ...(first?.warnings ?? []).filter((warning) => told.has(warning.code))];
    errors.sort((a, b) => a.pos[0] - b.pos[0]);
    return { root: first?.contents ?? null, errors, ...(second && { second: second.range[0] }) };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
