/** HTML: the standard operating procedure as one page that carries its pictures, for intranets, browsers and print. */
import type { XmlElement } from '../../base/xml.js';
import { documentOf } from '../document-of.js';
import { documentPhrases } from '../document/phrases.js';
import type { Format } from '../format.js';
import { picture } from '../svg/picture.js';

export const sopHtml = {
  id: 'sop-html',
  summary: 'the standard operating procedure with its picture as one web page',
  extension: '.sop.html',
  mediaType: 'text/html',
  needs: 'process',
  isDocument: true,
  illustrated: 'whole',
  async render(process, options) {
    const { documentPage } = await import('../document/page.js');
    const { language, theme, illustrations = [], diagramLinks = [] } = options;
    const pictures = new Map<string, XmlElement>(
      illustrations.map((scene, index) => [diagramLinks[index] ?? '', picture(scene, { theme })]),
    );
    const { contents } = documentPhrases(language);
    return documentPage(documentOf(process, options), { language, theme, contents, pictures });
  },
} as const satisfies Format;
