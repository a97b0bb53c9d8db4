/** `trackflow merge-driver`: what git calls to merge two versions of a flow; `trackflow init --git` sets it up. */
import type { Command } from '../command.js';

export const mergeDriver: Command = {
  id: 'merge-driver',
  summary: 'Merge two versions of a flow by ids; called by git, which `trackflow init --git` tells to.',
  examples: [
    { line: 'trackflow merge-driver %O %A %B %L %P %S %X %Y', does: 'as it stands in the configuration of git' },
    { line: 'trackflow merge-driver base.yaml ours.yaml theirs.yaml', does: 'by hand; the result is in ours.yaml' },
  ],
  args: [
    { name: '<base>', summary: 'the version that both sides began with (%O)' },
    { name: '<ours>', summary: 'our version (%A); the result is written here' },
    { name: '<theirs>', summary: 'the other version (%B)' },
    { name: '[marker-size]', summary: 'how long conflict markers are (%L; default: 7)' },
    { name: '[path]', summary: 'the path of the flow in the repository (%P), for its libraries and child flows' },
    {
      name: '[names...]',
      summary: 'what base, ours and theirs are called at a conflict (%S %X %Y; a git before 2.44 cannot tell)',
    },
  ],
  options: [],
  async run(host, terminal, { args }) {
    const { runMergeDriver } = await import('../git/merge-driver.js');
    return runMergeDriver(host, terminal, args);
  },
};
