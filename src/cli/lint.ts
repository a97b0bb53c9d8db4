/**
 * What `lint` and `check` do: gather with rules, tell what is to be told, decide how it ends.
 *
 * One file for both, so that they cannot disagree about a flow.
 */
import { suggest } from '../base/suggest.js';
import { sortDiagnostics, type Diagnostic } from '../model/diagnostic.js';
import { throughBaseline } from './baseline.js';
import { plural, tally } from '../report/tally.js';
import type { CommandInput } from './command.js';
import { exitCodes, UsageError, type ExitCode } from './exit.js';
import { absolute } from './files/paths.js';
import { isForPrograms, printFindings } from './findings.js';
import { gather, type Gathered } from './gather.js';
import type { Host } from './host/host.js';
import { fixKinds, wishesOf, type LintWishes } from './lint-options.js';
import { jobsOf } from './threads/jobs.js';
import type { Terminal } from './terminal.js';

export interface LintMore {
  /** How files are set, and files that were made of flows, are looked at, too, where the project file asks for it. */
  readonly outputs?: boolean;
}

export async function runLint(
  host: Host,
  terminal: Terminal,
  input: CommandInput,
  { outputs = false }: LintMore = {},
): Promise<ExitCode> {
  const { args, options } = withoutPathOfFix(input, host);
  const wishes = wishesOf(options);
  const jobs = jobsOf(options);
  const stdinFile = options['stdinFilepath'] as string | undefined;
  const { gathered, printed, pending } = wishes.fix
    ? await (
        await import('./fix.js')
      ).mend(host, terminal, { paths: args, stdinFile, jobs, lint: wishes, ...wishes.fix })
    : {
        gathered: await gather(host, terminal, args, stdinFile, { lint: wishes, findingsOnly: true, jobs }),
        printed: false,
        pending: false,
      };
  refuseUnknown(wishes, gathered);
  const told = wishes.baseline ? throughBaseline(gathered, wishes.baseline, host, terminal) : gathered.findings;
  // A text from stdin is not what stands on the disk, and outputs are made of that.
  const stale =
    outputs && !args.includes('-')
      ? await (await import('./build/stale.js')).staleOutputs(host, terminal, gathered, jobs)
      : undefined;
  const unset = outputs ? await unformatted(gathered) : [];
  const found = sortDiagnostics([...told, ...(stale?.findings ?? []), ...unset]);
  const shown = wishes.quiet ? found.filter(({ severity }) => severity === 'error') : found;
  // Of a fixed text or a patch on stdout, findings are no part.
  const channel = printed ? terminal.err : terminal.out;
  await printFindings({ ...gathered, findings: found }, shown, host, terminal, channel);
  if (found.length === 0 && !isForPrograms(terminal)) {
    const known = gathered.findings.length;
    const what =
      known > 0
        ? `nothing new; the baseline holds ${plural(known, 'finding')}`
        : `nothing${pending ? ' else' : ''} to mend`;
    terminal.note(`${terminal.err.paint.green('ok')}  ${plural(gathered.files.length, 'file')}, ${what}`);
  }
  return stale?.crashed === true ? exitCodes.internal : outcome(found, wishes, terminal);
}

/** `--fix a.flow.yaml`: the parser takes the first path for the kind of fix, and a hook puts its paths behind all options. */
function withoutPathOfFix({ args, options }: CommandInput, { cwd, files }: Host): CommandInput {
  const { fix } = options;
  if (typeof fix !== 'string' || fix === '' || fixKinds.some((kind) => kind === fix)) return { args, options };
  const isPath = /[./\\*]|^-$/u.test(fix) || files.stat(absolute(cwd, fix)) !== undefined;
  return isPath ? { args: [fix, ...args], options: { ...options, fix: true } } : { args, options };
}

/** In projects that ask for it. */
async function unformatted({ batches, load }: Gathered): Promise<readonly Diagnostic[]> {
  const asking = batches.filter(({ config }) => config?.check?.format === true);
  if (asking.length === 0) return [];
  const { formatFindings } = await import('../app/format.js');
  return asking.flatMap(({ checked }) => checked.flatMap(({ file }) => formatFindings(file, load)));
}

const worse = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
} as const;

function outcome(found: readonly Diagnostic[], { failOn, maxWarnings }: LintWishes, terminal: Terminal): ExitCode {
  const levels: readonly string[] = worse[failOn];
  const fails = found.some(({ severity }) => levels.includes(severity));
  const { warnings } = tally(found);
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany && !fails)
    terminal.note(`${plural(warnings, 'warning')}, and --max-warnings allows ${String(maxWarnings)}`);
  return fails || tooMany ? exitCodes.findings : exitCodes.clean;
}

/** Which rules there are is known only when the plugins of the projects are loaded. */
function refuseUnknown({ choices, plugins }: LintWishes, { rules = [] }: Gathered): void {
  const known = rules.map(({ id }) => id);
  const unknown = Object.keys(choices.levels ?? {}).find((id) => !known.includes(id) && (plugins || !id.includes('/')));
  if (unknown === undefined || rules.length === 0) return;
  const near = suggest(unknown, known);
  throw new UsageError(
    `There is no rule "${unknown}".`,
    near === undefined ? '`trackflow rules` lists them all.' : `Did you mean ${near}?`,
  );
}
