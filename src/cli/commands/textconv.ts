/** `trackflow textconv`: what `git diff` compares in place of the text of a flow; `trackflow init --git` sets it up. */
import type { Command } from '../command.js';
import { exitCodes } from '../exit.js';
import { absolute } from '../files/paths.js';

export const textconv: Command = {
  id: 'textconv',
  summary: 'Print a flow as text that changes only with its meaning; called by `git diff`.',
  examples: [{ line: 'trackflow textconv lead.flow.yaml', does: 'one value a line; what is broken as it is' }],
  args: [{ name: '<file>', summary: 'the flow' }],
  options: [],
  async run(host, terminal, { args: [file = ''] }) {
    const { readableText } = await import('../../app/textconv.js');
    terminal.out.write(readableText(host.files.read(absolute(host.cwd, file))));
    return exitCodes.clean;
  },
};
