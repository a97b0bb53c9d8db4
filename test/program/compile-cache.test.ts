/**
 * The compiled code that Node 20 keeps between runs (bin/compile-cache.js): it is used, and nothing that may lie in its place ever
 * changes what the program does.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { largeFlow } from '../fixtures/large-flow.mjs';
import { trackflow, type Ending } from '../setup/program.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'trackflow-cache-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const folder = (): string => join(home, 'cache');
const entry = (): string => join(folder(), 'cli.cjs-validate.bin');
const validate = (env: Readonly<Record<string, string>> = {}): Ending =>
  trackflow(['validate', 'examples/guanghui'], { env: { NODE_COMPILE_CACHE: folder(), ...env } });

// Node 22 and newer keep compiled code by themselves.
describe.skipIf('enableCompileCache' in module)('the compile cache', () => {
  it('is made by the first run and used by the second', () => {
    const first = validate();
    const { ino, size } = statSync(entry());
    expect(size).toBeGreaterThan(100_000);
    expect(validate()).toEqual(first);
    expect(statSync(entry()).ino).toBe(ino);
    expect(first.status).toBe(0);
  });

  it('holds elkjs too, once a large flowchart was drawn', () => {
    const file = join(home, 'large.flow.yaml');
    writeFileSync(file, largeFlow({ seed: 1, nodes: 60 }));
    const out = join(home, 'large.svg');
    const draw = (): Ending =>
      trackflow(['render', file, '-f', 'svg', '--view', 'flow', '-o', out], { env: { NODE_COMPILE_CACHE: folder() } });
    expect(draw().status).toBe(0);
    const picture = readFileSync(out);
    expect(readdirSync(folder()).sort()).toEqual(['cli.cjs-render.bin', 'elk.bundled.js-render.bin']);
    rmSync(out);
    expect(draw().status).toBe(0);
    expect(readFileSync(out).equals(picture)).toBe(true);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['nothing', () => Buffer.alloc(0)],
    ['garbage', () => Buffer.from('garbage\n'.repeat(999))],
    ['half of it', (bytes) => bytes.subarray(0, bytes.length / 2)],
    [
      'its key and garbage',
      (bytes) => Buffer.concat([bytes.subarray(0, bytes.indexOf('\n') + 1), Buffer.alloc(5000, 7)]),
    ],
    ['that of an older program', (bytes) => Buffer.from(bytes.toString('latin1').replace(/\d+/u, '1'), 'latin1')],
    [
      'that of another V8',
      (bytes) => {
        const other = Buffer.from(bytes);
        const data = bytes.indexOf('\n') + 1;
        other.writeUInt32LE(bytes.readUInt32LE(data + 4) ^ 0xffff, data + 4);
        return other;
      },
    ],
  ])('with %s in its place, is made anew', (_what, spoil) => {
    const first = validate();
    const good = readFileSync(entry());
    writeFileSync(entry(), spoil(good));
    expect(validate()).toEqual(first);
    expect(readFileSync(entry()).length).toBeGreaterThan(good.length / 2);
    expect(readFileSync(entry()).subarray(0, 40).equals(good.subarray(0, 40))).toBe(true);
    expect(readdirSync(folder())).toHaveLength(1);
  });

  it('that cannot be written is done without', () => {
    writeFileSync(folder(), 'a file, where the folder should be');
    expect(validate().status).toBe(0);
    expect(readFileSync(folder(), 'utf8')).toMatch(/^a file/u);
  });

  it('is left out on request', () => {
    expect(validate({ NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(0);
    expect(readdirSync(home)).toEqual([]);
  });

  it('leaves an exit code and a message as they are', () => {
    const wrong = (): Ending => trackflow(['validate', 'no-such-file'], { env: { NODE_COMPILE_CACHE: folder() } });
    const first = wrong();
    expect(first.status).toBe(2);
    expect(first.stderr).toContain('no-such-file');
    expect(wrong()).toEqual(first);
  });
});
