/**
 * Differences for programs, described by `schemas/difference.schema.json`: the difference as it is, with the places of the elements as lines
 * and columns.
 */
import type { DifferenceReporter } from '../difference-reporter.js';
import { differenceDocument } from '../changes/document.js';

export const json: DifferenceReporter = {
  id: 'json',
  extension: '.json',
  readers: 'programs',
  summary: 'For programs: everything, as JSON (trackflow schema difference).',
  report: (comparison) => `${JSON.stringify(differenceDocument(comparison), null, 2)}\n`,
};
