/**
 * Comparison → plain data for programs. The shape is a promise, told in `schemas/difference.schema.json`: properties may be added, none
 * removed or renamed while `trackflow` is 1. Durations are ISO 8601 with their length in minutes, places are lines and columns.
 */
import type { Span } from '../../model/diagnostic.js';
import { isoDuration, type Duration } from '../../model/quantity.js';
import type { Comparison } from '../difference-reporter.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export function differenceDocument({ before, after, flows, unchanged, skipped }: Comparison): Json {
  return {
    trackflow: 1,
    before,
    after,
    unchanged,
    skipped,
    flows: flows.map(({ file, oldFile, difference }) => ({
      file,
      ...(oldFile !== undefined && { oldFile }),
      ...(toJson(difference) as { readonly [key: string]: Json }),
    })),
  };
}

function toJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value as Json;
  if ('totalMinutes' in value) {
    const duration = value as Duration;
    return { iso: isoDuration(duration), minutes: duration.totalMinutes };
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => (key === 'span' ? ['at', place(inner as Span)] : [key, toJson(inner)])),
  );
}

function place({ file, start }: Span): Json {
  return { file, line: start.line, column: start.column };
}
