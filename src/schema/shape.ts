/** Follows the path of a value through the outline of a schema: what stands at each step, and what was meant to. */
import { childShape, chooseShape, type Glimpse, type Outline } from '../model/outline.js';

export { shapeOf, type Outline, type Shape } from '../model/outline.js';

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

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entry(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? (value as readonly unknown[])[key] : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function choose(outline: Outline, name: string, value: unknown): string {
  const seen: Glimpse = {
    type: Array.isArray(value) ? 'array' : typeof value,
    has: (key) => isMap(value) && Object.hasOwn(value, key),
    get: (key) => entry(value, key),
  };
  return chooseShape(outline, name, seen);
}
