/**
 * The ways out of a subflow: each end of the child must lead somewhere, and only ends that the child has can.
 *
 * Separate from the other rules of branching because they need a second file.
 */
import { quote, quoteSome } from '../base/quote.js';
import type { NodeDefinition } from '../schema/index.js';
import type { Branch } from './branches.js';
import type { Children } from './children.js';
import { complain, type Context } from './context.js';
import type { Entry } from './entries.js';
import { remedy, type Target } from './references.js';

type Child = ReturnType<Children['get']>;

export function checkSubflow(
  context: Context,
  entry: Entry<NodeDefinition>,
  branches: readonly Branch[],
  child: Child,
): void {
  const { id, home, path } = entry;
  const [only] = branches;
  // `next: won`: whichever end is reached.
  if (branches.length === 1 && only?.when === undefined && only?.otherwise === false) return;
  const handled = new Map<string, Branch>();
  for (const branch of branches) {
    if (branch.otherwise) continue;
    const end = endOf(context, entry, branch, child);
    if (end === undefined) continue;
    const before = handled.get(end);
    if (before === undefined) handled.set(end, branch);
    else {
      complain(context, home, 'end-twice', `The end ${quote(end)} has two branches.`, [...branch.path, 'when'], {
        hint: 'A subflow that ends there can go on in one way only.',
        related: [{ message: 'the other one', span: home.locate([...before.path, 'when']) }],
      });
    }
  }

  const complete = branches.every((branch) => branch.otherwise || typeof branch.when === 'string');
  if (child === undefined || !complete || branches.some((branch) => branch.otherwise)) return;
  const forgotten = [...child.ends.keys()].filter((end) => !handled.has(end));
  // An end with a wrong name has been complained about, and is most likely one of these.
  if (forgotten.length === 0 || branches.some(({ when }) => typeof when === 'string' && !child.ends.has(when))) return;
  const message = `No branch of ${quote(id)} says what follows when the child flow ends at ${quoteSome(forgotten)}.`;
  const hint = 'Add {when: …, to: …} for each, or {otherwise: …} for all of them.';
  const related = forgotten
    .flatMap((end) => child.ends.get(end) ?? [])
    .map(({ span }) => ({ message: 'this end', span }));
  complain(context, home, 'end-unhandled', message, [...path, 'next'], { atKey: true, hint, related });
}

/** The id of the child's end that a branch is for. */
function endOf(
  context: Context,
  { id, home }: Entry<NodeDefinition>,
  { when, path }: Branch,
  child: Child,
): string | undefined {
  const ends =
    child &&
    new Map([...child.ends].map(([end, { end: definition, span }]): [string, Target] => [end, { definition, span }]));
  const known = ends === undefined ? '' : ` It has ${quoteSome([...ends.keys()])}.`;
  if (when === undefined) {
    const message = `A branch of the subflow ${quote(id)} does not say after which end it is taken.`;
    complain(context, home, 'branch-without-condition', message, path, {
      hint: `Write {when: …, to: …} with the id of an end of the child flow, or {otherwise: …} for all others.${known}`,
    });
    return undefined;
  }
  const at = [...path, 'when'];
  if (typeof when !== 'string') {
    const message = `After a subflow, "when" is the id of an end of the child flow, not a text in several languages.`;
    complain(context, home, 'unknown-end', message, at, {
      hint: `The name of the end is shown in the picture.${known}`,
    });
    return undefined;
  }
  if (ends === undefined || ends.has(when)) return when;
  const found = remedy(when, { noun: 'end', known: ends, place: home.locate(at), section: 'nodes' });
  complain(context, home, 'unknown-end', `The child flow has no end ${quote(when)}.`, at, found);
  return undefined;
}
