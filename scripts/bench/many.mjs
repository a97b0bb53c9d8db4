/**
 * Whole projects: a thousand flows to lint, two hundred to build. Apart from the single flow, because they take minutes.
 *
 * The limits that we set ourselves, on two cores: lint of 1,000 flows of 30 nodes under 6 s; build of 200 flows, each with swimlanes and SOP,
 * under 60 s, under 2 s when nothing has changed, under 3 s after one change; less than 1 GB of memory.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/project.mjs';
import { benchFlow } from './flow.mjs';

const examples = ['b2b-pipeline', 'data-security', 'ecommerce', 'five-stage', 'improvement-loop'];

/**
 * @param {string} cwd an empty folder for inputs and outputs
 * @param {(id: string, folder: string, ...args: string[]) => object} ours a run of trackflow in a folder
 */
export function manyContenders(cwd, ours) {
  const small = join(cwd, 'thousand');
  const rich = join(cwd, 'thousand-rich');
  const project = join(cwd, 'project');
  for (const folder of [small, rich, project]) mkdirSync(folder);
  const texts = examples.map((name) => readFileSync(join(root, `examples/${name}/${name}.flow.yaml`), 'utf8'));
  for (let place = 0; place < 1000; place++) {
    writeFileSync(join(small, `${place}.flow.yaml`), benchFlow());
    writeFileSync(join(rich, `${place}.flow.yaml`), texts[place % texts.length]);
  }
  const flow = (place) => join(project, `${place}.flow.yaml`);
  for (let place = 0; place < 200; place++) writeFileSync(flow(place), texts[place % texts.length]);
  writeFileSync(join(project, 'trackflow.config.yaml'), 'outputs: [{format: svg, view: swimlane}, {format: sop}]\n');

  const lint = ['lint', '.', '--fail-on', 'never', '--format', 'compact'];
  let edits = 0;
  const contenders = [
    ours('lint, 1,000 flows, one thread', small, ...lint, '--jobs', '1'),
    ours('lint, 1,000 flows', small, ...lint),
    ours('lint, 1,000 rich flows, one thread', rich, ...lint, '--jobs', '1'),
    ours('lint, 1,000 rich flows', rich, ...lint),
    {
      ...ours('build, 200 flows, one thread', project, 'build', '--jobs', '1'),
      before: () => rmSync(join(project, '.trackflow'), { recursive: true, force: true }),
    },
    {
      ...ours('build, 200 flows', project, 'build'),
      before: () => {
        for (const made of ['.trackflow', 'out']) rmSync(join(project, made), { recursive: true, force: true });
      },
    },
    ours('build again', project, 'build'),
    {
      ...ours('build, one flow edited', project, 'build'),
      before: () => writeFileSync(flow(0), `${texts[0]}# edit ${edits++}\n`),
    },
  ];
  return contenders.map((contender) => ({ ...contender, slow: true, memory: true }));
}
