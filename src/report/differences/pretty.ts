/** Differences for people at a terminal: marks that need no colour, values before and after, risks and who is affected first. */
import { Chalk, type ChalkInstance } from 'chalk';
import { visible, wrapWords } from '../../base/cells.js';
import { oneLine } from '../../base/printable.js';
import type { Detail, Entry, Telling } from '../changes/telling.js';
import { tell } from '../changes/telling.js';
import { plural } from '../tally.js';
import type { ComparedFlow, DifferenceOptions, DifferenceReporter } from '../difference-reporter.js';

/** Nobody reads on; the other forms have all of them. */
const most = 200;

export const pretty: DifferenceReporter = {
  id: 'pretty',
  extension: '.txt',
  readers: 'people',
  summary: 'For people: what changed step by step, what to look at twice, who is affected.',
  report({ before, after, flows, unchanged, skipped }, options) {
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const names = `${before} → ${after}`;
    const sides = paint.dim(visible(names));
    const rest = unchanged === 0 ? '' : `${plural(unchanged, 'flow')} without a change`;
    const left = skipped
      .map((file) => `${paint.yellow('!')} ${visible(file)} has errors and was not compared.\n`)
      .join('');
    if (flows.length === 0) {
      const nothing =
        unchanged === 0 ? '' : `No change of the process${skipped.length === 0 ? '' : ' in what was compared'}.\n`;
      return `${sides}\n${nothing === '' && left === '' ? 'No flows to compare.\n' : nothing}${left}`;
    }
    const blocks = flows.map((flow) => block(flow, paint, options));
    // Two files are named above their flow already.
    const [only, ...more] = flows;
    const told = only !== undefined && more.length === 0 && nameOf(only) === names;
    const [first = '', ...others] = blocks;
    const shown = told ? [first.replace(/^\n/u, ''), ...others] : [sides, ...blocks];
    return `${shown.join('\n')}${rest === '' ? '' : `\n${paint.dim(`${rest}.`)}\n`}${left}`;
  },
};

const nameOf = ({ file, oldFile }: ComparedFlow): string => (oldFile === undefined ? file : `${oldFile} → ${file}`);

function block(flow: ComparedFlow, paint: ChalkInstance, options: DifferenceOptions): string {
  const { difference } = flow;
  const own = (difference.after ?? difference.before)?.language ?? 'en';
  const telling = tell(difference, {
    language: options.language ?? 'en',
    content: options.language ?? own,
    wording: options.wording,
  });
  const { phrases } = telling.voice;
  const lines = [
    '',
    `${paint.bold(visible(nameOf(flow)))}  ${visible(telling.title)}`,
    ...(telling.summary.length === 0
      ? []
      : wrapped(telling.voice.words.list(telling.summary), 2, options, (line) => line)),
    ...risks(telling, paint, options),
    ...affected(telling, paint, options),
    ...telling.sections.flatMap(({ title, entries }) => [
      '',
      paint.bold(title),
      ...entries.slice(0, most).flatMap((entry) => entryLines(entry, paint, options)),
      ...(entries.length > most ? [`  ${phrases.more(entries.length - most)}`] : []),
    ]),
  ];
  const { wordings } = telling;
  if (wordings > 0) lines.push('', paint.dim(phrases.wordings(wordings, options.wording)));
  return `${lines.join('\n')}\n`;
}

function risks({ risks: found, voice }: Telling, paint: ChalkInstance, options: DifferenceOptions): readonly string[] {
  if (found.length === 0) return [];
  const title = paint.bold(voice.phrases.headings.risks);
  return ['', title, ...found.flatMap((risk) => marked('⚠', risk, paint.yellow, options))];
}

function affected(
  { affected: found, voice }: Telling,
  paint: ChalkInstance,
  options: DifferenceOptions,
): readonly string[] {
  if (found.length === 0) return [];
  return [
    '',
    paint.bold(voice.phrases.headings.affected),
    ...found.flatMap(({ owner, external, effects }) => [
      `  ${paint.cyan(visible(owner))}${external ? paint.dim(` (${voice.phrases.external})`) : ''}`,
      ...effects.flatMap((effect) => wrapped(effect, 4, options, (line) => line)),
    ]),
  ];
}

function entryLines(
  { sign, title, tags, details }: Entry,
  paint: ChalkInstance,
  options: DifferenceOptions,
): readonly string[] {
  const colour = { '+': paint.green, '−': paint.red, '~': paint.yellow, '→': paint.blue }[sign];
  const tag = tags.length === 0 ? '' : ` (${tags.join(' · ')})`;
  return [
    ...marked(sign, `${title}${tag}`, colour, options),
    ...details.flatMap((detail) =>
      wrapped(detailLine(detail), 6, options, detail.wording ? paint.dim : (line) => line),
    ),
  ];
}

function detailLine({ label, before, after, added, removed, reordered }: Detail): string {
  if (reordered) return `${label}: ⇅`;
  if (added !== undefined || removed !== undefined) {
    const parts = [...(removed ?? []).map((item) => `− ${item}`), ...(added ?? []).map((item) => `+ ${item}`)];
    return `${label}: ${parts.join('; ')}`;
  }
  if (before === undefined) return `${label}: + ${after ?? ''}`;
  return after === undefined ? `${label}: − ${before}` : `${label}: ${before} → ${after}`;
}

function marked(sign: string, text: string, colour: ChalkInstance, options: DifferenceOptions): readonly string[] {
  const [first = '', ...rest] = wrapWords(safe(text), options.width - 4);
  return [`  ${colour(sign)} ${first}`, ...rest.map((line) => `    ${line}`)];
}

function wrapped(
  text: string,
  indent: number,
  { width }: DifferenceOptions,
  colour: (line: string) => string,
): readonly string[] {
  return wrapWords(safe(text), width - indent).map((line) => ' '.repeat(indent) + colour(line));
}

const safe = (text: string): string => visible(oneLine(text));
