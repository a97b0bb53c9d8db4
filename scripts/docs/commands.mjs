/** The commands: a table for the README, and every option for docs/cli.md. */
import { chinese } from './chinese.mjs';
import { code, fenced, table } from './markdown.mjs';

export function commandTable({ commands }, language) {
  return table(
    language === 'zh' ? ['命令', '作用'] : ['command', 'what it does'],
    commands.map(({ id, args, summary }) => [
      code(['trackflow', id, ...args.map(({ name }) => name)].join(' ')),
      language === 'zh' ? chinese('commands', id) : summary,
    ]),
  );
}

export function cliReference({ commands, commonOptions }) {
  const parts = commands.map(({ id, summary, examples, args, options }) =>
    [
      `## trackflow ${id}`,
      summary,
      fenced('sh', aligned(examples)),
      ...(args.length > 0
        ? [
            table(
              ['argument', 'what it is'],
              args.map((arg) => [code(arg.name), arg.summary]),
            ),
          ]
        : []),
      ...(options.length > 0 ? [optionTable(options)] : []),
    ].join('\n\n'),
  );
  return [...parts, `## Options of every command\n\n${optionTable(commonOptions)}`].join('\n\n');
}

function aligned(examples) {
  const width = Math.max(...examples.map(({ line }) => line.length));
  return examples.map(({ line, does }) => `${line.padEnd(width)}  # ${does}`).join('\n');
}

function optionTable(options) {
  return table(
    ['option', 'what it does'],
    options.map(({ flags, summary, choices }) => [
      code(flags),
      choices.length > 0 ? `${summary}: ${choices.map(code).join(', ')}` : summary,
    ]),
  );
}
