/**
 * The library's two functions: one text or file in, findings and artifacts out. They read nothing, write nothing and print nothing;
 * files come from the caller's loader.
 */
import type { Loaded } from '../compile/index.js';
import { isFiltering } from '../model/filter.js';
import type { Artifact } from '../model/artifact.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Process } from '../model/process.js';
import type { ViewId } from '../model/view.js';
import { createChecker } from './check.js';
import { missingPart } from './part.js';
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

export interface RenderOptions extends CheckOptions, Omit<RenderRequest, 'outputs' | 'together'> {
  /** Default: `svg`. */
  readonly formats?: readonly FormatId[];
  /** Default: `swimlane`. */
  readonly views?: readonly ViewId[];
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
    outputs: formats.flatMap((format) => views.map((view) => ({ format, view, direction }))),
  });
  return { artifacts, diagnostics };
}

/** A part that is not there is a mistake of the caller's program. */
function refuseMissingPart(process: Process, { filter }: RenderOptions): void {
  const missing = isFiltering(filter) ? missingPart(process, filter) : undefined;
  if (missing === undefined) return;
  const { key, id, known } = missing;
  throw new TypeError(`the flow has no step of ${key} '${id}'; it has ${known.join(', ') || `no ${key}s`}`);
}

function checkInput(input: FlowInput, { load, root = '.' }: CheckOptions): CheckResult {
  const file = input.file ?? 'flow.flow.yaml';
  const own = 'text' in input ? input.text : undefined;
  const checker = createChecker({
    root,
    load: (path) =>
      path === file && own !== undefined ? loaded(own) : load ? attempt(load, path) : { kind: 'missing' },
  });
  return checker(file);
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
