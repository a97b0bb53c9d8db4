/** What is measured against what, and which of them this machine has. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/project.mjs';
import { largeFlow } from '../../test/fixtures/large-flow.mjs';
import { benchFlow, connections, nodesOfBenchFlow } from './flow.mjs';
import { manyContenders } from './many.mjs';

const bin = join(root, 'bin/trackflow.js');

/** Flows that are larger than anybody should draw: how time grows with them. */
const large = [200, 1000];
const sizeOf = (nodes) => ({ seed: 1, nodes, lanes: 10, phases: 8 });

/**
 * @param {string} cwd an empty folder for inputs and outputs
 * @param {{many: boolean}} which `many`: whole projects instead of one flow
 */
export function contenders(cwd, { many }) {
  const nodes = nodesOfBenchFlow();
  writeFileSync(join(cwd, 'empty.mjs'), '');
  writeFileSync(join(cwd, 'bench.flow.yaml'), benchFlow());
  for (const count of large) writeFileSync(join(cwd, `large-${count}.flow.yaml`), largeFlow(sizeOf(count)));
  mkdirSync(join(cwd, 'many'));
  for (let place = 1; place <= 100; place++) writeFileSync(join(cwd, 'many', `${place}.flow.yaml`), benchFlow());
  writeFileSync(join(cwd, 'bench.dot'), dotText(nodes));
  writeFileSync(join(cwd, 'bench.puml'), plantumlText(nodes));
  // A test of the flow itself, and the same process for mermaid-cli, by our own exporter.
  const made = spawnSync(process.execPath, [bin, 'render', 'bench.flow.yaml', '-f', 'mermaid', '--out', 'bench.mmd'], {
    cwd,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the measured flow does not render:\n${made.stdout}${made.stderr}`);

  const ours = (id, ...args) => ({ id, command: process.execPath, args: [bin, ...args], cwd });
  const empty = { id: 'empty', command: process.execPath, args: ['empty.mjs'], cwd };
  if (many) {
    const oursIn = (id, folder, ...args) => ({ ...ours(id, ...args), cwd: folder });
    return { nodes: nodes.length, present: [empty, ...manyContenders(cwd, oursIn)], absent: [] };
  }
  const others = [
    mermaidCli(cwd, 'svg'),
    mermaidCli(cwd, 'png'),
    onPath('dot', ['-Tsvg', '-obench.dot.svg', 'bench.dot'], ['-V']),
    plantuml(),
  ];
  return {
    nodes: nodes.length,
    present: [
      empty,
      ours('trackflow --version', '--version'),
      ours('trackflow validate', 'validate', 'bench.flow.yaml'),
      ours('trackflow lint', 'lint', 'bench.flow.yaml', '--fail-on', 'never', '--format', 'compact'),
      ours('trackflow validate, 100 flows', 'validate', 'many'),
      ours('trackflow lint, 100 flows', 'lint', 'many', '--fail-on', 'never', '--format', 'compact'),
      ours('trackflow sop', 'sop', 'bench.flow.yaml', '--out', 'bench.md'),
      {
        ...ours(
          'trackflow render, swimlane',
          'render',
          'bench.flow.yaml',
          '-f',
          'svg',
          '--view',
          'swimlane',
          '--out',
          'lanes.svg',
        ),
        draws: 'svg',
      },
      {
        ...ours(
          'trackflow render, flow',
          'render',
          'bench.flow.yaml',
          '-f',
          'svg',
          '--view',
          'flow',
          '--out',
          'flow.svg',
        ),
        draws: 'svg',
      },
      { ...ours('trackflow render, png', 'render', 'bench.flow.yaml', '--out', 'lanes.png'), draws: 'png' },
      ...['1', '2'].map((scale) => ({
        ...ours(
          `trackflow render, png, scale ${scale}`,
          'render',
          'bench.flow.yaml',
          '--scale',
          scale,
          '--out',
          `lanes${scale}.png`,
        ),
        draws: 'png',
      })),
      ...large.flatMap((count) =>
        ['swimlane', 'flow'].map((view) => ({
          ...ours(
            `${view} of ${count} nodes`,
            'render',
            `large-${count}.flow.yaml`,
            '--view',
            view,
            '--out',
            `large-${count}.${view}.svg`,
          ),
          slow: true,
        })),
      ),
      ...others.filter((other) => other.why === undefined).map((other) => ({ draws: 'svg', ...other, cwd })),
    ],
    absent: others.filter((other) => other.why !== undefined).map(({ id, why }) => ({ id, why })),
  };
}

/** By its own defaults: a PNG of it has one pixel for each of the SVG, and is no wider than its window of 800. */
function mermaidCli(cwd, format) {
  const id = `mermaid-cli, ${format}`;
  const mmdc = join(root, 'test/mermaid-cli/node_modules/@mermaid-js/mermaid-cli/src/cli.js');
  if (!existsSync(mmdc)) return { id, why: 'npm ci --prefix test/mermaid-cli' };
  const browser = ['chromium', 'chromium-browser', 'google-chrome'].map(whereIs).find(Boolean);
  if (browser === undefined) return { id, why: 'needs a Chromium on the PATH' };
  writeFileSync(join(cwd, 'puppeteer.json'), JSON.stringify({ executablePath: browser, args: ['--no-sandbox'] }));
  const args = [mmdc, '-q', '-p', 'puppeteer.json', '-i', 'bench.mmd', '-o', `bench.mmd.${format}`];
  return { id, command: process.execPath, args, slow: true, draws: format };
}

function plantuml() {
  return { ...onPath('plantuml', ['-tsvg', 'bench.puml'], ['-version']), slow: true };
}

function onPath(id, args, probe) {
  const { error } = spawnSync(id, probe, { stdio: 'ignore' });
  return error === undefined ? { id, command: id, args } : { id, why: 'not on the PATH' };
}

function whereIs(name) {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function dotText(nodes) {
  const boxes = nodes.map(
    ([id, { name, type }]) => `"${id}" [label="${name}" shape=${type === 'decision' ? 'diamond' : 'box'}]`,
  );
  const lines = connections(nodes).map(({ from, to, label }) => `"${from}" -> "${to}" [label="${label}"]`);
  return ['digraph {', 'rankdir=LR', ...boxes, ...lines, '}'].join('\n');
}

function plantumlText(nodes) {
  const alias = (id) => id.replaceAll('-', '_');
  const boxes = nodes.map(([id, { name }]) => `rectangle "${name}" as ${alias(id)}`);
  const lines = connections(nodes).map(
    ({ from, to, label }) => `${alias(from)} --> ${alias(to)}${label === '' ? '' : ` : ${label}`}`,
  );
  return ['@startuml', 'left to right direction', ...boxes, ...lines, '@enduml'].join('\n');
}
