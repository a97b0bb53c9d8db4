/** The package `linebreak` (UAX #14) brings no types; this is what we use of it. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end, as an offset in UTF-16 units; the last is the text's length. Null when done. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
