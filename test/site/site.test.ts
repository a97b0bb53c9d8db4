/** The files of a site: the same from the same flows, whole, safe, and small. */
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type SiteFiles } from '../../src/site/index.js';
import { journeysOf } from '../../src/site/journey.js';
import { planSite } from '../../src/site/plan.js';
import { sopDocument } from '../../src/render/sop/document.js';
import { edge, node, owner, process, rich, text } from '../fixtures/process.js';
import { exampleFlows } from '../fixtures/site.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';

interface ElementNode {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  getAttributeNames(): readonly string[];
}
// jsdom comes without types; this is all we use of it.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: {
    new (html: string): {
      readonly window: { readonly document: { querySelectorAll(selector: string): ArrayLike<ElementNode> } };
    };
    fragment(html: string): ElementNode;
  };
};

const plain = (value: string): string =>
  value.replace(/&#x(\w+);/gu, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
const attributes = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'gu'))].map(([, value = '']) => plain(value));

describe('the site of the examples', () => {
  let files: SiteFiles;
  let pages: readonly (readonly [string, string])[];
  beforeAll(async () => {
    // Those that have something of their own: English alone, Chinese alone, a child flow and its parent.
    files = await buildSite(exampleFlows.filter(({ path }) => /b2b|five-stage|guanghui/u.test(path)));
    pages = [...files].filter(([path]) => path.endsWith('.html'));
  }, 60_000);

  it('has the pages of every flow in each of its languages, of roles, for searching, and a first one', () => {
    const paths = [...files.keys()];
    for (const path of ['index.html', 'en/index.html', 'search.html', 'flows/guanghui.html', 'en/flows/guanghui.html'])
      expect(paths).toContain(path);
    expect(paths).toContain('en/flows/b2b-pipeline.html');
    expect(paths).not.toContain('flows/b2b-pipeline.html');
    expect(paths).not.toContain('en/flows/five-stage.html');
    expect(files.get('index.html')).toContain('href="en/flows/b2b-pipeline.html"');
  });

  it('has no link that leads nowhere', () => {
    const ids = new Map(pages.map(([path, html]) => [path, new Set(attributes(html, 'id'))]));
    const broken = pages.flatMap(([path, html]) =>
      [...attributes(html, 'href'), ...attributes(html, 'src'), ...attributes(html, 'action')].filter((link) => {
        if (/^(?:https?|mailto):/u.test(link)) return false;
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : posix.join(posix.dirname(path), file);
        const known = target.endsWith('.html') ? ids.get(target) : undefined;
        return !files.has(target) || (anchor !== undefined && known?.has(decodeURIComponent(anchor)) !== true);
      }),
    );
    expect(broken).toEqual([]);
  });

  it('has no id twice in a page', () => {
    const twice = pages.flatMap(([path, html]) => {
      const all = attributes(html, 'id');
      return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${path} ${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('has no script or style in a page, and nothing from elsewhere', () => {
    for (const [path, html] of pages) {
      expect(
        attributes(html, 'content').filter((value) => value.startsWith("default-src 'none'; ")),
        path,
      ).toHaveLength(1);
      expect(html, path).not.toMatch(/<style|\sstyle="|\son\w+="|javascript:|<script>|<script(?! src=")/u);
      expect(
        attributes(html, 'src').filter((link) => link.includes(':')),
        path,
      ).toEqual([]);
    }
  });

  it('says of a role once what it is', () => {
    const said = (path: string): string => JSDOM.fragment(files.get(path) ?? '').textContent.replace(/\s+/gu, ' ');
    const times = (path: string, what: string): number => said(path).split(what).length - 1;
    // In two flows with one description; in one of them there is more to say, its goal.
    expect(times('roles/sales-rep.html', '只能看到自己负责的客户')).toBeLessThanOrEqual(1);
    for (const path of ['roles/sales-rep.html', 'roles/service.html']) {
      expect(times(path, '类别：岗位') + times(path, '类别：部门'), path).toBe(0);
      expect(files.get(path)?.split('<dt>类别</dt>'), path).toHaveLength(2);
      expect(times(path, '所属：'), path).toBe(0);
      expect(times(path, '岗位说明'), path).toBeGreaterThan(0);
      expect(said(path), path).toContain('目的');
    }
  });

  it('needs less than 200 KB of script and style', () => {
    const code = [...files].filter(([path]) => /\.(?:css|js)$/u.test(path) && !path.includes('/search-'));
    expect(code).toHaveLength(3);
    const size = code.reduce((sum, [, content]) => sum + new TextEncoder().encode(content).length, 0);
    expect(size).toBeLessThan(200_000);
  });

  it('is the same from the same flows', async () => {
    const flows = [{ process: rich, path: 'rich.flow.yaml' }];
    expect([...(await buildSite(flows))]).toEqual([...(await buildSite(flows))]);
  });
});

describe('a site', () => {
  const small = process({
    nodes: [
      node('start', { type: 'start', name: text('开始', 'Start') }),
      node('end', { type: 'end', name: text('结束', 'End') }),
    ],
    edges: [edge('start', 'end')],
  });

  it('gives each step the number that it has in the documents, whatever form the project has', async () => {
    const doing = process({
      ...small,
      owners: [owner('rep', { name: text('专员', 'Agent') })],
      nodes: [
        node('start', { type: 'start', owner: 'rep', name: text('开始', 'Start') }),
        node('end', { type: 'end', owner: 'rep', name: text('结束', 'End') }),
      ],
    });
    const template = {
      sections: [
        { heading: text('总则', 'General'), text: text('略', 'None') },
        { section: 'diagram' },
        { section: 'procedure' },
      ],
    } as const;
    const options = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' } as const;
    for (const form of [{}, { template }, { terms: [{ use: '客户', not: ['顾客'] }] }]) {
      const files = await buildSite([{ process: doing, path: 'a', form }], { languages: ['zh'] });
      const document = sopDocument(doing, { ...options, ...form, diagramLinks: ['a.svg'] });
      const numbers = document.children.flatMap((block) =>
        block.type === 'heading' && block.data?.id === 'node-end' ? [block.data.number] : [],
      );
      expect(files.get('flows/sample.html')).toContain(`<h3 id="node-end">${String(numbers)} 结束</h3>`);
      expect(files.get('roles/rep.html')).toContain(`<p>作业程序 ${String(numbers)}</p>`);
    }
  });

  it('bears its own title, or one in each language', async () => {
    const [own, default_] = await Promise.all([
      buildSite([{ process: small, path: 'a' }], { title: 'A & B <手册>' }),
      buildSite([{ process: small, path: 'a' }]),
    ]);
    expect(own.get('index.html')).toContain('<h1>A &#x26; B &#x3C;手册></h1>');
    expect(default_.get('index.html')).toMatch(/<h1>(?:流程手册|Process handbook)<\/h1>/u);
  });

  it('puts the language that is asked for first at the top', async () => {
    const files = await buildSite([{ process: small, path: 'a' }], { languages: ['en', 'zh'] });
    expect(files.get('index.html')).toContain('<html lang="en">');
    expect(files.get('zh/index.html')).toContain('<html lang="zh">');
  });

  it('puts the language of most flows at the top, then the declared one, then the one that most can be read in', () => {
    const flow = (language: string, ...languages: readonly string[]): typeof small => ({
      ...small,
      language,
      languages,
    });
    const [zh, en, both] = [flow('zh', 'zh'), flow('en', 'en'), flow('en', 'en', 'zh')];
    const top = (flows: readonly (typeof small)[], declared?: string): readonly string[] =>
      planSite(
        flows.map((process, index) => ({ process, path: String(index) })),
        undefined,
        declared,
      ).languages;
    expect(top([zh, en, en])).toEqual(['en', 'zh']);
    expect(top([zh, en, en], 'zh')).toEqual(['en', 'zh']);
    expect(top([zh, en], 'en')).toEqual(['en', 'zh']);
    expect(top([en, zh], 'zh')).toEqual(['zh', 'en']);
    expect(top([en, zh, flow('fr', 'fr', 'zh')])).toEqual(['zh', 'en', 'fr']);
    expect(top([both, zh])).toEqual(['zh', 'en']);
    expect(top([en, zh])).toEqual(['en', 'zh']);
    expect(top([zh, en], 'fr')).toEqual(['zh', 'en']);
  });

  it('says truly in which language a page is', async () => {
    const chinese = { ...small, languages: ['zh'], description: text('说明', '') };
    const files = await buildSite([{ process: chinese, path: 'a' }], { languages: ['fr'] });
    expect(files.get('index.html')).toContain('<html lang="en">');
    expect(files.get('index.html')).toContain('<h3 lang="zh">');
    expect([...files].find(([path]) => path.startsWith('flows/'))?.[1]).toMatch(/<html lang="en">.*<h1 lang="zh">/su);
    const french = await buildSite([{ process: { ...small, languages: ['fr'] }, path: 'a' }], { languages: ['fr'] });
    expect(french.get('index.html')).toContain('<html lang="fr">');
  });

  it('says of a flow in another language all of its own words in the language of the page', async () => {
    const chinese = { ...rich, id: 'chinese', language: 'zh', languages: ['zh'] };
    const files = await buildSite(
      [
        { process: chinese, path: 'a' },
        { process: small, path: 'b' },
      ],
      { languages: ['en', 'zh'] },
    );
    const card = /<li class="card">(?:(?!<li).)*only in(?:(?!<li).)*/su.exec(files.get('index.html') ?? '')?.[0] ?? '';
    expect(card).toMatch(/class="status .*Version .*steps/su);
    expect(card).not.toContain('版本');
    expect(card).not.toContain('起生效');
  });

  it('makes a flow in a language that it lacks, if no other is asked for', async () => {
    const files = await buildSite([{ process: { ...small, languages: ['zh'] }, path: 'a' }], { languages: ['en'] });
    expect([...files.keys()].filter((path) => path.includes('flows/'))).toHaveLength(1);
  });

  it('takes two owners for one role only if id and name are the same', () => {
    const flow = (id: string, name: string): typeof small => ({
      ...small,
      owners: [owner(id, { name: { zh: name } })],
    });
    const roles = (...processes: readonly (typeof small)[]): number =>
      planSite(
        processes.map((each, index) => ({ process: each, path: String(index) })),
        undefined,
      ).roles.length;
    expect(roles(flow('sales', '销售部'), flow('sales', '销售部'))).toBe(1);
    expect(roles(flow('sales', '销售部'), flow('sales', '渠道销售'))).toBe(2);
    expect(roles(flow('sales', '销售部'), flow('trade', '销售部'))).toBe(2);
  });

  it('takes every text for text', { timeout: 120_000 }, async () => {
    const strings = [...hostileStrings, ...(naughtyStrings ?? [])];
    let at = 0;
    const next = (): string => strings[at++ % strings.length] ?? '';
    const rounds = Math.ceil(strings.length / 120);
    for (let round = 0; round < rounds; round += 1) {
      const hostile = retold(rich, next);
      const files = await buildSite([{ process: hostile, path: 'flow' }], { languages: ['zh'] });
      for (const [path, html] of files) {
        if (!path.endsWith('.html')) continue;
        const { document } = new JSDOM(html).window;
        const all = (selector: string): readonly ElementNode[] => Array.from(document.querySelectorAll(selector));
        expect(
          all('script')
            .map(({ textContent }) => textContent)
            .join(''),
        ).toBe('');
        expect(all('style, iframe, object, embed, img, video, audio, body script').length).toBe(0);
        for (const element of all('*'))
          for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^style$/u);
        for (const link of all('a[href]'))
          expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/|mailto:|[\w./-]*(?:#.+)?$)/u);
      }
    }
  });
});

it('a fork or join of which nothing is said has a place that the picture leads to, and no number', async () => {
  const task = (id: string): ReturnType<typeof node> => node(id, { type: 'task' });
  const bar = (id: string, type: 'fork' | 'join'): ReturnType<typeof node> => node(id, { type, name: { zh: id } });
  const forked = process({
    languages: ['zh'],
    nodes: [task('s'), bar('f', 'fork'), task('a'), task('b'), bar('j', 'join'), task('e')],
    edges: [edge('s', 'f'), edge('f', 'a'), edge('f', 'b'), edge('a', 'j'), edge('b', 'j'), edge('j', 'e')],
  });
  const files = await buildSite([{ process: forked, path: 'x' }], { languages: ['zh'] });
  const page = files.get('flows/sample.html') ?? '';
  const ids = new Set(attributes(page, 'id'));
  const links = attributes(page, 'href').filter((link) => link.startsWith('#'));
  expect(links).toContain('#node-j');
  expect(links.filter((link) => !ids.has(decodeURIComponent(link.slice(1))))).toEqual([]);
  const { document } = new JSDOM(page).window;
  const said = Array.from(document.querySelectorAll('[data-step] > h3'), ({ textContent }) => textContent.trim());
  expect(said).toEqual(['3.1 s', '并行开始', '3.2 a', '3.3 b', '并行汇合', '3.4 e']);
});

describe('a journey', () => {
  const task = (id: string): ReturnType<typeof node> => node(id, { type: 'task', kind: 'manual' });
  it('goes through all branches of a fork before the join', () => {
    const forked = process({
      nodes: [
        node('s', { type: 'start' }),
        node('f', { type: 'fork' }),
        task('a'),
        task('b'),
        node('j', { type: 'join' }),
        node('e', { type: 'end' }),
      ],
      edges: [edge('s', 'f'), edge('f', 'a'), edge('f', 'b'), edge('a', 'j'), edge('b', 'j'), edge('j', 'e')],
    });
    expect(journeysOf(forked)[0]?.path).toEqual(['s', 'f', 'a', 'b', 'j', 'e']);
  });

  it('takes the branch of its segment, and ends where it comes by again', () => {
    const segment = (id: string) => ({ id, name: text(id, id), span: rich.span });
    const split = process({
      segments: [segment('key'), segment('small')],
      nodes: [
        node('s', { type: 'start' }),
        node('d', { type: 'decision' }),
        task('visit'),
        task('mail'),
        node('e', { type: 'end' }),
      ],
      edges: [
        edge('s', 'd'),
        edge('d', 'visit', { segments: ['key'] }),
        edge('d', 'mail', { segments: ['small'] }),
        edge('visit', 'e'),
        edge('mail', 'd'),
      ],
    });
    const [all, key, few] = journeysOf(split);
    expect(all?.path).toEqual(['s', 'd', 'visit', 'e']);
    expect(key?.path).toEqual(['s', 'd', 'visit', 'e']);
    expect(few?.path).toEqual(['s', 'd', 'mail']);
    expect(few?.reach.has('visit')).toBe(false);
  });
});
