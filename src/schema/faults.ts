/**
 * What ajv reports, boiled down to one fault per mistake.
 *
 * Separate from the wording because this is where noise is taken out: the echo of a fault in each `if` above it, the same
 * wrong value reported by several keywords, the key that is both misspelt and missing. Invariant: two faults never have the
 * same cause, and a file that ajv refuses has at least one.
 */
import type { SchemaError } from './generated/validators.js';
import { isSynonym, nearestKey } from './nearest.js';
import { follow, isMap, shapeOf, type Outline, type Step } from './shape.js';

export type Fault =
  /** A key that the map must not have; `meant` is the one it most likely stands for. */
  | { readonly kind: 'unknown'; readonly steps: readonly Step[]; readonly key: string; readonly meant?: string }
  | { readonly kind: 'missing'; readonly steps: readonly Step[]; readonly key: string }
  /** A map with answers for keys where branches belong. */
  | { readonly kind: 'answers'; readonly steps: readonly Step[] }
  /** A key of the author's own that cannot be one. */
  | { readonly kind: 'key'; readonly steps: readonly Step[]; readonly key: string; readonly expected: string }
  /** A value of the wrong type or form, or none at all. */
  | { readonly kind: 'value' | 'empty' | 'version' | 'root'; readonly steps: readonly Step[] }
  /** The same item twice in a list. */
  | { readonly kind: 'repeated'; readonly steps: readonly Step[]; readonly first: number; readonly second: number }
  /** A key that excludes another one. */
  | { readonly kind: 'conflict'; readonly steps: readonly Step[]; readonly key: string };

export interface Contract {
  readonly outline: Outline;
  /** The shape of the whole file. */
  readonly root: string;
}

export function faultsOf(errors: readonly SchemaError[], data: unknown, contract: Contract): readonly Fault[] {
  const whole = wholeFile(data, contract);
  if (whole) return [whole];
  const faults: Fault[] = [];
  for (const [pointer, group] of byPlace(errors)) {
    const found = atPlace(group, follow(contract.outline, contract.root, data, pointer), contract.outline);
    for (const fault of found) faults.push(fault);
  }
  return withoutConsequences(faults);
}

/** Faults that make every other one meaningless. */
function wholeFile(data: unknown, { outline, root }: Contract): Fault | undefined {
  const steps = follow(outline, root, data, '');
  if (!isMap(data)) return { kind: 'root', steps };
  const shape = shapeOf(outline, root);
  const known = shape?.kind === 'object' ? Object.keys(shape.properties) : [];
  const keys = Object.keys(data);
  // A file of another tool has a `name`, perhaps, and much that means nothing here.
  const familiar = keys.filter((key) => known.includes(key) || nearestKey(key, known) !== undefined);
  const own = keys.includes('trackflow') || keys.includes('nodes');
  if (!own && familiar.length <= keys.length / 2) return { kind: 'root', steps };
  const version = data['trackflow'];
  const other = Object.hasOwn(data, 'trackflow') && typeof version === 'number' && version !== 1;
  return other ? { kind: 'version', steps: follow(outline, root, data, '/trackflow') } : undefined;
}

function byPlace(errors: readonly SchemaError[]): ReadonlyMap<string, readonly SchemaError[]> {
  const groups = new Map<string, SchemaError[]>();
  for (const error of errors) {
    // An `if` only echoes what its branches found.
    if (error.keyword === 'if') continue;
    const group = groups.get(error.instancePath);
    if (group) group.push(error);
    else groups.set(error.instancePath, [error]);
  }
  return groups;
}

function atPlace(errors: readonly SchemaError[], steps: readonly Step[], outline: Outline): Fault[] {
  const here = steps.at(-1);
  // A pattern that a map breaks is that of a key, which `propertyNames` tells too.
  const own = errors.filter(({ keyword }) => !(keyword === 'pattern' && isMap(here?.value)));
  if (here === undefined || own.length === 0) return [];
  if (own.some(({ keyword }) => keyword === 'false schema')) {
    return [{ kind: 'conflict', steps: steps.slice(0, -1), key: String(here.key) }];
  }

  if (own.every(({ keyword }) => aboutChildren.has(keyword))) {
    return Array.isArray(here.value) ? repeated(here.value, steps) : misnamed(own, steps, here, outline);
  }
  if (here.key === 'trackflow' && steps.length === 2) return [{ kind: 'version', steps }];
  return [{ kind: isEmpty(here.value) ? 'empty' : 'value', steps }];
}

const aboutChildren: ReadonlySet<string> = new Set([
  'additionalProperties',
  'required',
  'uniqueItems',
  'propertyNames',
]);

function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Unknown, missing and impossible keys of one map. */
function misnamed(errors: readonly SchemaError[], steps: readonly Step[], here: Step, outline: Outline): Fault[] {
  const shape = shapeOf(outline, here.shape);
  const known = shape?.kind === 'object' ? Object.keys(shape.properties) : [];
  const present = isMap(here.value) ? here.value : {};
  const missing = new Set(textParams(errors, 'required', 'missingProperty'));
  const unknown = textParams(errors, 'additionalProperties', 'additionalProperty').map((key) => ({
    key,
    meant:
      nearestKey(
        key,
        known.filter((name) => !Object.hasOwn(present, name)),
      ) ?? nearestKey(key, known),
  }));
  // `{when: 同意, goto: contract}`: in a small map the one unknown key stands for the one missing.
  const [onlyMissing] = missing;
  const [onlyUnknown] = unknown;
  if (unknown.length === 1 && missing.size === 1 && onlyUnknown && steps.length > 1 && here.declared !== 'node') {
    onlyUnknown.meant ??= onlyMissing;
  }
  if (here.shape === 'branch' && areAnswers(present, unknown)) return [{ kind: 'answers', steps }];
  const faults: Fault[] = [];
  for (const { key, meant } of unknown) {
    if (meant !== undefined) missing.delete(meant);
    if (meant === 'otherwise') missing.delete('to');
    faults.push({ kind: 'unknown', steps, key, ...(meant !== undefined && { meant }) });
  }
  for (const key of missing) faults.push({ kind: 'missing', steps, key });
  const keys = shape?.kind === 'map' ? shape.keys : 'id';
  const badKeys = textParams(errors, 'propertyNames', 'propertyName');
  // A text with a colon in it reads as a map: one mistake, however many colons.
  for (const key of here.shape === 'text' ? badKeys.slice(0, 1) : new Set(badKeys)) {
    faults.push({ kind: 'key', steps, key, expected: keys });
  }
  return faults;
}

/** `{是: sign, 否: lost}`: several keys, none of which belongs to a branch or has another name for what does, and an id behind each. */
function areAnswers(
  branch: Readonly<Record<string, unknown>>,
  unknown: readonly { readonly key: string; readonly meant: string | undefined }[],
): boolean {
  return (
    unknown.length > 1 &&
    unknown.length === Object.keys(branch).length &&
    unknown.every(({ key }) => typeof branch[key] === 'string') &&
    unknown.every(({ key, meant }) => meant === undefined || meant === 'otherwise' || !isSynonym(key, meant))
  );
}

function textParams(errors: readonly SchemaError[], keyword: string, param: string): string[] {
  return errors.filter((error) => error.keyword === keyword).map((error) => String(error.params[param]));
}

/** ajv tells of one repetition; here are all. */
function repeated(list: readonly unknown[], steps: readonly Step[]): Fault[] {
  const first = new Map<unknown, number>();
  return list.flatMap((item, index): Fault[] => {
    const earlier = first.get(item);
    if (earlier === undefined) first.set(item, index);
    return earlier === undefined || typeof item !== 'string'
      ? []
      : [{ kind: 'repeated', steps, first: earlier, second: index }];
  });
}

/**
 * Faults that only follow from others: in `{otherwise: true, to: nurture}` the conflict explains the value, and a second conflict
 * says nothing new; in a text that was read as a map because of its colon, what stands behind the colon means nothing.
 */
function withoutConsequences(faults: readonly Fault[]): readonly Fault[] {
  const conflicting = new Set<unknown>();
  const noTexts = new Set<unknown>();
  const kept = faults.filter(({ kind, steps }) => {
    const here = steps.at(-1);
    if (kind === 'key' && here?.shape === 'text') noTexts.add(here.value);
    if (kind !== 'conflict') return true;
    if (conflicting.has(here?.value)) return false;
    conflicting.add(here?.value);
    return true;
  });
  return kept.filter(({ kind, steps }) => {
    if (kind !== 'value' && kind !== 'empty') return true;
    const [here, parent] = [steps.at(-1), steps.at(-2)];
    return !noTexts.has(parent?.value) && !(here?.key === 'otherwise' && conflicting.has(parent?.value));
  });
}
