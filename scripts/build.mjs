/**
 * Builds dist/: the program (`cli.js`), the library (`index.js`), their shared chunks, the declarations of the public API, and the
 * licences of what was bundled.
 *
 *   node scripts/build.mjs [--no-types]
 *
 * What is bundled follows from package.json alone: `dependencies` and `peerDependencies` stay outside and are installed with trackflow,
 * everything else that the sources import is bundled. Small packages are bundled because one file starts faster than a hundred; heavy ones
 * stay outside, and `import()` keeps them unread until a command needs them.
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

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Names and line breaks stay: a stack trace in a bug report should say something.
  minifySyntax: true,
  legalComments: 'none', // the whole texts are in dist/LICENSES.txt
  // Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module has not.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  plugins: [outsidePackages(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }))],
  metafile: true,
  write: false,
  logLevel: 'warning',
}).catch(() => process.exit(1)); // esbuild has said why

/** Path below dist/ → content. */
const files = new Map(
  outputFiles.map((file) => [relative(`${root}dist`, file.path).split(sep).join('/'), file.contents]),
);
// For whoever asks what is in which file; not published.
files.set('metafile.json', JSON.stringify(metafile));
files.set('LICENSES.txt', licences(Object.keys(metafile.inputs)));
if (!process.argv.includes('--no-types')) for (const [path, text] of declarations()) files.set(`types/${path}`, text);

publish(files, { keep: process.argv.includes('--no-types') ? ['types/'] : [] });
