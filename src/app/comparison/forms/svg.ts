/** One picture of what has changed, for reviews and documents. */
import type { DifferenceReporter } from '../../../report/difference-reporter.js';

export const svg = {
  id: 'svg',
  extension: '.svg',
  readers: 'programs',
  summary: 'One picture: what is new, gone, changed or elsewhere, at its place.',
  async report(comparison, options) {
    const { comparisonDrawing } = await import('../picture.js');
    const { xmlDocument } = await import('../../../base/xml.js');
    return xmlDocument((await comparisonDrawing(comparison, options, 'auto')).picture);
  },
} as const satisfies DifferenceReporter;
