/**
 * The files of one project, read and validated.
 *
 * Separate from compiling, which asks again and again for the same library: those are remembered, with their findings, so that
 * whoever shares one can pass on the very same ones. Flows are not: three hundred of them with all their places would fill the
 * memory, and each is compiled once.
 */
import { quotePath } from '../base/quote.js';
import { diagnose } from '../model/codes.js';
import { hasErrors, type Diagnostic, type Locate, type Outcome, type Span } from '../model/diagnostic.js';
import { validateFlow, validateLibrary, type FlowDefinition, type LibraryDefinition } from '../schema/index.js';
import { readSource, tooLarge, type Source } from '../source/index.js';
import type { Load, Loaded } from './load.js';

/** A file's definition, with what is needed to talk about it. */
export interface Opened<D> {
  readonly file: string;
  /** Undefined if it is not there or cannot be understood at all; `diagnostics` says why. */
  readonly definition: D | undefined;
  readonly locate: Locate;
  /** The data before anything faulty was taken out of it: parts that are the same object in `definition` are as written. */
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Files {
  flow(file: string): Opened<FlowDefinition>;
  library(file: string): Opened<LibraryDefinition>;
  /** How a file could not be loaded, for the file that names it; undefined if it could. */
  refusal(file: string): Exclude<Loaded, { kind: 'ok' }> | undefined;
}

export function createFiles(loadOnce: Load): Files {
  const load = remember(loadOnce);
  const source = (file: string): Outcome<Source> => {
    const result = load(file);
    return result.kind === 'ok'
      ? readSource(file, result.bytes)
      : { value: undefined, diagnostics: [refused(file, result)] };
  };

  const open =
    <D>(validate: (data: unknown, locate: Locate) => Outcome<D>) =>
    (file: string): Opened<D> => {
      const { value, diagnostics } = source(file);
      const base = { file, locate: value?.locate ?? (() => atStart(file)), data: value?.data };
      if (!value?.sound) return { ...base, definition: undefined, diagnostics };
      const validated = validate(value.data, value.locate);
      return {
        ...base,
        definition: validated.value,
        diagnostics: [...diagnostics, ...withoutEchoes(diagnostics, validated.diagnostics)],
      };
    };

  return {
    flow: open(validateFlow),
    library: remember(open(validateLibrary)),
    refusal(file) {
      const result = load(file);
      return result.kind === 'ok' ? undefined : result;
    },
  };
}

/** Later findings that begin inside the place of an earlier error are about the same mistake. */
export function withoutEchoes(earlier: readonly Diagnostic[], later: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!hasErrors(earlier)) return later;
  return later.filter(
    ({ span: place }) => !earlier.some(({ span }) => span !== undefined && place !== undefined && covers(span, place)),
  );
}

function covers(outer: Span, { file, start }: Span): boolean {
  return outer.file === file && outer.start.offset <= start.offset && start.offset <= outer.end.offset;
}

function refused(file: string, result: Exclude<Loaded, { kind: 'ok' }>): Diagnostic {
  switch (result.kind) {
    case 'missing':
      return diagnose('file-missing', `There is no file ${quotePath(file)}.`, undefined);
    case 'outside':
      return diagnose('file-outside', `${quotePath(file)} lies outside the project folder.`, undefined);
    case 'too-large':
      return tooLarge(file, result.size);
    case 'unreadable':
      return diagnose('file-unreadable', `${quotePath(file)} cannot be read: ${result.reason}.`, undefined);
  }
}

function atStart(file: string): Span {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
}

export function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
