/**
 * What the program reads when it starts: a command runs what it needs and nothing heavier.
 *
 * V8's own coverage lists every script that a process ran and which functions in it. In the bundle, each source that is not
 * always needed is a function named after its path; the build's metafile tells which others there are.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeFlow } from './fixtures/large-flow.mjs';
import { projectRoot, succeeded, trackflow } from './setup/program.js';

interface Loaded {
  /** Sources of the bundle that ran, as paths below the root: `src/…`, `node_modules/yaml/…`. */
  readonly bundled: readonly string[];
  /** Names of packages that were loaded from node_modules. */
  readonly packages: readonly string[];
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

const folder = mkdtempSync(join(tmpdir(), 'trackflow-startup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sources of the program's bundle → the name of the function that runs them; sources that always run have none. */
function bundledSources(): ReadonlyMap<string, string | undefined> {
  const metafile = JSON.parse(readFileSync(join(projectRoot, 'dist/metafile.json'), 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, unknown> }>;
  };
  const bundle = readFileSync(join(projectRoot, 'dist/cli.cjs'), 'utf8');
  const wrapped = new Set([...bundle.matchAll(/^ {2}"([^"]+)"\(.*\) \{$/gmu)].map(([, name]) => name));
  const sources = Object.keys(metafile.outputs['dist/cli.cjs']?.inputs ?? {});
  return new Map(sources.map((source) => [source, wrapped.has(source) ? source : undefined]));
}

function loadedBy(...args: readonly string[]): Loaded {
  const coverage = mkdtempSync(join(folder, 'coverage-'));
  succeeded(trackflow(args, { env: { NODE_V8_COVERAGE: coverage } }));
  const scripts = readdirSync(coverage)
    .flatMap((file) => (JSON.parse(readFileSync(join(coverage, file), 'utf8')) as Coverage).result)
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url, functions }) => ({
      path: relative(projectRoot, fileURLToPath(url)).replaceAll('\\', '/'),
      functions,
    }));
  const program = scripts.find(({ path }) => path === 'dist/cli.cjs');
  const ran = new Set(
    program?.functions
      .filter(({ ranges }) => ranges.some(({ count }) => count > 0))
      .map(({ functionName }) => functionName),
  );
  const packages = scripts.flatMap(({ path }) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? []);
  return {
    bundled: [...bundledSources()].filter(([, name]) => name === undefined || ran.has(name)).map(([source]) => source),
    packages: [...new Set(packages)].sort(),
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

describe('lint', () => {
  it('loads the rules, and still nothing that draws', () => {
    const loaded = loadedBy('lint', 'examples/guanghui');
    expect(below(loaded, 'src/lint/rules/').length).toBeGreaterThan(50);
    expect(below(loaded, ...heavy)).toEqual([]);
    expect(loaded.packages).toEqual([]);
  });

  it('loads the layout when a rule about pictures is on', () => {
    const loaded = loadedBy('lint', 'examples/five-stage', '--preset', 'drawing');
    expect(below(loaded, 'src/layout/')).not.toEqual([]);
  });
});

describe('the same eyes see what rendering loads', () => {
  it('the layout, but no elkjs, for a flowchart that the grid needs no guide for', () => {
    const loaded = loadedBy('render', 'examples/guanghui', '-f', 'svg', '--view', 'flow', '-o', join(folder, 'flow'));
    expect(loaded.packages).toEqual([]);
    expect(below(loaded, 'src/layout/')).not.toEqual([]);
  });

  it('elkjs for a large one', () => {
    const file = join(folder, 'large.flow.yaml');
    writeFileSync(file, largeFlow({ seed: 1, nodes: 60 }));
    const loaded = loadedBy('render', file, '-f', 'svg', '--view', 'flow', '-o', join(folder, 'large.svg'));
    expect(loaded.packages).toEqual(['elkjs']);
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
    expect(below(loaded, 'src/render/pdf/', 'node_modules/fflate/')).toEqual([]);
  });

  it('the rasteriser alone for a PNG', () => {
    const loaded = loadedBy('render', 'examples/guanghui', '-f', 'png', '-o', join(folder, 'png'));
    expect(loaded.packages).toEqual(['@resvg/resvg-js']);
    expect(below(loaded, 'src/render/pdf/')).toEqual([]);
  });

  it('the PDF writer, but no rasteriser, for a PDF', () => {
    const loaded = loadedBy('render', 'examples/guanghui', '-f', 'pdf', '-o', join(folder, 'pdf'));
    expect(loaded.packages).toContain('pdfkit');
    expect(loaded.packages).not.toContain('@resvg/resvg-js');
    expect(below(loaded, 'src/render/pdf/')).not.toEqual([]);
  });

  it('the font cutter for an SVG that brings its fonts along', () => {
    const loaded = loadedBy('render', 'examples/guanghui', '--embed-fonts', '-o', join(folder, 'embedded'));
    expect(loaded.packages).toContain('subset-font');
    expect(loaded.packages).not.toContain('pdfkit');
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
