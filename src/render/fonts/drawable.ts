/**
 * A drawing with nothing in it that our fonts lack, and what has to be said about that.
 *
 * A character without a glyph would leave a hole or, worse, be taken for another; here a letter loses its accent and anything else
 * becomes a box. Nobody should find that out by looking, so it is said.
 */
import type { XmlChild, XmlElement } from '../../base/xml.js';
import { printable } from '../../base/printable.js';
import { charactersOf } from './characters.js';
import { coverageOf, isInvisible, type Coverage } from './coverage.js';
import { weights, type Fonts } from './shipped.js';

/** How many characters are named before the rest is only counted. */
const most = 8;
const box = '□';

export interface Drawable {
  readonly picture: XmlElement;
  readonly notes: readonly string[];
}

export function drawable(picture: XmlElement, fonts: Fonts): Drawable {
  const coverage = { 400: coverageOf(fonts[400].read()), 700: coverageOf(fonts[700].read()) };
  const lacking = new Set(
    weights.flatMap((weight) =>
      Array.from(charactersOf(picture, weight)).filter(
        (character) => !isInvisible(character) && standIn(character, coverage[weight]) !== character,
      ),
    ),
  );
  const replaced = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.map((child): XmlChild => {
      if (typeof child === 'object') return replaced(child);
      if (child === undefined || element.name !== 'text') return child;
      const covers = coverage[String(element.attributes['font-weight']) === '700' ? 700 : 400];
      return Array.from(printable(child), (character) => standIn(character, covers)).join('');
    }),
  });
  return { picture: replaced(picture), notes: lacking.size === 0 ? [] : [noteOn([...lacking])] };
}

function standIn(character: string, covers: Coverage): string {
  if (covers(character)) return character;
  if (isInvisible(character)) return '';
  if (/\s/u.test(character)) return ' ';
  const [letter = ''] = character.normalize('NFD');
  return letter !== character && covers(letter) ? letter : box;
}

function noteOn(lacking: readonly string[]): string {
  const named = lacking.slice(0, most).map((character) => `${character} (${codeOf(character)})`);
  const rest = lacking.length > most ? ` and ${lacking.length - most} more` : '';
  return `our font has no ${named.join(', ')}${rest}: drawn without accent, or as a box. An SVG shows them with the fonts of its reader.`;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
