/**
 * From the arguments of `validate`, `lint`, `render` and `sop` to checked files: find them, find their projects, read, check.
 *
 * One file for all these commands, so that they cannot differ in which files they see or in what they find wrong with them.
 */
import { dirname } from 'node:path';
import type { Checked, Checker, Examined } from '../app/check.js';
import type { Linter } from '../app/lint.js';
import type { Load } from '../compile/index.js';
import type { Rule } from '../lint/rule.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Colours } from '../render/theme/colours.js';
import type { ConfigDefinition } from '../schema/index.js';
import { NothingFound, UsageError } from './exit.js';
import { findByGlobs, findInputs, type Found } from './files/find.js';
import { createReader, type Reader } from './files/load.js';
import { absolute, tidy } from './files/paths.js';
import { findProject, pathsFor, type Project } from './files/project.js';
import type { Host } from './host/host.js';
import type { LintAsk } from './open-linter.js';
import { readSettings } from './settings.js';
import type { Terminal } from './terminal.js';

/** The files of one project, its settings, and what is to be said about them. */
export interface Batch {
  readonly project: Project;
  /** Absent without a project file, or with one that has errors. */
  readonly config?: ConfigDefinition;
  /** Of the theme file that the project file names. */
  readonly colours?: Colours;
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

interface Open extends Batch {
  readonly reader: Reader;
  readonly check: Checker;
  readonly checked: Checked[];
  readonly linter?: Linter;
  readonly rules: readonly Rule[];
}

export async function gather(
  host: Host,
  terminal: Terminal,
  paths: readonly string[],
  stdinFile: string | undefined,
  lint?: LintAsk,
): Promise<Gathered> {
  const stdin = await readStdin(host, paths, stdinFile);
  const { checkConfig, createChecker, findingsOf, isThemeFile } = await import('../app/check.js');
  const batches = new Map<string, Open>();
  const roots = new Map<string, Project>();
  const shown = pathsFor(host);

  const openLinter = lint && (await import('./open-linter.js')).openLinter;

  const open = async (folder: string): Promise<Open> => {
    const project = roots.get(folder) ?? findProject(folder, host.cwd, host.files);
    roots.set(folder, project);
    const before = batches.get(project.root);
    if (before) return before;
    const reader = createReader({ cwd: host.cwd, files: host.files, root: project.root, ...(stdin && { stdin }) });
    const settings = await readSettings(host, project, reader.load, checkConfig);
    const config = settings?.config;
    const language = config?.language;
    const check = createChecker({
      load: reader.load,
      root: tidy(project.root),
      ...(language !== undefined && { language }),
    });
    const rules = await (settings !== undefined && config === undefined
      ? undefined // with what the project file should have said not known, rules would find what they should not
      : openLinter?.(host, { project, settings, load: reader.load, ask: lint ?? {} }));
    const batch: Open = {
      project,
      ...(rules && { linter: rules.linter }),
      rules: rules?.rules ?? [],
      ...(config && { config }),
      ...(settings?.colours && { colours: settings.colours }),
      unsettled: settings !== undefined && config === undefined,
      reader,
      check,
      checked: settings ? [{ ...settings, diagnostics: [...settings.diagnostics, ...(rules?.diagnostics ?? [])] }] : [],
    };
    batches.set(project.root, batch);
    return batch;
  };

  const found = await findAll(host, paths, stdin?.path, shown, () => open(host.cwd));
  for (const [index, { file, path }] of found.entries()) {
    if (found.length > 1) terminal.progress(`checking ${String(index + 1)}/${String(found.length)} ${file}`);
    const batch = await open(dirname(path));
    if (path === batch.project.config) continue;
    const theme = isThemeFile(file) ? (await import('../app/theme.js')).checkTheme(file, batch.reader.load) : undefined;
    const { locateIn, ...checked }: Examined = theme ?? batch.check(file);
    batch.checked.push(checked);
    if (checked.process && locateIn) await batch.linter?.add(checked.process, locateIn);
    else if (checked.kind === 'library') batch.linter?.addLibrary(file);
  }
  const all = [...batches.values()];
  const checked = all.flatMap((batch) => batch.checked);
  const linted = all.flatMap(({ linter }) => linter?.finish(paths.length === 0) ?? []);
  return {
    batches: all,
    files: checked.map(({ file }) => file),
    findings: findingsOf([...checked, { diagnostics: linted }]),
    ...(lint && { rules: [...new Set(all.flatMap(({ rules }) => rules))] }),
    ...(lint && { lookedAt: new Map(all.flatMap(({ linter }) => [...(linter?.lookedAt ?? [])])) }),
    streamed: paths.length > 0 && paths.every((path) => path === '-'),
    lines: (file) => all.map(({ reader }) => reader.lines(file)).find((lines) => lines !== undefined),
    load: (file) => all.map(({ reader }) => reader.load(file)).find(({ kind }) => kind === 'ok') ?? { kind: 'missing' },
  };
}

/** The files that are named; without any, those of the project file here; without that, those of the working folder. */
async function findAll(
  host: Host,
  paths: readonly string[],
  stdin: string | undefined,
  shown: (path: string) => string,
  here: () => Promise<Open>,
): Promise<readonly Found[]> {
  const search = { cwd: host.cwd, files: host.files };
  if (paths.length > 0) {
    const streamed = stdin === undefined ? [] : [{ file: shown(stdin), path: stdin }];
    return [
      ...streamed,
      ...(await findInputs(
        paths.filter((path) => path !== '-'),
        search,
      )),
    ];
  }
  const { project, config, unsettled } = await here();
  if (unsettled) return []; // it would tell which
  if (project.config === undefined || config?.flows === undefined) return findInputs(['.'], search);
  const found = await findByGlobs(config.flows, dirname(project.config), search, shown);
  if (found.length > 0) return found;
  throw new NothingFound(`No flow file matches the flows of ${shown(project.config)}: ${config.flows.join(', ')}.`);
}

async function readStdin(
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
