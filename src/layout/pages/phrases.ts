/** What only pages say, in every language trackflow speaks. */
import type { Language } from '../../model/text.js';
import type { View } from '../../model/view.js';
import { inLanguage } from '../../model/words/index.js';

export interface PagePhrases {
  /** Which page this is, for the title block. */
  readonly page: (number: number, count: number) => string;
  /** Which page this is, with what stands on it. */
  readonly named: (number: number, name: string) => string;
  /** On a connector that a connection leaves the page by: where it goes on, and with what. */
  readonly goesOn: (page: number, name: string) => string;
  /** On a connector that a connection comes in by: where it comes from. */
  readonly comesFrom: (page: number, name: string) => string;
  /** The first of several steps that connections come from. */
  readonly andMore: (name: string, more: number) => string;
  readonly legend: string;
}

/** In connectors, which are small: an arrow or a number alone on a line says nothing. */
const nbsp = '\u00A0';

const zh: PagePhrases = {
  page: (number, count) => `第 ${number} 页，共 ${count} 页`,
  named: (number, name) => `第 ${number} 页 · ${name}`,
  goesOn: (page, name) => `→${nbsp}第${nbsp}${page}${nbsp}页 · ${name}`,
  comesFrom: (page, name) => `自第${nbsp}${page}${nbsp}页 · ${name}`,
  andMore: (name, more) => `${name}等 ${more + 1} 处`,
  legend: '转接另一页',
};

const en: PagePhrases = {
  page: (number, count) => `Page ${number} / ${count}`,
  named: (number, name) => `p. ${number} · ${name}`,
  goesOn: (page, name) => `→${nbsp}p.${nbsp}${page} · ${name}`,
  comesFrom: (page, name) => `from p.${nbsp}${page} · ${name}`,
  andMore: (name, more) => `${name} and ${more} more`,
  legend: 'Goes on on another page',
};

/** Within a document, whose pages have numbers of their own. */
const figures: { readonly zh: PagePhrases; readonly en: PagePhrases } = {
  zh: {
    page: (number, count) => `图 ${number}/${count}`,
    named: (number, name) => `图 ${number} · ${name}`,
    goesOn: (number, name) => `→${nbsp}图${nbsp}${number} · ${name}`,
    comesFrom: (number, name) => `自图${nbsp}${number} · ${name}`,
    andMore: zh.andMore,
    legend: '转接另一图',
  },
  en: {
    page: (number, count) => `Figure ${number} / ${count}`,
    named: (number, name) => `fig. ${number} · ${name}`,
    goesOn: (number, name) => `→${nbsp}fig.${nbsp}${number} · ${name}`,
    comesFrom: (number, name) => `from fig.${nbsp}${number} · ${name}`,
    andMore: en.andMore,
    legend: 'Goes on in another figure',
  },
};

/** What the parts of a picture say: those of a file are its pages. */
export function pagePhrases(language: Language, { isFigure }: Pick<View, 'isFigure'> = {}): PagePhrases {
  return inLanguage(language, isFigure === true ? figures : { zh, en });
}
