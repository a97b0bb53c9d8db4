/** SVG: the Scene as it is, with real text, readable by screen readers, in light and dark. */
import { xmlDocument } from '../../base/xml.js';
import type { Format } from '../format.js';
import { picture } from '../svg/picture.js';

export const svg = {
  id: 'svg',
  summary: 'picture that scales, with real text, for web, slides and print',
  extension: '.svg',
  mediaType: 'image/svg+xml',
  needs: 'scene',
  embedsFonts: true,
  render: (scene, options) => xmlDocument(picture(scene, options)),
} as const satisfies Format;
