/** `trackflow schema`: the JSON Schemas, for editors and other tools. What exists is what lies in the package's `schemas/`. */
import { join } from 'node:path';
import { choose } from '../choices.js';
import type { Command } from '../command.js';
import { exitCodes } from '../exit.js';

const ending = '.schema.json';

export const schema: Command = {
  id: 'schema',
  summary:
    'Print a JSON Schema: of flow files, of libraries, of the project file, of themes, of SOP templates, of the json outputs.',
  examples: [
    { line: 'trackflow schema flow > flow.schema.json', does: 'for completion and checks while typing, in any editor' },
    { line: 'trackflow schema config', does: 'what trackflow.config.yaml may say' },
  ],
  args: [
    {
      name: '[name]',
      summary:
        'flow (default), library, config, theme, sop-template, baseline, process, difference, history or diagnostics',
    },
  ],
  options: [],
  run(host, terminal, { args: [name = 'flow'] }) {
    const folder = join(host.home, 'schemas');
    const known = host.files
      .list(folder)
      .filter((entry) => entry.name.endsWith(ending))
      .map((entry) => entry.name.slice(0, -ending.length));
    terminal.out.write(host.files.read(join(folder, choose('schema', name, known) + ending)));
    return Promise.resolve(exitCodes.clean);
  },
};
