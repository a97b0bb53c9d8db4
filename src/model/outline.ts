/**
 * The outline of a schema: what may stand where, without patterns, words and examples.
 *
 * In the model, because two stages read it that know nothing of each other: the one that explains what is wrong with a text, and the
 * one that sets it anew. The outlines themselves are generated from `schemas/`.
 */
export type Shape =
  /** A map with known keys. Values are names of shapes, or `constant`, `string`, `number`, `boolean`. */
  | {
      readonly kind: 'object';
      readonly properties: Readonly<Record<string, string>>;
      readonly required: readonly string[];
    }
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
      /** The shape of the words themselves. */
      readonly values: string;
      readonly cases: Readonly<Record<string, string>>;
      readonly fallback: string;
    };

export type Outline = Readonly<Record<string, Shape>>;

/** As much of a value as tells which of several shapes it has. */
export interface Glimpse {
  /** As `typeof` says it, but `array`. */
  readonly type: string;
  has(key: string): boolean;
  /** What stands under a key; undefined if nothing does. */
  get(key: string): unknown;
}

/** Own properties only: outlines are plain objects, and an author may well write `constructor`. */
export function shapeOf(outline: Outline, name: string): Shape | undefined {
  return Object.hasOwn(outline, name) ? outline[name] : undefined;
}

/** The name of the shape that a value has among those that `name` allows; `name` itself if none fits. */
export function chooseShape(outline: Outline, name: string, value: Glimpse): string {
  const shape = shapeOf(outline, name);
  let chosen: string | undefined;
  if (shape?.kind === 'by-type') {
    chosen = shape.types[value.type];
  } else if (shape?.kind === 'by-key') {
    chosen = value.has(shape.key) ? shape.then : shape.otherwise;
  } else if (shape?.kind === 'by-property') {
    const word = value.get(shape.property);
    if (word === undefined) chosen = shape.fallback;
    else if (typeof word === 'string' && Object.hasOwn(shape.cases, word)) chosen = shape.cases[word];
  }
  return chosen === undefined ? name : chooseShape(outline, chosen, value);
}

/** The name of the shape that belongs under a key or index of a value with the shape `name`, which is one that was chosen. */
export function childShape(outline: Outline, name: string, key: string | number): string {
  const shape = shapeOf(outline, name);
  if (shape?.kind === 'list') return shape.items;
  if (shape?.kind === 'map') return shape.entries;
  if (shape?.kind === 'by-property' && key === shape.property) return shape.values;
  if (shape?.kind === 'object' && Object.hasOwn(shape.properties, key)) return shape.properties[key] ?? 'unknown';
  return 'unknown';
}
