/** The ways out of a node, with the short forms spelled out: `next: won` and `next: [{to: won}]` are the same from here on. */
import type { BranchDefinition, NextDefinition, TextDefinition } from '../schema/index.js';
import type { Path } from './entries.js';

export interface Branch {
  /** Where it leads, as written. */
  readonly to: string;
  readonly otherwise: boolean;
  readonly when: TextDefinition | undefined;
  readonly chance: string | number | undefined;
  readonly segments: readonly string[] | undefined;
  readonly carries: readonly TextDefinition[] | undefined;
  /** The branch as a whole, and the id that it leads to. */
  readonly path: Path;
  readonly toPath: Path;
}

export function branchesOf(next: NextDefinition | undefined, path: Path): readonly Branch[] {
  if (next === undefined) return [];
  const ways = isList(next) ? next.map((way, index) => ({ way, at: [...path, index] })) : [{ way: next, at: path }];
  return ways.flatMap(({ way, at }) => branch(way, at) ?? []);
}

function branch(way: string | BranchDefinition, path: Path): Branch | undefined {
  if (typeof way === 'string') {
    const nothing = { when: undefined, chance: undefined, segments: undefined, carries: undefined };
    return { to: way, otherwise: false, ...nothing, path, toPath: path };
  }
  const { to, otherwise, when, chance, carries, for: segments } = way;
  const target = otherwise ?? to;
  if (target === undefined) return undefined;
  const isDefault = otherwise !== undefined;
  return {
    to: target,
    otherwise: isDefault,
    when,
    chance,
    segments,
    carries,
    path,
    toPath: [...path, isDefault ? 'otherwise' : 'to'],
  };
}

/** `Array.isArray` does not know lists that may not be changed. */
function isList(next: NextDefinition): next is Extract<NextDefinition, readonly unknown[]> {
  return Array.isArray(next);
}
