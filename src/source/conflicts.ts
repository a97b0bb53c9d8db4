/**
 * Conflicts of a merge that nobody has decided, as git and trackflow's merge driver write them.
 *
 * Looked for before YAML is: between the markers stand two texts, and whatever else could be said of either would lead astray.
 */

export interface Conflict {
  /** Offset of the first marker. */
  readonly from: number;
  /** Where the last marker ends. */
  readonly to: number;
}

/** All conflicts, in order. The size of a marker is 7 unless git is told another, and the same in one conflict. */
export function conflictsIn(text: string): readonly Conflict[] {
  if (!text.includes('<<<<<<<')) return [];
  const found: Conflict[] = [];
  let open: { readonly from: number; readonly size: number; divided: boolean } | undefined;
  for (const { 0: line, 1: sign = '', index } of text.matchAll(/^([<=>])\1{6,}(?=[ \r\n]|$(?![^]))[^\r\n]*/gmu)) {
    const size = /^[<=>]+/u.exec(line)?.[0].length ?? 0;
    if (sign === '<') open ??= { from: index, size, divided: false };
    else if (size !== open?.size) continue;
    else if (sign === '=') open.divided = true;
    else if (open.divided) {
      found.push({ from: open.from, to: index + line.length });
      open = undefined;
    }
  }
  return found;
}
