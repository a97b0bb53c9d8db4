/**
 * Looks at files: finds the project of each, reads it, checks it and, if rules are asked for, lints it.
 *
 * Separate from `gather`, which decides which files there are and tells what was found: other threads examine, too. So what comes of one
 * file is plain data, as long as nobody asks for the process itself.
 */
import { dirname } from 'node:path';
import {
  checkConfig,
  createChecker,
  isTemplateFile,
  isThemeFile,
  type Checked,
  type CheckedConfig,
  type Checker,
  type Examined,
} from '../app/check.js';
import type { Load } from '../compile/index.js';
import type { Linter, Seen } from '../app/lint.js';
import type { Rule } from '../lint/rule.js';
import type { SopTemplate } from '../model/sop-template.js';
import type { Colours } from '../render/theme/colours.js';
import type { ConfigDefinition } from '../schema/index.js';
import type { Found } from './files/find.js';
import { createReader, type Reader } from './files/load.js';
import { tidy } from './files/paths.js';
import { findProject, type Project } from './files/project.js';
import type { Host } from './host/host.js';
import type { LintAsk } from './open-linter.js';
import { readSettings } from './settings.js';

/** What is to be known besides the files. Plain data. */
export interface ExamineAsk {
  /** What came in by stdin, and the absolute path of the file that it stands for. */
  readonly stdin?: { readonly path: string; readonly bytes: Uint8Array };
  /** Absent: no rules are asked for. */
  readonly lint?: LintAsk;
}

/** A project with its settings and what they have to say, and what its files are checked with. */
export interface OpenProject {
  readonly project: Project;
  readonly config?: ConfigDefinition;
  readonly colours?: Colours;
  readonly template?: SopTemplate;
  /** The project file has errors. */
  readonly unsettled: boolean;
  /** What there is to say about the project file. */
  readonly settings: readonly CheckedConfig[];
  /** It, and the files that it names and that were read for it, such as a theme. */
  readonly settingsFiles: readonly string[];
  readonly reader: Reader;
  readonly check: Checker;
  readonly linter?: Linter;
  readonly rules: readonly Rule[];
}

/** Plain data but for the process. */
export interface Examination {
  readonly checked: Checked;
  /** Of a file at which rules have looked. */
  readonly seen?: Seen;
}

export interface Examiner {
  /** The project of what lies in a folder. Throws `UsageError` for a project file with a wrong name. */
  open(folder: string): Promise<OpenProject>;
  /** Undefined for the project file, which is looked at with its project. */
  examine(found: Found): Promise<Examination | undefined>;
}

export async function createExaminer(host: Host, { stdin, lint }: ExamineAsk): Promise<Examiner> {
  const openLinter = lint && (await import('./open-linter.js')).openLinter;
  const roots = new Map<string, Project>();
  const projects = new Map<string, OpenProject>();

  const open = async (folder: string): Promise<OpenProject> => {
    const project = roots.get(folder) ?? findProject(folder, host.cwd, host.files);
    roots.set(folder, project);
    const before = projects.get(project.root);
    if (before) return before;
    const reader = createReader({ cwd: host.cwd, files: host.files, root: project.root, ...(stdin && { stdin }) });
    const settingsFiles = new Set<string>();
    const load: Load = (file) => {
      settingsFiles.add(file);
      return reader.load(file);
    };
    const settings = await readSettings(host, project, load, checkConfig);
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
    const opened: OpenProject = {
      project,
      ...(rules && { linter: rules.linter }),
      rules: rules?.rules ?? [],
      ...(config && { config }),
      ...(settings?.colours && { colours: settings.colours }),
      ...(settings?.template && { template: settings.template }),
      unsettled: settings !== undefined && config === undefined,
      settings: settings
        ? [{ ...settings, diagnostics: [...settings.diagnostics, ...(rules?.diagnostics ?? [])] }]
        : [],
      settingsFiles: [...settingsFiles],
      reader,
      check,
    };
    projects.set(project.root, opened);
    return opened;
  };

  return {
    open,
    async examine({ file, path }) {
      const { project, reader, check, linter } = await open(dirname(path));
      if (path === project.config) return undefined;
      const theme = isThemeFile(file) ? (await import('../app/theme.js')).checkTheme(file, reader.load) : undefined;
      const template = isTemplateFile(file)
        ? (await import('../app/template.js')).checkTemplate(file, reader.load)
        : undefined;
      const { locateIn, reach: _, ...checked }: Examined = theme ?? template ?? check(file);
      if (linter !== undefined && checked.process && locateIn)
        return { checked, seen: await linter.look(checked.process, locateIn) };
      if (linter !== undefined && checked.kind === 'library') return { checked, seen: linter.lookAtLibrary(file) };
      return { checked };
    },
  };
}

/** Without the process, of which findings have no need: a thousand of them would fill the memory, and none goes to another thread. */
export function withoutProcess(examination: Examination | undefined): Examination | undefined {
  if (examination === undefined) return undefined;
  const { process: _, ...checked } = examination.checked;
  return { ...examination, checked };
}
