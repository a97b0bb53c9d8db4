/** The pictures in the docs: drawn from the examples, so that the first thing that a reader sees is what trackflow makes today. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/project.mjs';

const shown = [{ flow: 'examples/guanghui/guanghui.flow.yaml', view: 'swimlane', file: 'docs/guanghui.swimlane.svg' }];

/** Path and text of each. */
export async function pictures({ render }) {
  return Promise.all(
    shown.map(async ({ flow, view, file }) => {
      const load = (path) => readFileSync(join(root, path));
      const { artifacts, diagnostics } = await render({ file: flow }, { load, views: [view] });
      const [artifact] = artifacts;
      if (artifact === undefined) throw new Error(`${flow} has errors: ${JSON.stringify(diagnostics)}`);
      return [file, artifact.content];
    }),
  );
}
