/**
 * A line of author's text as Markdown content that is nothing but text, for every reader of Markdown.
 *
 * The serialiser escapes what CommonMark and GFM take for syntax. Web and e-mail addresses are beyond its reach: GitHub, VitePress and
 * others look for them in the text after all escapes are resolved, and make links. In a code span they stay what they are.
 */
import type { PhrasingContent } from 'mdast';

const address =
  /(?<![A-Za-z0-9])(?:(?:https?|ftp):\/\/|www\.)[^\s，。；：、！？（）《》“”‘’]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

export function phrasing(text: string): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  let done = 0;
  const plain = (to: number): void => {
    if (to > done) content.push({ type: 'text', value: text.slice(done, to) });
  };
  for (const { 0: found, index } of text.matchAll(address)) {
    plain(index);
    content.push({ type: 'inlineCode', value: found });
    done = index + found.length;
  }
  plain(text.length);
  return content;
}
