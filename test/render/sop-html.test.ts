/** The SOP as one web page: read by a browser's parser, whole, bound to its rules, and with nothing in it that an author's text started. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { renderProcess } from '../../src/app/render.js';
import { rich } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';

// jsdom comes without types; this is all we use of it.
interface Dom {
  readonly window: { readonly document: Document };
}
interface Found {
  readonly id: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
}
interface Document {
  querySelectorAll(selector: string): Iterable<Found>;
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new (html: string) => Dom };

async function pageOf(of = rich): Promise<{ html: string; all: (selector: string) => Found[] }> {
  const [made] = await renderProcess(of, {
    outputs: [
      { format: 'sop-html', view: 'swimlane' },
      { format: 'sop-html', view: 'flow' },
    ],
  });
  const html = String(made?.content);
  const { document } = new JSDOM(html).window;
  return { html, all: (selector) => [...document.querySelectorAll(selector)] };
}

describe('the SOP as a web page', () => {
  it('has its pictures in it, and every link leads somewhere', async () => {
    const { all } = await pageOf();
    expect(all('main .picture svg')).toHaveLength(2);
    const ids = all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all('a[href^="#"]').map((link) => decodeURI(link.getAttribute('href')?.slice(1) ?? ''));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((target) => !ids.includes(target))).toEqual([]);
    for (const svg of all('svg[aria-labelledby]'))
      for (const id of svg.getAttribute('aria-labelledby')?.split(' ') ?? []) expect(ids).toContain(id);
  });

  it('gives a wide picture a turned sheet in print, room to who signs, and paper no list without page numbers', async () => {
    const { all } = await pageOf();
    for (const picture of all('main .picture')) {
      const [, width = 0, height = 0] = /width="(\d+)[^"]*" height="(\d+)/u.exec(picture.innerHTML) ?? [];
      const isWide = Number(width) > Number(height);
      expect(/on-a[34]/u.test(picture.getAttribute('class') ?? '')).toBe(isWide);
    }
    expect(all('td.blank').map(({ textContent }) => textContent)).toEqual(Array.from(all('td.blank'), () => '\u00A0'));
    expect(all('td.blank').length).toBeGreaterThan(5);
    expect(all('style')[0]?.textContent).toMatch(/@media print\{.*nav\{display:none\}/su);
  });

  it('allows one style sheet and nothing else', async () => {
    const { all } = await pageOf();
    const [style, ...more] = all('style').map(({ textContent }) => textContent);
    expect(more).toEqual([]);
    const hash = createHash('sha256')
      .update(style ?? '')
      .digest('base64');
    const policy = all('meta[http-equiv="Content-Security-Policy"]')[0]?.getAttribute('content');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(all('[style], script, link, iframe, object, embed')).toEqual([]);
  });

  it('takes hostile texts for text', async () => {
    const strings = [...hostileStrings, ...(naughtyStrings ?? [])].filter((said) => said.trim() !== '');
    let next = 0;
    const { all } = await pageOf(retold(rich, () => strings[next++ % strings.length] ?? 'x'));
    const harmless = new Set((await pageOf()).all('*').map(({ tagName }) => tagName));
    const found = all('*');
    expect(
      [...new Set(found.map(({ tagName }) => tagName))].filter(
        (tag) => !harmless.has(tag) && tag !== 'BR' && tag !== 'CODE',
      ),
    ).toEqual([]);
    expect(found.flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on'))).toEqual([]);
    for (const link of all('[href]'))
      expect(link.getAttribute('href')).not.toMatch(/^\s*(?:javascript|data|vbscript):/iu);
  });
});
