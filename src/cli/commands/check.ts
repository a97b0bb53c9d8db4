/** `trackflow check`: everything that can be found wrong, in one run: the one command for CI. A further kind of check joins it here. */
import type { Command } from '../command.js';
import { lintOptions } from '../lint-options.js';

export const check: Command = {
  id: 'check',
  summary: 'Everything that CI should know, in one run: validate, lint, outputs if the project file says so.',
  examples: [
    { line: 'trackflow check', does: 'every flow of the project' },
    {
      line: 'trackflow check --max-warnings 0 --format pretty,junit:report.xml',
      does: 'strictly, with a report for the CI',
    },
  ],
  args: [{ name: '[paths...]', summary: 'files, folders, globs, or - for stdin' }],
  options: lintOptions.filter(({ flags }) => !flags.startsWith('--print-config')),
  async run(host, terminal, input) {
    const { runLint } = await import('../lint.js');
    return runLint(host, terminal, input, { outputs: true });
  },
};
