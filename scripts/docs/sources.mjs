/** What the docs are made from: the registries and codes out of src/, and the schemas. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root, runNode } from '../build/project.mjs';
import { withoutRules } from './rules.mjs';

/** Bundled on the spot, so that the docs follow the sources and not an old build. */
const entry = `
  import { commands } from './src/cli/commands/index.js';
  import { choicesOf, commonOptions } from './src/cli/program.js';
  import { presets } from './src/lint/presets.js';
  import { ruleGroups } from './src/lint/rule.js';
  import { rules } from './src/lint/rules/index.js';
  import { codes } from './src/model/codes.js';
  import { reporters } from './src/report/reporters/index.js';
  import { formats } from './src/render/formats/index.js';
  import { matrices, views } from './src/view/index.js';
  import { sections as sopSections } from './src/render/sop/sections/index.js';
  import { sopPhrases } from './src/render/sop/phrases/index.js';
  import { sections as handbookSections } from './src/render/handbook/sections/index.js';
  import { handbookPhrases } from './src/render/handbook/phrases/index.js';
  export { handbookPhrases, handbookSections, sopPhrases, sopSections };
  export { render } from './src/index.js';
  export { choicesOf, codes, commands, commonOptions, formats, matrices, presets, reporters, ruleGroups, rules, views };
`;

export async function sources() {
  runNode('scripts/generate.mjs');
  const folder = join(root, 'node_modules/.cache/trackflow');
  const bundle = join(folder, `docs-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  try {
    await build({
      stdin: { contents: entry, resolveDir: root, sourcefile: 'docs.ts', loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      outfile: bundle,
      logLevel: 'warning',
    });
    const { commands, commonOptions, choicesOf, ...rest } = await import(pathToFileURL(bundle).href);
    const told = (options) =>
      Promise.all(options.map(async (option) => ({ ...option, choices: await choicesOf(option) })));
    return {
      ...rest,
      commonOptions: await told(commonOptions),
      commands: await Promise.all(
        commands.map(async (command) => ({ ...command, options: await told(command.options) })),
      ),
      flowSchema: JSON.parse(readFileSync(join(root, 'schemas/flow.schema.json'), 'utf8')),
      templateSchema: JSON.parse(readFileSync(join(root, 'schemas/sop-template.schema.json'), 'utf8')),
      themeSchema: JSON.parse(readFileSync(join(root, 'schemas/theme.schema.json'), 'utf8')),
      configSchema: withoutRules(JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'))),
    };
  } finally {
    rmSync(bundle, { force: true });
  }
}
