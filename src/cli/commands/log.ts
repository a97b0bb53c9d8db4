/** `trackflow log`: what has changed in a process, commit by commit. */
import { ids } from '../../base/registry.js';
import { exitCodes, UsageError } from '../exit.js';
import type { Command } from '../command.js';

const usual = 50;

export const log: Command = {
  id: 'log',
  summary: 'Tell what has changed in a process, commit by commit, also before its file was renamed.',
  examples: [
    { line: 'trackflow log lead.flow.yaml', does: 'the newest commits first' },
    { line: 'trackflow log lead.flow.yaml -n 5 --format markdown', does: 'a table for a document' },
  ],
  args: [{ name: '<file>', summary: 'the flow' }],
  options: [
    { flags: '-n, --number <count>', summary: `how many commits at most (default: ${String(usual)})` },
    {
      flags: '--format <form>',
      summary: 'how it is told (default: pretty)',
      list: true,
      choices: async () => ids((await import('../../report/histories/index.js')).historyReporters),
    },
    { flags: '--lang <language>', summary: 'of texts and of the words around them' },
  ],
  ownFormats: true,
  async run(host, terminal, { args: [file = ''], options: { number, format, lang } }) {
    const [{ historyReporters }, { choose }, { findById }] = await Promise.all([
      import('../../report/histories/index.js'),
      import('../choices.js'),
      import('../../base/registry.js'),
    ]);
    const asked = Array.isArray(format) ? (format as readonly string[]) : [];
    if (asked.length > 1) throw new UsageError('A history is told in one form at a time.');
    const reporter = findById(
      historyReporters,
      choose('format of histories', asked[0] ?? 'pretty', ids(historyReporters)),
    );
    const limit = number === undefined ? usual : Number(number);
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new UsageError(`${JSON.stringify(number)} is no number of commits.`, 'For example: -n 10');
    }
    const { readHistory } = await import('../git/history.js');
    const { revisions, more, shallow } = await readHistory(host, { file, limit });
    const { color, columns } = terminal.out;
    const language = typeof lang === 'string' ? { language: lang } : {};
    const text = (reporter ?? historyReporters[0]).report({ file, revisions }, { color, width: columns, ...language });
    terminal.out.write(text);
    if (more)
      terminal.note(`There are older commits, which are not shown; -n ${String(limit * 4)} shows more of them.`);
    else if (shallow) {
      terminal.note('This clone is shallow, and older commits may be missing: git fetch --unshallow');
    }
    return exitCodes.clean;
  },
};
