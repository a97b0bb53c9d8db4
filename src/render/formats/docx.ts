/** Word: the standard operating procedure with its picture in one file that office programs open and people sign. */
import { documentOf } from '../document-of.js';
import type { DocxPicture } from '../docx/document.js';
import type { Format, RenderOptions } from '../format.js';
import { png } from './png.js';

/** Pixels for each of CSS: sharp in print at the size that a page leaves. */
const scale = 2;

export const docx = {
  id: 'docx',
  summary: 'the standard operating procedure with its picture as a Word document',
  extension: '.sop.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  needs: 'process',
  isDocument: true,
  illustrated: 'paper',
  async render(process, options) {
    const { docxBytes } = await import('../docx/document.js');
    const { pictures, notes } = await picturesOf(options);
    const document = documentOf(process, options);
    return {
      content: await docxBytes(document, {
        language: options.language,
        subtitle: subtitleOf(process.document),
        pictures,
      }),
      notes,
    };
  },
} as const satisfies Format;

async function picturesOf({
  illustrations = [],
  diagramLinks = [],
  theme,
  language,
  mermaidDiagram,
}: RenderOptions): Promise<{ readonly pictures: ReadonlyMap<string, DocxPicture>; readonly notes: readonly string[] }> {
  const pictures = new Map<string, DocxPicture>();
  const notes = new Set<string>();
  for (const [index, scene] of illustrations.entries()) {
    const drawn = await png.render(scene, { theme, language, mermaidDiagram, scale });
    for (const note of drawn.notes) notes.add(note);
    pictures.set(diagramLinks[index] ?? '', { bytes: drawn.content, width: scene.width, height: scene.height });
  }
  return { pictures, notes: [...notes] };
}

/** Number and version, which whoever holds a printed page needs to know. */
function subtitleOf(document: { readonly number?: string; readonly version?: string } | undefined): string {
  return [document?.number, document?.version].filter((part) => part !== undefined).join(' ');
}
