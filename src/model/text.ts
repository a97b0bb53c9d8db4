/**
 * A text in one or more languages.
 *
 * The author writes a string or a map of languages; here it is always the map, keyed by BCP 47 tag, so that nothing
 * downstream asks again. A plain string stands under the process's own language.
 */
export type Text = Readonly<Record<string, string>>;

/** A language tag as the author wrote it, for example `zh`, `en`, `zh-TW`. */
export type Language = string;

/**
 * The text in the wanted language; else in its base language (`zh` for `zh-TW`); else in the fallback language; else the
 * first one written. The empty string for a text that is absent.
 */
export function say(text: Text | undefined, language: Language, fallback?: Language): string {
  if (text === undefined) return '';
  const own = (key: string | undefined): string | undefined =>
    key !== undefined && Object.hasOwn(text, key) ? text[key] : undefined;
  return (
    own(language) ??
    own(language.split('-')[0]) ??
    own(fallback) ??
    Object.values(text).find((value) => value !== '') ??
    ''
  );
}
