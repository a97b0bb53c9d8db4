/**
 * What `diff` does: open both sides, check them as every command does, pair their flows, tell what has changed.
 *
 * A flow with errors on one side is told as such and not compared: what cannot be read is neither new nor gone. Where the project file has
 * errors, it is not known which flows there are, and none is compared.
 */
import { relative } from 'node:path';
import { hasErrors } from '../model/diagnostic.js';
import { isEmpty } from '../model/difference.js';
import type { Process } from '../model/process.js';
import type { ComparedFlow, Comparison } from '../report/difference-reporter.js';
import type { CommandInput } from './command.js';
import { formatsOfDifference, type DifferenceAsk } from './difference-formats.js';
import { exitCodes, UsageError, type ExitCode } from './exit.js';
import { writeOutput } from './files/output.js';
import { absolute, tidy } from './files/paths.js';
import { pathsFor } from './files/project.js';
import { inRepository } from './files/repository.js';
import { report } from './findings.js';
import type { Gathered } from './gather.js';
import { gatherSides, type GatheredSides } from './git/gather-sides.js';
import { openSides, type Side, type Sides } from './git/sides.js';
import type { Host } from './host/host.js';
import { text } from './render-options.js';
import type { Terminal } from './terminal.js';

export async function runDiff(host: Host, terminal: Terminal, { args, options }: CommandInput): Promise<ExitCode> {
  const asks = formatsOfDifference(options, host);
  const language = languageOf(text(options, 'lang'));
  const sides = openSides(host, args);
  refuseFileAndFolder(sides);
  const gathered = await gatherSides(sides, terminal);
  const failed = await tellErrors(sides, gathered, host, terminal);
  const comparison = await compareSides(sides, gathered);
  for (const { reporter, path } of asks) {
    const told = await reporter.report(comparison, {
      color: path === undefined && terminal.out.color,
      width: terminal.out.columns,
      wording: options['wording'] === true,
      inRepository: inRepository(host),
      ...(language !== undefined && { language }),
    });
    write(told, path, host, terminal);
  }
  const differs = comparison.flows.length > 0 && options['exitCode'] === true;
  return failed || differs ? exitCodes.findings : exitCodes.clean;
}

function write(told: string | Uint8Array, path: DifferenceAsk['path'], host: Host, terminal: Terminal): void {
  if (path === undefined) terminal.out.write(told);
  else terminal.note(`${writeOutput(path, told, host.files)} ${pathsFor(host)(path)}`);
}

function languageOf(given: string | undefined): string | undefined {
  if (given === undefined || /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(given)) return given;
  throw new UsageError(`--lang ${JSON.stringify(given)} is no language.`, 'For example: --lang zh, --lang en');
}

function refuseFileAndFolder({ before, after, paired }: Sides): void {
  if (!paired) return;
  const [one, other] = [before, after].map(
    ({ host, paths }) => host.files.stat(absolute(host.cwd, paths?.[0] ?? '.'))?.kind,
  );
  if (one === other) return;
  throw new UsageError(
    `${before.label} is a ${one ?? 'file'} and ${after.label} a ${other ?? 'file'}.`,
    'Two files are compared, or two folders file by file.',
  );
}

/** Of each side on its own: both may have a file of the same name. */
async function tellErrors(sides: Sides, gathered: GatheredSides, host: Host, terminal: Terminal): Promise<boolean> {
  let failed = false;
  for (const side of ['before', 'after'] as const) {
    const findings = gathered[side].findings.filter(({ severity }) => severity === 'error');
    if (findings.length === 0) continue;
    failed = true;
    terminal.note(`In ${sides[side].label}:`);
    await report({ ...gathered[side], findings }, host, terminal, terminal.err);
  }
  return failed;
}

/** The project files with errors that should have said which flows there are. */
function unsettledFiles(sides: Pick<Sides, 'before' | 'after'>, gathered: GatheredSides): readonly string[] {
  const found = (['before', 'after'] as const).flatMap((side) => {
    const { host, paths } = sides[side];
    if (paths !== undefined) return [];
    const { batches } = gathered[side];
    return batches.flatMap(({ unsettled, project }) =>
      unsettled === true && project.config !== undefined ? [pathsFor(host)(project.config)] : [],
    );
  });
  return [...new Set(found)];
}

/** The flows that have changed, in the order of their files. */
export async function compareSides(
  { before, after, renamed, paired }: Sides,
  gathered: GatheredSides,
): Promise<Comparison> {
  const unsettled = unsettledFiles({ before, after }, gathered);
  if (unsettled.length > 0)
    return { before: before.label, after: after.label, flows: [], unchanged: 0, skipped: unsettled };
  const { differenceOf, pairFlows } = await import('../app/difference.js');
  const key = (side: Side, file: string): string => {
    const path = absolute(side.host.cwd, file);
    return paired ? tidy(relative(absolute(side.host.cwd, side.paths?.[0] ?? '.'), path)) : path;
  };
  const keyed = (
    side: Side,
    { batches }: Gathered,
  ): readonly { readonly file: string; readonly key: string; readonly process?: Process }[] =>
    batches
      .flatMap(({ checked }) => checked)
      .filter(({ kind }) => kind === 'flow')
      .map(({ file, process, diagnostics }) => ({
        file,
        key: key(side, file),
        ...(process && !hasErrors(diagnostics) && { process }),
      }));
  const olds = keyed(before, gathered.before);
  const news = keyed(after, gathered.after);
  // What is broken on one side is left out on the other, too.
  const broken = new Set([...olds, ...news].flatMap((flow) => (flow.process === undefined ? [flow.key] : [])));
  for (const [to, from] of renamed) if (broken.has(to) || broken.has(from)) broken.add(to).add(from);
  const whole = (flows: typeof olds): readonly { readonly key: string; readonly process: Process }[] =>
    flows.flatMap(({ key: name, process }) =>
      process === undefined || broken.has(name) ? [] : [{ key: name, process }],
    );

  const pairs = pairFlows(whole(olds), whole(news), renamed);
  const compared = pairs.map(({ before: old, after: now }): ComparedFlow => {
    const file = now?.file ?? old?.file ?? '';
    return {
      file,
      ...(old && now && old.file !== now.file && { oldFile: old.file }),
      difference: differenceOf(old, now),
      ...(old && { before: old }),
      ...(now && { after: now }),
    };
  });
  const flows = compared.filter(({ difference }) => !isEmpty(difference));
  return {
    before: before.label,
    after: after.label,
    flows,
    unchanged: compared.length - flows.length,
    skipped: [...new Set([...olds, ...news].flatMap(({ process, file }) => (process === undefined ? [file] : [])))],
  };
}
