/**
 * How a Word document looks: its styles by the names that Word gives them, so that a company's own template can take over, and fonts that
 * every office program on a Chinese or English machine has, or has one of the same widths for: LibreOffice brings Liberation Sans and
 * Liberation Mono with it, but not always one for Calibri, and with wider letters lines break that the page numbers did not count on.
 */
import type { IBaseParagraphStyleOptions, IRunOptions, IStylesOptions } from 'docx';

/** Half points. */
const body = 21;
const small = 18;

/** Latin and Chinese characters in one run each get their own font. */
const text: NonNullable<IRunOptions['font']> = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '宋体' };
const display: NonNullable<IRunOptions['font']> = {
  ascii: 'Arial',
  hAnsi: 'Arial',
  cs: 'Arial',
  eastAsia: '黑体',
};
export const monospaced: NonNullable<IRunOptions['font']> = {
  ascii: 'Courier New',
  hAnsi: 'Courier New',
  cs: 'Courier New',
  eastAsia: '宋体',
};

const ink = '1F2937';
/** Behind the heads of tables. */
export const headFill = 'E8EDF4';
export const ruleColour = 'A9B4C2';

/**
 * Twips from line to line. Not by the font, as each machine has others: so a page breaks where the table of contents says it does.
 */
function lines(line: number): { readonly line: number; readonly lineRule: 'exact' } {
  return { line, lineRule: 'exact' };
}

function heading(size: number, before: number, after: number): IBaseParagraphStyleOptions {
  return {
    run: { font: display, size, bold: true, color: ink },
    paragraph: { spacing: { before, after, ...lines(size * 14) }, keepNext: true, keepLines: true },
  };
}

export const tableText = 'TableText';
/** Looks like a heading, and is none: the table of contents does not list itself. */
export const contentsHead = 'ContentsHead';
export const runningHead = 'RunningHead';

/** Twips: what a page has for the contents, what their heading takes of the first, and the empty paragraph behind them of the last. */
const contentsPage = { room: 14_500, heading: 580, behind: 440 };
/** Twips: how far apart the entries stand, and how close they may. */
const apart = { usual: body * 15 + 40, least: 275 };
/** Fewer entries than these look lost on a page of their own. */
const fewest = 6;

/** Whether the last page of the contents is neither nearly empty nor so full that what stands behind them gets a page to itself. */
function endsWell(entries: number, pitch: number): boolean {
  const { room, heading: above, behind } = contentsPage;
  let left = entries;
  for (let page = 0; ; page += 1) {
    const free = page === 0 ? room - above : room;
    const fit = Math.floor(free / pitch);
    if (left > fit) left -= fit;
    else return left * pitch + behind <= free && (page === 0 || left >= fewest);
  }
}

/** A list of contents that would end badly is set a little closer. */
function entrySpacing(entries: number): ReturnType<typeof lines> & { readonly after: number } {
  for (let pitch = apart.usual; pitch >= apart.least; pitch -= 5)
    if (endsWell(entries, pitch)) return { after: 40, ...lines(pitch - 40) };
  return { after: 40, ...lines(apart.usual - 40) };
}

/** `entries`: how many the list of contents has. */
export function styles(language: string, entries: number): IStylesOptions {
  const east = language.split('-')[0] === 'zh' ? 'zh-CN' : undefined;
  const tag =
    east === undefined ? { value: language === 'en' ? 'en-US' : language } : { value: 'en-US', eastAsia: east };
  return {
    default: {
      document: {
        run: { font: text, size: body, language: tag },
        paragraph: { spacing: { after: 120, ...lines(body * 15) } },
      },
      title: {
        run: { font: display, size: 40, bold: true, color: ink },
        paragraph: { spacing: { after: 240, ...lines(560) } },
      },
      heading1: heading(30, 360, 160),
      heading2: heading(25, 280, 120),
      heading3: heading(22, 220, 80),
      heading4: heading(body, 180, 60),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: '1D4ED8', underline: { type: 'single' } } },
    },
    paragraphStyles: [
      {
        id: tableText,
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: small },
        paragraph: { spacing: { before: 30, after: 30, ...lines(small * 14) } },
      },
      {
        id: contentsHead,
        name: 'TOC Heading',
        basedOn: 'Normal',
        run: { font: display, size: 30, bold: true, color: ink },
        paragraph: { spacing: { before: 0, after: 160, ...lines(420) }, keepNext: true },
      },
      {
        id: runningHead,
        name: 'Running Head',
        basedOn: 'Normal',
        run: { size: 16, color: '5B6675' },
        paragraph: { spacing: { after: 0, ...lines(220) } },
      },
      ...([1, 2, 3] as const).map((level) => ({
        id: `TOC${String(level)}`,
        name: `toc ${String(level)}`,
        basedOn: 'Normal',
        paragraph: { spacing: entrySpacing(entries), indent: { left: (level - 1) * 300 } },
      })),
    ],
  };
}
