/**
 * What a merge would have been by itself: both sides merged by ids, so that it can be seen what the merge has changed on its own, be it to
 * decide a conflict or without one.
 */
import { decode } from '../../source/index.js';
import { isMergeable, mergeTexts } from '../../source/merge/index.js';
import type { Blobs } from './blobs.js';
import type { FileCommit, FileCommits, Stand } from './commits.js';
import { decode as words, type Repository } from './repository.js';

export interface Merged {
  /** With each conflict decided for the first parent; undefined where the file is gone. */
  readonly ours: string | undefined;
  /** With each conflict decided for the other parent; the same where there is none. */
  readonly theirs: string | undefined;
  /** The merge is that and no more: there was nothing to decide, and nothing else was changed. */
  readonly taken: boolean;
}

/**
 * Undefined where it can't be said: of a merge of more than two branches or of histories that have nothing in common, where one side has
 * removed what the other has changed, and where a text is not here.
 */
export function mergedBy(
  repository: Repository,
  blobs: Blobs,
  { parents, before, after }: FileCommit,
  at: FileCommits['at'],
): Merged | undefined {
  const [one, other, ...more] = parents;
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  const { exit, stdout } = repository.ask(['merge-base', one, other]);
  if (exit !== 0) return undefined;
  const base = at(words(stdout).trim());
  const [ours, theirs] = before;
  const whole = untouched(base, ours, theirs);
  if (whole !== undefined) {
    const text = whole.stand && textOf(blobs, whole.stand);
    return whole.stand !== undefined && text === undefined
      ? undefined
      : { ours: text, theirs: text, taken: whole.stand?.blob === after?.blob };
  }
  if (ours === undefined || theirs === undefined) return undefined;
  const texts = {
    base: base === undefined ? '' : textOf(blobs, base),
    ours: textOf(blobs, ours),
    theirs: textOf(blobs, theirs),
  };
  if (texts.base === undefined || texts.ours === undefined || texts.theirs === undefined) return undefined;
  const { decided } = mergeTexts({ base: texts.base, ours: texts.ours, theirs: texts.theirs }, unmarked);
  const isDecided = decided.ours === decided.theirs;
  return { ...decided, taken: isDecided && after !== undefined && decided.ours === textOf(blobs, after) };
}

/** Nobody sees the markers. */
const unmarked = { size: 7, withBase: false, labels: { ours: '', base: '', theirs: '' } };

/** What git takes without looking into it, where only one side has changed the file. */
function untouched(
  base: Stand | undefined,
  ours: Stand | undefined,
  theirs: Stand | undefined,
): { readonly stand: Stand | undefined } | undefined {
  if (ours?.blob === theirs?.blob || base?.blob === theirs?.blob) return { stand: ours };
  return base?.blob === ours?.blob ? { stand: theirs } : undefined;
}

function textOf(blobs: Blobs, { path, blob }: Stand): string | undefined {
  const bytes = blobs.content(blob);
  const read = bytes && decode(path, bytes);
  return read === undefined || 'refused' in read || !isMergeable(read.text) ? undefined : read.text;
}
