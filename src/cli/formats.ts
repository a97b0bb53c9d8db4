/**
 * `--format`: which reports are made of the findings, and where each goes: `pretty`, `sarif:out.sarif`, or several.
 *
 * Separate from the parser, because what stands on stdout must be fit to stand there together.
 */
import { findById, ids } from '../base/registry.js';
import { suggest } from '../base/suggest.js';
import type { Reporter } from '../report/reporter.js';
import { reporters } from '../report/reporters/index.js';
import { choose } from './choices.js';
import { UsageError } from './exit.js';
import { absolute } from './files/paths.js';
import { refusePlaces } from './files/report-file.js';
import type { Host } from './host/host.js';

export interface FormatAsk {
  readonly reporter: Reporter;
  /** A file, as given; absent: where findings are printed. */
  readonly path?: string;
}

export const defaultFormats: readonly FormatAsk[] = [{ reporter: reporters[0] }];

/** In a job of GitHub Actions, annotations come along unasked. */
export function formatsOf(
  asked: readonly string[] | undefined,
  { env, cwd, files }: Pick<Host, 'env' | 'cwd' | 'files'>,
): readonly FormatAsk[] {
  if (asked === undefined) {
    return env['GITHUB_ACTIONS'] === 'true' ? ['pretty', 'github'].map(formatOf) : defaultFormats;
  }
  const formats = asked.map(formatOf);
  const printed = formats.filter(({ path }) => path === undefined);
  const alone = printed.find(({ reporter }) => reporter.readers === 'programs');
  if (alone !== undefined && printed.length > 1) {
    const { id } = alone.reporter;
    throw new UsageError(
      `${printed.map(({ reporter }) => reporter.id).join(' and ')} would be mixed up on one stream.`,
      `Give it a file: --format ${id}:trackflow.${id}`,
    );
  }
  const places = formats.flatMap(({ reporter, path }) =>
    path === undefined ? [] : [{ id: reporter.id, given: path, path: absolute(cwd, path) }],
  );
  refusePlaces(places, files);
  return formats;
}

function formatOf(said: string): FormatAsk {
  const [, name = '', path] = /^([^:=]*)(?:[:=](.*))?$/su.exec(said) ?? [];
  const id = choose('format of findings', name, ids(reporters), hintFor(name));
  const reporter = findById(reporters, id) ?? reporters[0];
  if (path === '')
    throw new UsageError(`--format ${said} names no file.`, `For example: --format ${id}:trackflow.${id}`);
  return { reporter, ...(path !== undefined && { path }) };
}

/** `--format svg` is what a user types who wants a picture. */
function hintFor(name: string): string | undefined {
  if (suggest(name, ids(reporters)) !== undefined) return undefined;
  return `--format is how findings are printed (${ids(reporters).join(', ')}); the output's format is -f or --formats.`;
}
