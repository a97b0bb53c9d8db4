/** `trackflow validate`: reads, validates and compiles; what it has found is its data, and so goes to stdout. */
import { plural } from '../../report/tally.js';
import type { Command } from '../command.js';
import { isForPrograms, report } from '../findings.js';
import { stdinOption } from '../shared-options.js';
import { jobsOf, jobsOption } from '../threads/jobs.js';

export const validate: Command = {
  id: 'validate',
  summary: 'Check flow files, and say exactly what to mend.',
  examples: [
    { line: 'trackflow validate', does: 'every flow of the project, or in this folder and below' },
    { line: 'trackflow validate lead.flow.yaml flows/', does: 'a file, and every flow in a folder' },
    { line: "trackflow validate 'flows/**/*.flow.yaml' --format json", does: 'a glob; findings for a program' },
    { line: 'trackflow validate - --stdin-filepath flows/lead.flow.yaml', does: 'an unsaved text from an editor' },
  ],
  args: [{ name: '[paths...]', summary: 'files, folders, globs, or - for stdin' }],
  options: [jobsOption, stdinOption],
  async run(host, terminal, { args, options }) {
    const { gather } = await import('../gather.js');
    const stdinFile = options['stdinFilepath'] as string | undefined;
    const gathered = await gather(host, terminal, args, stdinFile, { findingsOnly: true, jobs: jobsOf(options) });
    const exit = await report(gathered, host, terminal, terminal.out);
    if (gathered.findings.length === 0 && !isForPrograms(terminal)) {
      terminal.note(`${terminal.err.paint.green('ok')}  ${plural(gathered.files.length, 'file')}, nothing to mend`);
    }
    return exit;
  },
};
