/** What is said about files that were made of flows, not about the flows. */
import type { CodeEntry } from './code.js';

export const buildingCodes = {
  'output-missing': {
    severity: 'error',
    summary: 'A file that the project file lists has not been made',
    why:
      'The project file says `check: {outputs: true}`: pictures and documents are kept beside the flows, and whoever reads them there must be ' +
      'able to rely on them. This one is not there. `trackflow build` makes it; commit it together with the flow.',
  },
  'output-stale': {
    severity: 'error',
    summary: 'A file is not what would be made of its flow now',
    why:
      'The project file says `check: {outputs: true}`: pictures and documents are kept beside the flows. The flow, a library, the project file ' +
      'or trackflow itself has changed since this file was made, or somebody has edited the file by hand: its readers work by something else ' +
      'than the flow says. `trackflow build` makes it anew; commit it together with the flow.',
  },
} as const satisfies Record<string, CodeEntry>;
