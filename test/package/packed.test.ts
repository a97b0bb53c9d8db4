/**
 * The package as npm would publish it: packed, installed into an empty project, and used there.
 *
 * Everything else is tested in the repository, where every file exists; only here does it show that one was not shipped.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareEnvironment, projectRoot, run, succeeded, type Ending } from '../setup/program.js';

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

const folder = mkdtempSync(join(tmpdir(), 'trackflow-package-'));
const app = mkdtempSync(join(folder, 'app-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let packed: Packed;
const paths = (): readonly string[] => packed.files.map(({ path }) => path);
const npm = (args: readonly string[], cwd: string): Ending =>
  succeeded(run('npm', args, { cwd, env: bareEnvironment() }));
const installed = (...args: readonly string[]): Ending =>
  run(join(app, 'node_modules/.bin/trackflow'), args, { cwd: app, env: bareEnvironment() });

beforeAll(() => {
  const { stdout } = npm(['pack', '--json', '--pack-destination', folder], projectRoot);
  // The build that npm runs before packing may print lines of its own first.
  const [only] = JSON.parse(stdout.slice(stdout.search(/^\[/mu))) as [Packed];
  packed = only;
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  npm(['install', '--no-audit', '--no-fund', join(folder, packed.filename)], app);
});

describe('the tarball', () => {
  it.each([
    'package.json',
    'README.md',
    'LICENSE',
    'bin/trackflow.js',
    'bin/compile-cache.js',
    'dist/cli.cjs',
    'dist/mermaid-cli.cjs',
    'dist/index.js',
    'dist/types/index.d.ts',
    'dist/LICENSES.txt',
    'fonts/NotoSansSC-Regular.ttf',
    'fonts/NotoSansSC-Bold.ttf',
    'fonts/OFL.txt',
    'schemas/flow.schema.json',
    'schemas/config.schema.json',
    'examples/guanghui/guanghui.flow.yaml',
  ])('has %s', (path) => {
    expect(paths()).toContain(path);
  });

  it('has nothing that only we need', () => {
    expect(paths().filter((path) => /^(?:src|test|scripts|docs|out|\.)|metafile|\.map$|\.tmp$/u.test(path))).toEqual(
      [],
    );
  });

  it('names in package.json only what is there', () => {
    const { bin, types, exports } = JSON.parse(
      readFileSync(join(app, 'node_modules/trackflow/package.json'), 'utf8'),
    ) as {
      bin: Record<string, string>;
      types: string;
      exports: Record<string, unknown>;
    };
    const named = JSON.stringify([bin, types, exports]).match(/\.?\/?[\w./-]+\.(?:js|d\.ts)\b/gu) ?? [];
    expect(named.length).toBeGreaterThanOrEqual(4);
    for (const path of named) expect(existsSync(join(app, 'node_modules/trackflow', path)), path).toBe(true);
  });

  it('stays small', () => {
    // Half of it is fonts; the explanations of all rules are a part of the program.
    expect(packed.unpackedSize).toBeLessThan(12 * 2 ** 20);
  });

  it('brings along the layout engine, the rasteriser, the writers of PDF and Word, the font cutter, and what they need: no browser', () => {
    const { dependencies } = JSON.parse(readFileSync(join(app, 'node_modules/trackflow/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies)).toEqual(['@resvg/resvg-js', 'docx', 'elkjs', 'pdfkit', 'subset-font']);
    const installed = readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed.length).toBeLessThan(35);
    expect(installed.filter((name) => /mermaid|puppeteer|chrom|playwright/u.test(name))).toEqual([]);
  });

  it('tells nothing of the machine that packed it', () => {
    const told = paths().filter((path) =>
      readFileSync(join(app, 'node_modules/trackflow', path), 'utf8').includes(projectRoot),
    );
    expect(told).toEqual([]);
  });
});

describe('the program', () => {
  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    expect(succeeded(installed('--version')).stdout.trim()).toContain(version);
  });

  it('starts a project from a template, checks it and draws it', () => {
    succeeded(installed('init', 'guanghui', 'ours'));
    succeeded(installed('validate', 'ours'));
    succeeded(installed('render', 'ours', '-f', 'all', '--out', 'out'));
    const made = readdirSync(join(app, 'out'), { recursive: true, encoding: 'utf8' });
    for (const extension of ['.svg', '.png', '.pdf', '.mmd', '.md', '.json']) {
      expect(
        made.filter((name) => name.endsWith(extension)),
        extension,
      ).not.toEqual([]);
    }
    const svg = made.find((name) => name.endsWith('.svg')) ?? '';
    expect(readFileSync(join(app, 'out', svg), 'utf8')).toMatch(/^(?:<\?xml[^>]*>\s*)?<svg [^]*<\/svg>\s*$/u);
  });

  it('finds a mistake and says so by its exit code', () => {
    writeFileSync(join(app, 'broken.flow.yaml'), 'trackflow: 1\ntitle: Broken\nnodez: {}\n');
    const { status, stdout, stderr } = installed('validate', 'broken.flow.yaml');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('nodes');
  });
});

describe('the library', () => {
  const tsc = (): Ending =>
    run(process.execPath, [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', app], {
      cwd: app,
      env: bareEnvironment(),
    });

  beforeAll(() => {
    cpSync(fileURLToPath(new URL('consumer', import.meta.url)), app, { recursive: true });
  });

  it('type-checks and runs in a strict project that has no types of Node', () => {
    succeeded(tsc());
    const { stdout } = succeeded(run(process.execPath, ['index.js'], { cwd: app, env: bareEnvironment() }));
    expect(JSON.parse(stdout)).toEqual({
      good: [],
      nodes: ['start', 'call: 240 min', 'end'],
      bad: [['unknown-node', 7]],
      names: ['lead.flow.svg', 'lead.sop.md'],
      pictures: ['image/svg+xml'],
      drawn: true,
    });
  });

  it('has types that notice a misuse', () => {
    writeFileSync(join(app, 'misuse.ts'), "import { render } from 'trackflow';\nrender(42);\n");
    const { status, stdout } = tsc();
    rmSync(join(app, 'misuse.ts'));
    expect(status).not.toBe(0);
    expect(stdout).toContain('misuse.ts(2,');
  });
});
