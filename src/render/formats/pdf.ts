/** PDF: the picture as vectors on one page of its own size, or cut for paper, with text that can be searched, selected and copied. */
import { oneLine } from '../../base/printable.js';
import type { Scene } from '../../model/scene.js';
import { drawable } from '../fonts/drawable.js';
import { shippedFonts } from '../fonts/shipped.js';
import type { Format, Noted, RenderOptions } from '../format.js';
import type { PdfPage } from '../pdf/document.js';
import { onPaper, paintsOf } from '../svg/palette.js';
import { picture } from '../svg/picture.js';

/** Points for each CSS pixel: both are parts of an inch. */
const pixel = 72 / 96;

/** No page may be longer, in points; a larger picture is drawn smaller. */
const longestSide = 14_400;

/** The smallest text of a picture, px, and what can still be read on paper, in points. */
const smallestText = 11;
const readable = 6.45;

/** Around every picture, px: on paper its place is taken by the margin of the sheet. */
const ownMargin = 24;

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Points for each pixel, and where the picture begins. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

function sheetOf({ width, height, page }: Scene): Sheet {
  if (page === undefined) {
    const scale = Math.min(pixel, longestSide / Math.max(width, height));
    return { width: width * scale, height: height * scale, scale, left: 0, top: 0 };
  }
  const { paper, scale } = page;
  const { margin } = paper;
  return { ...paper, scale, left: (paper.width - width * scale) / 2, top: margin - ownMargin * scale };
}

async function write(scenes: readonly Scene[], options: RenderOptions): Promise<Noted> {
  const [scene] = scenes;
  if (scene === undefined) throw new Error('there is nothing to draw');
  const { pdfBytes } = await import('../pdf/document.js');
  const { drawElement } = await import('../pdf/draw.js');
  const theme = onPaper(options.theme);
  const { background } = options;
  const fonts = await shippedFonts();
  const paints = paintsOf(theme);
  const notes = new Set<string>();
  const pages = scenes.map((each): PdfPage => {
    const drawn = drawable(picture(each, { theme, ...(background !== undefined && { background }) }), fonts);
    for (const note of drawn.notes) notes.add(note);
    const { width, height, scale, left, top } = sheetOf(each);
    return {
      width,
      height,
      ...(scenes.length > 1 && each.page !== undefined && { name: oneLine(each.page.name) }),
      draw(pdf) {
        const ground = background ?? paints.get('page')?.fill;
        if (each.page !== undefined && ground !== undefined && ground !== 'transparent')
          pdf.rect(0, 0, width, height).fill(ground);
        pdf.translate(left, top).scale(scale);
        drawElement(pdf, drawn.picture, paints);
      },
    };
  });
  const printed = smallestText * (scene.page?.scale ?? pixel);
  if (scene.page !== undefined && printed < readable)
    notes.add(
      `its smallest text prints at ${printed.toFixed(1)} points: there was nothing left to cut. Larger paper helps.`,
    );
  const about = {
    title: oneLine(scene.title),
    ...(scene.author !== undefined && { author: oneLine(scene.author) }),
    subject: oneLine(scene.description),
    language: scene.language,
  };
  return { content: await pdfBytes(about, fonts, pages), notes: [...notes] };
}

export const pdf = {
  id: 'pdf',
  summary: 'picture on a page of its own size, or cut for paper, its text searchable',
  extension: '.pdf',
  mediaType: 'application/pdf',
  needs: 'scene',
  render: (scene, options) => write([scene], options),
  renderPages: (scenes, options) => write(scenes, options),
} as const satisfies Format;
