/**
 * Which formats can show which views: the legal outputs, known before anything is made.
 *
 * Separate from the plan, because the command line asks too, and wants to say it in its own words.
 */
import { isMatrixId, type AnyViewId } from '../model/matrix.js';
import type { Format } from '../render/format.js';

/** Formats of the whole process have no view, and whatever is asked for fits them. */
export function fits(format: Format, view: AnyViewId): boolean {
  switch (format.needs) {
    case 'process':
      return true;
    case 'view':
      return !isMatrixId(view);
    case 'matrix':
      return isMatrixId(view);
    case 'scene':
      return !isMatrixId(view) || format.onlyGraphs !== true;
  }
}

export interface Combined<F extends Format> {
  /** Every format with every view that it can show. */
  readonly pairs: readonly { readonly format: F; readonly view: AnyViewId }[];
  /** The formats that can show none of the views, and the views that none of the formats can show. */
  readonly formats: readonly F[];
  readonly views: readonly AnyViewId[];
}

export function combine<F extends Format>(formats: readonly F[], views: readonly AnyViewId[]): Combined<F> {
  // A format of the whole process shows no view, and lets no picture fail either; a table that is asked for must be made by some format.
  const showing = formats.filter(({ needs }) => needs !== 'process');
  return {
    pairs: formats.flatMap((format) => views.filter((view) => fits(format, view)).map((view) => ({ format, view }))),
    formats: formats.filter((format) => !views.some((view) => fits(format, view))),
    views: views.filter(
      (view) => !(isMatrixId(view) || showing.length > 0 ? showing : formats).some((format) => fits(format, view)),
    ),
  };
}
