/** Offsets in a text that wording asks for: ends and starts of lines, the next word. */

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line break, or of the end of the text. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}

/** Where the line's last visible character ends. */
export function endOfWords(text: string, offset: number): number {
  return offset + text.slice(offset, endOfLine(text, offset)).trimEnd().length;
}

/** The first character from here on that is no white space. */
export function firstWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at++;
  return at;
}
