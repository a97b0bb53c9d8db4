/**
 * What a rule gives, looked at before anything is made of it: rules of a plugin are written in whatever way, and what they get wrong
 * must be told as theirs, not come up where fixes are made or findings are printed.
 */
import type { Finding } from './rule.js';

/** What is wrong, as the rest of a sentence that begins with the rule; undefined for a finding. */
export function faultOfFinding(value: unknown): string | undefined {
  const { message, at, hint, related, fix } = record(value) ?? {};
  if (typeof message !== 'string' || !isSpan(at)) return 'it gave something without a message or a place';
  if (hint !== undefined && typeof hint !== 'string') return 'it gave a hint that is no text';
  if (related !== undefined && !(Array.isArray(related) && related.every(isRelated)))
    return 'it gave related places that are no list of { message, span }';
  return fix === undefined ? undefined : faultOfFix(fix);
}

/** The findings of a check. Throws if it gives none in the way that is wanted. */
export function listed(given: unknown): Iterable<unknown> {
  if (isIterable(given)) return given;
  const { then } = record(given) ?? {};
  if (typeof then === 'function') {
    // Nobody waits for it, so that its failing would be nobody's.
    Promise.resolve(given).catch(() => undefined);
  }
  const isAsync = typeof then === 'function' || Symbol.asyncIterator in (record(given) ?? {});
  throw new TypeError(
    isAsync
      ? 'its check is asynchronous; findings are wanted at once, as a list or one by one with yield'
      : 'its check gave no list of findings',
  );
}

export function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof record(value)?.[Symbol.iterator] === 'function';
}

export function isFinding(value: unknown): value is Finding {
  return faultOfFinding(value) === undefined;
}

function faultOfFix(fix: unknown): string | undefined {
  const { title, safe, changes } = record(fix) ?? {};
  if (typeof title !== 'string') return 'it gave a fix without a title';
  if (typeof safe !== 'boolean') return 'it gave a fix that does not say whether it is safe, true or false';
  if (!Array.isArray(changes)) return 'it gave a fix without a list of changes';
  const wrong = changes.findIndex((change) => !isChange(change));
  return wrong === -1
    ? undefined
    : `change ${String(wrong + 1)} of a fix is none; one is { kind: "set", file, path, value }, "remove", "rename" with key, or "insert" with index and value`;
}

function isChange(value: unknown): boolean {
  const { kind, file, path, value: given, key, index } = record(value) ?? {};
  if (typeof file !== 'string' || !Array.isArray(path)) return false;
  if (!path.every((step) => typeof step === 'string' || Number.isSafeInteger(step))) return false;
  switch (kind) {
    case 'set':
      return isPlain(given);
    case 'remove':
      return true;
    case 'rename':
      return typeof key === 'string';
    case 'insert':
      return Number.isSafeInteger(index) && Number(index) >= 0 && isPlain(given);
    default:
      return false;
  }
}

/** A value as YAML would read it. What holds itself ends in an error of the engine, which is the rule's, too. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value === 'object' && Object.values(value).every(isPlain);
}

function isRelated(value: unknown): boolean {
  const { message, span } = record(value) ?? {};
  return typeof message === 'string' && isSpan(span);
}

function isSpan(value: unknown): boolean {
  const { file, start, end } = record(value) ?? {};
  return typeof file === 'string' && isPosition(start) && isPosition(end);
}

function isPosition(value: unknown): boolean {
  const { line, column, offset } = record(value) ?? {};
  return [line, column, offset].every((figure) => Number.isSafeInteger(figure));
}

function record(value: unknown): Readonly<Record<PropertyKey, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>) : undefined;
}
