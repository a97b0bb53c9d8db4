/**
 * What a map key says. In one place because the data and the places must agree on it: the key of `2026: …`, `1.0: …` or
 * `null: …` is what the author wrote, not the number or nothing that YAML makes of it.
 */
import { isScalar } from 'yaml';

/** Undefined for keys that are no words: lists, maps, aliases, and nothing at all before the colon. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value;
  return key.source === undefined || key.source === '' ? undefined : key.source;
}
