/**
 * Process → the JSON that other programs read, described by `schemas/process.schema.json`.
 *
 * It differs from the model in four ways, all for the reader's sake: spans are `at: {file, line, column}`; durations are ISO 8601 with
 * their nominal length in minutes; paths are relative to the flow's folder, so that the bytes don't depend on where the project
 * lies; keys stand in one order, whatever the order in which an author or the compiler set them. Texts are the author's own
 * characters: JSON can hold them all.
 */
import { dirname, relative } from 'node:path/posix';
import type { Span } from '../../model/diagnostic.js';
import type { Process } from '../../model/process.js';
import { isoDuration, type Duration } from '../../model/quantity.js';
import { byReadingOrder } from './order.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Properties that hold paths. */
const pathKeys = new Set(['file', 'sources']);

const isDuration = (value: object): value is Duration => 'totalMinutes' in value;

export function processDocument(process: Process): Json {
  const folder = dirname(process.file);
  const fromFolder = (path: string): string => relative(folder, path);
  const place = ({ file, start }: Span): Json => ({ file: fromFolder(file), line: start.line, column: start.column });

  const toJson = (value: unknown, key: string): Json => {
    if (Array.isArray(value)) return value.map((item) => toJson(item, key));
    if (typeof value === 'string') return pathKeys.has(key) ? fromFolder(value) : value;
    if (typeof value !== 'object' || value === null) return value as Json;
    if (isDuration(value)) return { iso: isoDuration(value), minutes: value.totalMinutes };
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]): [string, Json] =>
        name === 'span' ? ['at', place(inner as Span)] : [name, toJson(inner, name)],
      );
    return Object.fromEntries(entries.sort(([a], [b]) => byReadingOrder(a, b, process.languages)));
  };

  return { trackflow: 1, ...(toJson(process, '') as { readonly [key: string]: Json }) };
}
