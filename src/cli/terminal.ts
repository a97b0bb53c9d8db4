/**
 * What the program says, and where: data on stdout, everything else on stderr, each in colour or not.
 *
 * One object per run instead of a global: colours follow the options, `NO_COLOR`/`FORCE_COLOR` and the stream in question.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import { visible } from '../base/cells.js';
import type { FormatAsk } from './formats.js';
import type { Host, Output } from './host/host.js';

export interface TerminalOptions {
  /** `--color`, `--no-color`; undefined: decide by environment and stream. */
  readonly color: boolean | undefined;
  /** How findings are told; never empty. */
  readonly formats: readonly FormatAsk[];
  readonly debug: boolean;
  /** Of trackflow, for reports of its own faults. */
  readonly version: string;
}

export interface Terminal extends TerminalOptions {
  readonly out: Channel;
  readonly err: Channel;
  /** A line for people, on stderr. */
  note(line: string): void;
  /** `error: …` and perhaps a hint, on stderr. */
  complain(message: string, hint?: string): void;
  /** Shows what is being worked on, on a terminal only; the next line that is printed replaces it. */
  progress(line: string): void;
}

export interface Channel {
  readonly color: boolean;
  readonly columns: number;
  readonly paint: ChalkInstance;
  write(chunk: string | Uint8Array): void;
}

export function terminal(host: Host, options: TerminalOptions): Terminal {
  let pending = false;
  const clear = (): void => {
    if (pending) host.stderr.write('\r\u001B[K');
    pending = false;
  };
  const channel = (output: Output): Channel => {
    const color = options.color ?? wantsColor(output, host.env);
    return {
      color,
      columns: output.columns,
      paint: new Chalk({ level: color ? 1 : 0 }),
      write: (chunk) => {
        clear();
        if (chunk.length > 0) output.write(chunk);
      },
    };
  };
  const err = channel(host.stderr);
  return {
    ...options,
    out: channel(host.stdout),
    err,
    note: (line) => {
      err.write(`${visible(line)}\n`);
    },
    complain: (message, hint) => {
      err.write(`${err.paint.red.bold('error:')} ${visible(message)}\n`);
      if (hint !== undefined) err.write(`  ${err.paint.green('hint:')} ${visible(hint)}\n`);
    },
    progress: (line) => {
      if (!host.stderr.isTTY || host.env['TERM'] === 'dumb') return;
      clear();
      // Cut by characters, which is enough: a line that wraps could not be taken back.
      host.stderr.write(visible(line).slice(0, Math.floor(err.columns / 2)));
      pending = true;
    },
  };
}

/** `FORCE_COLOR` wins over `NO_COLOR`, as in Node itself; else colour where a person looks at a terminal that can. */
function wantsColor(output: Output, env: Host['env']): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return output.isTTY && env['TERM'] !== 'dumb';
}

/** A fault of trackflow itself: one line; whoever wants to help gets the stack by asking. */
export function reportBug(error: unknown, { err, debug, version, complain }: Terminal, where = ''): void {
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const more = debug ? '' : ' Please report it with the output of the same command and --debug.';
  complain(`${where}trackflow ${version} failed: ${message.replace(/\.$/u, '')}. This is a bug in trackflow.${more}`);
  if (debug && error instanceof Error) err.write(`${error.stack ?? ''}\n`);
}
