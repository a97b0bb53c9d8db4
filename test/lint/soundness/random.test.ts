/** The analysis against plain token play: 2,000 small random flows, and no disagreement. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/lint/soundness/index.js';
import { randomFlow, type Flow } from './random-flows.js';
import { playTokens } from './token-play.js';

const flows = 2000;

/** What they disagree in; empty where they agree. */
function differences({ nodes, edges }: Flow): readonly string[] {
  const said = analyse(nodes, edges);
  const played = playTokens(nodes, edges);
  if (played === undefined || !said.decided) return ['not decided'];
  const found: string[] = [];
  const compare = (what: string, one: Iterable<string>, other: Iterable<string>): void => {
    const [a, b] = [[...one].sort().join(' '), [...other].sort().join(' ')];
    if (a !== b) found.push(`${what}: said "${a}", played "${b}"`);
  };
  compare('steps under way twice', said.meetings.length > 0 ? ['some'] : [], played.twice.size > 0 ? ['some'] : []);
  for (const { node } of said.meetings) if (!played.twice.has(node)) found.push(`${node} is never under way twice`);
  for (const join of said.starving) if (!played.starving.has(join)) found.push(`${join} never waits for ever`);
  if (played.twice.size > 0) return found;
  compare('joins that wait for ever', said.starving, played.starving);
  compare('some deadlock is told', said.deadlocks.length > 0 ? ['yes'] : [], played.starving.size > 0 ? ['yes'] : []);
  compare('endless', said.circles.length > 0 ? ['yes'] : [], played.endless ? ['yes'] : []);
  compare('never done', said.dead ?? ['unknown'], played.dead);
  compare(
    'ends reached together',
    said.endings.map(({ ends }) => [...ends].sort().join('+')),
    [...played.endings].map((pair) => pair.replace(' ', '+')),
  );
  return found;
}

const told = ({ nodes, edges }: Flow): string =>
  nodes
    .map(
      ({ id, type }) =>
        `${id}:${type ?? ''} → ${edges
          .filter(({ from }) => from === id)
          .map(({ to }) => to)
          .join(' ')}`,
    )
    .join('\n');

describe('soundness of random flows', () => {
  const all = Array.from({ length: flows }, (_, seed) => randomFlow(seed));

  it('agrees with token play on every one', () => {
    const wrong = all.flatMap((flow, seed) => {
      const found = differences(flow);
      return found.length === 0 ? [] : [`seed ${String(seed)}: ${found.join('; ')}\n${told(flow)}`];
    });
    expect(wrong.slice(0, 3).join('\n\n'), `${String(wrong.length)} disagreements`).toBe('');
  });

  it('meets every kind of flow often enough to mean something', () => {
    const counts = { sound: 0, deadlock: 0, meeting: 0, circle: 0, endings: 0, folded: 0, timeout: 0 };
    for (const { nodes, edges } of all) {
      expect(nodes.length).toBeLessThanOrEqual(12);
      const { deadlocks, meetings, circles, endings, effort } = analyse(nodes, edges);
      counts.sound += deadlocks.length + meetings.length + circles.length === 0 ? 1 : 0;
      counts.deadlock += deadlocks.length > 0 ? 1 : 0;
      counts.meeting += meetings.length > 0 ? 1 : 0;
      counts.circle += circles.length > 0 ? 1 : 0;
      counts.endings += endings.length > 0 ? 1 : 0;
      counts.folded += effort.blocks > 0 ? 1 : 0;
      counts.timeout += edges.some(({ kind }) => kind === 'timeout') ? 1 : 0;
    }
    for (const [kind, count] of Object.entries(counts)) expect(count, kind).toBeGreaterThan(100);
  });
});
