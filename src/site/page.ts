/**
 * What stands around the content of every page: head, rules for the browser, the top of the page and its foot.
 *
 * Nothing is loaded from elsewhere, and the page says so to the browser: no script, style, picture or form from or to another place, and no
 * script or style in the page itself. Scripts are plain ones beside the page, because browsers refuse modules of a page on disk.
 */
import type { Element } from 'hast';
import type { Language } from '../model/text.js';
import { spokenLanguage } from '../model/words/index.js';
import { h, type Content } from '../render/html/tree.js';
import { htmlPage } from './html.js';
import { sitePhrases } from './phrases/index.js';
import { linkBetween, pageLanguage, pathOf, type PageId, type SitePlan } from './plan.js';
import { unbroken } from './unbroken.js';

export const assets = { style: 'assets/site.css', start: 'assets/start.js', script: 'assets/site.js' } as const;

/** The words of a language for searching; one file for each. */
export const searchPath = (language: Language): string => `assets/search-${language.toLowerCase()}.js`;

/** What all pages of a site have in common. */
export interface SiteFrame {
  readonly plan: SitePlan;
  readonly title: (language: Language) => string;
}

export interface Page {
  readonly id: PageId;
  readonly language: Language;
  /** Of this page; the site's own stands behind it. */
  readonly title: string;
  /** In which there is the same page. */
  readonly languages: readonly Language[];
  readonly content: readonly Content[];
  /** Scripts before that of the site, by path. */
  readonly scripts?: readonly string[];
}

/** Style only of style sheets, and data only of files: an inline picture may come as `data:`. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

export function pageHtml(frame: SiteFrame, page: Page): string {
  const { language, id, scripts = [] } = page;
  const path = pathOf(frame.plan, language, id);
  const link = (to: string): string => linkBetween(path, to);
  const site = frame.title(language);
  return htmlPage(
    h(
      'html',
      { lang: pageLanguage(frame.plan, language) },
      h(
        'head',
        {},
        h('meta', { charset: 'utf-8' }),
        h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('meta', { name: 'referrer', content: 'no-referrer' }),
        h('meta', { name: 'generator', content: 'trackflow' }),
        h('title', {}, id.kind === 'index' ? site : `${page.title} · ${site}`),
        h('link', { rel: 'stylesheet', href: link(assets.style) }),
        // Before anything is drawn, so that a page that was chosen dark never flashes.
        h('script', { src: link(assets.start) }),
        [...scripts, assets.script].map((script) => h('script', { src: link(script), defer: true })),
      ),
      h(
        'body',
        {},
        h('a', { class: 'skip', href: '#content' }, sitePhrases(language).skip),
        top(frame, page, link),
        unbroken(h('main', { id: 'content', tabindex: -1 }, ...page.content)),
        h('footer', { class: 'site-foot' }, h('p', {}, sitePhrases(language).made)),
      ),
    ),
  );
}

function top(frame: SiteFrame, { id, language, languages }: Page, link: (to: string) => string): Element {
  const { plan } = frame;
  const phrases = sitePhrases(language);
  const { search, theme } = phrases;
  const home = link(pathOf(plan, language, { kind: 'index' }));
  return h(
    'header',
    { class: 'site-head' },
    h(
      'nav',
      { class: 'site-home', 'aria-label': phrases.main },
      h('a', { href: home, 'aria-current': id.kind === 'index' ? 'page' : undefined }, frame.title(language)),
    ),
    h(
      'form',
      { class: 'site-search', role: 'search', action: link(pathOf(plan, language, { kind: 'search' })), method: 'get' },
      h('label', { class: 'unseen', for: 'q' }, search.label),
      h('input', { id: 'q', name: 'q', type: 'search', autocomplete: 'off', placeholder: search.label }),
      h('button', { type: 'submit' }, search.submit),
    ),
    plan.languages.length > 1
      ? h(
          'nav',
          { class: 'site-languages', 'aria-label': phrases.languages },
          h(
            'ul',
            {},
            ...plan.languages.map((other) => {
              const there = pathOf(plan, other, languages.includes(other) ? id : { kind: 'index' });
              const current = other === language ? 'true' : undefined;
              return h(
                'li',
                {},
                h(
                  'a',
                  { href: link(there), lang: other, hreflang: other, 'aria-current': current },
                  languageName(other),
                ),
              );
            }),
          ),
        )
      : undefined,
    h(
      'button',
      {
        class: 'theme needs-script',
        type: 'button',
        'data-theme-words': [theme.auto, theme.light, theme.dark].join('|'),
      },
      h('span', { class: 'sign', 'aria-hidden': 'true' }),
      h('span', { class: 'word' }, theme.label + phrases.colon),
      h('span', { 'data-theme-word': '' }, theme.auto),
    ),
  );
}

/** In itself, for those who read no other; its tag, where it is none of ours. */
export function languageName(language: Language): string {
  const spoken = spokenLanguage(language);
  return language.toLowerCase().startsWith(spoken) && language.split('-').length === 1
    ? sitePhrases(language).language
    : language;
}
