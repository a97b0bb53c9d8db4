/** PDF: the picture as vectors on one page of its own size, with text that can be searched, selected and copied. */
import { oneLine } from '../../base/printable.js';
import { drawable } from '../fonts/drawable.js';
import { shippedFonts } from '../fonts/shipped.js';
import type { Format } from '../format.js';
import { onPaper, paintsOf } from '../svg/palette.js';
import { picture } from '../svg/picture.js';

/** Points for each CSS pixel: both are parts of an inch. */
const pixel = 72 / 96;

/** No page may be longer, in points; a larger picture is drawn smaller. */
const longestSide = 14_400;

export const pdf = {
  id: 'pdf',
  summary: 'picture on a page of its own size, sharp in print, its text searchable',
  extension: '.pdf',
  mediaType: 'application/pdf',
  needs: 'scene',
  async render(scene, options) {
    const { pdfBytes } = await import('../pdf/document.js');
    const { drawElement } = await import('../pdf/draw.js');
    const theme = onPaper(options.theme);
    const { background } = options;
    const fonts = await shippedFonts();
    const drawn = drawable(picture(scene, { theme, ...(background !== undefined && { background }) }), fonts);
    const scale = Math.min(pixel, longestSide / Math.max(scene.width, scene.height));
    const page = {
      title: oneLine(scene.title),
      ...(scene.author !== undefined && { author: oneLine(scene.author) }),
      subject: oneLine(scene.description),
      language: scene.language,
      width: scene.width * scale,
      height: scene.height * scale,
    };
    const content = await pdfBytes(page, fonts, (file) => {
      file.scale(scale);
      drawElement(file, drawn.picture, paintsOf(theme));
    });
    return { content, notes: drawn.notes };
  },
} as const satisfies Format;
