/** The options of `lint` and `check`. Apart from the code that lints, because the list of commands loads at every start. */
import { ids } from '../base/registry.js';
import { presets, type PresetId } from '../lint/presets.js';
import { levels, type Level, type RuleChoices } from '../lint/settings.js';
import { isDate } from '../model/calendar.js';
import { ALL, choose, chooseSome } from './choices.js';
import type { CommandInput, OptionSpec } from './command.js';
import { UsageError } from './exit.js';
import { stdinOption } from './shared-options.js';
import { jobsOption } from './threads/jobs.js';

export const fixKinds = ['safe', 'all'] as const;
export type FixKind = (typeof fixKinds)[number];

export const failures = ['error', 'warning', 'info', 'never'] as const;
export type Failure = (typeof failures)[number];

export const lintOptions: readonly OptionSpec[] = [
  { flags: '--preset <list>', summary: 'instead of those of the project file', list: true, choices: ids(presets) },
  { flags: '--rule <id=level>', summary: `set one rule: ${levels.join(', ')}; may be given several times`, list: true },
  { flags: '--today <date>', summary: 'the day to judge dates by, as 2026-11-22; without it, none is overdue' },
  { flags: '--quiet', summary: 'tell errors only' },
  { flags: '--fail-on <level>', summary: 'exit 1 from which level on (default: error)', choices: failures },
  { flags: '--max-warnings <number>', summary: 'exit 1 also for more warnings than this' },
  { flags: '--baseline <file>', summary: 'tell only what is not in this file' },
  { flags: '--update-baseline', summary: 'write what is found into that file (default: trackflow-baseline.json)' },
  {
    flags: '--fix [kind]',
    summary: 'mend what can be mended and write the files; all: also where the meaning may change',
    choices: fixKinds,
  },
  { flags: '--dry-run', summary: 'with --fix: show the changes and write nothing' },
  { flags: '--no-plugins', summary: 'run no plugin, as is wise for changes of strangers' },
  jobsOption,
  { flags: '--print-config <file>', summary: 'what applies to a file, as JSON, and nothing else' },
  stdinOption,
];

export interface LintWishes {
  readonly choices: RuleChoices;
  readonly today?: string;
  readonly plugins: boolean;
  readonly quiet: boolean;
  readonly failOn: Failure;
  readonly maxWarnings?: number;
  readonly baseline?: { readonly path: string; readonly update: boolean };
  readonly fix?: { readonly kind: FixKind; readonly dryRun: boolean };
}

/** Where `--update-baseline` writes, if it is not told. */
const defaultBaseline = 'trackflow-baseline.json';

type Options = CommandInput['options'];

/** Throws `UsageError`, before any file is read. Whether a rule exists is known only with the project's plugins. */
export function wishesOf(options: Options): LintWishes {
  const { preset, rule, today, failOn, maxWarnings, baseline, updateBaseline, fix } = options;
  const dryRun = options['dryRun'] === true;
  if (dryRun && fix === undefined)
    throw new UsageError('--dry-run goes with --fix.', 'Nothing else here writes files.');
  const update = updateBaseline === true;
  if (typeof today === 'string' && !isDate(today)) {
    throw new UsageError(`--today is "${today}".`, 'A day is written as year-month-day, for example 2026-11-22.');
  }
  return {
    choices: {
      ...(Array.isArray(preset) && { presets: presetsOf(preset as readonly string[]) }),
      levels: levelsOf((rule ?? []) as readonly string[]),
    },
    ...(typeof today === 'string' && { today }),
    plugins: options['plugins'] !== false,
    quiet: options['quiet'] === true,
    failOn: typeof failOn === 'string' ? choose('level to fail on', failOn, failures) : 'error',
    ...(typeof maxWarnings === 'string' && { maxWarnings: countOf(maxWarnings) }),
    ...((typeof baseline === 'string' || update) && {
      baseline: { path: typeof baseline === 'string' ? baseline : defaultBaseline, update },
    }),
    ...(fix !== undefined && {
      fix: { kind: typeof fix === 'string' ? choose('kind of fix', fix, fixKinds) : 'safe', dryRun },
    }),
  };
}

function presetsOf(said: readonly string[]): readonly PresetId[] {
  if (said.includes(ALL))
    throw new UsageError('There is no preset "all".', 'The largest is strict; add security, drawing.');
  return chooseSome('preset', said, ids(presets));
}

function levelsOf(said: readonly string[]): Readonly<Record<string, Level>> {
  const entries = said.map((each) => {
    const at = each.search(/[=:]/u);
    if (at < 1) throw new UsageError(`--rule ${each} gives no level.`, `For example: --rule ${each}=off`);
    return [each.slice(0, at), choose('level', each.slice(at + 1), levels)] as const;
  });
  return Object.fromEntries(entries);
}

function countOf(said: string): number {
  if (/^\d{1,9}$/u.test(said)) return Number(said);
  throw new UsageError(`--max-warnings is "${said}".`, 'A whole number, for example 0.');
}
