/** The textbook cases of soundness, small enough to be checked by hand. */
import { describe, expect, it } from 'vitest';
import { analyse, type Soundness } from '../../../src/lint/soundness/index.js';

/** `s -> f; f -> a b`: the first letter says the type: s start, e end, f fork, j join, d decision, others are tasks; `x => y` is a timeout. */
function flow(text: string): Soundness {
  const types: Readonly<Record<string, string>> = { s: 'start', e: 'end', f: 'fork', j: 'join', d: 'decision' };
  const nodes = new Map<string, { readonly id: string; readonly type: string }>();
  const edges: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly kind: 'next' | 'timeout';
  }[] = [];
  const named = (id: string): string => {
    if (!nodes.has(id)) nodes.set(id, { id, type: types[id.charAt(0)] ?? 'task' });
    return id;
  };
  for (const line of text.split(';')) {
    const [from = '', arrow = '', ...to] = line.trim().split(/\s+/u);
    for (const target of to) {
      edges.push({
        id: `e${String(edges.length)}`,
        from: named(from),
        to: named(target),
        kind: arrow === '=>' ? 'timeout' : 'next',
      });
    }
  }
  return analyse([...nodes.values()], edges);
}

const isClean = ({ deadlocks, meetings, circles, decided, dead }: Soundness): boolean =>
  decided && deadlocks.length + meetings.length + circles.length + (dead?.size ?? 1) === 0;

describe('sound', () => {
  it.each([
    ['a sequence', 's -> a; a -> b; b -> e'],
    ['a decision that merges', 's -> d; d -> a b; a -> c; b -> c; c -> e'],
    ['a fork and its join', 's -> f; f -> a b; a -> j; b -> j; j -> e'],
    ['a loop with a fork and its join inside', 's -> a; a -> f; f -> b c; b -> j; c -> j; j -> d; d -> a e'],
    ['a fork in a fork, joined at once', 's -> f; f -> a f2; f2 -> b c; a -> j; b -> j; c -> j; j -> e'],
    [
      'branches that cross between two joins',
      's -> f; f -> f1 f2; f1 -> a b; f2 -> k l; a -> j1; k -> j1; b -> j2; l -> j2; j1 -> j; j2 -> j; j -> e',
    ],
    [
      'a decision inside a branch that merges before the join',
      's -> f; f -> a d; d -> b c; b -> m; c -> m; m -> j; a -> j; j -> e',
    ],
    ['a timeout to a step of the same branch', 's -> f; f -> w a; w -> m; w => k; k -> m; m -> j; a -> j; j -> e'],
    ['a loop inside a branch', 's -> f; f -> a b; a -> d; d -> a j; b -> j; j -> e'],
    ['branches with ends of their own', 's -> f; f -> a b; a -> e; b -> e2'],
    ['two starts into one step', 's1 -> a; s2 -> a; a -> e'],
    ['two overlapping loops', 's -> a; a -> b; b -> d; d -> a c; c -> d2; d2 -> b e'],
  ])('%s', (_, text) => {
    expect(isClean(flow(text))).toBe(true);
  });
});

describe('a join that waits for ever', () => {
  it('after a decision instead of a fork', () => {
    const { deadlocks, dead } = flow('s -> d; d -> a b; a -> j; b -> j; j -> c; c -> e');
    expect(deadlocks).toMatchObject([
      {
        join: 'j',
        come: ['a'],
        missing: ['b'],
        never: true,
        alone: true,
        behind: ['c', 'e'],
        witness: 's → d → a → j',
      },
    ]);
    expect(deadlocks[0]?.left).toEqual([{ from: 'd', to: 'a', missing: 'b' }]);
    expect([...(dead ?? [])].sort()).toEqual(['c', 'e', 'j']);
  });

  it('because a branch ends early', () => {
    const { deadlocks } = flow('s -> f; f -> a d; d -> j e2; a -> j; j -> e');
    expect(deadlocks).toMatchObject([
      { join: 'j', come: ['a'], missing: ['d'], never: false, alone: false, witness: 's → f → [a → j] [d → e2]' },
    ]);
    expect(deadlocks[0]?.left).toEqual([{ from: 'd', to: 'e2', missing: 'd' }]);
  });

  it('because a timeout leads out of a branch', () => {
    const { deadlocks } = flow('s -> f; f -> a w; w -> j; w => b; b -> e2; a -> j; j -> e');
    expect(deadlocks).toMatchObject([{ join: 'j', missing: ['w'], witness: 's → f → [a → j] [w → b → e2]' }]);
  });

  it('because a timeout and the normal way lead to the same join', () => {
    const { deadlocks } = flow('s -> w; w -> j; w => j; j -> e');
    expect(deadlocks).toMatchObject([{ join: 'j', come: ['w'], missing: ['w'], never: true, alone: true }]);
  });

  it('because alternatives lead straight into it', () => {
    const { deadlocks } = flow('s -> f; f -> a d; a -> j; d -> b j; b -> j; j -> e');
    expect(deadlocks).toMatchObject([{ join: 'j', never: true, alone: false }]);
  });

  it('because the way back leads into it from behind', () => {
    const { deadlocks } = flow('s -> j; j -> a; a -> d; d -> j e');
    expect(deadlocks).toMatchObject([{ join: 'j', come: ['s'], missing: ['d'], never: true }]);
  });

  it('names the first of two that wait one after the other', () => {
    const { deadlocks, starving } = flow(
      's -> f; f -> d b; d -> a e2; a -> j1; b -> f2; f2 -> j1 c; j1 -> j2; c -> j2; j2 -> e',
    );
    expect(deadlocks.map(({ join }) => join)).toEqual(['j1']);
    expect([...starving].sort()).toEqual(['j1', 'j2']);
  });
});

describe('steps that are under way twice', () => {
  it('after a fork instead of a decision', () => {
    const { meetings } = flow('s -> f; f -> a b; a -> c; b -> c; c -> e');
    expect(meetings).toMatchObject([{ node: 'c', fork: 'f', from: ['b', 'a'], witness: 's → f → [a → c] [b → c]' }]);
  });

  it('because a branch leads back in front of its fork', () => {
    const { meetings } = flow('s -> a; a -> f; f -> b d; d -> a c; b -> j; c -> j; j -> e');
    expect(meetings).toHaveLength(1);
    expect(meetings[0]).toMatchObject({ fork: 'f' });
  });

  it('once for each fork, however long the rest is', () => {
    const { meetings } = flow('s -> f; f -> a b k; a -> c; b -> c; k -> c; c -> x; x -> y; y -> z; z -> e');
    expect(meetings.map(({ node }) => node)).toEqual(['c']);
  });
});

describe('cases that never end', () => {
  it('in a loop without a way out', () => {
    const { circles } = flow('s -> d; d -> a e; a -> b; b -> a');
    expect(circles).toEqual([{ nodes: ['a', 'b'], witness: 's → d → a → b → a' }]);
  });

  it('in a loop around a fork and its join', () => {
    const { circles } = flow('s -> d; d -> f e; f -> a b; a -> j; b -> j; j -> f');
    expect(circles).toEqual([{ nodes: ['f', 'a', 'j'], witness: 's → d → f → a → j → f' }]);
  });

  it('because one branch starts the next round', () => {
    const { circles } = flow('s -> f; f -> e a; a -> f');
    expect(circles).toMatchObject([{ nodes: ['a', 'f'] }]);
  });

  it('but not in a loop that a timeout leaves', () => {
    expect(isClean(flow('s -> a; a -> b; b -> a; b => e'))).toBe(true);
  });
});

describe('ends', () => {
  it('tells which are reached together', () => {
    const { endings } = flow('s -> f; f -> d b; d -> e1 e2; b -> e3');
    expect(endings.map(({ ends }) => [...ends].sort().join())).toEqual(['e1,e3', 'e2,e3']);
    expect(endings[0]?.how()).toEqual({ fork: 'f', witness: 's → f → [d → e1] [b → e3]' });
  });
});

describe('what is not the business of soundness', () => {
  it.each([
    ['no start', 'a -> b; b -> e'],
    ['steps that no case comes to', 's -> a; a -> j; x -> j; j -> e'],
    ['a step that leads nowhere', 's -> d; d -> a e'],
  ])('%s', (_, text) => {
    const { deadlocks, meetings, circles } = flow(text);
    expect([deadlocks, meetings, circles]).toEqual([[], [], []]);
  });
});
