/** The first page of each language: the flows, and who takes part in them. */
import type { Element } from 'hast';
import type { Language } from '../../model/text.js';
import { speaker } from '../../model/words/speaker.js';
import { subtitle } from '../../view/frame.js';
import { voice } from '../../view/voice.js';
import { h } from '../../render/html/tree.js';
import { languageName, pageHtml, type SiteFrame } from '../page.js';
import { filled, sitePhrases } from '../phrases/index.js';
import { languageFor, linkBetween, pageLanguage, pathOf, roleName, textLanguage, type PlannedFlow } from '../plan.js';
import { factLine } from '../unbroken.js';

export function indexPage(frame: SiteFrame, language: Language): string {
  const { plan } = frame;
  const { index } = sitePhrases(language);
  const here = pathOf(plan, language, { kind: 'index' });
  const title = frame.title(language);
  const isOwn = (flow: PlannedFlow): boolean => flow.languages.includes(language);
  const inOrder = [...plan.flows.filter(isOwn), ...plan.flows.filter((flow) => !isOwn(flow))];
  return pageHtml(frame, {
    id: { kind: 'index' },
    language,
    title,
    languages: plan.languages,
    content: [
      h('h1', {}, title),
      h('h2', { id: 'flows' }, index.flows),
      plan.flows.length === 0
        ? h('p', {}, index.none)
        : h('ul', { class: 'cards' }, ...inOrder.map((flow) => card(frame, flow, language, here))),
      ...(plan.roles.length === 0
        ? []
        : [
            h('h2', { id: 'roles' }, index.roles),
            h(
              'ul',
              { class: 'roles' },
              ...plan.roles.map((role) =>
                h(
                  'li',
                  {},
                  h(
                    'a',
                    { href: linkBetween(here, pathOf(plan, language, { kind: 'role', role })) },
                    roleName(role, language),
                  ),
                ),
              ),
            ),
          ]),
    ],
  });
}

function card({ plan }: SiteFrame, flow: PlannedFlow, language: Language, here: string): Element {
  const { process } = flow;
  const shown = languageFor(flow, language);
  const foreign = shown === language ? undefined : shown;
  // What the flow says stands in its language, and what is said of it in that of the page.
  const own = textLanguage(flow, shown);
  const ownIfOther = own === pageLanguage(plan, language) ? undefined : own;
  const speak = voice(process, shown);
  const { index } = sitePhrases(language);
  const status = process.document?.status;
  const about = speak.line(process.description) || speak.line(process.objective?.goal);
  const details = subtitle(process, voice(process, language));
  const owners = new Set(process.nodes.flatMap(({ owner }) => owner ?? []));
  return h(
    'li',
    { class: 'card' },
    h(
      'h3',
      { lang: ownIfOther },
      h(
        'a',
        { href: linkBetween(here, pathOf(plan, shown, { kind: 'flow', flow })), hreflang: foreign },
        speak.name({ id: process.id, name: process.title }),
      ),
    ),
    status === undefined
      ? undefined
      : h('span', { class: `status status-is-${status}` }, speaker(process, language).words.statuses[status]),
    about === '' ? undefined : h('p', { class: 'about', lang: ownIfOther }, about),
    factLine(details === '' ? [] : details.split(' · ')),
    factLine([
      counted(process.nodes.length, index.step, index.steps),
      ...(owners.size === 0 ? [] : [counted(owners.size, index.party, index.parties)]),
      ...(foreign === undefined ? [] : [filled(index.otherLanguage, { language: languageName(foreign) })]),
    ]),
  );
}

function counted(count: number, one: string, several: string): string {
  return filled(count === 1 ? one : several, { count });
}
