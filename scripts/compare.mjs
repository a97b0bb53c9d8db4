/**
 * The same processes drawn by trackflow, Mermaid, PlantUML and Graphviz, with figures that can be read off all of their pictures:
 * docs/compare/. Run by hand, `node scripts/compare.mjs`, on a machine that does nothing else, as it takes times; with `--page` it writes the
 * page anew from the figures that are there.
 *
 * It needs test/mermaid-cli (`npm ci --prefix test/mermaid-cli`), and chromium, plantuml and graphviz on the PATH.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { root, runNode } from './build/project.mjs';
import { openBrowser } from './compare/browser.mjs';
import { graphvizText } from './compare/graphviz.mjs';
import { page } from './compare/page.mjs';
import { plantumlText } from './compare/plantuml.mjs';

const examples = [
  ['guanghui', 'examples/guanghui/guanghui.flow.yaml'],
  ['ecommerce', 'examples/ecommerce/ecommerce.flow.yaml'],
  ['b2b-pipeline', 'examples/b2b-pipeline/b2b-pipeline.flow.yaml'],
];
const bin = join(root, 'bin/trackflow.js');
const mmdc = join(root, 'test/mermaid-cli/node_modules/@mermaid-js/mermaid-cli/src/cli.js');
const rounds = 3;

const out = join(root, 'docs/compare');
if (process.argv.includes('--page')) {
  await writePage(JSON.parse(readFileSync(join(out, 'figures.json'), 'utf8')));
  process.exit();
}

runNode('scripts/build.mjs', '--no-types');
const work = mkdtempSync(join(tmpdir(), 'trackflow-compare-'));
const chromium = spawnSync('which', ['chromium'], { encoding: 'utf8' }).stdout.trim();
writeFileSync(join(work, 'puppeteer.json'), JSON.stringify({ executablePath: chromium, args: ['--no-sandbox'] }));

function run(command, ...args) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw new Error(`${command} ${args[0]} failed: ${error ?? stderr}`);
  return { stdout, ms: performance.now() - start };
}
const node = (...args) => run(process.execPath, ...args);
const trackflow = (...args) => node(bin, ...args);

/** Each makes an SVG of a process in `work`; only the last step is timed. */
const tools = [
  {
    id: 'trackflow',
    prepare: (file) => file,
    draw: (file, svg) => trackflow('render', file, '--direction', 'down', '--theme', 'light', '-o', svg),
  },
  ...['flowchart', 'swimlane-beta'].map((kind) => ({
    id: `mermaid-${kind}`,
    prepare(file, base) {
      trackflow('render', file, '-f', 'mermaid', '--mermaid', kind, '-o', `${base}.mmd`);
      return `${base}.mmd`;
    },
    draw: (text, svg) => node(mmdc, '-q', '-p', join(work, 'puppeteer.json'), '-i', text, '-o', svg),
  })),
  {
    id: 'plantuml',
    prepare(file, base, process) {
      const { text, words } = plantumlText(process);
      writeFileSync(`${base}.puml`, text);
      this.words = words;
      return `${base}.puml`;
    },
    draw: (text) => run('plantuml', '-tsvg', '-charset', 'UTF-8', text),
  },
  {
    id: 'graphviz',
    prepare(file, base, process) {
      writeFileSync(`${base}.dot`, graphvizText(process));
      return `${base}.dot`;
    },
    draw: (text, svg) => run('dot', '-Tsvg', `-o${svg}`, text),
  },
];

const browser = await openBrowser(chromium);
const results = [];
try {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [id, file] of examples) {
    const process = JSON.parse(trackflow('render', file, '-f', 'json', '-o', '-').stdout);
    const drawn = [];
    for (const tool of tools) {
      const base = join(work, `${id}.${tool.id}`);
      const text = tool.prepare(file, base, process);
      const times = Array.from({ length: rounds }, () => tool.draw(text, `${base}.svg`).ms).sort((a, b) => a - b);
      const source = readFileSync(`${base}.svg`, 'utf8');
      const figures = await browser.measure(source, tool.id);
      await browser.shoot(source, join(out, `${id}.${tool.id}.png`));
      const words = tool.id === 'plantuml' ? tool.words : 0;
      drawn.push({ tool: tool.id, ms: Math.round(times[0]), words, ...figures });
      console.log(id, tool.id, JSON.stringify(drawn.at(-1)));
    }
    results.push({
      id,
      file,
      title: process.title[process.language],
      language: process.language,
      edges: process.edges.length,
      nodes: process.nodes.length,
      drawn,
    });
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
const versions = {
  mermaid: JSON.parse(readFileSync(join(root, 'test/mermaid-cli/node_modules/mermaid/package.json'), 'utf8')).version,
  plantuml: /[\d.]+/u.exec(run('plantuml', '-version').stdout)[0],
  graphviz: /[\d.]+/u.exec(spawnSync('dot', ['-V'], { encoding: 'utf8' }).stderr)[0],
};
const record = { versions, examples: results };
writeFileSync(join(out, 'figures.json'), await format(JSON.stringify(record), { parser: 'json', printWidth: 120 }));
await writePage(record);

async function writePage({ examples, versions }) {
  writeFileSync(
    join(out, 'README.md'),
    await format(page(examples, versions), { parser: 'markdown', printWidth: 120 }),
  );
}
