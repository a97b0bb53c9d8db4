/**
 * Three versions of a flow to one, judged as a process: texts that merge cleanly may still mean something broken together, as where one
 * side gave a step another id and the other began to refer to the old one.
 *
 * Such a place becomes a conflict, too. What was wrong on a side before is not the merge's fault, and is left to `validate`.
 */
import type { Load } from '../compile/index.js';
import { sortDiagnostics, type Diagnostic } from '../model/diagnostic.js';
import { readSource } from '../source/index.js';
import { mergeTexts, type MergeOptions, type MergeResult, type Path, type Texts } from '../source/merge/index.js';
import { createChecker } from './check.js';

export interface MergeSetting {
  /** The path of the flow, which its libraries and child flows are seen from. */
  readonly file: string;
  readonly load: Load;
  readonly root: string;
}

export interface MergedFlow extends MergeResult {
  /** What is wrong with the merged flow and was wrong on neither side, in places of the cleanly merged text. */
  readonly broken: readonly Diagnostic[];
  /** With conflicts: what would be wrong, and was wrong on neither side, if all of them were decided for one side. */
  readonly brokenIf: Readonly<Record<'ours' | 'theirs', readonly Diagnostic[]>>;
}

export function mergeFlows(texts: Texts, setting: MergeSetting, options: MergeOptions): MergedFlow {
  const result = mergeTexts(texts, options);
  const known = new Set([texts.ours, texts.theirs].flatMap((text) => errorsOf(text, setting).map(wordsOf)));
  const newIn = (text: string): readonly Diagnostic[] =>
    errorsOf(text, setting).filter((error) => !known.has(wordsOf(error)));
  if (result.conflicts > 0) {
    const { ours, theirs } = result.decided;
    return { ...result, broken: [], brokenIf: { ours: newIn(ours), theirs: newIn(theirs) } };
  }
  const brokenIf = { ours: [], theirs: [] };
  const broken = newIn(result.text);
  if (broken.length === 0) return { ...result, broken, brokenIf };
  const { value: source } = readSource(setting.file, new TextEncoder().encode(result.text));
  const disputed = broken.flatMap(({ span }): readonly Path[] =>
    source && span?.file === setting.file ? [source.pathAt(span.start.offset)] : [],
  );
  const again = mergeTexts(texts, { ...options, disputed: disputed.filter((path) => path.length > 0) });
  return { ...(again.conflicts > 0 ? again : result), broken, brokenIf };
}

function errorsOf(text: string, { file, load, root }: MergeSetting): readonly Diagnostic[] {
  const bytes = new TextEncoder().encode(text);
  const check = createChecker({ root, load: (path) => (path === file ? { kind: 'ok', bytes } : load(path)) });
  return sortDiagnostics(check(file).diagnostics.filter(({ severity }) => severity === 'error'));
}

function wordsOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
