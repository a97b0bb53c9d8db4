/**
 * The options that say how a picture is made, not which: size, ground, fonts. Each belongs to some formats, and is refused where none
 * of them is asked for: an option that does nothing is a mistake of the one who typed it.
 */
import type { OutputRequest, RenderRequest } from '../app/request.js';
import type { CommandInput, OptionSpec } from './command.js';
import { UsageError } from './exit.js';

type Options = CommandInput['options'];
type Drawing = Pick<RenderRequest, 'background' | 'scale' | 'width' | 'embedFonts'>;

export const drawingOptions: readonly OptionSpec[] = [
  { flags: '--scale <factor>', summary: 'png: pixels for each pixel of the svg (default: 2)' },
  { flags: '--width <pixels>', summary: 'png: so many pixels across, instead of a scale' },
  { flags: '--background <colour>', summary: 'svg, png, pdf, drawio: transparent, or a colour such as #ffffff' },
  { flags: '--embed-fonts', summary: 'svg: bring the fonts along, so that text looks the same on every machine' },
];

const formatsOf = {
  scale: ['png'],
  width: ['png'],
  background: ['svg', 'png', 'pdf', 'drawio'],
  embedFonts: ['svg'],
  pages: ['pdf', 'svg', 'png', 'drawio'],
} as const;

export async function drawingOf(options: Options, outputs: readonly OutputRequest[]): Promise<Drawing> {
  for (const [name, formats] of Object.entries(formatsOf)) {
    // Without outputs, the project file has yet to be read.
    if (options[name] === undefined || outputs.length === 0) continue;
    if (outputs.some(({ format }) => formats.some((known) => known === format))) continue;
    const flag = `--${name === 'embedFonts' ? 'embed-fonts' : name}`;
    throw new UsageError(
      `${flag} is for ${formats.join(', ')}, and none of that kind is drawn.`,
      `Ask for one with -f ${formats[0]}, or leave ${flag} out.`,
    );
  }
  const { scale, width, background, embedFonts } = options;
  if (scale !== undefined && width !== undefined)
    throw new UsageError('--scale and --width both say how large the png is.', 'Leave one of the two out.');
  return {
    ...(typeof scale === 'string' && { scale: decimal('scale', scale) }),
    ...(typeof width === 'string' && { width: whole('width', width) }),
    ...(typeof background === 'string' && { background: await ground(background) }),
    ...(embedFonts === true && { embedFonts }),
  };
}

function decimal(name: string, said: string): number {
  const value = /^\d+(?:\.\d+)?$/u.test(said) ? Number(said) : 0;
  if (value < 0.05 || value > 100)
    throw new UsageError(`--${name} is "${said}".`, 'A number from 0.05 to 100, for example 1, 1.5 or 3.');
  return value;
}

function whole(name: string, said: string): number {
  const value = /^\d{1,6}$/u.test(said) ? Number(said) : 0;
  if (value < 16 || value > 30_000)
    throw new UsageError(`--${name} is "${said}".`, 'A whole number of pixels from 16 to 30000, for example 1600.');
  return value;
}

async function ground(said: string): Promise<string> {
  const { isBackground } = await import('../render/format.js');
  if (isBackground(said)) return said;
  throw new UsageError(
    `--background is "${said}".`,
    `Known: transparent, and colours such as #ffffff or #fff; in a shell, put them in quotes.`,
  );
}
