/** Artifact: text or bytes ready to be written, with where it would go and what it is. */
export interface Artifact {
  /** Suggested file name, for example `guanghui.swimlane.svg`. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
  /** Of one of several pages that are a file each: the name that the artifact has where it is the only one. */
  readonly pageOf?: string;
  /** What its reader should know of it, as sentences in English: for example that the font lacks characters. */
  readonly notes?: readonly string[];
}
