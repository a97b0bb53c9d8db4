/* global document */
/** Pictures in a browser: measured where all tools can be measured alike, and taken as PNG. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../build/project.mjs';
import { measureInPage } from './in-page.mjs';

/** Wide enough to read, small enough to keep in a repository. */
const mostWide = 1400;

/** Where each tool's SVG has its steps, connections and lanes. PlantUML's has lines only. */
const selectors = {
  trackflow: { node: 'g[data-node]', edge: 'g[data-edge] > path:first-of-type', lane: 'rect.lane, rect.lane-odd' },
  'mermaid-flowchart': { node: 'g.node', edge: 'path.flowchart-link', lane: 'g.cluster:not(.group) > rect' },
  'mermaid-swimlane-beta': { node: 'g.node', edge: 'path.flowchart-link', lane: 'g.cluster > rect:first-of-type' },
  graphviz: { node: 'g.node', edge: 'g.edge > path', lane: 'g.lane > polygon' },
};

export async function openBrowser(executablePath) {
  const entry = join(root, 'test/mermaid-cli/node_modules/puppeteer/lib/esm/puppeteer/puppeteer-core.js');
  const { default: puppeteer } = await import(pathToFileURL(entry).href);
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  const tab = await browser.newPage();
  const show = async (source) => {
    await tab.setContent(
      `<!doctype html><body style="margin:0;background:#fff">${source.replace(/^<\?xml[^>]*>|<!DOCTYPE[^>]*>/gu, '')}`,
    );
    // Mermaid's pictures are as wide as the page; their own size is that of the view box.
    return tab.evaluate(() => {
      const svg = document.querySelector('svg');
      const { width, height } = svg.viewBox.baseVal;
      svg.style.cssText = `display:block;width:${width}px;height:${height}px;max-width:none`;
      return { width, height };
    });
  };
  return {
    async measure(source, tool) {
      const size = await show(source);
      return { ...size, ...(await tab.evaluate(measureInPage, selectors[tool] ?? null)) };
    },
    async shoot(source, file) {
      const { width, height } = await show(source);
      const scale = Math.min(1, mostWide / width);
      await tab.evaluate((by) => {
        const svg = document.querySelector('svg');
        const { width, height } = svg.viewBox.baseVal;
        svg.style.width = `${width * by}px`;
        svg.style.height = `${height * by}px`;
      }, scale);
      await tab.setViewport({ width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
      writeFileSync(file, await tab.screenshot({ type: 'png' }));
    },
    close: () => browser.close(),
  };
}
