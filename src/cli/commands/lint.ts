/** `trackflow lint`: what `validate` says, and what the rules say of flows that are valid. */
import type { Command } from '../command.js';
import { lintOptions } from '../lint-options.js';

export const lint: Command = {
  id: 'lint',
  summary: 'Check flows by rules: what is valid and will still go wrong in life.',
  examples: [
    { line: 'trackflow lint', does: 'every flow of the project, by the rules that it has chosen' },
    { line: 'trackflow lint lead.flow.yaml --preset strict', does: 'one flow, as an auditor would look at it' },
    {
      line: 'trackflow lint --format pretty,sarif:trackflow.sarif',
      does: 'for people here, for code scanning in a file',
    },
    {
      line: 'trackflow lint --rule vague-name=off,owner-missing=error',
      does: 'other levels for some rules, this once',
    },
    { line: 'trackflow lint --fix --dry-run', does: 'what could be mended by itself, as a patch' },
    { line: 'trackflow lint --update-baseline', does: 'an old repository: remember what there is' },
    { line: 'trackflow lint --baseline trackflow-baseline.json', does: 'and tell only what is new' },
  ],
  args: [{ name: '[paths...]', summary: 'files, folders, globs, or - for stdin' }],
  options: lintOptions,
  async run(host, terminal, input) {
    if (input.options['printConfig'] !== undefined) {
      const { printConfig } = await import('../print-config.js');
      return printConfig(host, terminal, input);
    }
    const { runLint } = await import('../lint.js');
    return runLint(host, terminal, input);
  },
};
