/** Prints findings by the reporters that were asked for, and says which exit code they mean. */
import { hasErrors, type Diagnostic } from '../model/diagnostic.js';
import type { ReporterOptions } from '../report/reporter.js';
import { summarise } from '../report/tally.js';
import { exitCodes, type ExitCode } from './exit.js';
import { writeOutput } from './files/output.js';
import { absolute } from './files/paths.js';
import { pathsFor } from './files/project.js';
import { refusePlace, type ReportPlace } from './files/report-file.js';
import { inRepository } from './files/repository.js';
import type { Gathered } from './gather.js';
import type { Host } from './host/host.js';
import type { Channel, Terminal } from './terminal.js';

/** Warnings are printed and do not fail. */
export async function report(gathered: Gathered, host: Host, terminal: Terminal, channel: Channel): Promise<ExitCode> {
  await printFindings(gathered, gathered.findings, host, terminal, channel);
  return hasErrors(gathered.findings) ? exitCodes.findings : exitCodes.clean;
}

/** `shown` are those of the findings that are to be told. */
export async function printFindings(
  gathered: Gathered,
  shown: readonly Diagnostic[],
  host: Host,
  terminal: Terminal,
  channel: Channel,
): Promise<void> {
  await printReports(gathered, shown, host, terminal, channel);
  // Somebody who looks at the log of a failed job must see why, even if every report went to a file.
  if (shown.length > 0 && terminal.formats.every(({ path }) => path !== undefined)) terminal.note(summarise(shown));
}

/** The reports alone, as `printFindings` makes them. */
export async function printReports(
  gathered: Gathered,
  shown: readonly Diagnostic[],
  host: Host,
  terminal: Terminal,
  channel: Channel,
): Promise<void> {
  const options = await optionsFor(gathered, host, terminal, channel);
  const findings = { files: gathered.files, diagnostics: shown };
  for (const { reporter, path } of terminal.formats) {
    if (path === undefined) channel.write(reporter.report(findings, options));
    else {
      const place = { id: reporter.id, given: path, path: absolute(host.cwd, path) };
      write(reporter.report(findings, { ...options, color: false }), place, host, terminal);
    }
  }
}

/** Whether what is printed is for a program, to which a friendly word would be a syntax error. */
export function isForPrograms({ formats }: Terminal): boolean {
  return formats.some(({ reporter, path }) => path === undefined && reporter.readers === 'programs');
}

function write(text: string, place: ReportPlace, host: Host, terminal: Terminal): void {
  refusePlace(place, host.files);
  terminal.note(`${writeOutput(place.path, text, host.files)} ${pathsFor(host)(place.path)}`);
}

async function optionsFor(
  { findings, lines, load, rules = [] }: Gathered,
  host: Host,
  { version }: Terminal,
  { color, columns }: Channel,
): Promise<ReporterOptions> {
  const [{ codes }, { createIdentities }, { fingerprint }] = await Promise.all([
    import('../model/codes.js'),
    import('../app/identity.js'),
    import('../base/hash.js'),
  ]);
  const identity = createIdentities(findings, load);
  const seen = inRepository(host);
  return {
    color,
    width: columns,
    lines,
    version,
    about: (code) => (isKnown(codes, code) ? codes[code] : rules.find(({ id }) => id === code)),
    fingerprint(diagnostic) {
      const { code, file, at, number } = identity(diagnostic);
      return fingerprint(JSON.stringify([code, seen(file), at, number]));
    },
    inRepository: seen,
  };
}

function isKnown<T extends object>(table: T, code: PropertyKey): code is keyof T {
  return Object.hasOwn(table, code);
}
