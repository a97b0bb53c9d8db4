/**
 * Files to findings and processes: read, validate, compile. Everything `validate` says, `render` says too, because both come here.
 *
 * Pure: bytes come from the caller's loader. Nothing below draws, so that a check starts fast.
 */
import { createCompiler, type Load } from '../compile/index.js';
import { hasErrors, sortDiagnostics, type Diagnostic } from '../model/diagnostic.js';
import type { Process } from '../model/process.js';
import { validateConfig, validateLibrary, type ConfigDefinition } from '../schema/index.js';
import { readSource } from '../source/index.js';

export interface CheckOptions {
  readonly load: Load;
  /** The folder that paths may not leave; a relative path against an absolute folder is for the loader to judge. */
  readonly root: string;
}

export interface Checked {
  readonly file: string;
  /** A library says things that flows `use`; the project file says how to work. Neither is a process. */
  readonly kind: 'flow' | 'library' | 'config';
  /** Set for a flow without errors. */
  readonly process?: Process;
  /** Set for a project file without errors. */
  readonly config?: ConfigDefinition;
  readonly diagnostics: readonly Diagnostic[];
}

export type Checker = (file: string) => Checked;

/** Files checked by one checker share what they share: a library is read and judged once. */
export function createChecker({ load, root }: CheckOptions): Checker {
  const compiler = createCompiler({ load, root });
  return (file) => {
    const other = checkOther(file, load);
    if (other) return other;
    const { value, diagnostics } = compiler.compile(file);
    return { file, kind: 'flow', ...(value && !hasErrors(diagnostics) && { process: value }), diagnostics };
  };
}

/** A project file is known by its name, a library by having no nodes; what cannot be read is left to the compiler to complain of. */
function checkOther(file: string, load: Load): Checked | undefined {
  if (isFlowFile(file)) return undefined;
  const loaded = load(file);
  if (loaded.kind !== 'ok') return undefined;
  const kind = isProjectFile(file) ? 'config' : 'library';
  const { value: source, diagnostics } = readSource(file, loaded.bytes, { allowEmpty: kind === 'config' });
  if (!source?.sound) return kind === 'config' ? { file, kind, diagnostics } : undefined;
  if (kind === 'library') {
    if (typeof source.data !== 'object' || source.data === null || Object.hasOwn(source.data, 'nodes'))
      return undefined;
    return { file, kind, diagnostics: [...diagnostics, ...validateLibrary(source.data, source.locate).diagnostics] };
  }
  const { value, diagnostics: more } = validateConfig(source.data, source.locate);
  const all = [...diagnostics, ...more];
  return { file, kind, ...(value && !hasErrors(all) && { config: value }), diagnostics: all };
}

const isFlowFile = (file: string): boolean => /\.flow\.ya?ml$/u.test(file);
const isProjectFile = (file: string): boolean => /(?:^|\/)trackflow\.config\.yaml$/u.test(file);

/** What several files say, each thing once (a library's fault shows in every flow that uses it), in the order for printing. */
export function findingsOf(checked: readonly Checked[]): readonly Diagnostic[] {
  const said = new Set<string>();
  const found = checked.flatMap(({ diagnostics }) => diagnostics);
  return sortDiagnostics(
    found.filter(({ code, message, span }) => {
      const key = JSON.stringify([code, message, span]);
      return !said.has(key) && said.add(key);
    }),
  );
}
