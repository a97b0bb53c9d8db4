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
  'output-mismatch': {
    severity: 'error',
    summary: 'An output of the project file whose format cannot show its view',
    why:
      'Matrices are tables, the other views are pictures of the process: `md`, `csv` and `html` write matrices, `drawio`, `mermaid` and documents ' +
      'show pictures, and `svg`, `png` and `pdf` draw both. What a format cannot show is never made, and whoever waits for it finds out late.',
    bad: 'outputs: [{format: docx, view: kpi}]\n',
    good: 'outputs: [{format: html, view: kpi}, {format: docx, view: flow}]\n',
  },
} as const satisfies Record<string, CodeEntry>;
