/** Prints findings by the reporter that was asked for, and says which exit code they mean. */
import { findById } from '../base/registry.js';
import { hasErrors } from '../model/diagnostic.js';
import { reporters } from '../report/reporters/index.js';
import { exitCodes, type ExitCode } from './exit.js';
import type { Gathered } from './gather.js';
import type { Channel, Terminal } from './terminal.js';

/** Warnings are printed and do not fail. */
export function report({ files, findings, lines }: Gathered, terminal: Terminal, channel: Channel): ExitCode {
  const reporter = findById(reporters, terminal.format) ?? reporters[0];
  channel.write(
    reporter.report({ files, diagnostics: findings }, { color: channel.color, width: channel.columns, lines }),
  );
  return hasErrors(findings) ? exitCodes.findings : exitCodes.clean;
}
