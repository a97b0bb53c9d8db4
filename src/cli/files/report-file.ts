/**
 * Where reports may go that `--format name:file` writes.
 *
 * A wrong name must cost nobody a file: nothing is written over but what begins as such a report, or is empty. So a CI job writes over its own
 * former reports, and a typing error overwrites no package.json. All names are judged before any work begins.
 */
import { UsageError } from '../exit.js';
import type { Files } from '../host/host.js';
import { tidy } from './paths.js';
import { followed } from './project.js';

export interface ReportPlace {
  readonly id: string;
  /** As given. */
  readonly given: string;
  /** Absolute. */
  readonly path: string;
}

/** How reports of findings and of differences begin, whichever form they have. */
const heads: readonly RegExp[] = [
  /^\s*$/u,
  /^\{\s*"version": 1,\s*"summary": \{/u, // json
  /^\{\s*"\$schema": "[^"]*\/sarif-/u,
  /^\[\s*(?:\]|\{\s*"description": )/u, // gitlab
  /^<\?xml [^>]*\?>\s*<(?:testsuites|checkstyle|svg)\b/u,
  /^### \S/u, // markdown, in any language
  /^::(?:error|warning|notice)\b/u,
  /^(?:.+?:\d+:\d+(?:: | {2}))?(?:error|warning|info|note)\b/u, // pretty, compact
  /^\{\s*"trackflow": 1,\s*"before": /u, // json of differences
  /^.+ → .+\n/u, // pretty of differences
  /^<!doctype html>/iu,
  /^\uFFFDPNG\r\n/u, // the first byte of a PNG is no text
];

/** Throws `UsageError`. */
export function refusePlaces(places: readonly ReportPlace[], files: Files): void {
  const taken = new Map<string, ReportPlace>();
  for (const place of places) {
    refusePlace(place, files);
    // Names that differ in case only are one file on Windows and macOS.
    const key = followed(place.path, files).normalize('NFC').toLowerCase();
    const other = taken.get(key);
    if (other !== undefined)
      throw new UsageError(
        `${other.id} and ${place.id} would both be written to ${tidy(place.given)}.`,
        `Give each a file of its own, for example: --format ${other.id}:first.txt,${place.id}:second.txt`,
      );
    taken.set(key, place);
  }
}

/** Throws `UsageError`. Asked once more at the writing: the run itself may have put a file there. */
export function refusePlace({ given, path }: ReportPlace, files: Files): void {
  const refused = `A report is not written to ${tidy(given)}:`;
  const real = followed(path, files);
  if ([path, real].some((each) => /\.ya?ml$/iu.test(each)))
    throw new UsageError(`${refused} that is the name of a source file.`);
  if ([path, real].some((each) => tidy(each).split('/').includes('.git')))
    throw new UsageError(`${refused} it belongs to git.`);
  const standing = files.stat(path);
  if (standing?.kind === 'folder')
    throw new UsageError(`${refused} it is a folder.`, 'Name a file in it, for example: --format json:report.json');
  if (standing?.kind !== 'file' || standing.size === 0) return; // a pipe or a device holds nothing
  const head = new TextDecoder().decode(files.read(path).subarray(0, 4096));
  if (heads.some((each) => each.test(head))) return;
  const what = /^\{\s*"trackflow-baseline"/u.test(head) ? 'a baseline of trackflow' : 'something else than a report';
  throw new UsageError(`${refused} it holds ${what}.`, 'Name another file; or delete this one, if it may go.');
}
