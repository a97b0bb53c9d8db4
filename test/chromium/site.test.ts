/**
 * The site of the examples in a real browser, from disk, used as its readers use it: mouse, keyboard alone, a phone, no programs.
 *
 * Every test ends by asking what the browser had to complain of, which must be nothing: a rule of the page that stops one of its own
 * scripts or styles would be told there.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../fixtures/examples.js';
import { siteOnDisk, type SiteFolder } from '../fixtures/site.js';
import { absence, chromium } from './browser.js';
import { desktop, phone, startSession, type Screen, type Session } from './session.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(chromium === undefined)(chromium === undefined ? absence : 'the site in Chromium', () => {
  let site: SiteFolder;
  let browser: Session;
  beforeAll(async () => {
    [site, browser] = await Promise.all([siteOnDisk(), startSession()]);
  }, 120_000);
  afterAll(() => {
    browser.close();
    site.remove();
  });
  afterEach(() => {
    expect(browser.complaints()).toEqual([]);
  });

  const open = (path: string, screen: Screen = desktop): Promise<void> => browser.open(site.url(path), screen);
  /** The middle of an element, brought into sight. */
  const place = async (selector: string): Promise<readonly [number, number]> => {
    const at = await browser.ask<readonly [number, number]>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    })()`);
    return at;
  };
  const click = async (selector: string): Promise<void> => browser.click(...(await place(selector)));
  const panelTitle = (): Promise<string> =>
    browser.ask("document.querySelector('#panel').hidden ? '' : document.querySelector('.panel-title').textContent");

  const pages = [
    'index.html',
    'flows/guanghui.html',
    'en/flows/b2b-pipeline.html',
    'roles/sales-rep.html',
    'search.html?q=回访',
  ];
  const screens = [
    ['desktop, light', desktop],
    ['desktop, dark', { ...desktop, colours: 'dark' }],
    ['phone, light', phone],
    ['phone, dark', { ...phone, colours: 'dark' }],
  ] as const;

  describe.each(screens)('%s', (_, screen) => {
    it.each(pages)('%s keeps the rules of accessibility', async (path) => {
      await open(path, screen);
      expect(await browser.ask('typeof axe')).toBe('undefined');
      await browser.ask(`${axe}; 0`);
      const judge = async (): Promise<readonly string[]> => {
        const violations = await browser.ask<readonly Violation[]>(
          'axe.run({ preload: false }).then(({ violations }) => violations)',
        );
        return violations.map(
          ({ id, impact, nodes }) =>
            `${impact} ${id}: ${nodes
              .map(({ html }) => html)
              .join(' | ')
              .slice(0, 400)}`,
        );
      };
      expect(await judge()).toEqual([]);
      if (!path.includes('flows/')) return;
      await browser.ask(
        "document.querySelector('.view:not([hidden]) [data-node] a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })), 0",
      );
      expect(await panelTitle()).not.toBe('');
      expect(await judge()).toEqual([]);
    });

    it.each(pages)('%s is no wider than the screen', async (path) => {
      await open(path, screen);
      expect(await browser.ask('document.documentElement.scrollWidth')).toBeLessThanOrEqual(screen.width);
    });
  });

  it.each(['flows/guanghui.html', 'en/flows/b2b-pipeline.html'])(
    '%s shows its picture on the first screen of a phone',
    async (path) => {
      await open(path, phone);
      const { top, tabs, tools } = await browser.ask<{ top: number; tabs: number; tools: number }>(`(() => {
      const rows = (selector) => new Set([...document.querySelectorAll(selector)].filter((each) => each.checkVisibility())
        .map((each) => { const { top, height } = each.getBoundingClientRect(); return Math.round((top + height / 2) / 8); })).size;
      return {
        top: document.querySelector('.view:not([hidden]) .canvas').getBoundingClientRect().top,
        tabs: rows('[role=tab]'),
        tools: rows('.player > :not(.position), .zoom > *'),
      };
    })()`);
      expect(tabs).toBe(1);
      expect(tools).toBe(1);
      expect(top).toBeLessThan(phone.height * 0.55);
      // The last tab comes into sight when it is chosen.
      await browser.ask("[...document.querySelectorAll('[role=tab]')].at(-1).click(), 0");
      const [right, width] = await browser.ask<readonly [number, number]>(
        "[[...document.querySelectorAll('[role=tab]')].at(-1).getBoundingClientRect().right, innerWidth]",
      );
      expect(right).toBeLessThanOrEqual(width);
    },
  );

  it.each(pages)('%s breaks no date or quantity', async (path) => {
    await open(path, phone);
    const { count, broken } = await browser.ask<{ count: number; broken: readonly string[] }>(`(() => {
      const all = [...document.querySelectorAll('main .whole')].filter((each) => each.checkVisibility());
      return { count: all.length, broken: all.filter((each) => each.getClientRects().length > 1).map(({ textContent }) => textContent) };
    })()`);
    expect(broken).toEqual([]);
    if (!path.startsWith('search')) expect(count).toBeGreaterThan(0);
  });

  it('axe sees what is wrong', async () => {
    await open('index.html');
    await browser.ask(
      `${axe}; document.querySelector('#q').labels[0].remove(); document.querySelector('#q').removeAttribute('placeholder'); 0`,
    );
    const found = await browser.ask<readonly Violation[]>(
      'axe.run({ preload: false }).then(({ violations }) => violations)',
    );
    expect(found.map(({ id }) => id)).toContain('label');
  });

  it.each(examples)('a click on each node of %s opens its section', async (path, process) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace('.flow.yaml', '');
    await open(`${site.files.has(`flows/${name}.html`) ? '' : 'en/'}flows/${name}.html`);
    for (const view of ['swimlane', 'flow']) {
      await click(`#tab-${view}`);
      await click('[data-tool="fit"]');
      for (const { id } of process.nodes) {
        await browser.press('Escape');
        expect(await panelTitle(), id).toBe('');
        await click(`#view-${view} [data-node="${id}"] a > :is(rect, polygon, path)`);
        const said = await browser.ask<string>(`document.getElementById('node-${id}').textContent`);
        expect(await panelTitle(), `${view} ${id}`).toBe(said);
        const marked = await browser.ask<
          Readonly<Record<string, readonly string[]>>
        >(`Object.fromEntries(['current', 'before', 'after'].map((what) =>
          [what, [...document.querySelectorAll('#view-${view} [data-node].is-' + what)].map((node) => node.dataset.node).sort()]))`);
        const others = (ids: readonly string[]): readonly string[] =>
          [...new Set(ids)].filter((other) => other !== id).sort();
        expect(marked).toEqual({
          current: [id],
          before: others(process.edges.filter(({ to }) => to === id).map(({ from }) => from)),
          after: others(process.edges.filter(({ from }) => from === id).map(({ to }) => to)),
        });
      }
    }
  });

  it('a drag moves the picture and opens nothing; wheel with Ctrl, and keys, change its size', async () => {
    await open('flows/guanghui.html');
    const part = (): Promise<string> =>
      browser.ask("document.querySelector('#view-swimlane svg').getAttribute('viewBox')");
    const before = await part();
    const [x, y] = await place('#view-swimlane [data-node] a');
    await browser.drag([x, y], [x - 120, y - 60]);
    const moved = await part();
    expect(moved).not.toBe(before);
    expect(moved.split(' ').slice(2)).toEqual(before.split(' ').slice(2));
    expect(await panelTitle()).toBe('');
    await browser.wheel(x, y, -200, true);
    const width = (viewBox: string): number => Number(viewBox.split(' ')[2]);
    expect(width(await part())).toBeLessThan(width(moved));
    await browser.ask("document.querySelector('#view-swimlane a').focus(), 0");
    const before2 = width(await part());
    await browser.press('-');
    expect(width(await part())).toBeGreaterThan(before2);
  });

  it('a link to a step opens it in the picture', async () => {
    await open('flows/guanghui.html#node-assign');
    expect(await panelTitle()).toContain(await browser.ask("document.getElementById('node-assign').textContent"));
    expect(await browser.ask("document.querySelector('.panel-title') === document.activeElement")).toBe(true);
  });

  it('links in the panel go from step to step; Esc closes and goes back to the step', async () => {
    await open('flows/guanghui.html');
    await click('#view-swimlane [data-node] a');
    const first = await panelTitle();
    await click('#panel .around-after a');
    expect(await panelTitle()).not.toBe(first);
    const current = await browser.ask<string>("document.querySelector('#view-swimlane .is-current').dataset.node");
    await browser.press('Escape');
    expect(await panelTitle()).toBe('');
    expect(await browser.ask("document.activeElement.closest('[data-node]').dataset.node")).toBe(current);
  });

  it('a step in a table opens beside the table; a journey leaves it for the picture', async () => {
    await open('flows/guanghui.html');
    await click('#tab-raci');
    await click('#view-raci tbody a[href^="#node-"]');
    expect(await panelTitle()).not.toBe('');
    const shown = "[...document.querySelectorAll('.view:not([hidden])')].map(({ id }) => id)";
    expect(await browser.ask(shown)).toEqual(['view-raci']);
    await browser.ask(`${axe}; 0`);
    const violations = await browser.ask<readonly Violation[]>(
      'axe.run({ preload: false }).then((all) => all.violations)',
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    await click('[data-tool="next"]');
    expect(await browser.ask(shown)).toEqual(['view-swimlane']);
  });

  it('plays the journey of a segment step by step, and pales what it cannot reach', async () => {
    await open('flows/ecommerce.html');
    const segments = await browser.ask<readonly string[]>(
      "[...document.querySelectorAll('[data-tool=segment] option')].map(({ value }) => value)",
    );
    expect(segments.length).toBeGreaterThan(2);
    await browser.ask(
      "(() => { const select = document.querySelector('[data-tool=segment]'); select.selectedIndex = 1; select.dispatchEvent(new Event('change')); return 0; })()",
    );
    expect(await browser.ask("document.querySelectorAll('#view-swimlane [data-node].is-pale').length")).toBeGreaterThan(
      0,
    );
    const path = await browser.ask<readonly string[]>(
      "document.querySelector('[data-tool=segment]').selectedOptions[0].dataset.path.split(' ')",
    );
    for (const step of path) {
      await click('[data-tool="next"]');
      expect(await browser.ask("document.querySelector('#view-swimlane .is-current').dataset.node")).toBe(step);
      expect(
        await browser.ask(
          `document.querySelector('#view-swimlane [data-node="${step}"]').classList.contains('is-pale')`,
        ),
      ).toBe(false);
    }
    expect(await browser.ask("document.querySelector('[data-position]').textContent")).toContain(String(path.length));
    await click('[data-tool="play"]');
    expect(await browser.ask("document.querySelector('[data-tool=play]').textContent")).toContain('暂停');
    await click('[data-tool="play"]');
    expect(await browser.ask("document.querySelector('[data-tool=play]').textContent")).toContain('播放');
  });

  it('finds a Chinese word in the middle of a sentence, and goes there', async () => {
    await open('search.html');
    // “由客服而不是原对接人回访，客户更愿意说真话”
    await browser.type('不是原对接人');
    const found = await browser.ask<readonly string[]>(
      "[...document.querySelectorAll('.results li')].map(({ textContent }) => textContent)",
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('由客服而不是原对接人回访，客户更愿意说真话');
    expect(await browser.ask("document.querySelector('.results mark').textContent")).toBe('不是原对接人');
    await click('.results a');
    await browser.ask(
      "new Promise((done) => document.readyState === 'complete' ? done(0) : addEventListener('load', () => done(0)))",
    );
    await browser.ask('new Promise((done) => requestAnimationFrame(() => done(0)))');
    expect(await panelTitle()).toContain('回访流失原因');
  });

  it('the field at the top leads to what is found', async () => {
    await open('flows/guanghui.html');
    await click('#q');
    await browser.type('定金');
    await browser.press('Enter');
    await expect.poll(() => browser.ask<string>('location.pathname')).toMatch(/search\.html$/u);
    await expect.poll(() => browser.ask<number>("document.querySelectorAll('.results li').length")).toBeGreaterThan(0);
  });

  it('keyboard alone reaches everything, and shows where it is', async () => {
    await open('flows/guanghui.html');
    const all = await browser.ask<number>(`(() => {
      const shown = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
        .filter((element) => (element.tabIndex >= 0 || element instanceof SVGElement) && element.checkVisibility({ visibilityProperty: true }));
      shown.forEach((element, index) => element.dataset.stop = index);
      return shown.length;
    })()`);
    expect(all).toBeGreaterThan(100);
    const met = new Set<string>();
    const hidden: string[] = [];
    const strange: string[] = [];
    for (let count = 0; count <= all + 5 && met.size < all; count += 1) {
      await browser.press('Tab');
      const at = await browser.ask<{ stop?: string; html: string; ring: boolean; seen: boolean }>(`(() => {
        const element = document.activeElement;
        const box = element.getBoundingClientRect();
        const inner = element.querySelector(':scope > :is(rect, polygon, path)');
        const ring = [element, inner].some((each) => each && getComputedStyle(each).outlineStyle !== 'none');
        const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return { stop: element.dataset.stop, html: element.outerHTML.slice(0, 90), ring, seen };
      })()`);
      if (at.stop === undefined) strange.push(at.html);
      else met.add(at.stop);
      if (!at.ring || !at.seen) hidden.push(`${at.ring ? '' : 'no ring '}${at.seen ? '' : 'out of sight '}${at.html}`);
    }
    const missed = await browser.ask<readonly string[]>(
      `[...document.querySelectorAll('[data-stop]')].filter(({ dataset }) => !${JSON.stringify([...met])}.includes(dataset.stop)).map(({ outerHTML }) => outerHTML.slice(0, 120))`,
    );
    expect(strange).toEqual([]);
    expect(missed).toEqual([]);
    expect(hidden).toEqual([]);
  }, 300_000);

  it('arrow keys go through the picture, Enter opens a step, and through the tabs', async () => {
    await open('flows/guanghui.html');
    await browser.ask("document.querySelector('#view-swimlane [data-node] a').focus(), 0");
    await browser.press('ArrowDown');
    const step = await browser.ask<string>("document.activeElement.closest('[data-node]').dataset.node");
    await browser.press('Enter');
    expect(await panelTitle()).toBe(await browser.ask(`document.getElementById('node-${step}').textContent`));
    expect(await browser.ask('document.activeElement.className')).toBe('panel-title');
    await browser.press('Escape');
    await browser.ask("document.querySelector('#tab-swimlane').focus(), 0");
    await browser.press('ArrowRight');
    expect(await browser.ask("[...document.querySelectorAll('.view:not([hidden])')].map(({ id }) => id)")).toEqual([
      'view-flow',
    ]);
  });

  it('is light or dark as the system, or as its reader chose, on every page', async () => {
    const ground = (): Promise<string> => browser.ask('getComputedStyle(document.documentElement).backgroundColor');
    const box = (): Promise<string> => browser.ask("getComputedStyle(document.querySelector('.picture .task')).fill");
    await open('flows/guanghui.html');
    const light = [await ground(), await box()];
    await open('flows/guanghui.html', { ...desktop, colours: 'dark' });
    const dark = [await ground(), await box()];
    expect(dark[0]).not.toBe(light[0]);
    expect(dark[1]).not.toBe(light[1]);
    await click('.theme');
    expect([await ground(), await box()]).toEqual(light);
    await open('en/flows/guanghui.html', { ...desktop, colours: 'dark' });
    expect([await ground(), await box()]).toEqual(light);
    await click('.theme');
    expect([await ground(), await box()]).toEqual(dark);
    await click('.theme');
  });

  it('can be read without programs: pictures, text, links, and every step in the list', async () => {
    await open('flows/guanghui.html', { ...desktop, programs: false });
    const [, guanghui] = examples.find(([path]) => path.endsWith('/guanghui.flow.yaml')) ?? [];
    const seen = await browser.ask<{ views: number; steps: number; tools: number }>(`({
      views: [...document.querySelectorAll('.view svg')].filter((svg) => svg.getBoundingClientRect().height > 100).length,
      steps: [...document.querySelectorAll('[data-step]')].filter((step) => step.getBoundingClientRect().height > 50).length,
      tools: [...document.querySelectorAll('.needs-script')].filter((tool) => tool.getBoundingClientRect().height > 0).length,
    })`);
    expect(seen).toEqual({ views: 4, steps: guanghui?.nodes.length, tools: 0 });
    await open('search.html', { ...desktop, programs: false });
    expect(await browser.ask("document.querySelectorAll('[data-all] li').length")).toBeGreaterThan(100);
  });

  it('prints the pictures whole, and the procedure', async () => {
    await open('flows/guanghui.html');
    const pdf = await browser.pdf();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((pdf.toString('latin1').match(/\/Type \/Page\b/gu) ?? []).length).toBeGreaterThan(4);
  });
});
