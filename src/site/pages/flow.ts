/**
 * The page of a flow: its pictures, the journeys of customers, and the whole procedure.
 *
 * It reads from top to bottom without any program: pictures one after the other, journeys as lists, the procedure as text. The program in
 * the page makes tabs of the pictures, plays the journeys, and shows the section of a step beside the picture.
 */
import type { Element } from 'hast';
import type { Language } from '../../model/text.js';
import { voice } from '../../view/voice.js';
import { subtitle } from '../../view/frame.js';
import { nodeTarget } from '../../render/sop/document.js';
import { viewsFor, type Draw } from '../drawings.js';
import { h, type Content } from '../../render/html/tree.js';
import { fillSlots, pictureSlot } from '../html.js';
import { journeysOf, type Journey } from '../journey.js';
import { pageHtml, type SiteFrame } from '../page.js';
import { filled, sitePhrases, type SitePhrases } from '../phrases/index.js';
import { languageFor, linkBetween, pathOf, procedureForm, textLanguage, type PlannedFlow } from '../plan.js';
import { procedureOf } from '../procedure.js';
import type { SearchEntry } from '../search.js';
import { factLine } from '../unbroken.js';
import { tablesOf } from '../tables.js';
import type { Speaker } from '../../model/words/speaker.js';
import type { ShowId } from '../../model/view.js';

export interface FlowPage {
  readonly path: string;
  readonly html: string;
  readonly entries: readonly SearchEntry[];
}

export interface FlowPageOptions {
  readonly draw: Draw;
  readonly show?: readonly ShowId[];
}

export async function flowPage(
  frame: SiteFrame,
  flow: PlannedFlow,
  language: Language,
  { draw, show }: FlowPageOptions,
): Promise<FlowPage> {
  const { process } = flow;
  const speak = voice(process, language);
  const phrases = sitePhrases(language);
  const path = pathOf(frame.plan, language, { kind: 'flow', flow });
  const title = speak.name({ id: process.id, name: process.title });
  const children = new Map(frame.plan.flows.map((other) => [other.process.file, other]));
  const procedure = procedureOf(process, {
    speak,
    phrases,
    form: procedureForm(flow),
    childLink(file) {
      const child = children.get(file);
      return (
        child && linkBetween(path, pathOf(frame.plan, languageFor(child, language), { kind: 'flow', flow: child }))
      );
    },
  });
  const views: Shown[] = [];
  const pictures: string[] = [];
  for (const view of viewsFor(process)) {
    views.push({ id: view, name: phrases.views[view], content: [pictureSlot(pictures.length)] });
    pictures.push(await draw({ process, view, language, ...(show && { show }) }));
  }
  const tables = tablesOf(process, language, ({ kind, id }) => {
    if (kind === 'node') return `#${nodeTarget(id)}`;
    const role = kind === 'owner' ? frame.plan.roleOf(flow, id) : undefined;
    return role && linkBetween(path, pathOf(frame.plan, language, { kind: 'role', role }));
  });
  const html = pageHtml(frame, {
    id: { kind: 'flow', flow },
    language,
    title,
    languages: flow.languages,
    content: [
      head(flow, speak, subtitle(process, speak), title),
      workbench([...views, ...tables], journeysOf(process), { speak, phrases, names: namesOf(flow, speak) }),
      journeyLists(flow, speak, phrases),
      contents(procedure.chapters, phrases),
      ...procedure.chapters.map(({ element }) => element),
    ],
  });
  return { path, html: fillSlots(html, pictures), entries: entriesOf(flow, speak, path, title, procedure.texts) };
}

/** A picture or a table: a tab, or a section where no program runs. */
interface Shown {
  readonly id: string;
  readonly name: string;
  readonly content: readonly Element[];
}

type Names = ReadonlyMap<string, string>;

function namesOf({ process }: PlannedFlow, speak: Speaker): Names {
  return new Map(process.nodes.map((node) => [node.id, speak.name(node)]));
}

function head(flow: PlannedFlow, speak: Speaker, details: string, title: string): Element {
  const { process } = flow;
  const own = textLanguage(flow, speak.language);
  const lang = own === speak.language ? undefined : own;
  const status = process.document?.status;
  const description = speak.paragraph(process.description);
  return h(
    'header',
    { class: 'flow-head' },
    h('h1', { lang }, title),
    status === undefined ? undefined : h('span', { class: `status status-is-${status}` }, speak.words.statuses[status]),
    factLine(details === '' ? [] : details.split(' · ')),
    ...description.split(/\n\s*\n/u).map((text) => (text === '' ? undefined : h('p', { class: 'lead', lang }, text))),
  );
}

interface Words {
  readonly speak: Speaker;
  readonly phrases: SitePhrases;
  readonly names: Names;
}

function workbench(views: readonly Shown[], journeys: readonly Journey[], words: Words): Element {
  const { phrases } = words;
  return h(
    'div',
    { class: 'workbench', 'data-workbench': '' },
    h(
      'div',
      { class: 'tools needs-script' },
      h(
        'div',
        { class: 'tabs', role: 'tablist', 'aria-label': phrases.flow.tabs },
        ...views.map(({ id, name }, index) =>
          h(
            'button',
            {
              type: 'button',
              role: 'tab',
              id: `tab-${id}`,
              'aria-controls': `view-${id}`,
              'aria-selected': index === 0 ? 'true' : 'false',
              tabindex: index === 0 ? undefined : -1,
            },
            name,
          ),
        ),
      ),
      player(journeys, words),
      h(
        'div',
        { class: 'zoom', role: 'group', 'aria-label': phrases.flow.pictureGroup },
        tool('zoom-out', '−', phrases.flow.zoomOut),
        tool('zoom-in', '+', phrases.flow.zoomIn),
        tool('fit', '⤢', phrases.flow.fit),
      ),
    ),
    h(
      'p',
      { class: 'hint needs-script' },
      phrases.flow.hint,
      h('span', { class: 'for-mice' }, phrases.flow.hintMouse),
      h('span', { class: 'for-fingers' }, phrases.flow.hintFingers),
    ),
    h(
      'div',
      { class: 'stage' },
      h(
        'div',
        { class: 'views' },
        ...views.map(({ id, name, content }) =>
          h('section', { class: 'view', id: `view-${id}`, 'data-view-panel': id }, h('h2', {}, name), ...content),
        ),
      ),
      h(
        'aside',
        { class: 'panel', id: 'panel', 'aria-label': phrases.flow.panel, hidden: true },
        h(
          'div',
          { class: 'panel-inner' },
          h(
            'div',
            { class: 'panel-bar' },
            h(
              'button',
              { type: 'button', class: 'panel-close', 'data-tool': 'close', 'aria-label': phrases.flow.close },
              '✕',
            ),
          ),
          h('div', { class: 'panel-content', 'data-panel': '' }),
        ),
      ),
    ),
  );
}

function tool(id: string, sign: string, label: string): Element {
  return h('button', { type: 'button', 'data-tool': id, 'aria-label': label, title: label }, sign);
}

/** Journeys as data for the program in the page: the way, and all that can be reached. */
function player(journeys: readonly Journey[], { speak, phrases, names }: Words): Element {
  const { journey } = phrases;
  return h(
    'div',
    { class: 'player', role: 'group', 'aria-label': journey.title },
    h(
      'label',
      { hidden: journeys.length === 1 },
      h('span', { class: 'word' }, journey.segment),
      h(
        'select',
        { 'data-tool': 'segment' },
        ...journeys.map(({ segment, path, reach }) =>
          h(
            'option',
            {
              value: segment?.id ?? '',
              'data-path': path.join(' '),
              'data-names': JSON.stringify(path.map((id) => names.get(id) ?? id)),
              'data-reach': segment === undefined ? undefined : [...reach].join(' '),
            },
            segment === undefined ? journey.all : speak.name(segment),
          ),
        ),
      ),
    ),
    tool('previous', '⏮', journey.previous),
    h(
      'button',
      { type: 'button', 'data-tool': 'play', 'data-play': journey.play, 'data-pause': journey.pause },
      h('span', { 'aria-hidden': 'true' }, '▶'),
      ' ',
      h('span', { class: 'word' }, journey.play),
    ),
    tool('next', '⏭', journey.next),
    h('p', { class: 'position', role: 'status', 'data-position': journey.position }),
  );
}

function journeyLists(flow: PlannedFlow, speak: Speaker, phrases: SitePhrases): Content {
  const { process } = flow;
  const journeys = journeysOf(process).filter(({ segment }) => segment !== undefined);
  if (journeys.length === 0) return undefined;
  const nodes = new Map(process.nodes.map((node) => [node.id, node]));
  const owners = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
  return h(
    'section',
    { class: 'journeys', 'aria-labelledby': 'journeys' },
    h('h2', { id: 'journeys' }, phrases.journey.title),
    h('p', {}, phrases.journey.about),
    ...journeys.map(({ segment, path }) =>
      h(
        'details',
        {},
        h(
          'summary',
          {},
          filled(phrases.journey.steps, { name: segment ? speak.name(segment) : '', count: path.length }),
        ),
        segment?.rule === undefined ? undefined : h('p', {}, speak.line(segment.rule)),
        h(
          'ol',
          {},
          ...path.map((id) => {
            const owner = owners.get(nodes.get(id)?.owner ?? '');
            const node = nodes.get(id);
            return h(
              'li',
              {},
              h('a', { href: `#${nodeTarget(id)}` }, node ? speak.name(node) : id),
              owner === undefined ? undefined : h('span', { class: 'why' }, ` ${owner}`),
            );
          }),
        ),
      ),
    ),
  );
}

function contents(chapters: readonly { readonly id: string; readonly title: string }[], phrases: SitePhrases): Element {
  return h(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    h('h2', { id: 'contents' }, phrases.flow.document),
    h('ul', {}, ...chapters.map(({ id, title }) => h('li', {}, h('a', { href: `#${id}` }, title)))),
  );
}

function entriesOf(
  { process }: PlannedFlow,
  speak: Speaker,
  path: string,
  title: string,
  texts: ReadonlyMap<string, string>,
): readonly SearchEntry[] {
  const owners = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
  const about = [process.description, process.objective?.goal].map(speak.line).filter((text) => text !== '');
  return [
    { kind: 'flow', title, flow: '', owner: '', path, text: about.join(' ') },
    ...process.nodes.map((node): SearchEntry => ({
      kind: 'step',
      title: speak.name(node),
      flow: title,
      owner: owners.get(node.owner ?? '') ?? '',
      path: `${path}#${encodeURIComponent(nodeTarget(node.id))}`,
      text: texts.get(node.id) ?? '',
    })),
  ];
}
