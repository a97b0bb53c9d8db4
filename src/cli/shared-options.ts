/**
 * Options that several commands have, said once. Apart from the code that understands them, because the list of commands loads
 * at every start.
 */
import { rests } from '../model/filter.js';
import { pageFormats } from '../model/paper.js';
import { directions, showIds } from '../model/view.js';
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

/** Of pictures of a part of a process. */
export const partOptions: readonly OptionSpec[] = [
  { flags: '--segment <id>', summary: 'only what customers of this segment can reach' },
  { flags: '--phase <id>', summary: 'one phase, with its neighbours across the border paler' },
  { flags: '--owner <id>', summary: 'the steps of one owner or department, with their neighbours paler' },
  {
    flags: '--rest <how>',
    summary: 'what --segment cannot reach: leave it out, or draw it paler (default: hide)',
    choices: rests,
  },
];

export const pictureOptions: readonly OptionSpec[] = [
  { flags: '--direction <way>', summary: 'which way time runs', choices: directions },
  {
    flags: '--pages <paper>',
    summary: 'pictures cut into pages of that paper: one pdf or drawio, an svg or png for each',
    choices: pageFormats,
  },
  { flags: '--lang <list>', summary: 'languages, or all of the flow (default: its own)', list: true },
  {
    flags: '--theme <name>',
    summary: 'colours, or the path of a theme file (.yaml)',
    choices: async () => (await import('../render/format.js')).themes,
  },
  {
    flags: '--show <list>',
    summary: 'what steps show in pictures (default: sla, privacy)',
    list: true,
    choices: [...showIds, 'all', 'none'],
  },
];
