/**
 * The page of a difference in a real browser: nothing on the console, the first change in sight, both sides under a slider that keys and
 * pointer move, and all pictures without programs.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../src/analyse/diff/index.js';
import { comparisonPage } from '../../src/app/comparison/page.js';
import type { ComparedFlow } from '../../src/report/difference-reporter.js';
import { rich } from '../fixtures/process.js';
import { chromium } from './browser.js';
import { startSession, type Session } from './session.js';

const last = rich.nodes.filter(({ type }) => type === 'task').at(-1);
const other = rich.owners.find(({ id }) => id !== last?.owner && rich.nodes.some(({ owner }) => owner === id));
if (last === undefined || other === undefined) throw new Error('a task and two owners are needed');
const after = { ...rich, nodes: rich.nodes.map((node) => (node.id === last.id ? { ...node, owner: other.id } : node)) };

describe.skipIf(chromium === undefined)('the page of a difference', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trackflow-difference-'));
  const file = join(folder, 'difference.html');
  const url = pathToFileURL(file).href;
  let session: Session;
  const moved: ComparedFlow = { file: 'a.flow.yaml', difference: compare(rich, after), before: rich, after };
  const writePage = async (flow: ComparedFlow): Promise<void> => {
    const comparison = { before: 'old', after: 'new', unchanged: 0, skipped: [], flows: [flow] };
    const options = { color: false, width: 80, wording: false, inRepository: (path: string) => path };
    writeFileSync(file, await comparisonPage(comparison, options));
  };
  beforeAll(async () => {
    await writePage(moved);
    session = await startSession();
  });
  afterAll(() => {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inSight = (selector: string): string =>
    `(() => { const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth; })()`;

  it('fits its width, shows the first change, and goes to each of them', async () => {
    for (const height of [700, 900]) {
      await session.open(url, { width: 1280, height });
      expect(await session.ask<boolean>(inSight('.both [class$="-sign"]'))).toBe(true);
    }
    expect(
      await session.ask<boolean>(
        "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.both'))",
      ),
    ).toBe(true);
    await session.ask('document.querySelector(\'button[value="1"]\').click()');
    expect(await session.ask<string>("document.querySelector('output').textContent")).toMatch(/^1 \/ \d+$/u);
    expect(await session.ask<boolean>(inSight('.here [class$="-sign"]'))).toBe(true);
    expect(session.complaints()).toEqual([]);
  });

  it('has before on the left of its divider and after on the right, by keys and by pointer', async () => {
    await session.open(url, { width: 1280, height: 900 });
    await session.ask("document.querySelector('input[value=slide]').click()");
    const cut = (): Promise<number> =>
      session.ask("parseFloat(document.querySelector('.slider').style.getPropertyValue('--cut'))");
    const divider = (): Promise<number> =>
      session.ask(
        "(() => { const [a, b] = ['.divider', '.slider'].map((one) => document.querySelector(one).getBoundingClientRect()); return ((a.left + a.width / 2 - b.left) / b.width) * 100; })()",
      );
    await session.ask("document.querySelector('.cut input').focus()");
    await session.press('ArrowRight');
    expect(await cut()).toBeGreaterThan(50);
    expect(await divider()).toBeCloseTo(await cut(), 0);
    await session.ask("document.querySelector('.slider').scrollIntoView()");
    await session.drag([700, 300], [320, 300]);
    expect(await cut()).toBeLessThan(40);
    expect(await divider()).toBeCloseTo(await cut(), 0);
    const at = (x: number): Promise<string> =>
      session.ask(`document.elementFromPoint(${String(x)}, 300).closest('figure').className`);
    expect([await at(100), await at(900)]).toEqual(['before', 'after']);
    expect(session.complaints()).toEqual([]);
  });

  it('has nothing to go to where nothing in the picture has changed', async () => {
    const unguarded = { ...rich, stores: rich.stores.map((store) => ({ ...store, kind: 'file' as const })) };
    await writePage({ file: 'a.flow.yaml', difference: compare(rich, unguarded), before: rich, after: unguarded });
    await session.open(url, { width: 1280, height: 900 });
    expect(await session.ask<number>('document.querySelectorAll(\'.both [class$="-sign"]\').length')).toBe(0);
    expect(
      await session.ask<boolean>("[...document.querySelectorAll('button')].every(({ disabled }) => disabled)"),
    ).toBe(true);
    await session.ask("document.querySelector('input[value=slide]').click()");
    expect(session.complaints()).toEqual([]);
  });

  it('shows all three pictures without programs', async () => {
    await session.open(url, { width: 1280, height: 900, programs: false });
    const widths = await session.ask<number[]>(
      "[...document.querySelectorAll('.both svg, figure svg')].map((one) => one.getBoundingClientRect().width)",
    );
    expect(widths).toHaveLength(3);
    expect(Math.min(...widths)).toBeGreaterThan(1000);
    const tops = await session.ask<number[]>(
      "[...document.querySelectorAll('.both, figure')].map((one) => one.getBoundingClientRect().top)",
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).toBe(3);
    expect(await session.ask<boolean>("getComputedStyle(document.querySelector('.tools')).display === 'none'")).toBe(
      true,
    );
    expect(session.complaints()).toEqual([]);
  });
});
