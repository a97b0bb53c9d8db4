/**
 * The parser, made from the registry of commands, and the one place where a run becomes an exit code.
 *
 * Options that every command understands are defined here. commander's own printing and exiting are switched off: it
 * throws, and here every error gets the same form and the same "did you mean".
 */
import { Command as Parser, CommanderError, Option } from 'commander';
import { ids } from '../base/registry.js';
import { suggest } from '../base/suggest.js';
import { reporters } from '../report/reporters/index.js';
import type { Command, CommandInput, OptionSpec } from './command.js';
import { commands } from './commands/index.js';
import { exitCodes, UsageError, type ExitCode } from './exit.js';
import { seenFrom } from './files/paths.js';
import { pathsFor } from './files/project.js';
import { defaultFormats, formatsOf } from './formats.js';
import { formatHelp } from './help.js';
import { FileError, type Host, type Late } from './host/host.js';
import { reportBug, terminal, type Terminal, type TerminalOptions } from './terminal.js';

/** Understood by every command, before or after its name. */
export const commonOptions: readonly OptionSpec[] = [
  {
    flags: '--format <list>',
    summary: 'how findings are told; name:file writes that report to a file',
    list: true,
    choices: ids(reporters),
  },
  { flags: '--color', summary: 'colours also where no terminal is' },
  { flags: '--no-color', summary: 'no colours' },
  { flags: '--debug', summary: 'a stack trace if trackflow itself fails' },
];

/** Runs one command line, without the names of node and the script. Never throws, never exits. */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let screen = terminalFor(argv, host);
  let exit: ExitCode = exitCodes.clean;
  const named = commands.filter(({ id }) => argv.includes(id));
  let parser: Parser | undefined;
  try {
    parser = await build(host, screen, named, async (command, input, options) => {
      screen = terminal(host, options);
      exit = await command.run(host, screen, input);
    });
    await parser.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    return exit;
  } catch (error) {
    return conclude(error, screen, parser, argv, host);
  }
}

/** What plugins threw when the findings had been told already: there is no report left that could hold it. */
export async function concludeLate(late: readonly Late[], argv: readonly string[], host: Host): Promise<ExitCode> {
  const { faultsOf } = await import('./open-linter.js');
  const screen = terminalFor(argv, host);
  for (const { message, hint } of faultsOf(late)) screen.complain(message, hint);
  return exitCodes.findings;
}

/** Until the options are parsed, errors are printed by what the words alone tell. */
function terminalFor(argv: readonly string[], host: Host): Terminal {
  return terminal(host, {
    color: argv.includes('--no-color') ? false : argv.includes('--color') ? true : undefined,
    formats: defaultFormats,
    debug: argv.includes('--debug') || Boolean(host.env['TRACKFLOW_DEBUG']),
    version: versionOf(host),
  });
}

type Run = (command: Command, input: CommandInput, options: TerminalOptions) => Promise<void>;

/** `detailed`: the commands whose options are to be known with all their choices. */
async function build(host: Host, screen: Terminal, detailed: readonly Command[], execute: Run): Promise<Parser> {
  const program = new Parser('trackflow')
    .description(
      'Flowchart-as-code for customer-tracking processes: one YAML file gives diagrams, Mermaid and the SOP.',
    )
    .version(screen.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        screen.out.write(text);
      },
      writeErr: (text) => {
        screen.err.write(text);
      },
      outputError: () => undefined, // printed by `conclude`
      getOutHelpWidth: () => Math.min(screen.out.columns, 120),
      getOutHasColors: () => screen.out.color,
    })
    .configureHelp({
      showGlobalOptions: true,
      formatHelp: (parser, helper) => formatHelp(parser, helper, screen.out.paint),
    });
  for (const option of commonOptions) program.addOption(await toOption(option, true));
  for (const command of commands) {
    const parser = program.command(command.id).description(command.summary).helpOption('-h, --help', 'print this help');
    parser.copyInheritedSettings(program);
    for (const { name, summary } of command.args) parser.argument(name, summary);
    for (const option of command.options) parser.addOption(await toOption(option, detailed.includes(command)));
    parser.action(async () => {
      const { format, color, debug } = program.opts<{ format?: string[]; color?: boolean; debug?: boolean }>();
      if (format?.length === 0)
        throw new UsageError('--format names no format.', 'A variable of your shell script may be unset.');
      await execute(
        command,
        {
          args: parser.args,
          options: { ...parser.opts(), ...(command.ownFormats && format && { format }) },
        },
        {
          formats: command.ownFormats ? defaultFormats : formatsOf(format, host),
          color: program.getOptionValueSource('color') === undefined ? undefined : color,
          debug: debug ?? screen.debug,
          version: screen.version,
        },
      );
    });
  }
  return program;
}

async function toOption(spec: OptionSpec, detailed: boolean): Promise<Option> {
  const { flags, summary, list } = spec;
  const choices = detailed ? await choicesOf(spec) : [];
  const option = new Option(flags, choices.length > 0 ? `${summary}: ${choices.join(', ')}` : summary);
  const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
    ...(before ?? []),
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ];
  return list ? option.argParser(collect) : option;
}

export async function choicesOf({ choices = [] }: OptionSpec): Promise<readonly string[]> {
  return typeof choices === 'function' ? choices() : choices;
}

function versionOf({ files, home }: Host): string {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(files.read(`${home}/package.json`)));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}

function conclude(
  error: unknown,
  screen: Terminal,
  parser: Parser | undefined,
  argv: readonly string[],
  host: Host,
): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version. `commander.help`: only options were given, and help was printed in place of an error.
    if (error.exitCode === 0 || error.code === 'commander.help') return exitCodes.clean;
    screen.complain(...explainUsage(error, parser, argv));
    return exitCodes.usage;
  }
  if (error instanceof UsageError) {
    screen.complain(error.message, error.hint);
    return exitCodes.usage;
  }
  if (error instanceof FileError) {
    screen.complain(`${shownPath(host, error.path)}: ${error.reason}.`);
    return exitCodes.usage;
  }
  reportBug(error, screen);
  return exitCodes.internal;
}

/** A machine that cannot even be asked for the project must not keep the error from being told. */
function shownPath(host: Host, path: string): string {
  try {
    return pathsFor(host)(path);
  } catch {
    return seenFrom(host.cwd, path);
  }
}

/** commander's message without its `error: `, and what was probably meant. */
function explainUsage(
  error: CommanderError,
  parser: Parser | undefined,
  argv: readonly string[],
): [message: string, hint?: string] {
  const message = error.message.replace(/^error: /u, '').replace(/^./u, (first) => first.toUpperCase());
  const sentence = /[.?!]$/u.test(message) ? message : `${message}.`;
  const word = /'([^']*)'/u.exec(message)?.[1] ?? '';
  const command = parser?.commands.find((known) => argv.includes(known.name()));
  const help = `trackflow ${command ? `${command.name()} ` : ''}--help shows what there is.`;
  if (word === '-V' || (error.code === 'commander.unknownCommand' && word === 'version')) {
    const what = word === '-V' ? 'option' : 'command';
    return [`There is no ${what} ${word}.`, 'The version is told by trackflow -v or trackflow --version.'];
  }
  if (error.code === 'commander.unknownCommand') {
    if (/[./\\]|^-$/u.test(word))
      return [`There is no command "${word}".`, `Name the command first: trackflow validate ${word}`];
    const near = suggest(word, ids(commands));
    return [`There is no command "${word}".`, near === undefined ? help : `Did you mean trackflow ${near}?`];
  }
  if (error.code === 'commander.unknownOption') {
    const flags = [...(command?.options ?? []), ...(parser?.options ?? [])].flatMap(({ long }) => (long ? [long] : []));
    const near = suggest(word, flags);
    return [`There is no option ${word}.`, near === undefined ? help : `Did you mean ${near}?`];
  }
  return [sentence, help];
}
