/** Prints findings by the reporter that was asked for, and says which exit code they mean. */
import { findById } from '../base/registry.js';
import { hasErrors } from '../model/diagnostic.js';
import type { Reporter } from '../report/reporter.js';
import { reporters } from '../report/reporters/index.js';
import { exitCodes, type ExitCode } from './exit.js';
import type { Gathered } from './gather.js';
import type { Channel, Terminal } from './terminal.js';

/** Warnings are printed and do not fail. */
export function report({ files, findings, lines }: Gathered, terminal: Terminal, channel: Channel): ExitCode {
  const reporter = reporterOf(terminal);
  channel.write(
    reporter.report({ files, diagnostics: findings }, { color: channel.color, width: channel.columns, lines }),
  );
  return hasErrors(findings) ? exitCodes.findings : exitCodes.clean;
}

/** Whether what is printed is for a program, to which a friendly word would be a syntax error. */
export function isForPrograms(terminal: Terminal): boolean {
  return reporterOf(terminal).readers === 'programs';
}

function reporterOf({ format }: Terminal): Reporter {
  return findById(reporters, format) ?? reporters[0];
}
