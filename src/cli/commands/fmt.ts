/** `trackflow fmt`: one look for all files, so that a change in git shows what was changed and nothing else. */
import type { Command } from '../command.js';
import { stdinOption } from '../shared-options.js';

export const fmt: Command = {
  id: 'fmt',
  summary: 'Set files in the usual way: order, indentation, quotes. Meaning and comments stay.',
  examples: [
    { line: 'trackflow fmt', does: 'every flow of the project with its libraries, and the project file' },
    { line: 'trackflow fmt --check', does: 'for CI: list what is not set so, and exit 1' },
    { line: 'trackflow fmt --diff lead.flow.yaml', does: 'what would be changed' },
    { line: 'trackflow fmt - --stdin-filepath lead.flow.yaml', does: 'an unsaved text from an editor, to stdout' },
  ],
  args: [{ name: '[paths...]', summary: 'files, folders, globs, or - for stdin' }],
  options: [
    { flags: '--check', summary: 'write nothing; list the files that would be changed, and exit 1 if there are any' },
    { flags: '--diff', summary: 'write nothing; show the changes as a patch' },
    stdinOption,
  ],
  async run(host, terminal, input) {
    const { runFmt } = await import('../fmt/index.js');
    return runFmt(host, terminal, input);
  },
};
