/**
 * A change to a flow file, said by paths and plain values: what a fix proposes.
 *
 * Separate from `Edit`, which is characters of a text: who finds a fault knows the process and not the text, and only `source/`
 * knows how a change is written so that comments and formatting stay.
 */
export type PathStep = string | number;

/** A value as YAML would read it. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

interface At {
  readonly file: string;
  /** As for `Locate`: `['nodes', 'capture', 'next', 0]`. */
  readonly path: readonly PathStep[];
}

export type Change =
  /** Gives the entry this value; adds it (as the last of its map) where there is none. */
  | (At & { readonly kind: 'set'; readonly value: PlainValue })
  /** Takes an entry of a map or an item of a list away; its comments stay. */
  | (At & { readonly kind: 'remove' })
  /** Another key for the same value. */
  | (At & { readonly kind: 'rename'; readonly key: string })
  /** A new item in front of item `index` of the list at `path`. */
  | (At & { readonly kind: 'insert'; readonly index: number; readonly value: PlainValue });
