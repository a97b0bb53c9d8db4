/** How help looks: what it does, examples first, then the reference. Separate from the parser because it is text only. */
import type { ChalkInstance } from 'chalk';
import type { Command as Parser, Help } from 'commander';
import { findById } from '../base/registry.js';
import { cells, padCells, wrapWords } from '../base/cells.js';
import { commands } from './commands/index.js';

type Row = readonly [term: string, description: string];

const ending =
  'Exit codes: 0 clean, 1 findings, 2 usage, 3 a fault of trackflow itself. Data goes to stdout, messages to stderr.';

export function formatHelp(parser: Parser, helper: Help, paint: ChalkInstance): string {
  const width = helper.helpWidth ?? 80;
  const section = (title: string, rows: readonly Row[]): string =>
    rows.length === 0 ? '' : [paint.bold(`${title}:`), ...table(rows, paint, width)].join('\n');
  const paragraph = (text: string): string => wrapWords(text, width).join('\n');
  const options = (list: ReturnType<Help['visibleOptions']>): readonly Row[] =>
    list.map((option): Row => [helper.optionTerm(option), option.description]);

  const command = findById(commands, parser.name());
  const examples = command ? command.examples : commands.map(({ examples: [first] }) => first);
  // A command that gives one of them a meaning of its own has told of it.
  const own = new Set(helper.visibleOptions(parser).map(({ long }) => long));
  const common = helper.visibleGlobalOptions(parser).filter(({ long }) => long !== '--version' && !own.has(long));
  const sections = [
    paragraph(parser.description()),
    section(
      'Examples',
      examples.map(({ line, does }): Row => [line, does]),
    ),
    `${paint.bold('Usage:')} ${helper.commandUsage(parser)}`,
    section(
      'Commands',
      helper.visibleCommands(parser).map((sub): Row => [termOf(sub), sub.description()]),
    ),
    section(
      'Arguments',
      parser.registeredArguments.map((argument): Row => [argument.name(), argument.description]),
    ),
    section('Options', options(helper.visibleOptions(parser))),
    section('Options of every command', options(common)),
    command ? '' : paragraph(ending),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Without the `[options]` that nearly every command has. */
function termOf(parser: Parser): string {
  const command = findById(commands, parser.name());
  return [parser.name(), ...(command?.args.map(({ name }) => name) ?? [])].join(' ');
}

function table(rows: readonly Row[], paint: ChalkInstance, width: number): readonly string[] {
  const column = Math.min(Math.max(...rows.map(([term]) => cells(term))), Math.floor(width / 2));
  return rows.flatMap(([term, description]) => {
    const [first = '', ...more] = wrapWords(description, width - column - 4);
    const rest = more.map((line) => ' '.repeat(column + 4) + line);
    const head = `  ${paint.cyan(padCells(term, column))}`;
    // A term too long for its column has a line of its own.
    return cells(term) > column ? [head, ' '.repeat(column + 4) + first, ...rest] : [`${head}  ${first}`, ...rest];
  });
}
