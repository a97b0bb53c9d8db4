/** `trackflow build`: everything that the project file lists, made as far as it is not up to date. */
import type { Command } from '../command.js';
import { jobsOption } from '../threads/jobs.js';

export const build: Command = {
  id: 'build',
  summary: 'Make everything that the project file lists, as far as it is not up to date.',
  examples: [
    { line: 'trackflow build', does: 'the outputs of every flow, into the folder of the project file' },
    { line: 'trackflow build --dry-run', does: 'what would be made, and why' },
    { line: 'trackflow build --prune', does: 'and remove outputs of flows that are gone' },
    { line: 'trackflow build --jobs 2', does: 'two flows at a time, on a machine that has other things to do' },
  ],
  args: [],
  options: [
    { flags: '--dry-run', summary: 'tell what would be made, and write nothing' },
    { flags: '--prune', summary: 'remove outputs that no flow makes any more, unless they were changed since' },
    jobsOption,
  ],
  async run(host, terminal, input) {
    const { runBuild } = await import('../build/build.js');
    return runBuild(host, terminal, input);
  },
};
