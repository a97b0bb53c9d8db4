/** Flows on both sides → one drawing: a picture for each, one below the other. */
import { element, type XmlElement } from '../../base/xml.js';
import type { Comparison, DifferenceOptions } from '../../report/difference-reporter.js';
import { drawPng } from '../../render/png/draw.js';
import { picture } from '../../render/svg/picture.js';
import { comparisonPhrases } from './phrases.js';
import { comparisonScene } from './scene.js';

export interface Drawing {
  readonly picture: XmlElement;
  readonly width: number;
  readonly height: number;
}

const gap = 24;

export async function comparisonDrawing(
  { flows }: Comparison,
  { language }: DifferenceOptions,
  theme: 'auto' | 'light',
): Promise<Drawing> {
  const drawings: Drawing[] = [];
  for (const flow of flows) {
    const own = (flow.difference.after ?? flow.difference.before)?.language ?? 'en';
    const scene = await comparisonScene(flow, language ?? own);
    drawings.push({ picture: picture(scene, { theme }), width: scene.width, height: scene.height });
  }
  const [first, ...more] = drawings;
  if (first === undefined) return nothing(comparisonPhrases(language ?? 'en').nothing);
  return more.length === 0 ? first : stacked(drawings);
}

export async function comparisonPixels(comparison: Comparison, options: DifferenceOptions): Promise<Uint8Array> {
  const drawing = await comparisonDrawing(comparison, options, 'light');
  return (await drawPng(drawing.picture, drawing)).content;
}

function stacked(drawings: readonly Drawing[]): Drawing {
  const width = Math.max(...drawings.map((drawing) => drawing.width));
  let y = 0;
  const placed = drawings.map(({ picture: each, height }) => {
    const at = y;
    y += height + gap;
    return { ...each, attributes: { ...each.attributes, y: at } };
  });
  return { picture: root(width, y - gap, ...placed), width, height: y - gap };
}

function nothing(words: string): Drawing {
  const [width, height] = [480, 80];
  const text = element('text', { x: 24, y: 46, 'font-size': 16, fill: '#3c4a5e' }, words);
  return {
    picture: root(width, height, element('rect', { width, height, fill: '#ffffff' }), text),
    width,
    height,
  };
}

function root(width: number, height: number, ...children: readonly XmlElement[]): XmlElement {
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return { ...element('svg', attributes, ...children), block: true };
}
