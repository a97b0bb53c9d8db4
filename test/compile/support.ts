/** A project that is only texts in a map, compiled as the command line would: what every test here does first. */
import { createCompiler, type Loaded } from '../../src/compile/index.js';
import { resolveFrom } from '../../src/compile/paths.js';
import type { Diagnostic, Outcome } from '../../src/model/diagnostic.js';
import type { Process } from '../../src/model/process.js';

export type Texts = Readonly<Record<string, string | Uint8Array | Loaded>>;

export const main = 'flows/a.flow.yaml';

export function load(texts: Texts): (file: string) => Loaded {
  return (file) => {
    const found = Object.hasOwn(texts, file) ? texts[file] : undefined;
    if (found === undefined) return { kind: 'missing' };
    if (typeof found === 'string') return { kind: 'ok', bytes: new TextEncoder().encode(found) };
    return found instanceof Uint8Array ? { kind: 'ok', bytes: found } : found;
  };
}

/** One flow, and the files around it by their paths from its folder. */
export function compile(text: string | Uint8Array, around: Texts = {}): Outcome<Process> {
  const texts = Object.fromEntries(Object.entries(around).map(([file, content]) => [resolveFrom(main, file), content]));
  return outcome(createCompiler({ load: load({ ...texts, [main]: text }), root: '.' }).compile(main));
}

/** What can be compared: all but the function that tells places. */
export function outcome({ value, diagnostics }: Outcome<Process>): Outcome<Process> {
  return { value, diagnostics };
}

/** The process of a flow that must have no mistakes. */
export function processOf(text: string, around: Texts = {}): Process {
  const { value, diagnostics } = compile(text, around);
  if (value === undefined || diagnostics.length > 0)
    throw new Error(`not a good flow:\n${diagnostics.map(full).join('\n')}`);
  return value;
}

/** `unknown-owner 5:27`. */
export function brief({ code, span }: Diagnostic): string {
  return `${code} ${span?.start.line ?? 0}:${span?.start.column ?? 0}`;
}

export function full(diagnostic: Diagnostic): string {
  const { span, message, hint, related = [] } = diagnostic;
  const places = related.map((each) => `[${each.message} ${each.span.file}:${each.span.start.line}]`);
  return [span?.file ?? '', brief(diagnostic), message, hint ?? '', ...places].join(' ').trim();
}

export function told(text: string | Uint8Array, around: Texts = {}): readonly string[] {
  return compile(text, around).diagnostics.map(brief);
}

/** A flow with a title and the rest as given. */
export function flow(rest: string): string {
  return `trackflow: 1\ntitle: 客户跟进\nlanguage: zh\n${rest}`;
}
