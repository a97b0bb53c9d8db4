/**
 * Characters that no YAML text may contain. The package accepts them; a terminal, an XML reader and a spreadsheet do not.
 * Written as escapes in double quotes they are an author's decision and pass; each output then makes them harmless.
 */

/** More of them than this, and it is no text with a slip in it but something else. */
export const mostSlips = 8;

/** False if the text is not worth parsing. Calls `report` with each character's offset, or once for all. */
export function controlCharacters(
  text: string,
  report: (offset: number, message: string, hint: string) => void,
): boolean {
  // eslint-disable-next-line no-control-regex
  const found = firstMatches(text, /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\r(?!\n)/gu, mostSlips + 1);
  const [first] = found;
  if (first === undefined) return true;
  if (first[0] === '\r') {
    report(
      first.index,
      'This line ends with a lone carriage return (U+000D).',
      'Save the file with the line ends LF or CRLF.',
    );
    return false;
  }
  const shown = found.length > mostSlips ? [first] : found;
  for (const { 0: character, index } of shown) {
    const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const more = found.length > mostSlips ? ' There are many more in this file; is it a text?' : '';
    report(index, `The invisible control character ${name} stands here.`, `Delete it.${more}`);
  }
  return found.length <= mostSlips;
}

/** Not all of them: a file of nothing else would fill the memory with matches. */
function firstMatches(text: string, pattern: RegExp, count: number): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    matches.push(match);
    if (matches.length === count) break;
  }
  return matches;
}
