/** How many pixels a PNG gets: what is asked for, as far as programs can open it. */
import type { Scene } from '../../model/scene.js';

/**
 * Two pixels for each of CSS are sharp on the screens of today. A large picture is seen whole on a screen or a slide, and then
 * no pixel is lost that was more than the largest of these shows, upright or not; one pixel for each of CSS it always has, so
 * that it can be read at full size. Four times the pixels are four times the work for everything that opens, sends or stores it.
 */
const sharp = 2;
const readable = 1;
const screen = { long: 3840, short: 2160 };

export function defaultScale({ width, height }: Pick<Scene, 'width' | 'height'>): number {
  const whole = Math.min(screen.long / Math.max(width, height), screen.short / Math.min(width, height));
  return Math.max(readable, Math.min(sharp, whole));
}

/** Beyond these, browsers, office programs and image viewers give up, and the picture takes close to a gigabyte to draw. */
const longestSide = 30_000;
const mostPixels = 100_000_000;

export interface Size {
  /** In pixels, whole. */
  readonly width: number;
  readonly height: number;
  readonly notes: readonly string[];
}

export function sizeOf(
  { width, height }: Pick<Scene, 'width' | 'height'>,
  asked: { readonly scale?: number; readonly width?: number },
): Size {
  const wanted = asked.width === undefined ? (asked.scale ?? defaultScale({ width, height })) : asked.width / width;
  const inPixels = (across: number): Pick<Size, 'width' | 'height'> => ({
    width: Math.max(1, across),
    height: Math.max(1, Math.round((height * Math.max(1, across)) / width)),
  });
  const most = Math.min(longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  if (wanted <= most) return { ...inPixels(Math.round(width * wanted)), notes: [] };
  const pixels = (scale: number): string => `${Math.round(width * scale)} × ${Math.round(height * scale)} pixels`;
  return {
    ...inPixels(Math.floor(width * most)),
    notes: [
      `drawn with ${pixels(most)}: ${pixels(wanted)} are more than most programs open. SVG and PDF have no such limit.`,
    ],
  };
}
