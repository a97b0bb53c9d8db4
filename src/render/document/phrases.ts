/** What a document says of itself, around the content. */
import type { Language } from '../../model/text.js';

export interface DocumentPhrases {
  readonly contents: string;
  /** Before, between and after the number of the page and that of all pages. */
  readonly pages: readonly [string, string, string];
}

const zh: DocumentPhrases = { contents: '目录', pages: ['第 ', ' 页，共 ', ' 页'] };
const en: DocumentPhrases = { contents: 'Contents', pages: ['Page ', ' of ', ''] };

export const documentPhrases = (language: Language): DocumentPhrases => (language.split('-')[0] === 'zh' ? zh : en);
