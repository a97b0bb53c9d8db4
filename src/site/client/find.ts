/**
 * Finds entries by words: each word must stand somewhere in the entry, as characters that follow each other.
 *
 * That is what a search in Chinese needs, which writes no spaces, and it finds parts of English words too. Apart from the page, so that it
 * can be tested without one. Full-width letters and capitals make no difference.
 */
export type Row = readonly [kind: string, title: string, flow: string, owner: string, href: string, text: string];

export interface Hit {
  readonly row: Row;
  /** The words of the query that the entry has, for marking them. */
  readonly words: readonly string[];
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Nothing has all words; these have most of their pairs of characters. */
  readonly near: boolean;
}

interface Prepared {
  readonly row: Row;
  /** Title, flow and owner, text: what counts most stands first. */
  readonly parts: readonly [string, string, string];
}

/** Sign by sign, and none longer or shorter than before, so that places in it are places in the text. */
export function plain(text: string): string {
  return text.replace(/[^\x20-\x40\x5B-\x7E]/gu, (sign) => {
    const other = sign.normalize('NFKC').toLowerCase();
    return other.length === sign.length ? other : sign;
  });
}

export function createFinder(rows: readonly Row[]): (query: string) => Found {
  const prepared = rows.map((row): Prepared => {
    const [, title, flow, owner, , text] = row;
    return { row, parts: [plain(title), plain(`${flow} ${owner}`), plain(text)] };
  });
  return (query) => {
    const words = [
      ...new Set(
        plain(query)
          .split(/[\s,，。、；;]+/u)
          .filter(Boolean),
      ),
    ];
    if (words.length === 0) return { hits: [], near: false };
    const exact = ranked(prepared, (entry) => exactScore(entry, words)).map(({ row }) => ({ row, words }));
    if (exact.length > 0) return { hits: exact, near: false };
    const pairs = [...new Set(words.flatMap(pairsOf))];
    if (pairs.length === 0) return { hits: [], near: false };
    const near = ranked(prepared, (entry) => nearScore(entry, pairs));
    return {
      hits: near.map(({ row, parts }) => ({
        row,
        words: pairs.filter((pair) => parts.some((part) => part.includes(pair))),
      })),
      near: true,
    };
  };
}

/** By score, the best first; what has the same keeps its order. Zero is out. */
function ranked(entries: readonly Prepared[], score: (entry: Prepared) => number): readonly Prepared[] {
  return entries
    .map((entry) => ({ entry, value: score(entry) }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value)
    .map(({ entry }) => entry);
}

function exactScore({ parts: [title, around, text] }: Prepared, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    if (title.includes(word)) score += title === word ? 8 : title.startsWith(word) ? 6 : 5;
    else if (around.includes(word)) score += 2;
    else if (text.includes(word)) score += 1;
    else return 0;
  }
  return score;
}

/** At least half of the pairs; those in the title count double. */
function nearScore({ parts: [title, , text] }: Prepared, pairs: readonly string[]): number {
  const met = pairs.filter((pair) => title.includes(pair) || text.includes(pair)).length;
  return 2 * met < pairs.length ? 0 : met + pairs.filter((pair) => title.includes(pair)).length;
}

function pairsOf(word: string): readonly string[] {
  const signs = Array.from(word);
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A stretch of the text around the first of the words, cut to pieces where they stand. */
export function excerpt(text: string, words: readonly string[], length: number): readonly Piece[] {
  const lower = plain(text);
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const start = first < length / 2 ? 0 : first - Math.floor(length / 3);
  const piece = text.slice(start, start + length);
  return [
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...marked(piece, words),
    ...(start + length < text.length ? [{ text: '…', marked: false }] : []),
  ];
}

export function marked(text: string, words: readonly string[]): readonly Piece[] {
  const lower = plain(text);
  const covered = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    if (word === '') continue;
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
      covered.fill(true, at, at + word.length);
  }
  const pieces: Piece[] = [];
  let begin = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && covered[at] === covered[begin]) continue;
    pieces.push({ text: text.slice(begin, at), marked: covered[begin] === true });
    begin = at;
  }
  return pieces;
}
