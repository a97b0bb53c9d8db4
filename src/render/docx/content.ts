/**
 * Markdown syntax tree → what a Word document is made of. Text only ever becomes the text of a run.
 *
 * A paragraph that is nothing but a picture starts a part of its own, because a picture may need paper turned the other way.
 */
import type * as Docx from 'docx';
import type { Heading, List, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { printable } from '../../base/printable.js';
import { plainText } from '../document/plain-text.js';
import { headFill, monospaced, ruleColour, tableText } from './styles.js';
import { columnWidths } from './widths.js';

export type Library = typeof Docx;
export type Block = Docx.Paragraph | Docx.Table;

export type Part =
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  | { readonly kind: 'picture'; readonly url: string; readonly alt: string; readonly before: readonly Block[] };

/** Twips. */
const textWidth = 9_400;
const indent = 420;

interface Setting {
  readonly docx: Library;
  /** The bookmark of each heading that links may lead to, by its anchor. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Numbered lists so far: each begins anew. */
  lists: number;
}

export const ordered = 'ordered';
export const unordered = 'unordered';

export interface Content {
  /** How many blocks of the first part stand before the first chapter that has a number: the title, and what controls the document. */
  readonly front: number;
  readonly parts: readonly Part[];
}

export function contentOf(docx: Library, root: Root): Content {
  const anchors = root.children.flatMap((block) => (block.type === 'heading' ? [block.data?.id] : []));
  const bookmarks = new Map(
    anchors.flatMap((anchor, index) => (anchor === undefined ? [] : [[anchor, `h${String(index)}`] as const])),
  );
  const setting: Setting = { docx, bookmarks, lists: 0 };
  const parts: Part[] = [];
  let blocks: Block[] = [];
  let front: number | undefined;
  for (const [index, block] of root.children.entries()) {
    const isFirstChapter = front === undefined && block.type === 'heading' && block.data?.number !== undefined;
    if (isFirstChapter) front = parts.length === 0 ? blocks.length : 0;
    const picture = pictureOf(block);
    if (picture === undefined) {
      blocks.push(
        ...blocksOf(setting, block, { pageBreakBefore: isFirstChapter, ...keptWith(root.children[index + 1]) }),
      );
      continue;
    }
    // The heading of the picture goes with it to its page.
    const before = headingsAtEnd(root.children.slice(0, root.children.indexOf(block)));
    const kept = before === 0 ? [] : blocks.splice(-before);
    if (blocks.length > 0) parts.push({ kind: 'text', blocks });
    parts.push({ kind: 'picture', ...picture, before: kept });
    blocks = [];
  }
  if (blocks.length > 0) parts.push({ kind: 'text', blocks });
  return { front: front ?? 0, parts };
}

/** Nearer to what it announces than to the list that it stands below. */
const announcing: Docx.IParagraphOptions = { keepNext: true, spacing: { before: 100, after: 60 } };

/** What announces a table or a list stays on its page. */
function keptWith(next: RootContent | undefined): Docx.IParagraphOptions {
  return next?.type === 'table' || next?.type === 'list' ? { keepNext: true } : {};
}

function headingsAtEnd(blocks: readonly RootContent[]): number {
  const other = blocks.findLastIndex(({ type }) => type !== 'heading');
  return blocks.length - 1 - other;
}

function pictureOf(block: RootContent): { readonly url: string; readonly alt: string } | undefined {
  if (block.type !== 'paragraph' || block.children.length !== 1) return undefined;
  const [image] = block.children;
  return image?.type === 'image' ? { url: image.url, alt: image.alt ?? '' } : undefined;
}

function blocksOf(setting: Setting, block: RootContent, more: Docx.IParagraphOptions = {}): Block[] {
  const { docx } = setting;
  switch (block.type) {
    case 'heading':
      return [
        headingOf(setting, block, more.pageBreakBefore === true),
        ...(block.data?.below === undefined
          ? []
          : [new docx.Paragraph({ keepNext: true, children: [new docx.TextRun(printable(block.data.below))] })]),
      ];
    case 'paragraph':
      return [paragraphOf(setting, block, more.keepNext === true ? announcing : {})];
    case 'list':
      return listOf(setting, block, 0);
    case 'table':
      return [
        tableOf(setting, block),
        new docx.Paragraph({ spacing: { after: 0, line: 120, lineRule: docx.LineRuleType.EXACT } }),
      ];
    case 'blockquote':
      return block.children.flatMap((child) =>
        child.type === 'paragraph'
          ? [paragraphOf(setting, child, { indent: { left: indent } })]
          : blocksOf(setting, child),
      );
    case 'thematicBreak':
      return [new docx.Paragraph({ thematicBreak: true })];
    default:
      throw new Error(`a Word document cannot hold a ${block.type}`);
  }
}

function headingOf(setting: Setting, { depth, children, data }: Heading, isOnNewPage: boolean): Docx.Paragraph {
  const { docx, bookmarks } = setting;
  const bookmark = data?.id === undefined ? undefined : bookmarks.get(data.id);
  const levels = ['TITLE', 'HEADING_1', 'HEADING_2', 'HEADING_3', 'HEADING_4', 'HEADING_5'] as const;
  const number = data?.number === undefined ? [] : [new docx.TextRun(`${data.number}\u2002`)];
  const runs = [...number, ...runsOf(setting, children)];
  return new docx.Paragraph({
    heading: docx.HeadingLevel[levels[depth - 1] ?? 'HEADING_5'],
    // Word and LibreOffice differ in whether what opens a page so keeps its distance from what stands above.
    ...(isOnNewPage && { pageBreakBefore: true, spacing: { before: 0 } }),
    children: bookmark === undefined ? runs : [new docx.Bookmark({ id: bookmark, children: runs })],
  });
}

function paragraphOf(setting: Setting, { children }: Paragraph, more: Docx.IParagraphOptions = {}): Docx.Paragraph {
  return new setting.docx.Paragraph({ ...more, children: runsOf(setting, children) });
}

function listOf(setting: Setting, list: List, level: number): Block[] {
  const numbered = list.ordered === true;
  if (numbered) setting.lists += 1;
  const instance = setting.lists;
  return list.children.flatMap((item) =>
    item.children.flatMap((child, index) => {
      if (child.type === 'list') return listOf(setting, child, level + 1);
      if (child.type !== 'paragraph') return blocksOf(setting, child);
      const task = typeof item.checked === 'boolean';
      if (index > 0 || task) {
        const box = task && index === 0 ? [new setting.docx.TextRun(item.checked === true ? '☑ ' : '☐ ')] : [];
        const hanging = box.length > 0 ? { hanging: indent / 1.5 } : {};
        return [
          new setting.docx.Paragraph({
            style: 'ListParagraph',
            indent: { left: indent * (level + 1), ...hanging },
            children: [...box, ...runsOf(setting, child.children)],
          }),
        ];
      }
      return [
        paragraphOf(setting, child, {
          style: 'ListParagraph',
          numbering: numbered ? { reference: ordered, level, instance } : { reference: unordered, level },
        }),
      ];
    }),
  );
}

function tableOf(setting: Setting, table: Table): Docx.Table {
  const { docx } = setting;
  const widths = columnWidths(table, textWidth);
  const border = { style: docx.BorderStyle.SINGLE, size: 4, color: ruleColour } as const;
  const borders = {
    top: border,
    bottom: border,
    left: border,
    right: border,
    insideHorizontal: border,
    insideVertical: border,
  };
  const rows = table.children.map(
    (row, index) =>
      new docx.TableRow({
        ...(index === 0 && { tableHeader: true }),
        // Room to sign in.
        ...(row.children.some((cell) => plainText(cell) === '\u00A0') && {
          height: { value: 560, rule: docx.HeightRule.ATLEAST },
        }),
        cantSplit: true,
        children: row.children.map(
          (cell, column) =>
            new docx.TableCell({
              width: { size: widths[column] ?? 0, type: docx.WidthType.DXA },
              margins: { top: 30, bottom: 30, left: 90, right: 90 },
              ...(index === 0 && { shading: { type: docx.ShadingType.CLEAR, fill: headFill, color: 'auto' } }),
              children: [
                new docx.Paragraph({
                  style: tableText,
                  // The head of a table does not stay behind on the page before.
                  ...(index === 0 && { keepNext: true }),
                  children: runsOf(setting, cell.children, index === 0),
                }),
              ],
            }),
        ),
      }),
  );
  return new docx.Table({
    rows,
    borders,
    columnWidths: [...widths],
    layout: docx.TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
  });
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly style?: string;
}

function runsOf(setting: Setting, content: readonly PhrasingContent[], bold = false): Docx.ParagraphChild[] {
  return content.flatMap((child) => runOf(setting, child, bold ? { bold } : {}));
}

function runOf(setting: Setting, node: PhrasingContent, style: Style): Docx.ParagraphChild[] {
  const { docx } = setting;
  const inner = (children: readonly PhrasingContent[], more: Style): Docx.ParagraphChild[] =>
    children.flatMap((child) => runOf(setting, child, { ...style, ...more }));
  switch (node.type) {
    case 'text':
      return [new docx.TextRun({ ...style, text: printable(node.value) })];
    case 'inlineCode':
      return [new docx.TextRun({ ...style, text: printable(node.value), font: monospaced })];
    case 'break':
      return [new docx.TextRun({ ...style, break: 1 })];
    case 'strong':
      return inner(node.children, { bold: true });
    case 'emphasis':
      return inner(node.children, { italics: true });
    case 'link':
      return linkOf(setting, node.url, inner(node.children, { style: 'Hyperlink' }), inner(node.children, {}));
    case 'image':
      return [new docx.TextRun({ ...style, text: printable(plainText(node)) })];
    default:
      throw new Error(`a Word document cannot hold a ${(node as Nodes).type} in a line`);
  }
}

/** Into the document by its bookmark, out of it by its address; a relative one stays, as the file may lie beside its pictures. */
function linkOf(
  { docx, bookmarks }: Setting,
  url: string,
  shown: Docx.ParagraphChild[],
  plain: Docx.ParagraphChild[],
): Docx.ParagraphChild[] {
  if (!url.startsWith('#')) return [new docx.ExternalHyperlink({ link: url, children: shown })];
  const bookmark = bookmarks.get(decodeURIComponent(url.slice(1)));
  // Within the document, colour and underline on every step's name would be all that one sees.
  return bookmark === undefined ? plain : [new docx.InternalHyperlink({ anchor: bookmark, children: plain })];
}
