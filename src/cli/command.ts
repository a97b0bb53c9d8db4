/**
 * What a command is: one descriptor, one file in `commands/`, one line in its `index.ts`. Help, docs and the parser are made
 * from the list.
 *
 * A command parses nothing and knows no stream: it gets its arguments, asks `files/` and `app/` for the work, and says what
 * it has to say through the terminal. Its file must stay light, because all of them load at every start: the work comes
 * by `import()` inside `run`.
 */
import type { Descriptor } from '../base/registry.js';
import type { ExitCode } from './exit.js';
import type { Host } from './host/host.js';
import type { Terminal } from './terminal.js';

export interface ArgumentSpec {
  /** `[name]`, `<name>` or `[names...]`. */
  readonly name: string;
  readonly summary: string;
}

export interface OptionSpec {
  /** As commander reads them: `-f, --formats <list>`. */
  readonly flags: string;
  readonly summary: string;
  /** The option may be given several times, and each value may be a list with commas. */
  readonly list?: boolean;
  /** Told in help and docs. A function where the list lies in a part of the program that not every command should load. */
  readonly choices?: readonly string[] | (() => Promise<readonly string[]>);
}

export interface Example {
  readonly line: string;
  readonly does: string;
}

export interface CommandInput {
  readonly args: readonly string[];
  /** By long name without dashes, in camel case. */
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export interface Command extends Descriptor {
  /** Shown first in its help. The first one is shown in the program's own help, too. */
  readonly examples: readonly [Example, ...Example[]];
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Its `--format` is about its output and among its options, and not about how findings are told. */
  readonly ownFormats?: true;
  run(host: Host, terminal: Terminal, input: CommandInput): Promise<ExitCode>;
}
