/** Reads a text as its author's file and validates it: what every test here does first. */
import { readSource } from '../../src/source/index.js';
import { validateConfig, validateFlow, validateLibrary } from '../../src/schema/index.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';

const validators = { flow: validateFlow, library: validateLibrary, config: validateConfig } as const;

export type Kind = keyof typeof validators;

export interface Checked {
  readonly data: unknown;
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

export function check(yaml: string, kind: Kind = 'flow'): Checked {
  const source = readSource('a.yaml', new TextEncoder().encode(yaml));
  if (source.value === undefined || source.diagnostics.length > 0) {
    throw new Error(`not the YAML it should be: ${source.diagnostics.map(({ message }) => message).join(' ')}`);
  }
  const { data, locate, text } = source.value;
  const { value, diagnostics } = validators[kind](data, locate);
  return { data, value, diagnostics, text };
}

/** `schema-type 5:27`, with the place in the file. */
export function brief({ code, span }: Diagnostic): string {
  return `${code} ${span?.start.line ?? 0}:${span?.start.column ?? 0}`;
}

/** The text after a fix. */
export function mended(text: string, { fix }: Diagnostic): string {
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.from - a.from);
  return edits.reduce((result, { from, to, text: by }) => result.slice(0, from) + by + result.slice(to), text);
}
