/** The small paragraphs below the name of a box: how they wrap, how tall they are, and their lines once the box is placed. */
import { measure } from '../base/text/measure.js';
import { wrap, type Wrapped } from '../base/text/wrap.js';
import type { Point, TextRun } from '../model/scene.js';
import type { ViewNode } from '../model/view.js';

const size = 12;
const lineHeight = 17;
/** Above each paragraph. */
const gap = 6;
/** The widest that a line of a box with paragraphs may be, px. */
export const detailsWidth = 232;

export interface Details {
  readonly paragraphs: readonly (readonly string[])[];
  readonly width: number;
  readonly height: number;
}

export function fitDetails({ details = [], shorterDetails = [] }: ViewNode): Details {
  const fitted = details.map((text, index) => fitParagraph(text, shorterDetails[index] ?? []));
  return {
    paragraphs: fitted.map(({ lines }) => lines),
    width: fitted.reduce((width, one) => Math.max(width, one.width), 0),
    height: fitted.reduce((height, { lines }) => height + gap + lines.length * lineHeight, 0),
  };
}

/** The fullest that needs no cutting. */
function fitParagraph(text: string, shorter: readonly string[]): Wrapped {
  const [next, ...rest] = shorter;
  const fitted = wrap(text, { size, weight: 400, maxWidth: detailsWidth, maxLines: 4 });
  return fitted.truncated && next !== undefined ? fitParagraph(next, rest) : fitted;
}

/** From a top left corner on. */
export function drawDetails({ paragraphs }: Details, { x, y }: Point): readonly TextRun[] {
  let top = y;
  return paragraphs.flatMap((lines) => {
    top += gap;
    return lines.map((text): TextRun => {
      const run = { text, x, y: top + 13, anchor: 'start', size, weight: 400, role: 'caption' } as const;
      top += lineHeight;
      return { ...run, width: measure(text, size, 400) };
    });
  });
}
