/** The resolved process for other programs: references checked, defaults filled in, short forms gone, every element with its place. */
import type { Format } from '../format.js';
import { processDocument } from '../json/document.js';

export const json = {
  id: 'json',
  summary: 'the resolved process, for other programs',
  extension: '.json',
  mediaType: 'application/json',
  multilingual: true,
  needs: 'process',
  render: (process) => `${JSON.stringify(processDocument(process), undefined, 2)}\n`,
} as const satisfies Format;
