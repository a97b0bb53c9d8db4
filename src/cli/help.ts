/** How help looks: what it does, examples first, then the reference. Separate from the parser because it is text only. */
import type { ChalkInstance } from 'chalk';
import type { Command as Parser, Help } from 'commander';
import { findById } from '../base/registry.js';
import { cells, padCells, wrapWords } from '../base/cells.js';
import type { Example } from './command.js';
import { commands } from './commands/index.js';

export function formatHelp(parser: Parser, helper: Help, paint: ChalkInstance): string {
  const width = helper.helpWidth ?? 80;
  const descriptor = findById(commands, parser.name());
  const examples = descriptor ? descriptor.examples : commands.map(({ examples: [first] }) => first);
  const sections = [
    wrapWords(parser.description(), width).join('\n'),
    section(
      'Examples',
      examples.map((example): Row => [example.line, example.does]),
      paint,
      width,
    ),
    `${paint.bold('Usage:')} ${helper.commandUsage(parser)}`,
    section(
      'Commands',
      helper.visibleCommands(parser).map((sub): Row => [helper.subcommandTerm(sub), sub.description()]),
      paint,
      width,
    ),
    section(
      'Arguments',
      helper.visibleArguments(parser).map((argument): Row => [helper.argumentTerm(argument), argument.description]),
      paint,
      width,
    ),
    section('Options', options(helper.visibleOptions(parser), helper), paint, width),
    section(
      'Options of every command',
      parser.parent
        ? options(
            helper.visibleGlobalOptions(parser).filter(({ long }) => long !== '--version'),
            helper,
          )
        : [],
      paint,
      width,
    ),
    parser.parent
      ? ''
      : wrapWords(
          'Exit codes: 0 clean, 1 findings, 2 usage, 3 a fault of trackflow itself. Data goes to stdout, messages to stderr.',
          width,
        ).join('\n'),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

type Row = readonly [term: string, description: string];

function options(list: ReturnType<Help['visibleOptions']>, helper: Help): readonly Row[] {
  return list.map((option): Row => [helper.optionTerm(option), option.description]);
}

function section(title: string, rows: readonly Row[], paint: ChalkInstance, width: number): string {
  if (rows.length === 0) return '';
  const column = Math.min(Math.max(...rows.map(([term]) => cells(term))), Math.floor(width / 2));
  const lines = rows.flatMap(([term, description]) => {
    const [first = '', ...more] = wrapWords(description, width - column - 4);
    const rest = more.map((line) => ' '.repeat(column + 4) + line);
    const head = `  ${paint.cyan(padCells(term, column))}`;
    // A term too long for its column has a line of its own.
    return cells(term) > column ? [head, ' '.repeat(column + 4) + first, ...rest] : [`${head}  ${first}`, ...rest];
  });
  return [paint.bold(`${title}:`), ...lines].join('\n');
}

/** For docs. */
export function exampleLines(examples: readonly Example[]): readonly string[] {
  return examples.map(({ line, does }) => `${line}  # ${does}`);
}
