/**
 * The options that say how an output is made, not which: size, ground, fonts, dates. Each belongs to some formats, and is refused where none
 * of them is asked for: an option that does nothing is a mistake of the one who typed it.
 */
import type { OutputRequest, RenderRequest } from '../app/request.js';
import { isDate } from '../model/calendar.js';
import type { CommandInput, OptionSpec } from './command.js';
import { UsageError } from './exit.js';

type Options = CommandInput['options'];
type Drawing = Pick<RenderRequest, 'background' | 'scale' | 'width' | 'embedFonts' | 'bom' | 'from'>;

export const drawingOptions: readonly OptionSpec[] = [
  {
    flags: '--scale <factor>',
    summary: 'png: pixels for each pixel of the svg (default: 2; large pictures 1 to 2, to 3840 × 2160)',
  },
  { flags: '--width <pixels>', summary: 'png: so many pixels across, instead of a scale' },
  { flags: '--background <colour>', summary: 'svg, png, pdf, drawio: transparent, or a colour such as #ffffff' },
  { flags: '--embed-fonts', summary: 'svg: bring the fonts along, so that text looks the same on every machine' },
  { flags: '--no-bom', summary: 'csv: without the mark at its beginning by which Excel knows Chinese' },
  {
    flags: '--from <date>',
    summary: 'ics: the day on which follow-ups begin (default: when the process takes effect)',
  },
];

const formatsOf = {
  scale: ['png'],
  width: ['png'],
  background: ['svg', 'png', 'pdf', 'drawio'],
  embedFonts: ['svg'],
  from: ['ics'],
  bom: ['csv'],
  pages: ['pdf', 'svg', 'png', 'drawio'],
} as const;

const flags: Readonly<Record<string, string>> = { embedFonts: 'embed-fonts', bom: 'no-bom' };

export async function drawingOf(options: Options, outputs: readonly OutputRequest[]): Promise<Drawing> {
  for (const [name, formats] of Object.entries(formatsOf)) {
    // Without outputs, the project file has yet to be read.
    const said = name === 'bom' ? options[name] === false : options[name] !== undefined;
    if (!said || outputs.length === 0) continue;
    if (outputs.some(({ format }) => formats.some((known) => known === format))) continue;
    const flag = `--${flags[name] ?? name}`;
    throw new UsageError(
      `${flag} is for ${formats.join(', ')}, and none of that kind is drawn.`,
      `Ask for one with -f ${formats[0]}, or leave ${flag} out.`,
    );
  }
  const { scale, width, background, embedFonts, bom, from } = options;
  if (scale !== undefined && width !== undefined)
    throw new UsageError('--scale and --width both say how large the png is.', 'Leave one of the two out.');
  return {
    ...(typeof scale === 'string' && { scale: decimal('scale', scale) }),
    ...(typeof width === 'string' && { width: whole('width', width) }),
    ...(typeof background === 'string' && { background: await ground(background) }),
    ...(embedFonts === true && { embedFonts }),
    ...(bom === false && { bom }),
    ...(typeof from === 'string' && { from: day(from) }),
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

function day(said: string): string {
  if (isDate(said)) return said;
  throw new UsageError(`--from is "${said}".`, 'A day as 2026-11-22.');
}

async function ground(said: string): Promise<string> {
  const { isBackground } = await import('../render/format.js');
  if (isBackground(said)) return said;
  throw new UsageError(
    `--background is "${said}".`,
    `Known: transparent, and colours such as #ffffff or #fff; in a shell, put them in quotes.`,
  );
}
