/** PNG: the SVG of the scene as pixels, for documents, chats and slides that take nothing else. */
import type { Format } from '../format.js';
import { drawPng } from '../png/draw.js';
import { onPaper } from '../svg/palette.js';
import { picture } from '../svg/picture.js';

export const png = {
  id: 'png',
  summary: 'picture of pixels, for documents, chats and slides that take no SVG',
  extension: '.png',
  mediaType: 'image/png',
  needs: 'scene',
  render(scene, { theme, background, scale, width }) {
    const drawing = picture(scene, { theme: onPaper(theme), ...(background !== undefined && { background }) });
    return drawPng(drawing, scene, { ...(scale !== undefined && { scale }), ...(width !== undefined && { width }) });
  },
} as const satisfies Format;
