/**
 * Chooses among the places where lines may end (breaks.ts) the ones where they do.
 *
 * Two ways: `balance` for a text that fits, looking at all ways to set it; `fill` for one that will be cut short, filling line
 * after line. Costs are squares of an em: of the room a line leaves empty, plus that of its break.
 */
import type { Break } from './breaks.js';
import { kindOf } from './kinds.js';
import type { Setting, Stretch } from './setting.js';

/** A last line of a single character looks like a mistake. */
const stranded = 12;

/** Beyond this many lines evenness is not seen, and looking at all ways takes long. */
const longText = 40;

/** How many lines the text needs at least. Filling every line as far as it goes finds that. */
export function fewestLines(setting: Setting, breaks: readonly Break[], limit: number): number {
  let count = 0;
  for (let from = 0, index = 0; index < breaks.length; count++) {
    while (index + 1 < breaks.length && setting.width(from, breaks[index + 1]?.at ?? 0) <= limit) index++;
    from = breaks[index]?.at ?? 0;
    index++;
  }
  return count;
}

/** The best way to set the text in at most `maxLines` lines, which must be enough for it. */
export function balance(setting: Setting, breaks: readonly Break[], limit: number, maxLines: number): Stretch[] {
  const needed = fewestLines(setting, breaks, limit);
  if (needed > longText) return fill(setting, breaks, limit, maxLines);
  // One line more than needed may save a torn word.
  const lines = Math.min(maxLines, needed + 1);
  const places: readonly Break[] = [{ at: 0, cost: 0 }, ...breaks];
  /** For each number of lines and each place: the least cost of getting there, and from which place. */
  const best: { cost: number; from: number }[][] = [
    places.map((_, index) => ({ cost: index === 0 ? 0 : Infinity, from: 0 })),
  ];

  for (let line = 1; line <= lines; line++) {
    best.push(
      places.map((end, index) => {
        let choice = { cost: Infinity, from: 0 };
        for (let from = index - 1; from >= 0; from--) {
          const start = places[from]?.at ?? 0;
          const before = best[line - 1]?.[from]?.cost ?? Infinity;
          if (setting.width(start, end.at) > limit && from < index - 1) break;
          const cost = before + lineCost(setting, start, end, limit);
          if (cost < choice.cost) choice = { cost, from };
        }
        return choice;
      }),
    );
  }

  const end = places.length - 1;
  let count = 0;
  for (let line = 1; line <= lines; line++) {
    if ((best[line]?.[end]?.cost ?? Infinity) < (best[count]?.[end]?.cost ?? Infinity)) count = line;
  }
  const stretches: Stretch[] = [];
  for (let line = count, index = end; line > 0; line--) {
    const from = best[line]?.[index]?.from ?? 0;
    stretches.unshift([places[from]?.at ?? 0, places[index]?.at ?? 0]);
    index = from;
  }
  return stretches;
}

/** At most `maxLines` lines, each as full as its breaks make it worth while. What does not fit is left out. */
export function fill(setting: Setting, breaks: readonly Break[], limit: number, maxLines: number): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let index = 0; index < breaks.length && stretches.length < maxLines; index++) {
    let choice = index;
    let least = Infinity;
    for (let next = index; next < breaks.length; next++) {
      const end = breaks[next];
      if (!end || (next > index && setting.width(from, end.at) > limit)) break;
      const cost = lineCost(setting, from, end, limit);
      if (cost <= least) [choice, least] = [next, cost];
    }
    index = choice;
    const to = breaks[index]?.at ?? 0;
    stretches.push([from, to]);
    from = to;
  }
  return stretches;
}

function lineCost(setting: Setting, from: number, end: Break, limit: number): number {
  const room = Math.max(0, limit - setting.width(from, end.at)) / 1000;
  const isLast = end.at === setting.clusters.length;
  return room * room + end.cost + (isLast && from > 0 && isStranded(setting, from, end.at) ? stranded : 0);
}

function isStranded(setting: Setting, from: number, to: number): boolean {
  const [first, end] = setting.trim(from, to);
  const letters = setting.clusters.slice(first, end).filter(({ code }) => kindOf(code) !== 'close');
  return letters.length < 2;
}
