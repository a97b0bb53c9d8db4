/** Every form of a difference: what is said of it, and the pictures, which need a layout and load it when they are asked for. */
import type { DifferenceReporter } from '../../report/difference-reporter.js';
import { differenceReporters } from '../../report/differences/index.js';

const svg = {
  id: 'svg',
  readers: 'programs',
  summary: 'One picture: what is new, gone, changed or elsewhere, at its place.',
  async report(comparison, options) {
    const { comparisonDrawing } = await import('./picture.js');
    const { xmlDocument } = await import('../../base/xml.js');
    return xmlDocument((await comparisonDrawing(comparison, options, 'auto')).picture);
  },
} as const satisfies DifferenceReporter;

const png = {
  id: 'png',
  readers: 'programs',
  summary: 'The same picture as pixels.',
  async report(comparison, options) {
    const { comparisonPixels } = await import('./picture.js');
    return comparisonPixels(comparison, options);
  },
} as const satisfies DifferenceReporter;

const html = {
  id: 'html',
  readers: 'programs',
  summary: 'A page with the picture, a slider between before and after, risks, and who is affected.',
  report: async (comparison, options) => (await import('./page.js')).comparisonPage(comparison, options),
} as const satisfies DifferenceReporter;

export const differenceForms = [...differenceReporters, svg, png, html] as const;
