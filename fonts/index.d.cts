/** A font file of TrueType outlines. */
export interface FontFile {
  readonly path: string;
  readonly read: () => Uint8Array;
}

/** Weight 400. */
export const regular: FontFile;
/** Weight 700. */
export const bold: FontFile;
