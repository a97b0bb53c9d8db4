/**
 * The fonts that lie in the package, by weight. The adapter to `trackflow/fonts`, which alone knows where they are: to the
 * rest of the program they are constants like the tables that text is measured with, which come from the same font.
 */
import type { FontWeight } from '../../model/scene.js';

export interface FontFile {
  readonly path: string;
  readonly read: () => Uint8Array;
}

export type Fonts = Readonly<Record<FontWeight, FontFile>>;

/** The name that style sheets call them by. */
export const family = 'Noto Sans SC';

export const weights = [400, 700] as const satisfies readonly FontWeight[];

export async function shippedFonts(): Promise<Fonts> {
  const { regular, bold } = await import('trackflow/fonts');
  return { 400: regular, 700: bold };
}
