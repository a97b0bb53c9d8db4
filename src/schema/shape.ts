/**
 * What the outline of a schema says about one definition: which keys, items or branches it has.
 *
 * The outlines themselves are generated from `schemas/`; this is their type, and the only thing here that is written by hand.
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

/** One step from the root towards a value: what stands there, and what was meant to. */
export interface Step {
  /** The key or index that leads here; the empty string for the root. */
  readonly key: string | number;
  /** The name of the shape as the schema refers to it, for example `next`. */
  readonly declared: string;
  /** The name after choosing among forms by the value, for example `branches`; equal to `declared` if none fits. */
  readonly shape: string;
  readonly value: unknown;
}

/** The steps from the root to the value at `pointer` (a JSON pointer); the first step is the root itself. */
export function follow(outline: Outline, root: string, data: unknown, pointer: string): readonly Step[] {
  const first: Step = { key: '', declared: root, shape: choose(outline, root, data), value: data };
  const steps = [first];
  let here = first;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const key = Array.isArray(here.value) ? Number(name) : name;
    const value = entry(here.value, key);
    const declared = childShape(outline, here.shape, key);
    here = { key, declared, shape: choose(outline, declared, value), value };
    steps.push(here);
  }
  return steps;
}

export function pathOf(steps: readonly Step[]): (string | number)[] {
  return steps.slice(1).map((step) => step.key);
}

/** Own properties only: outlines and data are plain objects, and an author may well write `constructor`. */
export function shapeOf(outline: Outline, name: string): Shape | undefined {
  return Object.hasOwn(outline, name) ? outline[name] : undefined;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entry(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? (value as readonly unknown[])[key] : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function childShape(outline: Outline, name: string, key: string | number): string {
  const shape = shapeOf(outline, name);
  if (shape?.kind === 'list') return shape.items;
  if (shape?.kind === 'map') return shape.entries;
  if (shape?.kind === 'by-property' && key === shape.property) return shape.values;
  if (shape?.kind === 'object' && Object.hasOwn(shape.properties, key)) return shape.properties[key] ?? 'unknown';
  return 'unknown';
}

function choose(outline: Outline, name: string, value: unknown): string {
  const shape = shapeOf(outline, name);
  let chosen: string | undefined;
  if (shape?.kind === 'by-type') {
    chosen = shape.types[Array.isArray(value) ? 'array' : typeof value];
  } else if (shape?.kind === 'by-key') {
    chosen = isMap(value) && Object.hasOwn(value, shape.key) ? shape.then : shape.otherwise;
  } else if (shape?.kind === 'by-property') {
    const word = entry(value, shape.property);
    if (word === undefined) chosen = shape.fallback;
    else if (typeof word === 'string' && Object.hasOwn(shape.cases, word)) chosen = shape.cases[word];
  }
  return chosen === undefined ? name : choose(outline, chosen, value);
}
