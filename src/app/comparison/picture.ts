/** Flows on both sides → one drawing: a picture for each, one below the other, and above them what could not be compared. */
import type { Comparison, DifferenceOptions } from '../../report/difference-reporter.js';
import { drawPng } from '../../render/png/draw.js';
import { picture } from '../../render/svg/picture.js';
import { stacked, type Drawing } from '../../render/svg/stacked.js';
import { comparisonScene } from './scene.js';
import { leftOut } from './left-out.js';
import { comparisonPhrases } from './phrases.js';

export async function comparisonDrawing(
  comparison: Comparison,
  options: DifferenceOptions,
  theme: 'auto' | 'light',
): Promise<Drawing> {
  const { flows } = comparison;
  const drawings: Drawing[] = [];
  for (const flow of flows) {
    const scene = await comparisonScene(flow, options.language ?? languageOf(flow), sidesOf(comparison, flow));
    drawings.push({ picture: picture(scene, { theme }), width: scene.width, height: scene.height });
  }
  const language = options.language ?? (flows[0] === undefined ? 'en' : languageOf(flows[0]));
  const missing = leftOut(comparison, language);
  const [first, ...more] = drawings;
  if (first !== undefined && more.length === 0 && missing.length === 0) return first;
  const notices = missing.map((text) => ({ text: `⚠ ${text}`, tone: 'alarm' as const }));
  // Where something could not be compared, nobody knows that nothing has changed.
  const nothing = flows.length > 0 || missing.length > 0 ? [] : [comparisonPhrases(language).nothing];
  const widest = Math.max(0, ...drawings.map(({ width }) => width));
  return stacked([...notices, ...nothing.map((text) => ({ text, tone: 'plain' as const }))], drawings, {
    theme,
    size: Math.round(Math.min(28, Math.max(16, widest / 70))),
    language,
  });
}

export async function comparisonPixels(comparison: Comparison, options: DifferenceOptions): Promise<Uint8Array> {
  const drawing = await comparisonDrawing(comparison, options, 'light');
  return (await drawPng(drawing.picture, drawing)).content;
}

/** What is compared, and in which file, where that is not said already. */
const sidesOf = ({ before, after }: Comparison, { file }: Comparison['flows'][number]): string =>
  file === after || file === before ? `${before} → ${after}` : `${before} → ${after} · ${file}`;

export const languageOf = ({ difference }: Comparison['flows'][number]): string =>
  (difference.after ?? difference.before)?.language ?? 'en';
