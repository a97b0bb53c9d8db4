/**
 * The library's three functions: one text or file in, findings and artifacts out. They read nothing, write nothing and print nothing;
 * files come from the caller's loader.
 */
import { findById } from '../base/registry.js';
import type { Load, Loaded } from '../compile/index.js';
import type { PresetId } from '../lint/presets.js';
import type { Rule, Vocabulary } from '../lint/rule.js';
import type { LintDiagnostic } from '../lint/run.js';
import type { RuleSetting } from '../lint/settings.js';
import { isFiltering } from '../model/filter.js';
import type { Artifact } from '../model/artifact.js';
import { sortDiagnostics, type Diagnostic } from '../model/diagnostic.js';
import type { Process } from '../model/process.js';
import type { AnyViewId } from '../model/matrix.js';
import { createChecker, type Examined } from './check.js';
import { missingPart } from './part.js';
import { combine } from './views.js';
import { defaultView, type FormatId, type RenderRequest } from './request.js';

/** A flow as text, or the name of a file that the loader knows. */
export type FlowInput =
  | {
      readonly text: string | Uint8Array;
      /** Names the text in findings, is what paths in it are relative to, and gives outputs their name. Default: `flow.flow.yaml`. */
      readonly file?: string;
    }
  | { readonly file: string };

export interface CheckOptions {
  /**
   * Gives the content of a file, for `use` and child flows too: undefined, or an error with `code: 'ENOENT'`, if there is none.
   * In Node, `readFileSync` is one. Without a loader, only the text itself is known.
   */
  readonly load?: (path: string) => Uint8Array | string | undefined;
  /** The folder that paths in flows may not leave. Default: `.`, which leaves absolute paths to the loader. */
  readonly root?: string;
}

export interface CheckResult {
  /** What the flow means; absent if it has errors. */
  readonly process?: Process;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LintOptions extends CheckOptions {
  /** Default: `recommended`. */
  readonly presets?: readonly PresetId[];
  /** By the id of a rule. */
  readonly levels?: Readonly<Record<string, RuleSetting>>;
  /** Rules of your own, beside trackflow's. */
  readonly rules?: readonly Rule[];
  readonly vocabulary?: Partial<Vocabulary>;
  /** The day to judge dates by, as `2026-11-22`. */
  readonly today?: string;
}

export interface RenderOptions extends CheckOptions, Omit<RenderRequest, 'outputs' | 'together'> {
  /** Default: `svg`. */
  readonly formats?: readonly FormatId[];
  /** Default: `swimlane`. */
  readonly views?: readonly AnyViewId[];
  /** Which way time runs. Default: `auto`. */
  readonly direction?: RenderRequest['outputs'][number]['direction'];
}

export interface RenderResult {
  /** One for each format, view and language; none if the flow has errors. */
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Says what a flow means, and everything that is wrong with it.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 * import { check } from 'trackflow';
 *
 * const { process, diagnostics } = check({ file: 'lead.flow.yaml' }, { load: readFileSync });
 * for (const { code, message, span } of diagnostics) console.log(span?.start.line, code, message);
 * console.log(process?.nodes.length);
 */
export function check(input: FlowInput, options: CheckOptions = {}): CheckResult {
  const { process, diagnostics } = checkInput(input, options);
  return { ...(process && { process }), diagnostics };
}

/**
 * Makes pictures, Mermaid, data and documents of a flow.
 *
 * @example
 * import { writeFileSync, readFileSync } from 'node:fs';
 * import { render } from 'trackflow';
 *
 * const { artifacts } = await render({ file: 'lead.flow.yaml' }, { load: readFileSync, formats: ['svg', 'sop'] });
 * for (const { name, content } of artifacts) writeFileSync(name, content);
 */
export async function render(input: FlowInput, options: RenderOptions = {}): Promise<RenderResult> {
  const { process, diagnostics } = checkInput(input, options);
  if (process === undefined) return { artifacts: [], diagnostics };
  const { renderProcess } = await import('./render.js');
  refuseMissingPart(process, options);
  const { formats = ['svg'], views = [defaultView], direction = 'auto', load: _load, root: _root, ...rest } = options;
  const artifacts = await renderProcess(process, {
    ...rest,
    outputs: (await outputsOf(formats, views)).map((output) => ({ ...output, direction })),
  });
  return { artifacts, diagnostics };
}

/** Every format with every view that it can show; one that can show none is a mistake of the caller's program. */
async function outputsOf(
  asked: readonly FormatId[],
  views: readonly AnyViewId[],
): Promise<readonly { readonly format: FormatId; readonly view: AnyViewId }[]> {
  const { formats } = await import('../render/formats/index.js');
  const { pairs, ...lost } = combine(
    asked.flatMap((id) => findById(formats, id) ?? []),
    views,
  );
  const unknown = asked.find((id) => findById(formats, id) === undefined);
  if (unknown !== undefined) throw new TypeError(`no format is called '${unknown}'`);
  const [format, view] = [lost.formats[0]?.id, lost.views[0]];
  if (format !== undefined) throw new TypeError(`'${format}' can show none of ${views.join(', ')}`);
  if (view !== undefined) throw new TypeError(`none of ${asked.join(', ')} can show '${view}'`);
  return pairs.map(({ format: { id }, view: shown }) => ({ format: id, view: shown }));
}

/** A part that is not there is a mistake of the caller's program. */
function refuseMissingPart(process: Process, { filter }: RenderOptions): void {
  const missing = isFiltering(filter) ? missingPart(process, filter) : undefined;
  if (missing === undefined) return;
  const { key, id, known } = missing;
  throw new TypeError(`the flow has no step of ${key} '${id}'; it has ${known.join(', ') || `no ${key}s`}`);
}

/**
 * Says what `check` says; and of a flow that is valid, what the rules find.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 * import { lint } from 'trackflow';
 *
 * const options = { load: readFileSync, presets: ['strict'], levels: { 'too-many-nodes': 'off' } };
 * const { diagnostics } = await lint({ file: 'lead.flow.yaml' }, options);
 * for (const { code, message, span } of diagnostics) console.log(span?.start.line, code, message);
 */
export async function lint(input: FlowInput, options: LintOptions = {}): Promise<CheckResult> {
  const { file, loadOf } = inputOf(input, options);
  const { process, diagnostics, locateIn } = checkInput(input, options);
  if (process === undefined || locateIn === undefined) return { diagnostics };
  const [{ createLinter }, { rules }] = await Promise.all([import('./lint.js'), import('../lint/rules/index.js')]);
  const { presets, levels, vocabulary, today, rules: own = [] } = options;
  const linter = createLinter({
    rules: [...rules, ...own],
    settings: { ...(presets && { presets }), ...(levels && { levels }) },
    ...(vocabulary && { vocabulary }),
    ...(today !== undefined && { today }),
    fits: (globs) => globs.includes(file),
    load: loadOf,
  });
  const seen = await linter.look(process, locateIn);
  return { process, diagnostics: sortDiagnostics([...diagnostics, ...linter.finish([seen], false)].map(plain)) };
}

/** Without what only `--fix` reads. */
function plain({ proposed: _, ...diagnostic }: LintDiagnostic): Diagnostic {
  return diagnostic;
}

function inputOf(input: FlowInput, { load }: CheckOptions): { readonly file: string; readonly loadOf: Load } {
  const file = input.file ?? 'flow.flow.yaml';
  const own = 'text' in input ? input.text : undefined;
  return {
    file,
    loadOf: (path) =>
      path === file && own !== undefined ? loaded(own) : load ? attempt(load, path) : { kind: 'missing' },
  };
}

function checkInput(input: FlowInput, options: CheckOptions): Examined {
  const { file, loadOf } = inputOf(input, options);
  return createChecker({ root: options.root ?? '.', load: loadOf })(file);
}

function attempt(load: NonNullable<CheckOptions['load']>, path: string): Loaded {
  try {
    const content = load(path);
    return content === undefined ? { kind: 'missing' } : loaded(content);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'code' in error && error.code === 'ENOENT'
      ? { kind: 'missing' }
      : { kind: 'unreadable', reason: error.message };
  }
}

function loaded(content: string | Uint8Array): Loaded {
  return { kind: 'ok', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}
