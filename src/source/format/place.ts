/**
 * Finds a place for comments that stand where none would look for them: between a key and its value, behind a bracket or a dash.
 *
 * Separate from `grow`, because only a whole entry knows what else it has. The order of the comments stays.
 */
import { isCollection, type Collection, type Entry, type Note, type Tail } from './tree.js';

export function place(collection: Collection): void {
  for (const entry of collection.entries) placeEntry(entry, collection.kind === 'list');
}

function placeEntry(entry: Entry, isItem: boolean): void {
  const { value } = entry;
  if (isCollection(value)) {
    place(value);
    if (value.entries.length === 0) entry.inner.push(...value.end.splice(0));
    else if (entry.tail && value.flow && hasComments(value)) {
      // Such a collection gets a line for each entry, and so loses its bracket.
      value.end.push(noteOf(entry.tail));
      delete entry.tail;
    }
  }
  const [only] = entry.inner;
  if (only && entry.inner.length === 1 && entry.tail === undefined) entry.tail = only;
  else entry.lead.push(...entry.inner.map(noteOf));
  entry.inner = [];

  const isCompact = isItem && isCollection(value) && value.props === '' && value.entries.length > 0;
  if (!isCompact || (value.flow && !hasComments(value))) return;
  // `- a: 1`: there is no line for them behind the dash.
  if (entry.tail) entry.lead.push(noteOf(entry.tail));
  delete entry.tail;
  const [first] = value.entries;
  if (first) entry.lead.push(...first.lead.splice(0));
}

export function hasComments({ entries, end }: Collection): boolean {
  return (
    end.length > 0 ||
    entries.some(
      ({ lead, inner, tail, value }) =>
        lead.length > 0 || inner.length > 0 || tail !== undefined || (isCollection(value) && hasComments(value)),
    )
  );
}

function noteOf({ text }: Tail): Note {
  return { text, blank: false };
}
