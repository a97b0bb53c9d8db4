/** The sheets that pictures are cut for. In points, 72 to the inch. */

export const pageFormats = [
  'a4',
  'a4-portrait',
  'a4-landscape',
  'a3',
  'a3-portrait',
  'a3-landscape',
  'letter',
  'letter-portrait',
  'letter-landscape',
] as const;
/** A size of paper, and which way it is turned where that is not left to what fits better. */
export type PageFormat = (typeof pageFormats)[number];

export interface Paper {
  readonly width: number;
  readonly height: number;
  /** What printers leave white, and hands hold: free on every side. */
  readonly margin: number;
}

const millimetre = 72 / 25.4;
const margin = 10 * millimetre;

const sizes = {
  a4: { short: 210 * millimetre, long: 297 * millimetre },
  a3: { short: 297 * millimetre, long: 420 * millimetre },
  letter: { short: 8.5 * 72, long: 11 * 72 },
} as const;

/** The sheets that a format allows, upright first. */
export function papersOf(format: PageFormat): readonly Paper[] {
  const [size, turned] = format.split('-') as [keyof typeof sizes, ('portrait' | 'landscape')?];
  const { short, long } = sizes[size];
  const upright = { width: short, height: long, margin };
  const across = { width: long, height: short, margin };
  return turned === undefined ? [upright, across] : [turned === 'portrait' ? upright : across];
}
