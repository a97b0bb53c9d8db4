/**
 * Brings the generated regions of README and docs/ up to date: what lies between `<!-- generated:x -->` and `<!-- /generated:x -->`
 * is written from the registries, the table of codes and the schemas; the pictures that the pages show; and the names of the rules in
 * the schema of the project file.
 *
 *   node scripts/docs.mjs [--check]      --check writes nothing, and fails if something would change
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { root } from './build/project.mjs';
import { pictures } from './docs/pictures.mjs';
import { withRules } from './docs/rules.mjs';
import { sections } from './docs/sections.mjs';
import { sources } from './docs/sources.mjs';

const files = [
  'README.md',
  'README.zh-CN.md',
  'docs/cli.md',
  'docs/diagnostics.md',
  'docs/language.md',
  'docs/config.md',
  'docs/themes.md',
  'docs/sop.md',
  'docs/views.md',
  'docs/matrices.md',
  'docs/rules.md',
  'docs/ci.md',
];
const check = process.argv.includes('--check');
const facts = await sources();
const used = new Set();
/** File → what it should be. */
const stale = new Map();

for (const file of files) {
  const before = readFileSync(join(root, file), 'utf8');
  const after = await regenerate(before, file, file.includes('zh-CN') ? 'zh' : 'en');
  if (after !== before) stale.set(file, after);
}
for (const [file, text] of await pictures(facts)) {
  if (!existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text) stale.set(file, text);
}
const configFile = 'schemas/config.schema.json';
const config = readFileSync(join(root, configFile), 'utf8');
const completed = await format(withRules(config, facts), {
  ...(await resolveConfig(join(root, configFile))),
  parser: 'json',
});
if (completed !== config) stale.set(configFile, completed);
const unused = Object.keys(sections).filter((id) => !used.has(id));
if (unused.length > 0) fail(`No file has a region for ${unused.join(', ')}.`);

const names = [...stale.keys()].join(', ');
if (check && stale.size > 0) fail(`Not up to date: ${names}. Run npm run docs.`);
for (const [file, text] of stale) writeFileSync(join(root, file), text);
console.log(stale.size > 0 ? `Brought up to date: ${names}.` : 'All generated regions are up to date.');

async function regenerate(text, file, language) {
  const options = { ...(await resolveConfig(join(root, file))), parser: 'markdown' };
  const { ignored } = await getFileInfo(join(root, file), { ignorePath: join(root, '.prettierignore') });
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(/<!-- generated:([\w-]+) -->\n([\s\S]*?)<!-- \/generated:\1 -->/gu)) {
    const [whole, id] = match;
    const section = sections[id];
    if (section === undefined) fail(`${file}: nothing is known to generate for "${id}".`);
    used.add(id);
    const raw = `${section(facts, language)}\n`;
    const made = ignored ? raw : await format(raw, options);
    const region = `<!-- generated:${id} -->\n\n${made}\n<!-- /generated:${id} -->`;
    parts.push(text.slice(end, match.index), region);
    end = match.index + whole.length;
  }
  if ((text.match(/<!-- \/?generated:/gu) ?? []).length !== parts.length)
    fail(`${file}: a region is opened and not closed, or the other way round.`);
  return parts.join('') + text.slice(end);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
