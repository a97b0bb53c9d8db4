/**
 * Matrices as Markdown, CSV, HTML and SVG, each read back by a parser: what the matrix says is what comes out, and nothing of it has become
 * syntax, markup or a formula.
 */
import { createRequire } from 'node:module';
import type { Root, Table } from 'mdast';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/base/printable.js';
import { layoutMatrix } from '../../src/layout/index.js';
import { matrixIds, type Matrix } from '../../src/model/matrix.js';
import type { Process } from '../../src/model/process.js';
import type { RenderOptions } from '../../src/render/format.js';
import { html } from '../../src/render/formats/html.js';
import { md } from '../../src/render/formats/md.js';
import { matrixCsv, safeCell } from '../../src/render/matrix/csv.js';
import { matrixHast } from '../../src/render/matrix/hast.js';
import { plainCells, plainHeader } from '../../src/render/matrix/plain.js';
import { picture } from '../../src/render/svg/picture.js';
import { xmlDocument } from '../../src/base/xml.js';
import { tabulate } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { node, process, rich, text } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';
import { everyNode, parseMarkdown, plainText } from './markdown-parser.js';
import { parseXml } from './xml-parser.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };
const all = (flow: Process, language = 'zh'): readonly Matrix[] =>
  matrixIds.map((id) => tabulate(flow, id, { language }));

/** RFC 4180, read by the book. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

interface Dom {
  readonly window: { readonly document: Element };
}
interface Element {
  readonly localName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  querySelector(selector: string): Element | null;
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new (html: string) => Dom };
const parseHtml = (page: string): Element => new JSDOM(page).window.document;

/** Many strings, each in several places of the rich process, a few processes at a time. */
function* told(strings: readonly string[]): Generator<Process, void, undefined> {
  for (let from = 0; from < strings.length;) {
    const start = from;
    yield retold(rich, () => strings[from++ % strings.length] ?? '');
    if (from === start) throw new Error('the process has no texts');
  }
}

const collapse = (said: string): string => said.replace(/\s+/gu, ' ').trim();
const cellsOf = ({ groups }: Matrix) => groups.flatMap(({ rows }) => rows.map(({ cells }) => cells));

async function expectText(matrix: Matrix): Promise<void> {
  const plain = matrix.groups.flatMap(({ rows }) => rows.map((row) => plainCells(row, matrix)));
  const expected = plain.map((cells) => cells.map(collapse));
  const grouped = matrix.groupHeader === '' ? 0 : 1;

  // Markdown: a table, lists and paragraphs, and all else text.
  const tree: Root = parseMarkdown(await md.render(matrix));
  const kinds = new Set(everyNode(tree).map(({ type }) => type));
  for (const kind of kinds)
    expect([
      'root',
      'heading',
      'paragraph',
      'table',
      'tableRow',
      'tableCell',
      'list',
      'listItem',
      'strong',
      'text',
      'inlineCode',
    ]).toContain(kind);
  const table = tree.children.find((block): block is Table => block.type === 'table');
  expect(
    table?.children.slice(1).map(({ children }) => children.slice(grouped).map((cell) => collapse(plainText(cell)))),
  ).toEqual(expected);

  // CSV: the same cells, and none that a spreadsheet would calculate.
  const csv = matrixCsv(matrix);
  const [, ...records] = parseCsv(csv.replace(/^\uFEFF/u, ''));
  expect(records.map((record) => record.slice(grouped).map((cell) => collapse(cell)))).toEqual(
    plain.map((cells) => cells.map((cell) => collapse(safeCell(cell)))),
  );
  expect(records.flat().filter((cell) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
  expect(csv.split('\r\n').join('')).not.toContain('\r');

  // HTML: our elements alone.
  const page = parseHtml(await html.render(matrix, options));
  const names = new Set([...page.querySelectorAll('body *')].map(({ localName }) => localName));
  for (const name of names)
    expect([
      'main',
      'h1',
      'p',
      'span',
      'div',
      'table',
      'caption',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'abbr',
      'small',
      'ul',
      'li',
    ]).toContain(name);
  expect(page.querySelectorAll('script, [onerror], [href], [src]')).toHaveLength(0);
  expect(page.querySelector('h1')?.textContent).toBe(printable(matrix.title));

  // SVG: well-formed, and with every mark and line of text somewhere.
  const drawn = parseXml(xmlDocument(picture(layoutMatrix(matrix), { theme: 'light' })));
  expect(drawn.name).toBe('svg');
}

describe.each(examples)('%s', (_, flow) => {
  it('reads back from every form', async () => {
    for (const matrix of all(flow, flow.languages.at(-1))) if (matrix.empty === undefined) await expectText(matrix);
  });
});

describe('texts stay texts', () => {
  it('that mean something to one of the forms', async () => {
    for (const flow of told(hostileStrings)) for (const matrix of all(flow)) await expectText(matrix);
  });

  it.skipIf(naughtyStrings === undefined)('that break software (needs the corpus of strings)', async () => {
    for (const flow of told(naughtyStrings ?? [])) for (const matrix of all(flow)) await expectText(matrix);
  });
});

describe('csv', () => {
  it.each([
    ['=HYPERLINK("http://a.b")', '\'=HYPERLINK("http://a.b")'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝cmd()', "'＝cmd()"],
    [' \u200B=1', "' \u200B=1"],
    ['a; =cmd()', "a; '=cmd()"],
    ['a = b', 'a = b'],
    ['3-4 天', '3-4 天'],
    ['客户；=1', '客户；=1'],
  ])('%j becomes %j', (said, written) => {
    expect(safeCell(said)).toBe(written);
  });

  it('begins with a byte order mark unless it should not, and ends lines as spreadsheets do', () => {
    const matrix = tabulate(rich, 'kpi', { language: 'zh' });
    expect(matrixCsv(matrix)).toMatch(/^\uFEFF指标,目标,/u);
    expect(matrixCsv(matrix, { bom: false })).toMatch(/^指标,目标,/u);
    expect(matrixCsv(matrix)).toMatch(/\r\n$/u);
  });

  it('has the headings that rows and columns stand under', () => {
    const [head, first] = parseCsv(matrixCsv(tabulate(rich, 'controls', { language: 'en' }), { bom: false }));
    expect(head?.slice(3, 7)).toEqual([
      'Encryption · At rest',
      'Encryption · In transit',
      'Backup · How often',
      'Backup · To',
    ]);
    expect(first?.[0]).toBe('Customer database (Example CRM)');
    const [header, ...rows] = parseCsv(matrixCsv(tabulate(rich, 'raci', { language: 'en' }), { bom: false }));
    expect(header?.slice(0, 2)).toEqual(['Phase', 'Step']);
    expect(rows.map(([phase]) => phase)).toEqual(expect.arrayContaining(['Attract', 'Convert', 'Keep']));
    expect(rows.every(({ length }) => length === header?.length)).toBe(true);
  });

  it('of nothing says so', () => {
    const bare = process({ nodes: [node('a', { type: 'start', name: text('a', 'a') })] });
    expect(matrixCsv(tabulate(bare, 'kpi', { language: 'zh' }), { bom: false })).toBe('流程没有设定指标。\r\n');
  });
});

describe('html', () => {
  it('is one page that may load nothing, with its style alone', async () => {
    const page = await html.render(tabulate(rich, 'raci', { language: 'zh' }), options);
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(page) ?? [];
    expect(policy.replaceAll('&#x27;', "'")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'/u,
    );
    const [, style = ''] = /<style>([^]*?)<\/style>/u.exec(page) ?? [];
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(policy).toContain(Buffer.from(digest).toString('base64'));
    expect(page).toMatch(/^<!doctype html><html lang="zh">/u);
  });

  it('tells screen readers what each header is a header of', async () => {
    const page = parseHtml(await html.render(tabulate(rich, 'raci', { language: 'zh' }), options));
    const scopes = [...page.querySelectorAll('th')].map((head) => head.getAttribute('scope'));
    expect(new Set(scopes)).toEqual(new Set(['col', 'colgroup', 'row', 'rowgroup']));
    expect(page.querySelector('caption')?.textContent).toBe('每个环节由谁负责、谁负最终责任、向谁征询、知会谁。');
    expect(page.querySelector('[tabindex="0"]')?.getAttribute('role')).toBe('region');
  });

  it('has rows as wide as the table, whatever merges', () => {
    for (const [, flow] of examples)
      for (const matrix of all(flow)) {
        const table = matrixHast(matrix).find(({ tagName }) => tagName === 'table');
        const width = matrix.columns.length;
        // How many rows below each column is still covered.
        for (const body of (table?.children ?? []).filter(
          (child) => child.type === 'element' && child.tagName === 'tbody',
        )) {
          let open: number[] = [];
          for (const row of body.type === 'element' ? body.children : []) {
            const cells =
              row.type === 'element' ? row.children.flatMap((cell) => (cell.type === 'element' ? [cell] : [])) : [];
            const own = cells.reduce((sum, { properties }) => sum + Number(properties.colSpan ?? 1), 0);
            expect(own + open.length).toBe(width);
            open = [
              ...open.map((left) => left - 1),
              ...cells.map(({ properties }) => Number(properties.rowSpan ?? 1) - 1),
            ].filter((left) => left > 0);
          }
          expect(open).toEqual([]);
        }
      }
  });

  it('links what it is told, and nothing that could run', () => {
    const matrix = tabulate(rich, 'raci', { language: 'zh' });
    const links = (href: string): number =>
      JSON.stringify(matrixHast(matrix, { link: ({ kind }) => (kind === 'node' ? href : undefined) })).split('"href"')
        .length - 1;
    expect(links('sop.html#a')).toBe(cellsOf(matrix).length);
    expect(links('javascript:alert(1)')).toBe(0);
  });
});

it('plain headers name the group of a column, but for owners', () => {
  const [, , , rest] = tabulate(rich, 'controls', { language: 'zh' }).columns;
  expect(rest && plainHeader(rest)).toBe('加密 · 存储');
  const owner = tabulate(rich, 'raci', { language: 'zh' }).columns.find(({ id }) => id === 'sales-rep');
  expect(owner && plainHeader(owner)).toBe('销售代表');
});
