/** Loops and main paths of a graph. */
import { describe, expect, it } from 'vitest';
import { backEdges, mainEdges, mainPath, type GraphEdge } from '../../src/model/graph.js';

const graph = (...arrows: string[]): [{ id: string; type?: string }[], GraphEdge[]] => {
  const edges = arrows.map((arrow) => {
    const [from = '', to = ''] = arrow.split('>');
    return { id: arrow, from, to };
  });
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return [ids.map((id) => (id === 's' ? { id, type: 'start' } : { id })), edges];
};

describe('graph', () => {
  it('finds the edges that close a loop', () => {
    expect([...backEdges(...graph('s>a', 'a>b', 'b>a', 'b>c', 'c>c', 'a>c'))]).toEqual(['b>a', 'c>c']);
  });

  it('searches from the start, wherever it stands', () => {
    expect([...backEdges(...graph('b>a', 'a>b', 's>a'))]).toEqual(['b>a']);
  });

  it('ignores edges to nodes that are not there', () => {
    const [, edges] = graph('a>b');
    expect([...backEdges([{ id: 'a' }], edges)]).toEqual([]);
    expect(mainPath([{ id: 'a' }], edges)).toEqual(['a', 'b']);
  });

  it('takes the first forward branch as main, and the first of all if every one runs back', () => {
    expect([...mainEdges(...graph('s>a', 'a>b', 'b>a', 'b>c', 'c>a', 'c>b'))]).toEqual(['s>a', 'a>b', 'b>c', 'c>a']);
  });

  it('follows the main path to its end or to a loop', () => {
    expect(mainPath(...graph('s>a', 'a>b', 'b>a'))).toEqual(['s', 'a', 'b']);
    expect(mainPath([], [])).toEqual([]);
  });

  it('does not overflow the stack on a long chain', () => {
    const long = graph('s>n0', ...Array.from({ length: 20_000 }, (_, n) => `n${n}>n${n + 1}`), 'n20000>n0');
    expect([...backEdges(...long)]).toEqual(['n20000>n0']);
    expect(mainPath(...long)).toHaveLength(20_002);
  });
});
