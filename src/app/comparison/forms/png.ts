/** The same picture as pixels, for chats and slides. */
import type { DifferenceReporter } from '../../../report/difference-reporter.js';

export const png = {
  id: 'png',
  extension: '.png',
  readers: 'programs',
  summary: 'The same picture as pixels.',
  async report(comparison, options) {
    const { comparisonPixels } = await import('../picture.js');
    return comparisonPixels(comparison, options);
  },
} as const satisfies DifferenceReporter;
