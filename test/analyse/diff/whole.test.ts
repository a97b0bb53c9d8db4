/** Nothing of a process is left out of the comparison, and nothing without meaning is in it. */
import { describe, expect, it } from 'vitest';
import { apply, compare } from '../../../src/analyse/diff/index.js';
import { changeOf, elementChanges, elementLists, isEmpty } from '../../../src/model/difference.js';
import type { Process } from '../../../src/model/process.js';
import { examples } from '../../fixtures/examples.js';
import { rich } from '../../fixtures/process.js';
import { canonical } from './canonical.js';

type Path = readonly (string | number)[];

/** Every value at the end of a path, and every list and map that could be taken away. */
function* leaves(value: unknown, path: Path = []): Iterable<Path> {
  if (typeof value !== 'object' || value === null) {
    yield path;
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** Said by nobody, or by something else that is compared. */
const derived: readonly RegExp[] = [
  /(^|\.)span\./u,
  /^file$|^sources\.|^id$|^languages\./u,
  /^owners\.\d+\.members\./u, // their `parent`
  /^nodes\.\d+\.timeout\./u, // an edge
  /^nodes\.\d+\.child\./u, // another file
  /^edges\.\d+\.(id|kind)$/u,
  /totalMinutes$/u, // the parts of the duration
];

function withChanged(process: Process, path: Path): Process {
  const copy = structuredClone(process) as unknown as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  const value = at[last];
  at[last] =
    typeof value === 'string'
      ? `${value}${value.includes('-') ? '-x' : 'x9'}`
      : typeof value === 'number'
        ? value + 0.5
        : !value;
  return copy as unknown as Process;
}

describe('every value of a process with all there is', () => {
  const paths = [...leaves(rich)].filter((path) => !derived.some((pattern) => pattern.test(path.join('.'))));

  it('are many', () => {
    expect(paths.length).toBeGreaterThan(300);
  });

  it.each(paths.map((path) => [path.join('.'), path] as const))('%s', (_name, path) => {
    expect(isEmpty(compare(rich, withChanged(rich, path)))).toBe(false);
  });
});

describe('no change', () => {
  it.each(examples)('%s and itself', (_file, process) => {
    const difference = compare(process, structuredClone(process));
    expect(difference).toMatchObject({ process: [], affected: [], risks: [] });
    expect(elementLists.flatMap((list) => difference[list])).toEqual([]);
  });

  it('maps and sets in another order, and other places', () => {
    const turned: Process = {
      ...rich,
      owners: rich.owners.toReversed(),
      stores: rich.stores.toReversed(),
      kpis: rich.kpis.toReversed(),
      segments: rich.segments.toReversed(),
      nodes: rich.nodes.toReversed().map((node) => ({
        ...node,
        span: { ...node.span, start: { line: 99, column: 1, offset: 999 } },
        informed: node.informed.toReversed(),
        outputs: node.outputs.toReversed(),
        via: node.via.toReversed(),
        risks: node.risks.toReversed(),
        cadence: node.cadence.toReversed(),
        links: node.links.toReversed(),
      })),
    };
    expect(isEmpty(compare(rich, turned))).toBe(true);
  });

  it('of a fork, the order of its branches; of a decision, it is meaning', () => {
    const turned = (from: string): Process => {
      const own = rich.edges.filter((edge) => edge.from === from && edge.kind === 'next');
      return { ...rich, edges: [...rich.edges.filter((edge) => !own.includes(edge)), ...own.toReversed()] };
    };
    expect(isEmpty(compare(rich, turned('split')))).toBe(true);
    const decision = compare(rich, turned('interested')).nodes;
    expect(decision.map(({ after }) => after?.id)).toEqual(['interested']);
    expect(decision.every((change) => changeOf(change, 'branches')?.kind === 'meaning')).toBe(true);
  });
});

it('a condition that a branch borrows from its segments is wording', () => {
  const called = (zh: string): Process => ({
    ...rich,
    segments: rich.segments.map((segment) => (segment.id === 'key' ? { ...segment, name: { zh } } : segment)),
    edges: rich.edges.map((edge) => (edge.segments.includes('key') ? { ...edge, when: { zh } } : edge)),
  });
  const difference = compare(called('重点客户'), called('战略伙伴'));
  expect(difference.segments.map(({ marks }) => marks)).toEqual([['renamed']]);
  expect(difference.edges.map(({ marks }) => marks)).toEqual([['wording']]);
});

it('exchanged, it is the difference the other way round', () => {
  const after = withChanged(withChanged(rich, ['nodes', 3, 'sla', 'hours']), ['stores', 0, 'protection', 'audit']);
  const back = compare(after, rich);
  expect(canonical(apply(back, after))).toEqual(canonical(rich));
  expect(elementChanges(back).map(({ kind, marks }) => [kind, marks])).toEqual(
    elementChanges(compare(rich, after)).map(({ kind, marks }) => [kind, marks]),
  );
});

it('a flow on one side only is added or removed as a whole', () => {
  const added = compare(undefined, rich);
  expect(isEmpty(added)).toBe(false);
  expect(added.before).toBeUndefined();
  expect(new Set(elementChanges(added).map(({ status }) => status))).toEqual(new Set(['added']));
  expect(added.nodes).toHaveLength(rich.nodes.length);
  const removed = compare(rich, undefined);
  expect(new Set(elementChanges(removed).map(({ status }) => status))).toEqual(new Set(['removed']));
  expect(added.risks).toEqual([]);
});
