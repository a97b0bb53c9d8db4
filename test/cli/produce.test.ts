/** One flow that cannot be drawn: it leaves nothing behind, and the others are made all the same. */
import { describe, expect, it } from 'vitest';
import type { Loaded } from '../../src/compile/index.js';
import { defaultFormats } from '../../src/cli/formats.js';
import { check } from '../../src/index.js';
import type { Artifact } from '../../src/model/artifact.js';
import type { Process } from '../../src/model/process.js';
import { produce, type Job } from '../../src/cli/produce.js';
import { terminal } from '../../src/cli/terminal.js';
import { good } from './flows.js';
import { memoryHost, type MemoryHost } from './memory-host.js';

const missing = (): Loaded => ({ kind: 'missing' });
const batch = { project: { root: '/project' }, checked: [] };
const gathered = { batches: [], files: ['a', 'b'], findings: [], lines: () => undefined, load: missing };

function processOf(file: string): Process {
  const { process } = check({ text: good, file });
  if (process === undefined) throw new Error('the flow of this test has errors');
  return process;
}

const job = (file: string, names: readonly string[], make: () => Promise<readonly Artifact[]>): Job => ({
  process: processOf(file),
  batch,
  names,
  make,
});
const artifact = (name: string): Artifact => ({ name, mediaType: 'text/plain', content: name });

async function made(jobs: readonly Job[]): Promise<{ exit: number; host: MemoryHost }> {
  const host = memoryHost();
  const screen = terminal(host, { color: false, formats: defaultFormats, debug: false, version: '1.2.3' });
  const exit = await produce(host, screen, { out: undefined, gathered, jobs, main: ({ names }) => names.length });
  return { exit, host };
}

describe('a flow that cannot be drawn', () => {
  it('fails alone: exit 3, one line, none of its files', async () => {
    const { exit, host } = await made([
      job('a.flow.yaml', ['a.one', 'a.two'], () => Promise.reject(new RangeError('Maximum call stack size exceeded'))),
      job('b.flow.yaml', ['b.one', 'b.two'], () => Promise.resolve([artifact('b.one'), artifact('b.two')])),
    ]);
    expect(exit).toBe(3);
    expect(host.written).toEqual(['/project/out/b.one', '/project/out/b.two']);
    expect(host.printed).toEqual({
      stdout: '',
      stderr:
        'error: a.flow.yaml: trackflow 1.2.3 failed: Maximum call stack size exceeded. This is a bug in trackflow. ' +
        'Please report it with the output of the same command and --debug.\nwrote out/b.one\nwrote out/b.two\n',
    });
  });

  it('nothing is drawn at all if two outputs would be one file', async () => {
    let drawn = 0;
    const make = (): Promise<readonly Artifact[]> => {
      drawn++;
      return Promise.resolve([artifact('x')]);
    };
    await expect(made([job('a.flow.yaml', ['X.svg'], make), job('b.flow.yaml', ['x.SVG'], make)])).rejects.toThrow(
      'same file',
    );
    expect(drawn).toBe(0);
  });
});
