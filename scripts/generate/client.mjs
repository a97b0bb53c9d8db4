/** The program and the style sheet in the pages of a site, each as one text: what browsers load, made ready for them. */
import { build, transform } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const client = 'src/site/client';

/** Browsers of the last years, and those in chat programs, which are older. */
const target = ['chrome87', 'firefox91', 'safari15'];

export async function clientModule(banner, root) {
  const [start, script] = await Promise.all(['start', 'main'].map((name) => bundled(`${client}/${name}.ts`, root)));
  const { code: css } = await transform(await readFile(join(root, client, 'site.css'), 'utf8'), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
  });
  const constants = Object.entries({ start, script, css });
  return [banner, ...constants.map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`), ''].join('\n');
}

async function bundled(entry, root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    // Plain scripts: a page on disk may not load modules.
    format: 'iife',
    platform: 'browser',
    target,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    tsconfig: join(root, client, 'tsconfig.json'),
  });
  return outputFiles[0].text;
}
