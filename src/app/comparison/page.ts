/**
 * A difference as one HTML file: for each flow the picture of what has changed, both sides with a slider between them, and what it means.
 *
 * The slider and the ways to look around need a few lines of program, which the page's rules know by their hash; without it, all pictures
 * are there, one below the other.
 */
import type { Element } from 'hast';
import { htmlPage } from '../../render/html/page.js';
import { pagePicture } from '../../render/html/picture.js';
import { themeVariables } from '../../render/html/theme.js';
import { h, type Content } from '../../render/html/tree.js';
import { picture } from '../../render/svg/picture.js';
import type { ComparedFlow, Comparison, DifferenceOptions } from '../../report/difference-reporter.js';
import { tell, type Detail, type Entry, type Telling } from '../../report/changes/telling.js';
import { headOf } from './head.js';
import { leftOut } from './left-out.js';
import { comparisonPhrases, type ComparisonPhrases } from './phrases.js';
import { pageProgram, pageStyle } from './page-style.js';
import { languageOf } from './picture.js';
import { comparisonScenes } from './scene.js';

export async function comparisonPage(comparison: Comparison, options: DifferenceOptions): Promise<string> {
  const { before, after, flows } = comparison;
  const language = options.language ?? (flows[0] === undefined ? 'en' : languageOf(flows[0]));
  const phrases = comparisonPhrases(language);
  const missing = leftOut(comparison, language);
  const told = flows.map((flow) => tellingOf(flow, options));
  const blocks: Element[] = [];
  const styles = new Set<string>();
  for (const [index, flow] of flows.entries()) {
    const telling = told[index];
    const made = telling && (await flowBlock(flow, telling, options, index));
    if (made === undefined) continue;
    blocks.push(made.block);
    styles.add(made.style);
  }
  const [title] = flows.length === 1 ? flows.map(({ file }) => file) : [phrases.shown.both];
  return htmlPage({
    language,
    title: `${title ?? ''}: ${before} → ${after}`,
    style: themeVariables('light') + pageStyle + [...styles].join(''),
    program: pageProgram,
    body: [
      h('main', {}, [
        h('h1', {}, `${before} → ${after}`),
        missing.length === 0
          ? undefined
          : h(
              'div',
              { class: 'risks', role: 'alert' },
              missing.map((text) => h('p', {}, `⚠ ${text}`)),
            ),
        flows.length > 1 ? contentsOf(flows, told, phrases) : undefined,
        flows.length > 0 ? blocks : missing.length === 0 ? h('p', {}, phrases.nothing) : undefined,
      ]),
    ],
  });
}

function tellingOf(flow: ComparedFlow, { language, wording }: DifferenceOptions): Telling {
  const own = language ?? languageOf(flow);
  return tell(flow.difference, { language: own, content: own, wording });
}

const idOf = (index: number): string => `flow-${String(index + 1)}`;

/** Which flows there are, and how much has changed in each. */
function contentsOf(flows: readonly ComparedFlow[], told: readonly Telling[], phrases: ComparisonPhrases): Element {
  return h(
    'nav',
    { ariaLabel: phrases.shown.both },
    h(
      'ul',
      {},
      flows.map(({ file }, index) => {
        const telling = told[index];
        if (telling === undefined) return undefined;
        return h('li', {}, [
          h('a', { href: `#${idOf(index)}` }, telling.title),
          ` ${telling.summary.join(telling.voice.words.list(['', '']))} `,
          h('span', { class: 'muted' }, file),
        ]);
      }),
    ),
  );
}

async function flowBlock(
  flow: ComparedFlow,
  telling: Telling,
  options: DifferenceOptions,
  index: number,
): Promise<{ readonly block: Element; readonly style: string }> {
  const { file, oldFile, before, after } = flow;
  const language = options.language ?? languageOf(flow);
  const phrases = comparisonPhrases(language);
  const scenes = await comparisonScenes(flow, language);
  const [both, old, now] = [scenes.both, scenes.before, scenes.after].map((each, side) =>
    pagePicture(picture(each, { theme: 'light' }, 'difference'), index * 3 + side + 1),
  );
  const { voice } = telling;
  const { shown } = phrases;
  const head = headOf(flow.difference, language, '', scenes.legend);
  const changes = head.panels.find(({ tone }) => tone === 'plain');
  const twoSided = before !== undefined && after !== undefined;
  const side = (which: 'before' | 'after', drawn: Element | undefined): Element =>
    h('figure', { class: which }, [h('figcaption', {}, shown[which]), drawn]);
  const block = h('section', { class: 'flow', id: idOf(index), 'data-shown': 'both' }, [
    h('h2', {}, telling.title),
    h('p', { class: 'muted' }, oldFile === undefined ? file : `${oldFile} → ${file}`),
    telling.summary.length === 0
      ? undefined
      : h('p', { class: 'summary' }, telling.summary.join(voice.words.list(['', '']))),
    telling.risks.length === 0
      ? undefined
      : h('div', { class: 'risks' }, [
          h('h3', {}, `⚠ ${voice.phrases.headings.risks}`),
          h(
            'ol',
            {},
            telling.risks.map((risk) => h('li', {}, risk)),
          ),
        ]),
    changes === undefined
      ? undefined
      : h(
          'ul',
          { class: 'told' },
          changes.sentences.slice(0, mostTold).map(({ text, look = 'changed' }) => h('li', {}, [signed(look), text])),
          changes.sentences.length > mostTold
            ? h('li', {}, changes.more(changes.sentences.length - mostTold))
            : undefined,
        ),
    tools(phrases, index, twoSided),
    h(
      'ul',
      { class: 'key' },
      head.legend.map(({ kind, text }) => {
        const look = kind.replace('change-', '');
        return h('li', {}, [signed(look), text]);
      }),
    ),
    h('div', { class: 'view both', tabIndex: 0, role: 'region', ariaLabel: shown.both }, both?.element),
    twoSided
      ? h('div', { class: 'slide' }, [
          h('label', { class: 'cut' }, [
            h('span', {}, shown.before),
            h('input', { type: 'range', min: 0, max: 100, step: 'any', value: 50, ariaLabel: shown.slide }),
            h('span', {}, shown.after),
          ]),
          h('div', { class: 'view', tabIndex: 0, role: 'region', ariaLabel: shown.slide }, [
            h('div', { class: 'slider' }, [
              side('before', old?.element),
              side('after', now?.element),
              h('div', { class: 'divider', ariaHidden: 'true' }),
            ]),
          ]),
        ])
      : undefined,
    affectedTable(telling.affected, voice.phrases.headings),
    telling.sections.length === 0 ? undefined : h('h3', {}, voice.phrases.headings.changes),
    telling.sections.map(({ title, entries }) => [
      h('h4', {}, title),
      h(
        'ul',
        {},
        entries.map((entry) => entryItem(entry, voice.phrases.reordered)),
      ),
    ]),
    telling.folded.length === 0
      ? undefined
      : h('details', {}, [
          h('summary', {}, voice.phrases.wordings(telling.wordings, true)),
          h(
            'ul',
            {},
            telling.folded.map((entry) => entryItem(entry, voice.phrases.reordered)),
          ),
        ]),
  ]);
  return { block, style: [both, old, now].map((each) => each?.style ?? '').find((each) => each !== '') ?? '' };
}

/** Above the picture; all changes stand below. */
const mostTold = 8;

const signed = (look: string): Element => h('span', { class: look, ariaHidden: 'true' }, keySigns[look] ?? '');

const keySigns: Readonly<Record<string, string>> = { added: '⊕', removed: '⊖', changed: '~', moved: '→', ghost: '⬚' };

/** Which picture, how large, and from change to change; they need the program, and show only with it. */
function tools({ shown, jump, fullSize }: ComparisonPhrases, index: number, twoSided: boolean): Element {
  const name = `shown-${String(index)}`;
  const radio = (value: 'both' | 'slide', words: string): Element =>
    h('label', {}, [h('input', { type: 'radio', name, value, checked: value === 'both' }), ` ${words}`]);
  return h('div', { class: 'tools' }, [
    ...(twoSided ? [radio('both', shown.both), radio('slide', shown.slide)] : []),
    h('span', {}, [
      h('button', { type: 'button', value: '-1' }, `← ${jump.previous}`),
      ' ',
      h('output', {}),
      ' ',
      h('button', { type: 'button', value: '1' }, `${jump.next} →`),
    ]),
    h('label', {}, [h('input', { type: 'checkbox', class: 'zoom' }), ` ${fullSize}`]),
  ]);
}

function affectedTable(affected: Telling['affected'], headings: { readonly affected: string }): Content {
  if (affected.length === 0) return undefined;
  const rows = affected.map(({ owner, effects }) =>
    h('tr', {}, [
      h('th', { scope: 'row' }, owner),
      h(
        'td',
        {},
        h(
          'ul',
          {},
          effects.map((effect) => h('li', {}, effect)),
        ),
      ),
    ]),
  );
  return [h('h3', {}, headings.affected), h('table', {}, h('tbody', {}, rows))];
}

function entryItem({ sign, title, tags, details }: Entry, reordered: string): Element {
  return h('li', {}, [
    h('span', { class: 'sign' }, sign),
    h('strong', {}, title),
    tags.length === 0 ? undefined : ` (${tags.join(' · ')})`,
    details.length === 0
      ? undefined
      : h(
          'ul',
          {},
          details.map((detail) => h('li', {}, detailContent(detail, reordered))),
        ),
  ]);
}

function detailContent({ label, before, after, added, removed, reordered }: Detail, turned: string): Content {
  if (reordered) return `${label}: ${turned}`;
  const old = [...(removed ?? []), ...(before === undefined ? [] : [before])];
  const now = [...(added ?? []), ...(after === undefined ? [] : [after])];
  return [
    `${label}: `,
    old.map((said, index) => [index > 0 ? '; ' : '', h('del', {}, said)]),
    old.length > 0 && now.length > 0 ? ' → ' : '',
    now.map((said, index) => [index > 0 ? '; ' : '', h('ins', {}, said)]),
  ];
}
