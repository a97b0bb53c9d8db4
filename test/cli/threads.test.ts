/**
 * Many files in several threads: whoever looks at a file, what is told is the same, byte for byte.
 *
 * The threads here are none: they look at the same map of files, and what goes to them and back is cloned as between threads. The real ones
 * are tested with the built program (test/program/threads.test.ts).
 */
import { describe, expect, it } from 'vitest';
import type { Finding, RuleContext } from '../../src/lint/rule.js';
import type { Thread, Threads } from '../../src/cli/host/host.js';
import { nodeFiles } from '../../src/cli/host/node.js';
import { run } from '../../src/cli/program.js';
import { openRole } from '../../src/cli/threads/roles.js';
import { home, words } from './cli.js';
import { bad, clean, good, library, usesLibrary } from './flows.js';
import { memoryHost, type MemoryHost, type MemoryHostOptions } from './memory-host.js';

interface Crew {
  readonly threads: Threads;
  /** How many tasks the threads have done. */
  readonly done: { count: number };
}

type Way = 'well' | 'failing' | 'refused';

function crew(host: MemoryHost, way: Way): Crew {
  const done = { count: 0 };
  const start = (setup: unknown): Thread => {
    if (way === 'refused') throw new Error('no room');
    const work = openRole(host, structuredClone(setup));
    let tasks = 0;
    return {
      async ask(task) {
        if (way === 'failing' && tasks++ > 0) throw new Error('out of memory');
        const answer = structuredClone(await (await work)(structuredClone(task)));
        done.count++;
        return answer;
      },
      dismiss: () => undefined,
    };
  };
  return { threads: { cores: 3, files: host.files, start }, done };
}

interface Told {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: readonly (readonly [string, string | undefined])[];
  readonly byThreads: number;
}

async function told(line: string, options: MemoryHostOptions, way: Way = 'well'): Promise<Told> {
  const host = memoryHost({ home, fallback: nodeFiles, ...options });
  const { threads, done } = crew(host, way);
  const exit = await run(words(line), Object.assign(host, { threads }));
  const files = host.paths().map((path) => [path, host.text(path)] as const);
  return { exit, ...host.printed, files, byThreads: done.count };
}

const island = `trackflow: 1
title: 线索登记
nodes:
  start: {type: start, name: 客户来电, next: record}
  record: {name: 登记线索, next: done}
  call-back: {name: 回访客户, next: done}
  done: {type: end, name: 已登记}
`;
const parent = `trackflow: 1
title: 上级流程
nodes:
  start: {type: start, name: 客户来电, next: sub}
  sub: {type: subflow, name: 登记线索, flow: ./f0.flow.yaml, next: done}
  done: {type: end, name: 已登记}
`;
const suppressed = island.replace(
  '  call-back:',
  '  # trackflow-disable-next-line unreachable-node -- 夜班\n  call-back:',
);
const needless = clean.replace('  record:', '  # trackflow-disable-next-line unreachable-node -- 夜班\n  record:');
const commented = library.replace('owners:', '# trackflow-disable unused-owner, vague-name -- 共用\nowners:');
const mendable = clean.replace('name: 登记线索', 'name: 登记线索。');

const rule = {
  id: 'no-record',
  group: 'naming',
  severity: 'warning',
  level: 'recommended',
  summary: 'A step called record',
  why: 'It is a test.',
  bad: clean,
  good: clean,
  *check({ process, at }: RuleContext): Iterable<Finding> {
    for (const node of process.nodes) if (node.id === 'record') yield { message: 'A record.', at: at(node) };
  },
};

const kinds = [clean, island, bad, usesLibrary, suppressed, needless, good, parent, mendable];
const many = Object.fromEntries(
  Array.from({ length: 54 }, (_, index) => [`f${String(index)}.flow.yaml`, kinds[index % kinds.length] ?? clean]),
);
const files: Record<string, string> = {
  ...many,
  'org.yaml': commented,
  'trackflow.config.yaml': 'rules: {presets: [strict], plugins: [./plugin.mjs], levels: {acme/no-record: info}}\n',
  'plugin.mjs': 'its code is below',
  'other/trackflow.config.yaml': 'rules: {presets: [minimal], levels: {no-such-rule: off}}\n',
  'other/a.flow.yaml': island,
  'other/b.flow.yaml': bad,
};
const modules = { 'plugin.mjs': (): unknown => ({ default: { name: 'acme', rules: [rule] } }) };
const options: MemoryHostOptions = { files, modules };

const lines = [
  'validate',
  'lint',
  'check --format json',
  'lint --format sarif',
  'lint --format compact --max-warnings 3 --preset recommended',
  'lint f1.flow.yaml f2.flow.yaml f3.flow.yaml f4.flow.yaml other org.yaml',
  'lint --no-plugins',
  'lint --rule no-such=off',
  'lint --update-baseline',
  'lint --fix',
  'lint --fix=all --dry-run',
];

describe('several threads tell what one tells', () => {
  it.each(lines)('trackflow %s', async (line) => {
    const { byThreads: none, ...one } = await told(`${line} --jobs 1`, options);
    const { byThreads, ...three } = await told(`${line} --jobs 3`, options);
    expect(three).toEqual(one);
    expect(none).toBe(0);
    expect(byThreads).toBeGreaterThan(2);
    expect(one.stdout + one.stderr).not.toBe('');
  });

  it('which is a lot', async () => {
    const { stdout } = await told('lint --jobs 3 --format compact', options);
    const said = ['acme/no-record', 'unused-suppression', 'unknown-rule', 'unreachable-node', 'f2.flow.yaml:'];
    for (const each of said) expect(stdout).toContain(each);
    expect((await told('lint --jobs 3 --fix', options)).stderr).toContain('wrote f8.flow.yaml');
  });

  it('of a baseline', async () => {
    const { files: after } = await told('lint --update-baseline --preset minimal', options);
    const known = { ...options, files: Object.fromEntries(after.map(([path, text]) => [path, text ?? ''])) };
    const line = 'lint --baseline trackflow-baseline.json --preset strict';
    const { byThreads: _none, ...one } = await told(`${line} --jobs 1`, known);
    const { byThreads: _some, ...three } = await told(`${line} --jobs 3`, known);
    expect(three).toEqual(one);
  });

  it('of a text from stdin among files', async () => {
    const piped = { ...options, stdin: island };
    const line = 'lint - . --stdin-filepath f0.flow.yaml --format compact';
    const { byThreads: _none, ...one } = await told(`${line} --jobs 1`, piped);
    const { byThreads: _some, ...three } = await told(`${line} --jobs 3`, piped);
    expect(three).toEqual(one);
    // The text stands for the child of other flows, too.
    expect(one.stdout).toContain('f0.flow.yaml:6');
  });

  it.each<Way>(['failing', 'refused'])('when threads are %s', async (way) => {
    const { byThreads: _none, ...one } = await told('lint --jobs 1', options);
    const { byThreads: _some, ...three } = await told('lint --jobs 3', options, way);
    expect(three).toEqual(one);
  });

  it('by one thread, where texts are tried that no other sees', async () => {
    const { byThreads, stderr } = await told('lint - --fix --jobs 3', { ...options, stdin: mendable });
    expect(byThreads).toBe(0);
    expect(stderr).toContain('mended 1 finding');
  });
});

describe('how many', () => {
  it('by itself as many as there are cores, where there are enough files', async () => {
    expect((await told('validate', options)).byThreads).toBeGreaterThan(0);
    expect((await told('validate other', options)).byThreads).toBe(0);
  });

  it.each(['0', 'all', '-1', '2.5', ''])('not --jobs %j', async (jobs) => {
    const { exit, stderr } = await told(`validate --jobs=${jobs}`, options);
    expect(exit).toBe(2);
    expect(stderr).toContain(`--jobs is "${jobs}"`);
  });
});
