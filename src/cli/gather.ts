/**
 * From the arguments of `validate`, `lint`, `render` and `sop` to checked files: find them, find their projects, read, check.
 *
 * One file for all these commands, so that they cannot differ in which files they see or in what they find wrong with them.
 */
import { dirname } from 'node:path';
import type { Checked } from '../app/check.js';
import type { Load } from '../compile/index.js';
import type { Rule } from '../lint/rule.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SopTemplate } from '../model/sop-template.js';
import type { Colours } from '../render/theme/colours.js';
import type { ConfigDefinition } from '../schema/index.js';
import type { Examination, Examiner, OpenProject } from './examine.js';
import type { ExamineAnswer, ExamineSetup, ExamineTask } from './examine-there.js';
import { NothingFound, UsageError } from './exit.js';
import { findByGlobs, findInputs, type Found, type FoundByGlobs } from './files/find.js';
import { absolute } from './files/paths.js';
import { pathsFor, type Project } from './files/project.js';
import type { Host } from './host/host.js';
import type { LintAsk } from './open-linter.js';
import { threadsFor } from './threads/jobs.js';
import type { Terminal } from './terminal.js';

/** The files of one project, its settings, and what is to be said about them. */
export interface Batch {
  readonly project: Project;
  /** Absent without a project file, or with one that has errors. */
  readonly config?: ConfigDefinition;
  /** Of the theme file that the project file names. */
  readonly colours?: Colours;
  /** Of the SOP template that the project file names. */
  readonly template?: SopTemplate;
  /** The project file has errors: what should be made, and where, is not known. */
  readonly unsettled?: boolean;
  readonly checked: readonly Checked[];
}

export interface Gathered {
  readonly batches: readonly Batch[];
  /** The files that were looked at, in order. */
  readonly files: readonly string[];
  /** In the order for printing. */
  readonly findings: readonly Diagnostic[];
  /** All that could have been applied, if rules were asked for. */
  readonly rules?: readonly Rule[];
  /** By file, the rules that have looked at it. */
  readonly lookedAt?: ReadonlyMap<string, ReadonlySet<string>>;
  /** A text from stdin is all there is. */
  readonly streamed?: boolean;
  lines(file: string): readonly string[] | undefined;
  /** Of any of the projects. */
  readonly load: Load;
}

export interface GatherAsk {
  /** Rules are asked for. */
  readonly lint?: LintAsk;
  /** Nobody asks for the processes, only for what there is to say; then other threads can help. */
  readonly findingsOnly?: boolean;
  /** `--jobs`, if it is given. */
  readonly jobs?: number | undefined;
}

export async function gather(
  host: Host,
  terminal: Terminal,
  paths: readonly string[],
  stdinFile: string | undefined,
  { lint, findingsOnly = false, jobs }: GatherAsk = {},
): Promise<Gathered> {
  const stdin = await readStdin(host, paths, stdinFile);
  const [{ findingsOf }, { createExaminer, withoutProcess }] = await Promise.all([
    import('../app/check.js'),
    import('./examine.js'),
  ]);
  const shown = pathsFor(host);
  const ask = { ...(stdin && { stdin }), ...(lint && { lint }) };
  const examiner = await createExaminer(host, ask);
  const { found, unmatched } = await findAll(host, paths, stdin?.path, shown, () => examiner.open(host.cwd));
  const opened = paths.length === 0 ? [await examiner.open(host.cwd)] : [];
  const owners: OpenProject[] = [];
  for (const { path } of found) owners.push(await examiner.open(dirname(path)));

  const examined: (Examination | undefined)[] = [];
  const progress = (file: string, done: number): void => {
    if (found.length > 1) terminal.progress(`checking ${String(done + 1)}/${String(found.length)} ${file}`);
  };
  const threads = findingsOnly ? threadsFor(host, jobs, found.length, 20) : 1;
  if (threads > 1) examined.push(...(await examineTogether(host, examiner, { found, threads, ask, progress })));
  else
    for (const each of found) {
      progress(each.file, examined.length);
      const examination = await examiner.examine(each);
      examined.push(findingsOnly ? withoutProcess(examination) : examination);
    }

  const projects = [...new Set([...opened, ...owners])].map((open) => {
    const own = examined.flatMap((each, index) => (each && owners[index] === open ? [each] : []));
    return { open, own, seen: own.flatMap(({ seen }) => (seen ? [seen] : [])) };
  });
  const all = projects.map(({ open: { settings, ...open }, own }): Batch & OpenProject => ({
    ...open,
    settings,
    checked: [...settings, ...own.map(({ checked }) => checked)],
  }));
  const checked = all.flatMap((batch) => batch.checked);
  const late = lint ? await (await import('./open-linter.js')).lateFaults(host) : [];
  const linted = projects.flatMap(({ open, seen }) => open.linter?.finish(seen, paths.length === 0) ?? []);
  return {
    batches: all,
    files: checked.map(({ file }) => file),
    findings: findingsOf([
      ...checked,
      { diagnostics: [...(await unmatchedFlows(opened[0], unmatched)), ...linted, ...late] },
    ]),
    ...(lint && { rules: [...new Set(all.flatMap(({ rules }) => rules))] }),
    ...(lint && {
      lookedAt: new Map(projects.flatMap(({ open, seen }) => [...(open.linter?.lookedAt(seen) ?? [])])),
    }),
    streamed: paths.length > 0 && paths.every((path) => path === '-'),
    lines: (file) => all.map(({ reader }) => reader.lines(file)).find((lines) => lines !== undefined),
    load: (file) => all.map(({ reader }) => reader.load(file)).find(({ kind }) => kind === 'ok') ?? { kind: 'missing' },
  };
}

/** At each pattern of the project file that names no flow, while others do. */
export async function unmatchedFlows(
  open: OpenProject | undefined,
  unmatched: readonly number[],
): Promise<readonly Diagnostic[]> {
  const locate = open?.settings[0]?.locate;
  if (locate === undefined || unmatched.length === 0) return [];
  const [{ diagnose }, { quotePath }] = await Promise.all([import('../model/codes.js'), import('../base/quote.js')]);
  return unmatched.map((index) => {
    const pattern = open?.config?.flows?.[index] ?? '';
    return diagnose('flows-unmatched', `No flow file matches ${quotePath(pattern)}.`, locate(['flows', index]), {
      hint: 'Mend the pattern, or take it away. Flow files end in .flow.yaml; `*` does not match names that begin with a dot.',
    });
  });
}

interface Together {
  readonly found: readonly Found[];
  readonly threads: number;
  readonly ask: ExamineSetup['ask'];
  readonly progress: (file: string, done: number) => void;
}

/** In the order of the files. */
async function examineTogether(
  host: Host,
  { examine }: Examiner,
  { found, threads, ask, progress }: Together,
): Promise<ExamineAnswer> {
  const [{ chunks, recruit }, { withoutProcess }] = await Promise.all([
    import('./threads/share.js'),
    import('./examine.js'),
  ]);
  const tasks: readonly ExamineTask[] = chunks(found, threads, 25);
  const answers = new Map<number, ExamineAnswer>();
  let done = 0;
  const crew = recruit(host, Math.min(threads, tasks.length), { role: 'examine', ask } satisfies ExamineSetup);
  try {
    await crew.share<ExamineTask, ExamineAnswer>({
      tasks,
      async here(task) {
        const answer: (Examination | undefined)[] = [];
        for (const each of task) {
          progress(each.file, done + answer.length);
          answer.push(withoutProcess(await examine(each)));
        }
        return answer;
      },
      told(at, answer) {
        answers.set(at, answer);
        done += answer.length;
      },
    });
  } finally {
    crew.dismiss();
  }
  return tasks.flatMap((_, at) => answers.get(at) ?? []);
}

/** The files that are named; without any, those of the project file here; without that, those of the working folder. */
export async function findAll(
  host: Host,
  paths: readonly string[],
  stdin: string | undefined,
  shown: (path: string) => string,
  here: () => Promise<Pick<OpenProject, 'project' | 'config' | 'unsettled'>>,
): Promise<FoundByGlobs> {
  const search = { cwd: host.cwd, files: host.files };
  if (paths.length > 0) {
    const streamed = stdin === undefined ? [] : [{ file: shown(stdin), path: stdin }];
    const named = await findInputs(
      paths.filter((path) => path !== '-'),
      search,
    );
    return { found: [...streamed, ...named], unmatched: [] };
  }
  const { project, config, unsettled } = await here();
  if (unsettled) return { found: [], unmatched: [] }; // it would tell which
  if (project.config === undefined || config?.flows === undefined)
    return { found: await findInputs(['.'], search), unmatched: [] };
  const found = await findByGlobs(config.flows, dirname(project.config), search, shown);
  if (found.found.length > 0) return found;
  throw new NothingFound(`No flow file matches the flows of ${shown(project.config)}: ${config.flows.join(', ')}.`);
}

export async function readStdin(
  host: Host,
  paths: readonly string[],
  stdinFile: string | undefined,
): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  if (!paths.includes('-')) {
    if (stdinFile === undefined) return undefined;
    throw new UsageError('--stdin-filepath tells the name of a text from stdin, but - is not among the paths.');
  }
  if (host.stdinIsTTY)
    throw new UsageError(
      'Nothing is piped in, but - is among the paths.',
      'For example: trackflow validate - < lead.flow.yaml',
    );
  const { maxBytes } = await import('../source/limits.js');
  const path = absolute(host.cwd, stdinFile ?? 'stdin.flow.yaml');
  return { path, bytes: await host.readStdin(maxBytes) };
}
