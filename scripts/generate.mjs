/**
 * Makes src/schema/generated/ from schemas/: types, validators, outlines. Run by `npm run generate`, and by build and test.
 *
 *   node scripts/generate.mjs [--force]
 *
 * Plain Node, because it must run before anything is compiled. When nothing it reads has changed since the last run it says
 * so and stops before loading the generators (40 ms in place of 1.5 s); a file whose bytes stay the same is not written.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'src/schema/generated');
const banner = '// Made by `npm run generate` from schemas/: change the schema, not this file.';

const stamp = await fingerprint();
const files = ['flow.ts', 'config.ts', 'outline.ts', 'validators.js', 'validators.d.ts'];
const fresh =
  files.every((file) => existsSync(join(target, file))) && (await readText(join(target, '.stamp'))) === stamp;

if (fresh && !process.argv.includes('--force')) {
  console.log('src/schema/generated is up to date');
} else {
  const [{ types }, { validators, validatorTypes }, { outline, outlineModule }] = await Promise.all([
    import('./generate/types.mjs'),
    import('./generate/validators.mjs'),
    import('./generate/outline.mjs'),
  ]);
  const flow = JSON.parse(await readText(join(root, 'schemas/flow.schema.json')));
  const config = JSON.parse(await readText(join(root, 'schemas/config.schema.json')));
  const exported = { matchesFlow: flow.$id, matchesLibrary: `${flow.$id}#/$defs/library`, matchesConfig: config.$id };

  await mkdir(target, { recursive: true });
  const written = [
    await write('flow.ts', await types(flow, 'FlowDefinition', banner)),
    await write('config.ts', await types(config, 'ConfigDefinition', banner)),
    await write('outline.ts', outlineModule({ flow: outline(flow), config: outline(config) }, banner)),
    await write('validators.js', await validators([flow, config], exported, banner, root)),
    await write('validators.d.ts', validatorTypes(exported, banner)),
  ].filter(Boolean);
  await write('.stamp', stamp);
  console.log(`src/schema/generated: ${written.length === 0 ? 'no change' : `wrote ${written.join(', ')}`}`);
}

/** Everything that decides the outcome: schemas, these scripts, versions of the generators. */
async function fingerprint() {
  const scripts = (await readdir(join(root, 'scripts/generate'))).sort().map((name) => `scripts/generate/${name}`);
  const tools = ['ajv', 'esbuild', 'json-schema-to-typescript'].map((name) => `node_modules/${name}/package.json`);
  const hash = createHash('sha256');
  for (const path of [
    'schemas/flow.schema.json',
    'schemas/config.schema.json',
    'scripts/generate.mjs',
    ...scripts,
    ...tools,
  ]) {
    hash.update(`${path}\0${(await readText(join(root, path))) ?? ''}\0`);
  }
  return hash.digest('hex');
}

/** Through a file beside it, so that a test run at the same time never reads half a file. */
async function write(name, text) {
  const path = join(target, name);
  if ((await readText(path)) === text) return undefined;
  const half = join(dirname(path), `.${name}.${process.pid}`);
  await writeFile(half, text);
  await rename(half, path);
  return name;
}

async function readText(path) {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
