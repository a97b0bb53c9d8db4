/**
 * Markdown syntax tree → the bytes of a Word document: real headings with a table of contents, tables whose heads repeat, lists, links
 * within and out of the document, and pictures on pages turned as they need.
 */
import type * as Docx from 'docx';
import type { Root } from 'mdast';
import { oneLine } from '../../base/printable.js';
import type { Language } from '../../model/text.js';
import { plainText } from '../document/plain-text.js';
import { contentOf, ordered, unordered, type Library, type Part } from './content.js';
import { documentPhrases } from '../document/phrases.js';
import { sameBytes } from './same-bytes.js';
import { contentsHead, ruleColour, runningHead, styles } from './styles.js';

/** A picture of the document, as it will be drawn. */
export interface DocxPicture {
  /** PNG. */
  readonly bytes: Uint8Array;
  /** Of the drawing: only their ratio counts, and that it is not drawn larger than this in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface DocxOptions {
  readonly language: Language;
  /** What stands at the head of each page besides the title: number, version, status. */
  readonly subtitle: string;
  readonly creator?: string;
  /** By the address that the tree names; a picture without one here is told by its words. */
  readonly pictures: ReadonlyMap<string, DocxPicture>;
}

/** Twips: 1440 to the inch, 20 to the point. A4. */
const page = { short: 11_906, long: 16_838, margin: 1_240, edge: 560 };
const twipsPerPixel = 15;
/** Beside a picture on its page: its heading. */
const headingHeight = 900;

export async function docxBytes(root: Root, options: DocxOptions): Promise<Uint8Array> {
  const [docx, { estimatePageNumbersWith }] = await Promise.all([import('docx'), import('docx/layout')]);
  const title = oneLine(plainText(root.children.find(({ type }) => type === 'heading') ?? root));
  const { front, parts } = contentOf(docx, root);
  const phrases = documentPhrases(options.language);
  const contents = contentsOf(docx, phrases.contents);
  const levels = Array.from({ length: 4 }, (_, level) => level);
  const document = new docx.Document({
    title,
    ...(options.creator !== undefined && { creator: oneLine(options.creator) }),
    styles: styles(options.language, root.children.filter(isEntry).length),
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    numbering: {
      config: [
        {
          reference: ordered,
          levels: levels.map((level) => ({
            level,
            format: level % 2 === 0 ? docx.LevelFormat.DECIMAL : docx.LevelFormat.LOWER_LETTER,
            text: `%${String(level + 1)}.`,
            style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 420 } } },
          })),
        },
        {
          reference: unordered,
          levels: levels.map((level) => ({
            level,
            format: docx.LevelFormat.BULLET,
            text: level % 2 === 0 ? '•' : '–',
            style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 300 } } },
          })),
        },
      ],
    },
    sections: parts.map((part, index) => {
      const running = {
        headers: { default: headOf(docx, title, options.subtitle) },
        footers: { default: footOf(docx, phrases.pages) },
      };
      const { children, ...section } = sectionOf(docx, part, options);
      if (index > 0) return { ...section, children };
      return { ...section, ...running, children: [...children.slice(0, front), ...contents, ...children.slice(front)] };
    }),
  });
  return sameBytes(new Uint8Array(await docx.Packer.toArrayBuffer(document)));
}

/** A heading that the contents list: chapters and their sections. */
const isEntry = (block: Root['children'][number]): boolean =>
  block.type === 'heading' && (block.depth === 2 || block.depth === 3);

/**
 * Filled in from the headings, with the pages on which Word finds them. On pages of its own: the chapter behind it
 * begins a new one, not by a break between them, which would have an empty page to itself where the list fills its last one.
 */
function contentsOf(docx: Library, name: string): Docx.FileChild[] {
  return [
    new docx.Paragraph({ style: contentsHead, pageBreakBefore: true, children: [new docx.TextRun(name)] }),
    new docx.TableOfContents(name, { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
  ];
}

function headOf(docx: Library, title: string, subtitle: string): Docx.Header {
  const border = { style: docx.BorderStyle.SINGLE, size: 4, color: ruleColour, space: 4 } as const;
  const children = [new docx.TextRun({ text: title })];
  if (subtitle !== '') children.push(new docx.TextRun({ text: `\u3000${oneLine(subtitle)}` }));
  return new docx.Header({
    children: [new docx.Paragraph({ style: runningHead, border: { bottom: border }, children })],
  });
}

function footOf(docx: Library, [before, between, after]: readonly [string, string, string]): Docx.Footer {
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber;
  const children = [new docx.TextRun({ children: [before, CURRENT, between, TOTAL_PAGES, after] })];
  return new docx.Footer({
    children: [new docx.Paragraph({ style: runningHead, alignment: docx.AlignmentType.CENTER, children })],
  });
}

function sectionOf(docx: Library, part: Part, options: DocxOptions): Docx.ISectionOptions {
  const picture = part.kind === 'picture' ? options.pictures.get(part.url) : undefined;
  const turned = picture !== undefined && picture.width > picture.height;
  const margin = part.kind === 'picture' ? page.edge : page.margin;
  const properties: Docx.ISectionPropertiesOptions = {
    type: docx.SectionType.NEXT_PAGE,
    page: {
      // The library turns the sheet itself.
      size: {
        width: page.short,
        height: page.long,
        orientation: turned ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
      },
      margin: { top: page.margin, bottom: page.margin - 200, left: margin, right: margin, header: 600, footer: 500 },
    },
  };
  if (part.kind === 'text') return { properties, children: part.blocks };
  const { before, alt } = part;
  const shown =
    picture === undefined
      ? new docx.Paragraph(oneLine(alt))
      : pictureOf(docx, picture, oneLine(alt), before.length > 0, turned, margin);
  return { properties, children: [...before, shown] };
}

function pictureOf(
  docx: Library,
  { bytes, width, height }: DocxPicture,
  alt: string,
  headed: boolean,
  turned: boolean,
  margin: number,
): Docx.Paragraph {
  const [across, down] = turned ? [page.long, page.short] : [page.short, page.long];
  const free = { width: across - 2 * margin, height: down - 2 * page.margin - (headed ? headingHeight : 200) };
  const scale = Math.min(1, free.width / (width * twipsPerPixel), free.height / (height * twipsPerPixel));
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { after: 0, line: 240, lineRule: docx.LineRuleType.AUTO },
    children: [
      new docx.ImageRun({
        type: 'png',
        data: bytes,
        transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
        altText: { name: alt, title: alt, description: alt },
      }),
    ],
  });
}
