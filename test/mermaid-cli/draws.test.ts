/**
 * `trackflow render --via mermaid-cli`, with the real mermaid-cli and a real Chromium.
 *
 * A package of its own, because mermaid-cli weighs half a gigabyte and needs a browser: `npm ci --prefix test/mermaid-cli`, and
 * Debian's `chromium` with a Chinese font. Its puppeteer is puppeteer-core by another name, so that no browser is downloaded.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot, succeeded, trackflow, type Ending } from '../setup/program.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const flow = relative(here, join(projectRoot, 'examples/guanghui/guanghui.flow.yaml'));
const folder = mkdtempSync(join(tmpdir(), 'trackflow-mermaid-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function draw(name: string, ...args: readonly string[]): { readonly path: string; readonly bytes: Buffer } {
  const out = join(folder, name);
  succeeded(trackflow(['render', flow, '--via', 'mermaid-cli', '--out', out, ...args], { cwd: here }));
  return { path: out, bytes: readFileSync(out) };
}

/** What the program itself says that the flow's nodes are called. */
function nodeNames(): readonly string[] {
  const { stdout } = succeeded(trackflow(['render', flow, '-f', 'json', '--out', '-'], { cwd: here }));
  const { nodes } = JSON.parse(stdout) as { nodes: { name: Record<string, string> }[] };
  expect(nodes.length).toBeGreaterThan(10);
  return nodes.map(({ name }) => name['zh'] ?? '');
}

beforeAll(() => {
  const installed = existsSync(join(here, 'node_modules/@mermaid-js/mermaid-cli'));
  if (!installed) throw new Error('These tests need mermaid-cli: npm ci --prefix test/mermaid-cli');
});

describe('mermaid-cli draws', () => {
  it('an SVG with the names of the nodes', () => {
    const svg = draw('flow.svg').bytes.toString('utf8');
    expect(svg).toMatch(/^(?:<\?xml[^>]*>\s*)?<svg [^]*<\/svg>\s*$/u);
    expect(nodeNames().filter((name) => !svg.includes(name))).toEqual([]);
  });

  it('a PNG of a readable size', () => {
    const { bytes } = draw('flow.png');
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(Math.min(width, height)).toBeGreaterThan(300);
  });

  it('a PDF of one page', () => {
    const pdf = draw('flow.pdf').bytes.toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.\d/u);
    expect(pdf.trimEnd()).toMatch(/%%EOF$/u);
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  });

  it("swimlanes in Mermaid's own way", () => {
    const plain = draw('plain.svg').bytes;
    const lanes = draw('lanes.svg', '--mermaid', 'swimlane-beta').bytes;
    expect(lanes.equals(plain)).toBe(false);
    expect(lanes.toString('utf8')).toContain('市场部');
  });

  it('several formats of several flows in one run', () => {
    const out = join(folder, 'many');
    succeeded(
      trackflow(['render', dirname(flow), '--via', 'mermaid-cli', '-f', 'svg,png', '--out', `${out}/`], { cwd: here }),
    );
    const made = readdirSync(out);
    const flows = readdirSync(join(here, dirname(flow))).filter((name) => name.endsWith('.flow.yaml'));
    expect(flows.length).toBeGreaterThan(1);
    for (const extension of ['.mermaid.svg', '.mermaid.png']) {
      expect(made.filter((name) => name.endsWith(extension))).toHaveLength(flows.length);
    }
  });
});

describe('a browser that is missing', () => {
  let ending: Ending;
  const out = join(folder, 'never.png');
  beforeAll(() => {
    ending = trackflow(['render', flow, '--via', 'mermaid-cli', '--out', out], {
      cwd: here,
      env: { PUPPETEER_EXECUTABLE_PATH: join(folder, 'no-such-browser') },
    });
  });

  it('is told with how to get one, and no stack trace', () => {
    expect(ending.status).toBe(2);
    expect(ending.stderr).toContain('no Chromium could be started');
    expect(ending.stderr).toContain('PUPPETEER_EXECUTABLE_PATH');
    expect(ending.stderr).not.toMatch(/^\s+at /mu);
  });

  it('leaves nothing behind', () => {
    expect(existsSync(out)).toBe(false);
  });
});
