/** A page with the picture, both sides, and what it means for whom. */
import type { DifferenceReporter } from '../../../report/difference-reporter.js';

export const html = {
  id: 'html',
  extension: '.html',
  readers: 'programs',
  summary: 'A page with the picture, a slider between before and after, risks, and who is affected.',
  report: async (comparison, options) => (await import('../page.js')).comparisonPage(comparison, options),
} as const satisfies DifferenceReporter;
