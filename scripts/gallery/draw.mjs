/** Draws all examples, and some models of the corpus, with the code of one work tree. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * What runs inside the work tree: bundled from its own sources, so that any revision can be drawn that has these functions.
 * An example that the revision's language does not know yet is left out there.
 */
const driver = `
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createCompiler } from './src/compile/index.js';
import { layout, quality } from './src/layout/index.js';
import { svg } from './src/render/formats/svg.js';
import { project, views } from './src/view/index.js';
import { readBpmn } from './test/layout/corpus/bpmn.js';
import { toView } from './test/layout/corpus/models.js';

async function drawn(id: string, view: any) {
  const scene = await layout(view);
  const { violations, ...figures } = quality(scene);
  const content = svg.render(scene, { language: scene.language, theme: 'light', mermaidDiagram: 'flowchart' });
  return { id, svg: content, broken: violations.map(({ rule, what }) => rule + ': ' + what), figures, direction: scene.direction };
}

export async function drawAll({ examples, corpus, models }: { examples: string; corpus: string; models: number }) {
  const pictures: any[] = [];
  const root = examples + '/';
  const load = (path: string): any =>
    existsSync(root + path) ? { kind: 'ok', bytes: readFileSync(root + path) } : { kind: 'missing' };
  const compiler = createCompiler({ root: '.', load });
  const flows = (readdirSync(root + 'examples', { recursive: true, encoding: 'utf8' }) as string[])
    .map((path) => 'examples/' + path.replaceAll('\\\\', '/'))
    .filter((path) => path.endsWith('.flow.yaml'))
    .sort();
  for (const file of flows) {
    const { value } = compiler.compile(file);
    if (value === undefined) continue;
    for (const { id } of views) {
      for (const direction of ['down', 'right'] as const) {
        const view = project(value, id, { language: value.language, direction } as any);
        pictures.push(await drawn([value.id, id, direction].join('.'), view));
      }
    }
  }
  if (models === 0 || !existsSync(corpus)) return pictures;
  const scopes = ['miwg', 'bpmn-auto-layout'].flatMap((folder) =>
    readdirSync(corpus + '/' + folder)
      .filter((name) => name.endsWith('.bpmn'))
      .sort()
      .flatMap((name) =>
        readBpmn(readFileSync([corpus, folder, name].join('/'), 'utf8')).map((scope: any) => ({
          id: [folder, name.slice(0, -5), ...(scope.id === '' ? [] : [scope.id])].join('.').replace(/[^A-Za-z0-9_.-]/gu, '_'),
          scope,
        })),
      ),
  );
  // The largest with lanes say most.
  const chosen = scopes
    .filter(({ scope }) => scope.nodes.length >= 4)
    .sort((a, b) => Number(b.scope.lanes.length > 0) - Number(a.scope.lanes.length > 0) || b.scope.nodes.length - a.scope.nodes.length)
    .slice(0, models);
  for (const { id, scope } of chosen)
    pictures.push(await drawn('corpus.' + id, toView(id, scope, scope.lanes.length > 0)));
  return pictures;
}
`;

/**
 * @param {string} tree
 * @param {{ examples: string, corpus: string, models: number }} wanted
 * @returns {Promise<{ id: string, svg: string, broken: string[], figures: Record<string, number>, direction: string }[]>}
 */
export async function draw(tree, wanted) {
  execFileSync(process.execPath, ['scripts/generate.mjs'], { cwd: tree, stdio: 'ignore' });
  const outfile = join(tree, `gallery-${process.pid}.mjs`);
  try {
    await build({
      stdin: { contents: driver, resolveDir: tree, sourcefile: 'gallery.ts', loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile,
      logLevel: 'error',
    });
    const { drawAll } = await import(pathToFileURL(outfile).href);
    return await drawAll(wanted);
  } finally {
    rmSync(outfile, { force: true });
  }
}
