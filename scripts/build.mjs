/**
 * Builds dist/: the program (`cli.cjs`), the library (`index.js` and its chunks), the declarations of the public API, and the licences of
 * what was bundled.
 *
 *   node scripts/build.mjs [--no-types]
 *
 * What is bundled follows from package.json alone: `dependencies` and `peerDependencies` stay outside and are installed with trackflow,
 * and so does trackflow/fonts, which finds files beside itself. Everything else that the sources import is bundled, because one file
 * starts faster than a hundred. The program is CommonJS: only of that can Node keep the compiled code between runs
 * (bin/compile-cache.js). Either way `import()` in the sources keeps unrun what a command does not need.
 *
 * Only files whose bytes changed are written, and stale ones go last, so that a program running from dist/ during a build never
 * finds a hole.
 */
import { relative, sep } from 'node:path';
import { build } from 'esbuild';
import { declarations } from './build/declarations.mjs';
import { licences } from './build/licences.mjs';
import { outsidePackages } from './build/outside-packages.mjs';
import { publish } from './build/publish.mjs';
import { manifest, root, runNode } from './build/project.mjs';

runNode('scripts/generate.mjs');

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names and line breaks stay: a stack trace in a bug report should say something.
  minifySyntax: true,
  legalComments: 'none', // the whole texts are in dist/LICENSES.txt
  plugins: [
    outsidePackages([...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }), manifest.name]),
  ],
  metafile: true,
  write: false,
  logLevel: 'warning',
};

const program = {
  ...common,
  entryPoints: { cli: 'src/cli/main.ts', 'mermaid-cli': 'src/render/mermaid-cli.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '__fileUrl' },
  banner: { js: "const __fileUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [...common.plugins, apart('src/render/mermaid-cli.ts', './mermaid-cli.cjs')],
};

const library = {
  ...common,
  entryPoints: { index: 'src/index.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  format: 'esm',
  splitting: true,
  // Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module has not.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
};

const results = await Promise.all([build(program), build(library)]).catch(() => process.exit(1)); // esbuild has said why
const metafile = {
  inputs: Object.assign({}, ...results.map((result) => result.metafile.inputs)),
  outputs: Object.assign({}, ...results.map((result) => result.metafile.outputs)),
};

/** Path below dist/ → content. */
const files = new Map(
  results.flatMap(({ outputFiles }) =>
    outputFiles.map((file) => [relative(`${root}dist`, file.path).split(sep).join('/'), file.contents]),
  ),
);
// For whoever asks what is in which file; not published.
files.set('metafile.json', JSON.stringify(metafile));
files.set('LICENSES.txt', licences(Object.keys(metafile.inputs)));
if (!process.argv.includes('--no-types')) for (const [path, text] of declarations()) files.set(`types/${path}`, text);

publish(files, { keep: process.argv.includes('--no-types') ? ['types/'] : [] });

/** A module in a file of its own: the one that imports what is named only at run time, which code from a cache cannot. */
function apart(source, output) {
  return {
    name: 'apart',
    setup({ onResolve, resolve }) {
      const name = source.split('/').at(-1).replace(/\.ts$/u, '.js');
      onResolve({ filter: new RegExp(`/${name.replaceAll('.', '\\.')}$`) }, async ({ path, pluginData, ...from }) => {
        if (pluginData === 'apart') return undefined;
        const found = await resolve(path, { ...from, pluginData: 'apart' });
        return relative(root, found.path).split(sep).join('/') === source ? { path: output, external: true } : found;
      });
    },
  };
}
