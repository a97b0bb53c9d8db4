/**
 * Options that several commands have, said once. Apart from the code that understands them, because the list of commands loads
 * at every start.
 */
import { directions } from '../model/view.js';
import type { OptionSpec } from './command.js';

export const stdinOption: OptionSpec = {
  flags: '--stdin-filepath <path>',
  summary: 'the file that a text from stdin (path -) stands for',
};

export const outOption: OptionSpec = {
  flags: '-o, --out <path>',
  summary:
    'a folder, a file, or - for stdout (default: the `out` of the project file, else ./out; for a single output of stdin: stdout)',
};

export const pictureOptions: readonly OptionSpec[] = [
  { flags: '--direction <way>', summary: 'which way time runs', choices: directions },
  { flags: '--lang <list>', summary: 'languages, or all of the flow (default: its own)', list: true },
  {
    flags: '--theme <name>',
    summary: 'colours',
    choices: async () => (await import('../render/format.js')).themes,
  },
];
