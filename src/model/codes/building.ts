/** What is said about files that were made of flows, and about which flows there are, not about the flows. */
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
  'output-left-over': {
    severity: 'error',
    summary: 'A file was made of a flow that is gone, or is listed no more',
    why:
      'The project file says `check: {outputs: true}`: pictures and documents are kept beside the flows. This one was made by trackflow, and ' +
      'no flow makes it any more, because its flow was removed or renamed or the project file asks for less: whoever finds it takes a dead ' +
      'process for a living one. `trackflow build --prune` removes it; commit that. Which files trackflow has made stands in ' +
      '`.trackflow-outputs.json` beside them, which is to be committed, too.',
  },
  'flows-unmatched': {
    severity: 'warning',
    summary: 'A pattern in `flows` of the project file matches no flow',
    why:
      'Other patterns match, so that all goes on without the flows that this one should have named, and nobody sees that they are checked no ' +
      'more: a folder was renamed, or a letter is wrong. Patterns are relative to the project file; `*` and `**` pass over names that begin ' +
      'with a dot, such as `.github`, and over `node_modules`.',
    bad: 'flows: [processes/**/*.flow.yaml, folws/**/*.flow.yaml]\n',
    good: 'flows: [processes/**/*.flow.yaml, flows/**/*.flow.yaml]\n',
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
