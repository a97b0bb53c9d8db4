/**
 * What the outline of a schema says about one definition: which keys, items or branches it has.
 *
 * The outlines themselves are generated from `schemas/`; this is their type, and the only thing here that is written by hand.
 */
export type Shape =
  /** A map with known keys. Values are names of shapes, or `constant`, `string`, `number`, `boolean`. */
  | { readonly kind: 'object'; readonly properties: Readonly<Record<string, string>>; readonly required: readonly string[] }
  /** A map whose keys are the author's. */
  | { readonly kind: 'map'; readonly keys: string; readonly entries: string }
  | { readonly kind: 'list'; readonly items: string }
  /** One of several words. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'scalar'; readonly type: readonly string[] }
  /** Which shape holds is told by the sort of value … */
  | { readonly kind: 'by-type'; readonly types: Readonly<Record<string, string>> }
  /** … by whether the map has a certain key … */
  | { readonly kind: 'by-key'; readonly key: string; readonly then: string; readonly otherwise: string }
  /** … or by the word under a certain key. */
  | {
      readonly kind: 'by-property';
      readonly property: string;
      readonly cases: Readonly<Record<string, string>>;
      readonly fallback: string;
    };

export type Outline = Readonly<Record<string, Shape>>;
