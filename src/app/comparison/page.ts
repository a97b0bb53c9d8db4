/**
 * A difference as one HTML file: for each flow the picture of what has changed, both sides with a slider between them, and what it means.
 *
 * The slider and the choice need a few lines of program, which the page's rules know by their hash; without it, all pictures are there,
 * one below the other.
 */
import type { Element } from 'hast';
import { htmlPage } from '../../render/html/page.js';
import { pagePicture } from '../../render/html/picture.js';
import { themeVariables } from '../../render/html/theme.js';
import { h, type Content } from '../../render/html/tree.js';
import { picture } from '../../render/svg/picture.js';
import type { ComparedFlow, Comparison, DifferenceOptions } from '../../report/difference-reporter.js';
import { tell, type Detail, type Entry } from '../../report/changes/telling.js';
import { leftOut } from './left-out.js';
import { comparisonPhrases, type ComparisonPhrases } from './phrases.js';
import { comparisonScenes } from './scene.js';

const style =
  '*{box-sizing:border-box}body{margin:0;padding:1.5rem;background:var(--ground);color:var(--ink);' +
  'font:15px/1.6 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Helvetica Neue",Arial,sans-serif}' +
  'h1{font-size:1.5rem;margin:0 0 .3rem}h2{font-size:1.2rem;margin:2rem 0 .4rem}h3{font-size:1rem;margin:1.4rem 0 .4rem}' +
  '.sides{color:var(--muted);margin:0 0 1rem}.risks{border-inline-start:4px solid var(--warning);padding:.2rem 1rem;background:var(--band-odd)}' +
  'fieldset{border:0;padding:0;margin:1rem 0 .5rem;display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center}' +
  'input[type=range]{width:min(24rem,50vw);accent-color:var(--accent)}' +
  '.view{overflow:auto;border:1px solid var(--border);border-radius:6px;margin:.5rem 0}.view svg{display:block}' +
  '.slider{display:grid}.slider>*{grid-area:1/1}.js .slider .after{clip-path:inset(0 0 0 var(--cut,50%));background:var(--ground)}' +
  '.js [data-shown=both] .slider,.js [data-shown=slide] .both{display:none}fieldset{visibility:hidden}.js fieldset{visibility:visible}' +
  'table{border-collapse:collapse}th,td{border:1px solid var(--border);padding:.35em .7em;text-align:start;vertical-align:top}th{background:var(--header)}' +
  'ul{padding-inline-start:1.4em}del{color:var(--muted)}ins{text-decoration:none;font-weight:700}.sign{font-weight:700;display:inline-block;min-width:1.3em}' +
  '@media print{fieldset,.slider{display:none!important}.view{border:0;overflow:visible}.view svg{max-width:100%;height:auto}}';

const program =
  "document.documentElement.classList.add('js');" +
  "for(const flow of document.querySelectorAll('[data-shown]')){" +
  "const slider=flow.querySelector('.slider');const range=flow.querySelector('input[type=range]');" +
  "const cut=()=>slider.style.setProperty('--cut',range.value+'%');" +
  "for(const radio of flow.querySelectorAll('input[type=radio]'))radio.addEventListener('change',()=>{flow.dataset.shown=radio.value});" +
  "range.addEventListener('input',()=>{const slide=flow.querySelector('input[value=slide]');slide.checked=true;flow.dataset.shown='slide';cut()});cut()}";

export async function comparisonPage(comparison: Comparison, options: DifferenceOptions): Promise<string> {
  const { before, after, flows } = comparison;
  const first = flows[0]?.difference;
  const language = options.language ?? (first?.after ?? first?.before)?.language ?? 'en';
  const phrases = comparisonPhrases(language);
  const missing = leftOut(comparison, language);
  const blocks: Element[] = [];
  const styles = new Set<string>();
  for (const [index, flow] of flows.entries()) {
    const made = await flowBlock(flow, options, index);
    blocks.push(made.block);
    styles.add(made.style);
  }
  const [title] = flows.length === 1 ? flows.map(({ file }) => file) : [phrases.shown.both];
  return htmlPage({
    language,
    title: `${title ?? ''}: ${before} → ${after}`,
    style: themeVariables('light') + style + [...styles].join(''),
    program,
    body: [
      h('main', {}, [
        h('p', { class: 'sides' }, `${before} → ${after}`),
        missing.length === 0
          ? undefined
          : h(
              'div',
              { class: 'risks', role: 'alert' },
              missing.map((text) => h('p', {}, `⚠ ${text}`)),
            ),
        flows.length > 0 ? blocks : missing.length === 0 ? h('p', {}, phrases.nothing) : undefined,
      ]),
    ],
  });
}

async function flowBlock(
  flow: ComparedFlow,
  options: DifferenceOptions,
  index: number,
): Promise<{ readonly block: Element; readonly style: string }> {
  const { difference, file, oldFile } = flow;
  const own = (difference.after ?? difference.before)?.language ?? 'en';
  const language = options.language ?? own;
  const phrases = comparisonPhrases(language);
  const telling = tell(difference, { language, content: language, wording: options.wording });
  const scenes = await comparisonScenes(flow, language);
  const [both, old, now] = [scenes.both, scenes.before, scenes.after].map((each, side) =>
    pagePicture(picture(each, { theme: 'light' }), index * 3 + side + 1),
  );
  const { voice } = telling;
  const block = h('section', { 'data-shown': 'both' }, [
    h('h1', {}, telling.title),
    h('p', { class: 'sides' }, oldFile === undefined ? file : `${oldFile} → ${file}`),
    h('p', {}, h('strong', {}, telling.summary.join(voice.words.list(['', ''])))),
    telling.risks.length === 0
      ? undefined
      : h('div', { class: 'risks' }, [
          h('h2', {}, `⚠ ${voice.phrases.headings.risks}`),
          h(
            'ul',
            {},
            telling.risks.map((risk) => h('li', {}, risk)),
          ),
        ]),
    chooser(phrases, index),
    h('div', { class: 'view both', tabIndex: 0, role: 'region', ariaLabel: phrases.shown.both }, both?.element),
    h('div', { class: 'view', tabIndex: 0, role: 'region', ariaLabel: phrases.shown.slide }, [
      h('div', { class: 'slider' }, [
        h('div', { class: 'before' }, old?.element),
        h('div', { class: 'after' }, now?.element),
      ]),
    ]),
    affectedTable(telling.affected, voice.phrases.headings),
    telling.sections.length === 0 ? undefined : h('h2', {}, voice.phrases.headings.changes),
    telling.sections.map(({ title, entries }) => [
      h('h3', {}, title),
      h(
        'ul',
        {},
        entries.map((entry) => entryItem(entry, voice.phrases.reordered)),
      ),
    ]),
  ]);
  return { block, style: [both, old, now].map((each) => each?.style ?? '').find((each) => each !== '') ?? '' };
}

function chooser({ shown }: ComparisonPhrases, index: number): Element {
  const name = `shown-${String(index)}`;
  const radio = (value: 'both' | 'slide', words: string): Element =>
    h('label', {}, [h('input', { type: 'radio', name, value, checked: value === 'both' }), ` ${words}`]);
  return h('fieldset', {}, [
    radio('both', shown.both),
    radio('slide', shown.slide),
    h('label', {}, [
      `${shown.after} `,
      h('input', { type: 'range', min: 0, max: 100, value: 50, ariaLabel: shown.slide }),
      ` ${shown.before}`,
    ]),
  ]);
}

function affectedTable(
  affected: readonly { readonly owner: string; readonly effects: readonly string[] }[],
  headings: { readonly affected: string },
): Content {
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
  return [h('h2', {}, headings.affected), h('table', {}, h('tbody', {}, rows))];
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
