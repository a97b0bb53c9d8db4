/**
 * A PDF file. The adapter to pdfkit: says what the file is, has its streams compressed, and collects the bytes.
 *
 * Same input, same bytes: no date is written, the file's id follows from what is said of it, and streams are compressed by code of our own,
 * because what zlib makes of them depends on the version of Node and on the processor.
 */
import { zlibSync } from 'fflate';
import type { Fonts } from '../fonts/shipped.js';

export type Pdf = PDFKit.PDFDocument;

/** What is said of the whole file. */
export interface PdfAbout {
  readonly title: string;
  readonly author?: string;
  readonly subject: string;
  readonly language: string;
}

export interface PdfPage {
  /** In points, 72 to the inch. */
  readonly width: number;
  readonly height: number;
  /** Its bookmark; a page without one has none. */
  readonly name?: string;
  draw(pdf: Pdf): void;
}

export async function pdfBytes(about: PdfAbout, fonts: Fonts, pages: readonly PdfPage[]): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    // From 1.4 on pdfkit says it all a second time as XML, and escapes nothing there.
    pdfVersion: '1.3',
    lang: about.language,
    displayTitle: true,
    info: {
      Title: about.title,
      ...(about.author !== undefined && { Author: about.author }),
      Subject: about.subject,
      Producer: 'trackflow',
      Creator: 'trackflow',
      CreationDate: new Date(0),
    },
  });
  // pdfkit insists on a date, but writes only what it finds in a loop over the properties.
  Object.defineProperty(pdf.info, 'CreationDate', { enumerable: false });
  compressStreams(pdf);
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.registerFont('400', fonts[400].path);
  pdf.registerFont('700', fonts[700].path);
  for (const page of pages) {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    if (page.name !== undefined) pdf.outline.addItem(page.name);
    page.draw(pdf);
  }
  pdf.end();
  await ended;
  return joined(chunks);
}

/** What pdfkit keeps of a stream until it is written. */
interface Stream {
  buffer: Uint8Array[];
  readonly data: { Filter?: string };
  finalize(): void;
}

function compressStreams(pdf: Pdf): void {
  const makeRef = pdf.ref.bind(pdf);
  pdf.ref = (data) => {
    const ref = makeRef(data);
    const stream = ref as unknown as Stream;
    const finalize = stream.finalize.bind(stream);
    stream.finalize = () => {
      if (stream.buffer.length > 0 && stream.data.Filter === undefined) {
        stream.buffer = [zlibSync(joined(stream.buffer), { level: 9 })];
        stream.data.Filter = 'FlateDecode';
      }
      finalize();
    };
    return ref;
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
