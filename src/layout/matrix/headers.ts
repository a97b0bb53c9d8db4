/** The headers of a matrix: one row, or two where a heading stands over several columns. */
import type { Matrix, MatrixColumn } from '../../model/matrix.js';
import type { SceneCell } from '../../model/scene.js';
import { sizes, textContent } from './content.js';

export interface Headers {
  readonly height: number;
  place(left: number, top: number): readonly (readonly SceneCell[])[];
}

/** Neighbours under one heading. */
function groupsOf(columns: readonly MatrixColumn[]): readonly { readonly at: number; readonly count: number }[] {
  const groups: { at: number; count: number }[] = [];
  columns.forEach(({ group }, index) => {
    const last = groups.at(-1);
    if (last !== undefined && group !== undefined && columns[index - 1]?.group === group) last.count += 1;
    else groups.push({ at: index, count: 1 });
  });
  return groups;
}

export function headersOf({ columns, language }: Matrix, widths: readonly number[]): Headers {
  const width = (at: number, count: number): number =>
    widths.slice(at, at + count).reduce((sum, each) => sum + each, 0);
  const texts = columns.map(({ header }, index) =>
    textContent(header, sizes.header, 700, widths[index] ?? 0, language),
  );
  const spans = groupsOf(columns).filter(({ at }) => columns[at]?.group !== undefined);
  const upper = spans.map((span) => ({
    ...span,
    text: columns[span.at]?.group ?? '',
    content: textContent(columns[span.at]?.group ?? '', sizes.header, 700, width(span.at, span.count), language),
  }));
  const isUnder = (index: number): boolean => spans.some(({ at, count }) => index >= at && index < at + count);
  const heightOf = (wanted: (index: number) => boolean): number =>
    Math.max(0, ...texts.flatMap(({ height }, index) => (wanted(index) ? [height] : [])));
  const above = Math.max(0, ...upper.map(({ content }) => content.height));
  const below = Math.max(heightOf(isUnder), heightOf((index) => !isUnder(index)) - above, above > 0 ? 28 : 32);
  return {
    height: above + below,
    place(left, top) {
      const x = (index: number): number => left + width(0, index);
      const first = upper.map(({ at, count, text, content }): SceneCell => {
        const box = { x: x(at), y: top, width: width(at, count), height: above };
        return { kind: 'span', box, ...content.place(box, 'middle', 'middle'), label: text };
      });
      const second = columns.map(({ header, align, hue, subject }, index): SceneCell => {
        const under = isUnder(index);
        const box = {
          x: x(index),
          y: under ? top + above : top,
          width: widths[index] ?? 0,
          height: under ? below : above + below,
        };
        return {
          kind: 'header',
          box,
          ...(texts[index]?.place(box, align, 'middle') ?? { runs: [], marks: [] }),
          label: header,
          ...(hue !== undefined && { hue }),
          ...(subject && { subject }),
        };
      });
      return first.length === 0 ? [second] : [first, second];
    },
  };
}
