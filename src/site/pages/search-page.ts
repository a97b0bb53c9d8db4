/**
 * The page for searching. Without a program it is the list of all steps, flow by flow; the program puts what was found in its place.
 */
import type { Language } from '../../model/text.js';
import { h } from '../../render/html/tree.js';
import { pageHtml, searchPath, type SiteFrame } from '../page.js';
import { sitePhrases } from '../phrases/index.js';
import { linkBetween, pathOf } from '../plan.js';
import type { SearchEntry } from '../search.js';

export function searchPage(frame: SiteFrame, language: Language, entries: readonly SearchEntry[]): string {
  const { search, index } = sitePhrases(language);
  const here = pathOf(frame.plan, language, { kind: 'search' });
  const link = ({ path, title }: SearchEntry): ReturnType<typeof h> => h('a', { href: linkBetween(here, path) }, title);
  const flows = entries.filter(({ kind }) => kind === 'flow');
  const roles = entries.filter(({ kind }) => kind === 'role');
  const stepsOf = (flow: SearchEntry): readonly SearchEntry[] =>
    entries.filter(({ kind, path }) => kind === 'step' && path.startsWith(`${flow.path}#`));
  return pageHtml(frame, {
    id: { kind: 'search' },
    language,
    title: search.title,
    languages: frame.plan.languages,
    scripts: [searchPath(language)],
    content: [
      h('h1', {}, search.title),
      h('p', { class: 'needs-script' }, search.hint),
      h('p', {
        class: 'found',
        role: 'status',
        'data-found': search.found,
        'data-near': search.near,
        'data-none': search.none,
        'data-more': search.more,
      }),
      h('ol', {
        class: 'results',
        'data-results': '',
        'data-flow': search.flow,
        'data-role': search.role,
        hidden: true,
      }),
      h(
        'section',
        { 'data-all': '', 'aria-labelledby': 'all' },
        h('h2', { id: 'all' }, search.all),
        ...flows.flatMap((flow) => [
          h('h3', {}, link(flow)),
          h('ul', { class: 'steps' }, ...stepsOf(flow).map((step) => h('li', {}, link(step)))),
        ]),
        ...(roles.length === 0
          ? []
          : [h('h3', {}, index.roles), h('ul', { class: 'steps' }, ...roles.map((role) => h('li', {}, link(role))))]),
      ),
    ],
  });
}
