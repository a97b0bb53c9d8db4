/** Runs commands in turn and takes the median of each. */
import { spawnSync } from 'node:child_process';

/**
 * @param {{id: string, command: string, args: string[], cwd: string, slow?: boolean}[]} contenders
 * @returns {{id: string, ms: number, fastest: number, slowest: number, toEmpty: number, toMermaid?: number}[]}
 */
export function measure(contenders, rounds, { quiet }) {
  const times = new Map(contenders.map(({ id }) => [id, []]));
  // Round 0 warms the disk cache and is thrown away.
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      if (contender.slow && round > Math.min(rounds, 3)) continue;
      const ms = time(contender);
      if (round > 0) times.get(contender.id).push(ms);
    }
    if (!quiet && process.stderr.isTTY) process.stderr.write(`\rround ${round} of ${rounds} `);
  }
  if (!quiet && process.stderr.isTTY) process.stderr.write('\r\u001b[K');

  const empty = median(times.get('empty'));
  const mermaid = (format) => {
    const list = times.get(`mermaid-cli, ${format}`);
    return list && median(list);
  };
  return contenders.map(({ id, draws }) => {
    const list = times.get(id);
    const ms = median(list);
    return {
      id,
      ms: round1(ms),
      fastest: round1(Math.min(...list)),
      slowest: round1(Math.max(...list)),
      toEmpty: round2(ms / empty),
      // A PNG is measured against a PNG.
      ...(mermaid(draws) === undefined ? {} : { toMermaid: round2(ms / mermaid(draws)) }),
    };
  });
}

function time({ id, command, args, cwd }) {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ms = performance.now() - start;
  // A contender that fails fast would win.
  if (error !== undefined || status !== 0) throw new Error(`${id} failed: ${error?.message ?? stderr}`);
  return ms;
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const round1 = (value) => Math.round(value * 10) / 10;
const round2 = (value) => Math.round(value * 100) / 100;
