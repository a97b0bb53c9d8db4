/** PNG: the SVG of the scene as pixels, for documents, chats and slides that take nothing else. */
import { xmlDocument } from '../../base/xml.js';
import { drawable } from '../fonts/drawable.js';
import { shippedFonts } from '../fonts/shipped.js';
import type { Format } from '../format.js';
import { encodePng } from '../png/encode.js';
import { outlined } from '../png/outlined.js';
import { rasterise } from '../png/rasterise.js';
import { sizeOf } from '../png/size.js';
import { onPaper } from '../svg/palette.js';
import { picture } from '../svg/picture.js';

export const png = {
  id: 'png',
  summary: 'picture of pixels, for documents, chats and slides that take no SVG',
  extension: '.png',
  mediaType: 'image/png',
  needs: 'scene',
  async render(scene, { theme, background, scale, width }) {
    const fonts = await shippedFonts();
    const drawn = drawable(
      picture(scene, { theme: onPaper(theme), ...(background !== undefined && { background }) }),
      fonts,
    );
    const size = sizeOf(scene, { ...(scale !== undefined && { scale }), ...(width !== undefined && { width }) });
    const strips = rasterise(xmlDocument(outlined(drawn.picture, fonts)), scene, size);
    return { content: await encodePng(size, strips), notes: [...size.notes, ...drawn.notes] };
  },
} as const satisfies Format;
