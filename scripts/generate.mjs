/**
 * Makes src/schema/generated/ from schemas/: types, validators, outlines; schemas/library.schema.json from that of flows; and
 * src/site/generated/, what browsers load with the pages of a site. Run by `npm run generate`, and by build and test.
 *
 *   node scripts/generate.mjs [--force]
 *
 * Plain Node, because it must run before anything is compiled. When nothing it reads has changed since the last run it says
 * so and stops before loading the generators (40 ms in place of 1.5 s); a file whose bytes stay the same is not written.
 */
import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'src/schema/generated';
const banner = '// Made by `npm run generate` from schemas/: change the schema, not this file.';

const stamp = await fingerprint();
const clientFile = 'src/site/generated/client.ts';
const files = [
  'flow.ts',
  'config.ts',
  'theme.ts',
  'sop-template.ts',
  'baseline.ts',
  'outline.ts',
  'validators.js',
  'validators.d.ts',
].map((name) => `${target}/${name}`);
const fresh =
  [...files, clientFile].every((file) => existsSync(join(root, file))) &&
  (await readText(`${target}/.stamp`)) === stamp;

if (fresh && !process.argv.includes('--force')) {
  console.log('src/schema/generated and src/site/generated are up to date');
} else {
  // A run that breaks off must not look like one that has ended.
  process.once('exit', (code) => {
    if (code !== 0) rmSync(join(root, target, '.stamp'), { force: true });
  });
  const { withoutRules } = await import('./docs/rules.mjs');
  const [{ types }, { validators, validatorTypes }, { outline, outlineModule }, { librarySchema }, { clientModule }] =
    await Promise.all([
      import('./generate/types.mjs'),
      import('./generate/validators.mjs'),
      import('./generate/outline.mjs'),
      import('./generate/library.mjs'),
      import('./generate/client.mjs'),
    ]);
  const flow = JSON.parse(await readText('schemas/flow.schema.json'));
  const config = withoutRules(JSON.parse(await readText('schemas/config.schema.json')));
  const theme = JSON.parse(await readText('schemas/theme.schema.json'));
  const template = JSON.parse(await readText('schemas/sop-template.schema.json'));
  const baseline = JSON.parse(await readText('schemas/baseline.schema.json'));
  const exported = {
    matchesFlow: flow.$id,
    matchesLibrary: `${flow.$id}#/$defs/library`,
    matchesConfig: config.$id,
    matchesTheme: theme.$id,
    matchesTemplate: template.$id,
    matchesBaseline: baseline.$id,
  };

  const written = [
    await write(`${target}/flow.ts`, await types(flow, 'FlowDefinition', banner)),
    await write(`${target}/config.ts`, await types(config, 'ConfigDefinition', banner)),
    await write(`${target}/theme.ts`, await types(theme, 'ThemeFileDefinition', banner)),
    await write(`${target}/sop-template.ts`, await types(template, 'SopTemplateDefinition', banner)),
    await write(`${target}/baseline.ts`, await types(baseline, 'BaselineDefinition', banner)),
    await write(
      `${target}/outline.ts`,
      outlineModule(
        {
          flow: outline(flow),
          config: outline(config),
          theme: outline(theme),
          template: outline(template),
          baseline: outline(baseline),
        },
        banner,
      ),
    ),
    await write(
      `${target}/validators.js`,
      await validators([flow, config, theme, template, baseline], exported, banner, root),
    ),
    await write(`${target}/validators.d.ts`, validatorTypes(exported, banner)),
    await write('schemas/library.schema.json', await librarySchema(flow)),
    await write(
      clientFile,
      await clientModule('// Made by `npm run generate` from src/site/client/: change it there, not here.', root),
    ),
  ].filter(Boolean);
  await write(`${target}/.stamp`, await fingerprint());
  console.log(`generated: ${written.length === 0 ? 'no change' : `wrote ${written.join(', ')}`}`);
}

/** Everything that decides the outcome: schemas, the client's sources, these scripts, versions of the generators. */
async function fingerprint() {
  const scripts = (await readdir(join(root, 'scripts/generate'))).sort().map((name) => `scripts/generate/${name}`);
  const client = (await readdir(join(root, 'src/site/client'))).sort().map((name) => `src/site/client/${name}`);
  const tools = ['ajv', 'esbuild', 'json-schema-to-typescript', 'prettier'].map(
    (name) => `node_modules/${name}/package.json`,
  );
  const hash = createHash('sha256');
  for (const path of [
    'schemas/flow.schema.json',
    'schemas/config.schema.json',
    'schemas/theme.schema.json',
    'schemas/sop-template.schema.json',
    'schemas/library.schema.json',
    'schemas/baseline.schema.json',
    'scripts/generate.mjs',
    ...scripts,
    ...client,
    ...tools,
  ]) {
    hash.update(`${path}\0${(await readText(path)) ?? ''}\0`);
  }
  return hash.digest('hex');
}

/** Through a file beside it, so that a test run at the same time never reads half a file. */
async function write(path, text) {
  if ((await readText(path)) === text) return undefined;
  const half = join(root, dirname(path), `.${basename(path)}.${process.pid}`);
  await mkdir(dirname(half), { recursive: true });
  await writeFile(half, text);
  await rename(half, join(root, path));
  return path;
}

async function readText(path) {
  try {
    return await readFile(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
