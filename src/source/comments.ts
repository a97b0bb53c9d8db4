/**
 * The comments of a text, by the lexer of the `yaml` package: a `#` inside a quoted or block text is none.
 *
 * Separate from parsing, which attaches comments to nodes by rules of its own and drops where they stood.
 */
import { Lexer } from 'yaml';

export interface Comment {
  /** UTF-16 offset of the `#`. */
  readonly offset: number;
  /** From the `#` to the end of the line. */
  readonly text: string;
  /** Nothing but spaces stands before it on its line. */
  readonly ownLine: boolean;
}

/** What the lexer puts in front of a scalar, and other signs of its own that are not in the text. */
const scalarFollows = '\u001f';
const signs: ReadonlySet<string> = new Set([scalarFollows, '\u0002', '\u0018']);

export function commentsOf(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let inScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (signs.has(lexeme)) {
      inScalar = lexeme === scalarFollows;
      continue;
    }
    if (!inScalar && lexeme.startsWith('#')) {
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
      comments.push({ offset, text: lexeme, ownLine: line.trim() === '' });
    }
    inScalar = false;
    offset += lexeme.length;
  }
  return comments;
}
