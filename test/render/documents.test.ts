/**
 * Every document of every example as the world reads it: whole, the same after parse and stringify, without a fault that a linter of
 * Markdown knows, and with links that arrive on GitHub and in VitePress.
 */
import { slugify } from '@mdit-vue/shared';
import GithubSlugger, { slug } from 'github-slugger';
import MarkdownIt from 'markdown-it';
import anchors from 'markdown-it-anchor';
import type { Configuration } from 'markdownlint';
import { lint } from 'markdownlint/sync';
import { toHast } from 'mdast-util-to-hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { handbookOwners } from '../../src/app/handbooks.js';
import { printable } from '../../src/base/printable.js';
import { matrixIds } from '../../src/model/matrix.js';
import { say } from '../../src/model/text.js';
import type { Process } from '../../src/model/process.js';
import { documentOf } from '../../src/render/document-of.js';
import { markdownTree, toMarkdown } from '../../src/render/document/markdown.js';
import type { RenderOptions } from '../../src/render/format.js';
import { matrixMarkdown } from '../../src/render/matrix/markdown.js';
import { tabulate } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { rich, text } from '../fixtures/process.js';
import { textsOf } from '../fixtures/texts.js';
import { everyNode, parseMarkdown, plainText } from './markdown-parser.js';
import { merged } from './merged.js';
import { withoutOthers } from './whole-sop.js';

/** Markdownlint's default rules, but for these. */
const rules: Configuration = {
  default: true,
  // A paragraph or a row of a table is one line: where lines are broken by width, one changed word changes all lines after it in a diff.
  MD013: false,
};

const byFile = new Map(examples.map(([, process]) => [process.file, process]));

const children = (file: string): Process | undefined => byFile.get(file);
const hasChildren = ({ nodes }: Process): boolean =>
  nodes.some((node) => node.type === 'subflow' && node.child !== undefined && byFile.has(node.child.file));

/** The SOP, the SOP with its child flows in it, and each handbook, in each language. */
function documentsOf(process: Process): readonly (readonly [string, RenderOptions])[] {
  return process.languages.flatMap((language) => {
    const options: RenderOptions = { language, theme: 'auto', mermaidDiagram: 'flowchart', diagramLinks: ['a.svg'] };
    return [
      [`SOP in ${language}`, options],
      ...(hasChildren(process) ? [[`SOP with child flows in ${language}`, { ...options, children }] as const] : []),
      ...handbookOwners(process, 'all').map(
        (id) => [`handbook of ${id} in ${language}`, { ...options, owner: id }] as const,
      ),
    ] as const;
  });
}

const vitePress = new MarkdownIt({ html: true, linkify: true }).use(anchors, { slugify });
/** As the documentation says how to set it up, for names with marks in their middle. */
const likeGithub = new MarkdownIt({ html: true, linkify: true }).use(anchors, { slugify: slug });

interface Page {
  /** Where links within the page lead. */
  readonly links: readonly string[];
  /** Where they could lead. */
  readonly ids: ReadonlySet<string>;
  readonly texts: readonly string[];
}

function inPress(markdown: string, press: MarkdownIt): Page {
  const tokens = press.parse(markdown, {});
  const links = tokens.flatMap(({ children }) =>
    (children ?? []).flatMap((token) => (token.type === 'link_open' ? [decodeURI(String(token.attrGet('href')))] : [])),
  );
  const headings = tokens.flatMap((token, index) =>
    token.type === 'heading_open' ? [{ id: String(token.attrGet('id')), text: tokens[index + 1]?.content ?? '' }] : [],
  );
  return {
    links: links.filter((url) => url.startsWith('#')).map((url) => url.slice(1)),
    ids: new Set(headings.map(({ id }) => id)),
    texts: headings.map(({ text }) => text),
  };
}

/** As HTML by GitHub's reading and by that of markdown-it, without what either adds that nobody sees. */
function bare(html: string): string {
  return html
    .replace(/ (?:id|tabindex|align|style|class)="[^"]*"/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/> | </gu, (found) => found.trim())
    .replaceAll('/>', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

describe.each([['the rich process', rich] as const, ...examples])('%s', (_, process) => {
  it.each(documentsOf(process))('%s', async (_name, options) => {
    const tree = documentOf(process, options);
    const markdown = await toMarkdown(tree);
    const parsed = parseMarkdown(markdown);

    expect(parsed).toEqual(merged(markdownTree(tree)));
    expect(await toMarkdown(parsed)).toBe(markdown);
    expect(lint({ strings: { document: markdown }, config: rules })['document']?.map(String)).toEqual([]);

    const slugger = new GithubSlugger();
    const ids = new Set(
      parsed.children.flatMap((block) => (block.type === 'heading' ? [slugger.slug(plainText(block))] : [])),
    );
    const links = everyNode(parsed).flatMap((found) =>
      found.type === 'link' && found.url.startsWith('#') ? [decodeURI(found.url.slice(1))] : [],
    );
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    for (const press of [vitePress, likeGithub]) {
      const there = inPress(markdown, press);
      expect(there.links).toHaveLength(links.length);
      const lost = new Set(there.links.filter((id) => !there.ids.has(id)));
      // An apostrophe is nothing to GitHub and a hyphen to VitePress.
      const marked =
        press === vitePress ? there.texts.filter((text) => /\p{L}['’]\p{L}/u.test(text)).map((text) => slug(text)) : [];
      expect([...lost].filter((id) => !marked.includes(id))).toEqual([]);
    }

    // Lists to tick off are GitHub's; elsewhere they are lists with brackets.
    if (options.owner === undefined) expect(bare(vitePress.render(markdown))).toBe(bare(toHtml(toHast(parsed))));
  });
});

it.each(['zh', 'en'])('a child flow that is part of the document lacks nothing there either, in %s', (language) => {
  const parent = byFile.get('examples/guanghui/guanghui.flow.yaml');
  const child = byFile.get('examples/guanghui/after-sales.flow.yaml');
  if (parent === undefined || child === undefined) throw new Error('the example is gone');
  const page = plainText(documentOf(parent, { language, theme: 'auto', mermaidDiagram: 'flowchart', children }));
  for (const [path, said] of textsOf(withoutOthers(child))) {
    for (const line of printable(say(said, language, child.language)).split('\n'))
      expect(page, path).toContain(line.replace(/[ \t]+/gu, ' ').trim());
  }
});

it.each([['the rich process', rich] as const, ...examples])('%s: matrices have no fault either', async (_, process) => {
  for (const language of process.languages)
    for (const id of matrixIds) {
      const markdown = await matrixMarkdown(tabulate(process, id, { language }));
      expect(lint({ strings: { document: markdown }, config: rules })['document']?.map(String), id).toEqual([]);
    }
});

it('a name of signs alone, which has no anchor, is no link', async () => {
  const name = text('!?', '!?');
  const flow: Process = { ...rich, nodes: rich.nodes.map((node) => (node.id === 'call' ? { ...node, name } : node)) };
  const markdown = await toMarkdown(documentOf(flow, { language: 'en', theme: 'auto', mermaidDiagram: 'flowchart' }));
  expect(markdown).toContain('!?');
  expect(markdown).not.toContain('](#)');
  expect(lint({ strings: { document: markdown }, config: rules })['document']?.map(String)).toEqual([]);
});

describe('the linter', () => {
  it('would notice', () => {
    const faults = lint({ strings: { document: '# A\n\n### B\n* x\n\n\n<b>c</b>\n' }, config: rules })['document'];
    expect(faults?.map(({ ruleNames }) => ruleNames[0])).toEqual(
      expect.arrayContaining(['MD001', 'MD012', 'MD022', 'MD032', 'MD033']),
    );
  });
});

describe('handbooks', () => {
  it('are for those who work by them', () => {
    expect(handbookOwners(rich, 'all')).toEqual(['service', 'sales', 'sales-ops', 'support', 'sales-rep']);
    expect(handbookOwners(rich, 'customer')).toEqual(['customer']);
    expect(handbookOwners(rich, 'nobody')).toEqual([]);
  });

  it.each([['the rich process', rich] as const, ...examples])(
    '%s: each says all of the steps of its role',
    (_, process) => {
      for (const language of process.languages) {
        for (const id of handbookOwners(process, 'all')) {
          const page = plainText(
            documentOf(process, { language, theme: 'auto', mermaidDiagram: 'flowchart', owner: id }),
          );
          const own = process.nodes.filter(({ owner }) => owner === id);
          const leaving = process.edges.filter(({ from }) => own.some((node) => node.id === from));
          for (const [path, said] of textsOf([own, leaving])) {
            for (const line of printable(say(said, language, process.language)).split('\n'))
              expect(page, `${id} ${path}`).toContain(line.replace(/[ \t]+/gu, ' ').trim());
          }
          // What is done step by step is a list to tick off.
          const ticked = everyNode(
            documentOf(process, { language, theme: 'auto', mermaidDiagram: 'flowchart', owner: id }),
          );
          const boxes = ticked.filter((one) => one.type === 'listItem' && one.checked === false).length;
          expect(boxes).toBeGreaterThanOrEqual(own.flatMap(({ steps }) => steps).length);
        }
      }
    },
  );
});
