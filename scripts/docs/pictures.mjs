/** The pictures in the docs: drawn from the examples, so that the first thing that a reader sees is what trackflow makes today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/project.mjs';

const guanghui = 'examples/guanghui/guanghui.flow.yaml';
const shown = [
  { flow: guanghui, view: 'swimlane', file: 'docs/guanghui.swimlane.svg' },
  { flow: guanghui, view: 'data-flow', file: 'docs/guanghui.data-flow.svg' },
  { flow: guanghui, view: 'overview', direction: 'right', file: 'docs/guanghui.overview.svg' },
  { flow: guanghui, view: 'swimlane', filter: { phase: 'deliver' }, file: 'docs/guanghui.swimlane.phase-deliver.svg' },
  { flow: guanghui, view: 'raci', languages: ['en'], file: 'docs/guanghui.raci.svg' },
  { flow: guanghui, view: 'crud', languages: ['en'], file: 'docs/guanghui.crud.svg' },
];

/** Path and text of each. */
export async function pictures({ render }) {
  return Promise.all(
    shown.map(async ({ flow, view, file, ...options }) => {
      const load = (path) => readFileSync(join(root, path));
      const { artifacts, diagnostics } = await render({ file: flow }, { ...options, load, views: [view] });
      const [artifact] = artifacts;
      if (artifact === undefined) throw new Error(`${flow} has errors: ${JSON.stringify(diagnostics)}`);
      return [file, artifact.content];
    }),
  );
}
