/** Runs commands in turn and takes the median of each. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tells how much memory a process has taken at most. */
const peak = fileURLToPath(new URL('peak.cjs', import.meta.url));

/**
 * @param {{id: string, command: string, args: string[], cwd: string, slow?: boolean, memory?: boolean, before?: () => void}[]} contenders
 * @returns {{id: string, ms: number, fastest: number, slowest: number, toEmpty: number, toMermaid?: number, megabytes?: number}[]}
 */
export function measure(contenders, rounds, { quiet }) {
  const times = new Map(contenders.map(({ id }) => [id, []]));
  const megabytes = new Map();
  // Round 0 warms the disk cache and is thrown away.
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      if (contender.slow && round > Math.min(rounds, 3)) continue;
      const { ms, taken } = time(contender);
      if (round > 0) times.get(contender.id).push(ms);
      if (taken !== undefined) megabytes.set(contender.id, Math.max(taken, megabytes.get(contender.id) ?? 0));
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
      ...(megabytes.has(id) && { megabytes: megabytes.get(id) }),
      ...(mermaid(draws) === undefined ? {} : { toMermaid: round2(ms / mermaid(draws)) }),
    };
  });
}

function time({ id, command, args, cwd, memory, before }) {
  before?.();
  const start = performance.now();
  const { status, error, stderr } = spawnSync(command, memory ? ['--require', peak, ...args] : args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 64 * 2 ** 20,
  });
  const ms = performance.now() - start;
  // A contender that fails fast would win.
  if (error !== undefined || status !== 0) throw new Error(`${id} failed: ${error?.message ?? stderr}`);
  const said = /^peak (\d+)$/mu.exec(stderr)?.[1];
  return { ms, ...(said !== undefined && { taken: Math.round(Number(said) / 1024) }) };
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const round1 = (value) => Math.round(value * 10) / 10;
const round2 = (value) => Math.round(value * 100) / 100;
