/** `trackflow diff`: what has changed in the processes, not in the text. */
import { ids } from '../../base/registry.js';
import type { Command } from '../command.js';

export const diff: Command = {
  id: 'diff',
  summary:
    'Say what has changed between two versions of flows: steps, owners, limits, data; who is affected; what is risky.',
  examples: [
    { line: 'trackflow diff', does: 'the last commit and the files as they are now' },
    { line: 'trackflow diff old.flow.yaml new.flow.yaml', does: 'two files; or two folders, file by file' },
    {
      line: 'trackflow diff main...HEAD --format markdown',
      does: 'what this branch changes, as a comment for its review',
    },
    { line: 'trackflow diff HEAD~3 -- lead.flow.yaml', does: 'one flow, three commits ago and now' },
    { line: 'trackflow diff v1:lead.flow.yaml lead.flow.yaml', does: 'a file of a revision, and another file' },
    { line: 'trackflow diff main -o diff.html', does: 'a page with the picture, before and after' },
    {
      line: 'trackflow diff --exit-code --format pretty,json:diff.json',
      does: 'exit 1 if anything has changed; for programs in a file',
    },
  ],
  args: [
    {
      name: '[versions-and-paths...]',
      summary: 'two files, two folders, or up to two revisions and then paths or globs',
    },
  ],
  options: [
    {
      flags: '--format <list>',
      summary: 'how it is told; name:file writes that form to a file (default: pretty)',
      list: true,
      choices: async () => ids((await import('../difference-formats.js')).differenceForms),
    },
    {
      flags: '-o, --out <file>',
      summary: 'a file for what would be printed; without --format, its extension tells the format',
    },
    { flags: '--wording', summary: 'tell also what is only said in other words' },
    {
      flags: '--lang <language>',
      summary: 'of texts and of the words around them (default: of the flow; on the terminal English)',
    },
    { flags: '--exit-code', summary: 'exit 1 if anything has changed, wording too' },
  ],
  ownFormats: true,
  async run(host, terminal, input) {
    const { runDiff } = await import('../diff.js');
    return runDiff(host, terminal, input);
  },
};
