/**
 * What is left of a file when everything faulty is taken out of it: a valid definition that compile can still check.
 *
 * So one run tells of a misspelt property here and of an unknown owner there. What other parts refer to keeps its id even when
 * nothing else of it is left, because the references are right. What is salvaged is good for checking references, and not
 * for judging the graph: a node may have lost its `next`. Maps and lists are copied along the way, never changed.
 */
import type { Contract } from './faults.js';
import type { SchemaError, Validator } from './generated/validators.js';
import { follow, isMap, pathOf, type Step } from './shape.js';

/** Taking out one part may leave the whole without something it needs, and so on upwards; the language has eight levels. */
const ROUNDS = 8;

/** What stands for a faulty entry of these maps. */
const remains: Readonly<Record<string, unknown>> = {
  owners: {},
  phases: {},
  segments: {},
  stores: {},
  groups: {},
  fields: 'internal',
  nodes: {},
};

/** Undefined if the file lacks what it cannot be without. */
export function salvage(data: unknown, matches: Validator, contract: Contract): unknown {
  let rest = data;
  for (let round = 0; round < ROUNDS; round++) {
    if (matches(rest)) return rest;
    const change = changes(rest, matches.errors ?? [], contract);
    if (change.here !== undefined) return undefined;
    rest = changed(rest, change);
  }
  return undefined;
}

/** What happens to a value: it goes, another takes its place, or something happens further down. */
interface Change {
  here?: 'remove' | { readonly instead: unknown };
  readonly below: Map<string | number, Change>;
}

function changes(data: unknown, errors: readonly SchemaError[], { outline, root }: Contract): Change {
  const tree: Change = { below: new Map() };
  for (const { keyword, instancePath, params } of errors) {
    // Echoes of other errors: see `faults`.
    if (keyword === 'if') continue;
    const steps = follow(outline, root, data, instancePath);
    if (keyword === 'pattern' && isMap(steps.at(-1)?.value)) continue;
    const path = pathOf(steps);
    const key = params['additionalProperty'] ?? params['propertyName'];
    if (typeof key === 'string') {
      at(tree, [...path, key]).here ??= 'remove';
    } else if (keyword === 'uniqueItems') {
      const list = steps.at(-1)?.value;
      at(tree, path).here ??= { instead: Array.isArray(list) ? [...new Set<unknown>(list)] : [] };
    } else if (keyword === 'required') {
      lacking(tree, steps, String(params['missingProperty']));
    } else {
      at(tree, path).here ??= substitute(steps);
    }
  }
  return tree;
}

function at(tree: Change, path: readonly (string | number)[]): Change {
  let here = tree;
  for (const key of path) {
    let next = here.below.get(key);
    if (next === undefined) here.below.set(key, (next = { below: new Map() }));
    here = next;
  }
  return here;
}

function lacking(tree: Change, steps: readonly Step[], key: string): void {
  const here = steps.at(-1);
  if (steps.length === 1 && (key === 'trackflow' || key === 'title')) {
    tree.below.set(key, { here: { instead: key === 'title' ? 'Untitled' : 1 }, below: new Map() });
  } else if (here?.declared === 'node') {
    // A subflow without its flow: as a task it keeps its place and its references.
    at(tree, [...pathOf(steps), 'type']).here ??= 'remove';
  } else {
    at(tree, pathOf(steps)).here ??= substitute(steps);
  }
}

function substitute(steps: readonly Step[]): NonNullable<Change['here']> {
  const [here, container] = [steps.at(-1), steps.at(-2)];
  if (steps.length === 2 && here?.key === 'title') return { instead: 'Untitled' };
  if (steps.length === 2 && here?.key === 'trackflow') return { instead: 1 };
  const kept = container !== undefined && Object.hasOwn(remains, container.shape);
  return kept ? { instead: remains[container.shape] } : 'remove';
}

/** `Object.fromEntries` makes own properties of any keys, `__proto__` too. */
function changed(value: unknown, { here, below }: Change): unknown {
  if (typeof here === 'object') return here.instead;
  if (below.size === 0) return value;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const change = below.get(index);
      if (change === undefined) return [item];
      return change.here === 'remove' ? [] : [changed(item, change)];
    });
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    const change = below.get(key);
    if (change === undefined) return [[key, item]];
    return change.here === 'remove' ? [] : [[key, changed(item, change)]];
  });
  const added = [...below].flatMap(([key, change]): [string, unknown][] =>
    typeof change.here === 'object' && !Object.hasOwn(value, key) ? [[String(key), change.here.instead]] : [],
  );
  return Object.fromEntries([...entries, ...added]);
}
