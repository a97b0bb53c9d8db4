/**
 * A text made ready for breaking: cut into clusters, with the width of any stretch at hand.
 *
 * Widths are thousandths of an em and leave out the spaces at both ends of a stretch, as they vanish at line ends.
 */
import { printable } from '../printable.js';
import { clusters } from './clusters.js';
import type { Cluster } from './clusters.js';
import type { FontTable } from './font-table.js';
import { isEastAsian, isSpace } from './kinds.js';

/** A stretch of clusters, the end exclusive. */
export type Stretch = readonly [from: number, to: number];

export interface Setting {
  /** What the clusters are of: one line, printable. */
  readonly text: string;
  readonly clusters: readonly Cluster[];
  /** Offsets in `text` at which a line of the author's began. */
  readonly lineStarts: ReadonlySet<number>;
  /** There was more text than could ever fit; the rest was not looked at. */
  readonly cut: boolean;
  width(from: number, to: number): number;
  /** The stretch without the spaces at its ends. */
  trim(from: number, to: number): Stretch;
  line(from: number, to: number): string;
}

const zeroWidthSpace = '\u200B';

/** `enough` is a width that cannot be exceeded in any case, so that a label of a megabyte costs no more than a long one. */
export function typeset(source: string, table: FontTable, enough: number): Setting {
  const { text, lineStarts } = joinLines(printable(source));
  const list: Cluster[] = [];
  const edges = [0];
  let edge = 0;
  let cut = false;
  for (const cluster of clusters(text, table)) {
    if (list.length === 0 && isSpace(cluster.text)) continue;
    if (edge > enough) {
      cut = true;
      break;
    }
    list.push(cluster);
    edges.push((edge += cluster.width + cluster.kerning));
  }
  while (isSpace(list.at(-1)?.text ?? '')) list.pop();

  const trim = (from: number, to: number): Stretch => {
    let first = from;
    let end = to;
    while (first < end && isSpace(list[first]?.text ?? '')) first++;
    while (first < end && isSpace(list[end - 1]?.text ?? '')) end--;
    return [first, end];
  };
  return {
    text,
    clusters: list,
    lineStarts,
    cut,
    trim,
    width(from, to) {
      const [first, end] = trim(from, to);
      return first === end ? 0 : (edges[end] ?? 0) - (edges[first] ?? 0) - (list[first]?.kerning ?? 0);
    },
    line(from, to) {
      const line = list.slice(...trim(from, to)).map((cluster) => cluster.text);
      return line.join('').replaceAll(zeroWidthSpace, '');
    },
  };
}

/** The author's line ends become spaces, or nothing where East Asian characters meet, as in HTML to come; all remain places to break. */
function joinLines(source: string): { text: string; lineStarts: ReadonlySet<number> } {
  const lineStarts = new Set<number>();
  let text = '';
  for (const line of source.split('\n')) {
    const words = line.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '');
    if (words === '') continue;
    if (text !== '') {
      text += isEastAsian(lastCharacter(text)) && isEastAsian(words) ? zeroWidthSpace : ' ';
      lineStarts.add(text.length);
    }
    text += words;
  }
  return { text, lineStarts };
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}
