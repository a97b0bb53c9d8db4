/**
 * Mermaid ids for the ids of a process: readable, stable, unique, and never a word of Mermaid's grammar.
 *
 * The prefix keeps `end`, `style` or `class` from being read as keywords and nodes apart from lanes.
 */

/** Gives the same name for the same id; two ids never share one. */
export function namer(prefix: string): (id: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (id) => {
    const known = given.get(id);
    if (known !== undefined) return known;
    // Han characters are letters to Mermaid's grammar; of other scripts it knows only parts.
    const readable = id.replace(/[^A-Za-z0-9\u4E00-\u9FA5]/gu, (character) =>
      /[-_. ]/u.test(character) ? '_' : `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
    );
    let name = `${prefix}_${readable}`;
    for (let number = 2; taken.has(name); number += 1) name = `${prefix}_${readable}_${number}`;
    given.set(id, name);
    taken.add(name);
    return name;
  };
}
