/**
 * What the words for quantities have in common in every language: which units occur, and numbers without float noise.
 */
import type { Duration, Ratio } from '../quantity.js';

export const durationUnits = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const;
export type DurationUnit = (typeof durationUnits)[number];

export interface DurationPart {
  readonly unit: DurationUnit;
  readonly count: number;
}

/** The units that occur, from large to small; a duration of nothing is `0 minutes`. */
export function durationParts(duration: Duration): readonly DurationPart[] {
  const parts = durationUnits.map((unit) => ({ unit, count: duration[unit] })).filter(({ count }) => count !== 0);
  return parts.length > 0 ? parts : [{ unit: 'minutes', count: 0 }];
}

/** A number as people write it: `0.1 + 0.2` is 0.3, and no exponent for anything an author would type. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** `35%`, `12.5%`. */
export function percent(ratio: Ratio): string {
  return `${plainNumber(ratio * 100)}%`;
}
