/** Flows as texts, compiled and linted; and the lines that their comments mark as faulty. */
import { drawingOf } from '../../src/app/drawing.js';
import { createCompiler } from '../../src/compile/index.js';
import type { Process } from '../../src/model/process.js';
import { lint, type Applied, type LintDiagnostic, type LintOptions } from '../../src/lint/run.js';
import { presets, type PresetId } from '../../src/lint/presets.js';
import type { Rule } from '../../src/lint/rule.js';
import { rules } from '../../src/lint/rules/index.js';
import { commentsOf } from '../../src/source/index.js';

export const all: readonly Rule[] = rules;

/** Path → text. */
export type Texts = Readonly<Record<string, string>>;

export interface Compiled {
  readonly process: Process;
  readonly locateIn: LintOptions['locateIn'];
}

/** Throws, with what is wrong, unless the flow is valid: a rule is for flows that are. */
export function compiled(file: string, texts: Texts): Compiled {
  const { value, diagnostics, locateIn } = createCompiler({
    root: '.',
    load: (path) => {
      const text = texts[path];
      return text === undefined ? { kind: 'missing' } : { kind: 'ok', bytes: new TextEncoder().encode(text) };
    },
  }).compile(file);
  if (value === undefined || diagnostics.length > 0) {
    const said = diagnostics.map(({ code, message, span }) => `${String(span?.start.line)} ${code} ${message}`);
    throw new Error(`${file} is not valid, so no rule is applied to it:\n${said.join('\n')}`);
  }
  return { process: value, locateIn };
}

/** The rules of a preset, and more by name, as they are. */
export function applied(preset: PresetId, ...more: readonly Rule[]): readonly Applied[] {
  const set = presets.find(({ id }) => id === preset);
  return all
    .filter((rule) => set?.holds(rule) === true || more.includes(rule))
    .map((rule) => ({ rule, severity: rule.severity }));
}

/** Under `recommended` and the rule itself, with what the rule says is given. */
export async function lintFor(
  rule: Rule,
  file: string,
  texts: Texts,
  given = rule.given,
): Promise<readonly LintDiagnostic[]> {
  const { process, locateIn } = compiled(file, texts);
  const drawing = rule.needs === 'drawing' ? await drawingOf(process) : undefined;
  return lint(process, {
    locateIn,
    rules: applied('recommended', rule).map((each) =>
      each.rule === rule && given?.options ? { ...each, options: given.options } : each,
    ),
    ...(drawing && { drawing }),
    ...(given?.vocabulary && { vocabulary: given.vocabulary }),
    ...(given?.today !== undefined && { today: given.today }),
  });
}

/** `file:line` of every line with a comment that ends in ✗. */
export function marks(texts: Texts): readonly string[] {
  return Object.entries(texts).flatMap(([file, text]) =>
    commentsOf(text)
      .filter((comment) => comment.text.trimEnd().endsWith('✗'))
      .map(({ offset }) => `${file}:${String(text.slice(0, offset).split('\n').length)}`),
  );
}

/** `file:line rule-id`, each once, in the order of the files. */
export function places(found: readonly LintDiagnostic[]): readonly string[] {
  const order = (place: string): number => Number(/:(\d+) /u.exec(place)?.[1] ?? 0);
  const said = found.map(({ code, span }) => `${span?.file ?? ''}:${String(span?.start.line)} ${code}`);
  return [...new Set(said)].sort((a, b) => order(a) - order(b));
}
