/**
 * Mends what rules propose to mend: round after round, until nothing is left to do.
 *
 * Separate from linting, which only proposes. A round makes all proposals that do not meet; the files are then linted anew, because
 * a fix may make another one needless, or possible. Invariants: a text without errors never becomes one with errors; no fix is made
 * twice at one place; it ends.
 */
import type { Edit } from '../model/diagnostic.js';
import type { ProposedFix } from '../lint/rule.js';
import { applyEdits, editsOf } from '../source/index.js';

export interface Proposal {
  readonly rule: string;
  readonly fix: ProposedFix;
}

/** The texts of files by name, as they would be after the fixes made so far. */
export type Texts = ReadonlyMap<string, string>;

export interface FixRequest {
  /** The texts that may be changed. A fix that needs another file is left alone. */
  readonly texts: Texts;
  /** What is proposed for these texts; undefined if they have errors, and nothing can be known of them. */
  readonly propose: (texts: Texts) => Promise<readonly Proposal[] | undefined>;
}

export interface Fixed {
  /** All texts, the changed ones changed. */
  readonly texts: Texts;
  /** What was done, in order. */
  readonly made: readonly Proposal[];
}

/** More rounds than fixes that build on one another in any flow; rules that undo each other's work would never end. */
const mostRounds = 20;

export async function fix({ texts: given, propose }: FixRequest): Promise<Fixed> {
  const made: Proposal[] = [];
  const refused = new Set<string>();
  const met = new Set<string>([stateOf(given)]);
  let texts = given;
  for (let round = 0; round < mostRounds; round++) {
    const proposals = ((await propose(texts)) ?? []).filter((proposal) => !refused.has(keyOf(proposal)));
    const done = (await together(texts, proposals, propose)) ?? (await oneByOne(texts, proposals, propose, refused));
    // The same texts again: rules disagree, and what there was before they began is as good.
    if (done === undefined || met.has(stateOf(done.texts))) break;
    met.add(stateOf(done.texts));
    texts = done.texts;
    made.push(...done.made);
  }
  return { texts, made };
}

/** All that do not meet; undefined if there is none, or if they break something together. */
async function together(
  texts: Texts,
  proposals: readonly Proposal[],
  propose: FixRequest['propose'],
): Promise<Fixed | undefined> {
  const edits = new Map<string, Edit[]>();
  const made = proposals.filter(({ fix: { changes } }) => accept(texts, changes, edits));
  if (made.length === 0) return undefined;
  const after = new Map(texts);
  for (const [file, list] of edits) after.set(file, applyEdits(texts.get(file) ?? '', list));
  return (await propose(after)) === undefined ? undefined : { texts: after, made };
}

/** The first that can be made by itself. What cannot is not tried again. */
async function oneByOne(
  texts: Texts,
  proposals: readonly Proposal[],
  propose: FixRequest['propose'],
  refused: Set<string>,
): Promise<Fixed | undefined> {
  for (const proposal of proposals) {
    const done = await together(texts, [proposal], propose);
    if (done !== undefined) return done;
    refused.add(keyOf(proposal));
  }
  return undefined;
}

/** Takes the edits of one fix among the others, all or none. */
function accept(texts: Texts, changes: ProposedFix['changes'], edits: Map<string, Edit[]>): boolean {
  const own: Edit[] = [];
  for (const file of new Set(changes.map((change) => change.file))) {
    const text = texts.get(file);
    const made =
      text === undefined
        ? undefined
        : editsOf(
            file,
            text,
            changes.filter((change) => change.file === file),
          );
    if (made === undefined) return false;
    if (made.some((edit) => (edits.get(file) ?? []).some((other) => edit.from <= other.to && other.from <= edit.to))) {
      return false;
    }
    own.push(...made);
  }
  if (own.length === 0) return false;
  for (const edit of own) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
  return true;
}

function keyOf({ rule, fix: { changes } }: Proposal): string {
  return JSON.stringify([rule, changes]);
}

function stateOf(texts: Texts): string {
  return JSON.stringify([...texts]);
}
