/**
 * Files to findings and processes: read, validate, compile. Everything `validate` says, `render` says too, because both come here.
 *
 * Pure: bytes come from the caller's loader. Nothing below draws, so that a check starts fast.
 */
import { createCompiler, type Compiled, type Load } from '../compile/index.js';
import { diagnose } from '../model/codes.js';
import { hasErrors, sortDiagnostics, type Diagnostic, type Locate, type Outcome } from '../model/diagnostic.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import { validateConfig, type ConfigDefinition } from '../schema/index.js';
import { readSource, type Source } from '../source/index.js';
import type { SopTemplate } from '../model/sop-template.js';
import type { Colours } from '../render/theme/colours.js';
import { onceEach } from './findings.js';

export interface CheckOptions {
  readonly load: Load;
  /** The folder that paths may not leave; a relative path against an absolute folder is for the loader to judge. */
  readonly root: string;
  /** Of flows that name none. Default: English. */
  readonly language?: Language;
}

export interface Checked {
  readonly file: string;
  /** A library says things that flows `use`; the project file says how to work, a theme how pictures look. None is a process. */
  readonly kind: 'flow' | 'library' | 'config' | 'theme' | 'template';
  /** Set for a flow without errors. */
  readonly process?: Process;
  /** Of a flow without errors: the files that take part, its own first. */
  readonly sources?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** With what is no plain data: the places of a flow without errors, which are too large to be kept, and which files it reaches. */
export interface Examined extends Checked {
  readonly locateIn?: Compiled['locateIn'];
  /** Of any flow. */
  readonly reach?: Compiled['reach'];
}

/** By its name. What it holds is for `theme.ts`. */
export const isThemeFile = (file: string): boolean => /\.theme\.ya?ml$/iu.test(file);

/** Likewise; what it holds is for `template.ts`. */
export const isTemplateFile = (file: string): boolean => /\.sop-template\.ya?ml$/iu.test(file);

export type Checker = (file: string) => Examined;

/** Files checked by one checker share what they share: a library is read and judged once. */
export function createChecker({ load, root, language }: CheckOptions): Checker {
  const compiler = createCompiler({ load, root, ...(language !== undefined && { language }) });
  return (file) => {
    if (isLibrary(file, load)) return { file, kind: 'library', diagnostics: compiler.checkLibrary(file) };
    const { value, diagnostics, locateIn, reach } = compiler.compile(file);
    const process = hasErrors(diagnostics) ? undefined : value;
    return { file, kind: 'flow', ...(process && { process, sources: process.sources, locateIn }), reach, diagnostics };
  };
}

/** By its name; else by having no nodes. What cannot be understood at all counts as a flow, and is complained of as one. */
function isLibrary(file: string, load: Load): boolean {
  if (/\.flow\.ya?ml$/u.test(file)) return false;
  const loaded = load(file);
  const source = loaded.kind === 'ok' ? readSource(file, loaded.bytes).value : undefined;
  return typeof source?.data === 'object' && source.data !== null && !Object.hasOwn(source.data, 'nodes');
}

export interface CheckedConfig extends Checked {
  readonly config?: ConfigDefinition;
  /** Of the theme file that it names. */
  readonly colours?: Colours;
  /** Of the SOP template that it names. */
  readonly template?: SopTemplate;
  readonly locate?: Locate;
}

/** The project file: what it says, if it has no errors. `leavesProject` judges the folder that outputs go to. */
export async function checkConfig(
  file: string,
  load: Load,
  leavesProject: (folder: string) => boolean,
): Promise<CheckedConfig> {
  const loaded = load(file);
  const read: Outcome<Source> =
    loaded.kind === 'ok' ? readSource(file, loaded.bytes, { allowEmpty: true }) : { value: undefined, diagnostics: [] };
  const { value: source } = read;
  const validated = source?.sound ? validateConfig(source.data, source.locate) : { value: undefined, diagnostics: [] };
  const folders = [
    { at: ['out'], folder: validated.value?.out },
    { at: ['site', 'out'], folder: validated.value?.site?.out },
  ];
  const outside = folders.flatMap(({ at, folder }) =>
    source && folder !== undefined && leavesProject(folder)
      ? [
          diagnose('file-outside', `The folder "${folder}" lies outside the project folder.`, source.locate(at), {
            hint: 'Name a folder of the project. Only the command line may name another, with -o.',
          }),
        ]
      : [],
  );
  const own = validated.value?.theme;
  // Colours are of no use to whoever only checks, so they load where there are some to be judged.
  const theme =
    source && own !== undefined && isFile(own)
      ? (await import('./theme.js')).themeOfConfig(own, { file, locate: source.locate, load })
      : undefined;
  const outputs = validated.value?.outputs;
  const mismatched =
    source && outputs !== undefined ? (await import('./mismatches.js')).mismatches(outputs, source.locate) : [];
  const path = validated.value?.sop?.template;
  const form =
    source && path !== undefined
      ? (await import('./template.js')).templateOfConfig(path, { file, locate: source.locate, load })
      : undefined;
  const diagnostics = [
    ...read.diagnostics,
    ...validated.diagnostics,
    ...outside,
    ...mismatched,
    ...(theme?.diagnostics ?? []),
    ...(form?.diagnostics ?? []),
  ];
  return {
    file,
    kind: 'config',
    ...(validated.value && !hasErrors(diagnostics) && { config: validated.value }),
    ...(theme?.colours && { colours: theme.colours }),
    ...(form?.template && { template: form.template }),
    ...(source && { locate: source.locate }),
    diagnostics,
  };
}

/** Of a theme: not one of ours by its name. */
function isFile(theme: string): boolean {
  return /\.ya?ml$/iu.test(theme);
}

/** What several files say, each thing once, in the order for printing. */
export function findingsOf(checked: readonly Pick<Checked, 'diagnostics'>[]): readonly Diagnostic[] {
  return sortDiagnostics(onceEach(checked.flatMap(({ diagnostics }) => diagnostics)));
}
