/**
 * Keeps Chinese words whole where there is a choice: says how much a line end between two ideographs hurts.
 *
 * Any two ideographs may be parted, but readers stumble over 潜在客|户. A short list of words of the trade and a few rules for
 * particles and endings catch most of it, and unlike the machine's own dictionary they are the same everywhere.
 */
import type { Cluster } from './clusters.js';
import { chineseWords } from './chinese-words.js';
import { kindOf } from './kinds.js';

const insideWord = 12;
const beforeEnding = 9;
const afterOpening = 4;
const afterNumeral = 12;
const betweenUnknown = 5;
const besideUnknown = 1;

/** Written onto the word before them: particles, endings and measure words. */
const endings = new Set(
  '的了着过地得等们吗吧呢后前时内中上下间者员部组率度额量数期费款单表书函件库群类型级性化式点号名日月年天周次个元万',
);
/** Belong to the word after them. */
const openings = new Set('和与及或并且对向由按将把被从给为在不未已需可是否无有非再各每该本新老大小高低第至到请');
/** Endings that begin words, too: 量 is one in 数量, and none in 愿意量房. */
const either = new Set('量期上下点表数时');
const numerals = new Set('一二三四五六七八九十百千两几半');
const longest = 6;

let words: ReadonlySet<string> | undefined;
const known = (): ReadonlySet<string> => (words ??= new Set(chineseWords.split(/\s+/)));

/** Whether a text is one of the words that are kept whole. */
export const isChineseWord = (text: string): boolean => known().has(text);

interface Token {
  readonly text: string;
  readonly known: boolean;
}

/** The cost of ending a line before a cluster, for every pair of ideographs that follow each other. */
export function chineseCosts(clusters: readonly Cluster[]): Map<number, number> {
  const costs = new Map<number, number>();
  let from = 0;
  while (from < clusters.length) {
    let to = from;
    while (to < clusters.length && kindOf(clusters[to]?.code ?? 0) === 'ideograph') to++;
    if (to - from > 1) costRun(clusters.slice(from, to), from, costs);
    from = Math.max(to, from + 1);
  }
  return costs;
}

function costRun(run: readonly Cluster[], offset: number, costs: Map<number, number>): void {
  let at = offset;
  let before: Token | undefined;
  for (const token of tokenize(run.map((cluster) => cluster.text))) {
    if (before) costs.set(at, costBetween(before, token));
    const length = Array.from(token.text).length;
    for (let inside = 1; inside < length; inside++) costs.set(at + inside, insideWord);
    at += length;
    before = token;
  }
}

function costBetween(before: Token, after: Token): number {
  if (!after.known && endings.has(after.text)) return beforeEnding;
  if (!before.known && numerals.has(before.text)) return afterNumeral;
  if (!before.known && endings.has(before.text)) return after.known || openings.has(after.text) ? 0 : besideUnknown;
  if (!before.known && openings.has(before.text)) return afterOpening;
  if (!after.known && openings.has(after.text)) return 0;
  if (before.known && after.known) return 0;
  return before.known || after.known ? besideUnknown : betweenUnknown;
}

const isParticle = (text: string): boolean => endings.has(text) || openings.has(text);

/** The fewest pieces, single unknown characters counting more than words; of equals, the longer word first. */
function tokenize(characters: readonly string[]): Token[] {
  const list = known();
  const best: { price: number; length: number; known: boolean }[] = [];
  best[characters.length] = { price: 0, length: 0, known: false };
  for (let at = characters.length - 1; at >= 0; at--) {
    let choice = { price: (best[at + 1]?.price ?? 0) + 3, length: 1, known: false };
    for (let length = 2; length <= longest && at + length <= characters.length; length++) {
      if (!list.has(characters.slice(at, at + length).join(''))) continue;
      const price = (best[at + length]?.price ?? 0) + 2;
      if (price <= choice.price) choice = { price, length, known: true };
    }
    best[at] = choice;
  }
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length; at += best[at]?.length ?? 1) {
    const { length, known } = best[at] ?? { length: 1, known: false };
    const text = characters.slice(at, at + length).join('');
    const before = tokens.at(-1);
    // After a whole word, such a character and a second one that is no ending make a word that the list lacks.
    if (!known && before && either.has(before.text) && tokens.at(-2)?.known === true && !isParticle(text)) {
      tokens[tokens.length - 1] = { text: before.text + text, known: false };
    } else tokens.push({ text, known });
  }
  return tokens;
}
