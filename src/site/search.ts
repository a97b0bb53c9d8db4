/**
 * What can be found: one entry for each flow, step and role of a language, with all that its page says of it.
 *
 * The texts themselves are the index. Whoever searches for a Chinese word in the middle of a sentence looks for characters that follow each
 * other, and no cutting into words, which every machine does differently, stands between the word and its place. As a script that
 * sets one variable, because a page on disk may not read other files.
 */
import type { Language } from '../model/text.js';

export interface SearchEntry {
  readonly kind: 'flow' | 'step' | 'role';
  readonly title: string;
  /** Of the flow that a step belongs to. */
  readonly flow: string;
  /** Who does the step. */
  readonly owner: string;
  /** Path below the folder of the site, perhaps with an anchor. */
  readonly path: string;
  readonly text: string;
}

/** As a row, because the names of properties would be a third of the file. */
export type SearchRow = readonly [
  kind: SearchEntry['kind'],
  title: string,
  flow: string,
  owner: string,
  href: string,
  text: string,
];

/** The entries of a script that was made so; their paths are links from the page for searching. */
export function entriesIn(script: string): readonly SearchEntry[] {
  return script.split('\n').flatMap((line): readonly SearchEntry[] => {
    if (!line.startsWith('["')) return [];
    const [kind, title, flow, owner, path, text] = JSON.parse(line.replace(/,$/u, '')) as SearchRow;
    return [{ kind, title, flow, owner, path, text }];
  });
}

export function searchScript(
  language: Language,
  entries: readonly SearchEntry[],
  link: (path: string) => string,
): string {
  const rows = entries.map(({ kind, title, flow, owner, path, text }): SearchRow => [
    kind,
    title,
    flow,
    owner,
    link(path),
    text,
  ]);
  const lines = rows.map((row) =>
    JSON.stringify(row).replace(/[\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`),
  );
  return `window.trackflowSearch={language:${JSON.stringify(language)},rows:[\n${lines.join(',\n')}\n]};\n`;
}
