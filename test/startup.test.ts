/**
 * What the program reads when it starts: a command loads what it needs and nothing heavier.
 *
 * V8's own coverage lists every script that a process ran, bundled or not, ES module or CommonJS; the build's metafile
 * tells which sources are in a bundled one.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot, succeeded, trackflow } from './setup/program.js';

interface Loaded {
  /** Paths below the root of what was bundled: `src/…`, `node_modules/yaml/…`. */
  readonly bundled: readonly string[];
  /** Names of packages that were loaded from node_modules. */
  readonly packages: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'trackflow-startup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const metafile = (): { outputs: Record<string, { inputs: Record<string, unknown> }> } =>
  JSON.parse(readFileSync(join(projectRoot, 'dist/metafile.json'), 'utf8')) as ReturnType<typeof metafile>;

function loadedBy(...args: readonly string[]): Loaded {
  const coverage = mkdtempSync(join(folder, 'coverage-'));
  succeeded(trackflow(args, { env: { NODE_V8_COVERAGE: coverage } }));
  const reports = readdirSync(coverage).map(
    (file) => JSON.parse(readFileSync(join(coverage, file), 'utf8')) as { result: { url: string }[] },
  );
  const scripts = reports
    .flatMap(({ result }) => result.map(({ url }) => url))
    .filter((url) => url.startsWith('file:'))
    .map((url) => relative(projectRoot, fileURLToPath(url)).replaceAll('\\', '/'));
  const { outputs } = metafile();
  return {
    bundled: [...new Set(scripts.flatMap((script) => Object.keys(outputs[script]?.inputs ?? {})))].sort(),
    packages: [
      ...new Set(scripts.flatMap((script) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(script)?.[1] ?? [])),
    ].sort(),
  };
}

const below = ({ bundled }: Loaded, ...starts: readonly string[]): readonly string[] =>
  bundled.filter((path) => starts.some((start) => path.startsWith(start)));

/** Nobody who only checks a file waits for these. */
const heavy = ['src/layout/', 'src/render/', 'src/view/', 'node_modules/mdast-', 'node_modules/linebreak'];

describe('validate', () => {
  let loaded: Loaded;
  beforeAll(() => {
    loaded = loadedBy('validate', 'examples/guanghui');
  });

  it('loads the compiler, and so was really seen', () => {
    expect(below(loaded, 'src/compile/')).not.toEqual([]);
    expect(below(loaded, 'node_modules/yaml/')).not.toEqual([]);
  });

  it('loads no layout, no renderer and no text measurement', () => {
    expect(below(loaded, ...heavy)).toEqual([]);
  });

  it('loads no package from outside the bundle: no elkjs, no rasteriser', () => {
    expect(loaded.packages).toEqual([]);
  });
});

describe('the same eyes see what rendering loads', () => {
  it('elkjs and the layout for a flowchart', () => {
    const loaded = loadedBy('render', 'examples/guanghui', '-f', 'svg', '--view', 'flow', '-o', join(folder, 'flow'));
    expect(loaded.packages).toEqual(['elkjs']);
    expect(below(loaded, 'src/layout/')).not.toEqual([]);
  });

  it('the layout, but no elkjs, for a swimlane', () => {
    const loaded = loadedBy(
      'render',
      'examples/guanghui',
      '-f',
      'svg',
      '--view',
      'swimlane',
      '-o',
      join(folder, 'swimlane'),
    );
    expect(loaded.packages).toEqual([]);
    expect(below(loaded, 'src/layout/')).not.toEqual([]);
  });

  it('neither for the SOP', () => {
    const loaded = loadedBy('sop', 'examples/guanghui', '--no-picture', '-o', join(folder, 'sop'));
    expect(loaded.packages).toEqual([]);
    expect(below(loaded, 'src/layout/')).toEqual([]);
  });
});

describe('--version and --help', () => {
  it.each(['--version', '--help'])('%s reads no YAML and no compiler', (flag) => {
    const loaded = loadedBy(flag);
    expect(below(loaded, 'src/cli/')).not.toEqual([]);
    expect(below(loaded, ...heavy, 'src/compile/', 'src/schema/', 'node_modules/yaml/')).toEqual([]);
  });
});
