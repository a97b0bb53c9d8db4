/**
 * What a YAML text says together with how its author set it: comments, empty lines, anchors, styles.
 *
 * Neither the package's nodes, which attach comments by rules of their own and drop where they stood, nor its tokens, which are the text
 * itself. Invariant: every comment of the text is in here once, in the order of the text.
 */

/** A comment with a line of its own. */
export interface Note {
  readonly text: string;
  /** An empty line stands above it. */
  blank: boolean;
}

/** A comment at the end of a line. */
export interface Tail {
  readonly text: string;
  /** Where it begins, in cells of a terminal, and how many of them are empty in front of it. Absent if it stood elsewhere. */
  readonly column?: number;
  readonly gap?: number;
}

/** A text, number, word or nothing on one line or several; `style` is that of the source. */
export interface Leaf {
  readonly kind: 'leaf';
  /** Anchor and tag, with a space behind each; empty for most. */
  readonly props: string;
  readonly style: 'plain' | 'single' | 'double' | 'alias' | 'empty';
  /** As written. */
  readonly source: string;
  /** What it says as a text; of an alias its source. */
  readonly value: string;
  /** Whether it stands on a line below its key. */
  readonly below: boolean;
}

/** A text after `|` or `>`. */
export interface BlockText {
  readonly kind: 'block';
  readonly props: string;
  readonly sign: '|' | '>';
  readonly chomp: '' | '-' | '+';
  /** Without the indentation. */
  readonly lines: readonly string[];
}

export interface Collection {
  readonly kind: 'map' | 'list';
  readonly props: string;
  /** Whether it stands between brackets. */
  readonly flow: boolean;
  entries: Entry[];
  /** Comments behind the last entry. */
  readonly end: Note[];
}

export type Node = Leaf | BlockText | Collection;

export interface Entry {
  /** Comments above it. */
  lead: Note[];
  /** An empty line stands directly above it, below its comments. */
  blank: boolean;
  /** Absent in a list. */
  key?: Leaf;
  /** A key without even a colon, as in `{a, b}`. */
  bare?: boolean;
  value: Node;
  tail?: Tail;
  /** Comments between its key or dash and its value; `place` finds them a better place. */
  inner: Tail[];
}

export interface Page {
  /** What stands above the content, line by line: directives, comments, `---`. */
  readonly head: readonly HeadLine[];
  readonly root: Collection;
  /** What stands below it: `...` and comments. */
  readonly foot: readonly HeadLine[];
}

export interface HeadLine {
  text: string;
  readonly blank: boolean;
}

export function isCollection(node: Node): node is Collection {
  return node.kind === 'map' || node.kind === 'list';
}
