/** What has to be said of a picture whose font lacks characters: they become empty boxes, and nobody should find out by looking. */
import type { XmlElement } from '../../base/xml.js';
import { charactersOf } from './characters.js';
import { coverageOf, missing } from './coverage.js';
import { weights, type Fonts } from './shipped.js';

const most = 12;

export function lackingNotes(picture: XmlElement, fonts: Fonts): readonly string[] {
  const lacking = weights.flatMap((weight) => {
    const text = charactersOf(picture, weight);
    return text === '' ? [] : missing(text, coverageOf(fonts[weight].read()));
  });
  const all = [...new Set(lacking)];
  if (all.length === 0) return [];
  const shown = all.slice(0, most).map((character) => `${character} (${codeOf(character)})`);
  const rest = all.length > most ? ` and ${all.length - most} more` : '';
  return [
    `the font has no ${shown.join(', ')}${rest}: drawn as empty boxes. SVG shows them with the fonts of its reader's machine.`,
  ];
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
