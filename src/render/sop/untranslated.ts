/**
 * What of a document is not in its language: whoever reads a translation should know, and whoever signs it.
 *
 * The texts are found by their form, a map of languages, so that none of the many properties that hold one is forgotten. What has no
 * word of the other language in it, such as the name of a system or a number, needs no translation.
 */
import type { Process } from '../../model/process.js';
import type { Language, Text } from '../../model/text.js';

const tag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

function isText(value: object): value is Text {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, said]) => tag.test(key) && typeof said === 'string');
}

/** Every text with the id of what it belongs to: a name that its author left out is the id. */
function* textsIn(value: unknown, id?: unknown): Generator<readonly [Text, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) yield* textsIn(item, id);
  else if (isText(value)) yield [value, id];
  else {
    const { id: own = id } = value as { readonly id?: unknown };
    for (const part of Object.values(value)) yield* textsIn(part, own);
  }
}

/** A word as the language writes it: 人, or two small letters. */
const wordOf = (language: Language): RegExp => (/^(?:zh|ja)\b/u.test(language) ? /\p{Script=Han}/u : /\p{Ll}{2}/u);

/** Of all different texts of the processes those that are only in another language; `language` is that of most of them. */
export function untranslated(
  processes: readonly Process[],
  language: Language,
): { readonly count: number; readonly all: number; readonly language: Language } | undefined {
  const [base = language] = language.split('-');
  const [all, left] = [new Set<string>(), new Set<string>()];
  const from = processes.find((process) => ![language, base].includes(process.language))?.language;
  if (from === undefined) return undefined;
  for (const process of processes) {
    const own = process.language;
    const word = wordOf(own);
    for (const [text, id] of textsIn(process)) {
      const said = text[own] ?? '';
      if (said === id || !word.test(said)) continue;
      all.add(said);
      if (![own, ...Object.keys(text)].some((key) => key === language || key === base)) left.add(said);
    }
  }
  return left.size === 0 ? undefined : { count: left.size, all: all.size, language: from };
}
