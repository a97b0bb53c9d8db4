/** The fonts of a picture as style rules: what it needs of each weight, as data URIs, so that it looks the same everywhere. */
import type { Scene } from '../../model/scene.js';
import { picture } from '../svg/picture.js';
import { charactersOf } from './characters.js';
import { family, shippedFonts, weights } from './shipped.js';

/** `@font-face` rules with exactly the characters that are drawn; empty for a picture without text. */
export async function fontFaces(scene: Scene): Promise<string> {
  const drawn = picture(scene, { theme: 'light' });
  const fonts = await shippedFonts();
  const { default: subset } = await import('subset-font');
  const rules: string[] = [];
  for (const weight of weights) {
    const text = charactersOf(drawn, weight);
    if (text === '') continue;
    const bytes = await subset(Buffer.from(fonts[weight].read()), text, {
      targetFormat: 'woff2',
      noLayoutClosure: true,
    });
    rules.push(
      `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")}`,
    );
  }
  return rules.join('');
}
