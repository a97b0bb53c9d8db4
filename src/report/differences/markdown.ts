/**
 * Differences as a comment on a pull request: a summary, what to look at twice, who is affected, a picture, and all of it folded away.
 *
 * In the language of the flow. A comment has a limit, so the picture and the list give way first; of very many flows, or very long names, a
 * line each is left, and at last a number. Invariant: however much there is, the text is shorter than the limit.
 */
import { plain } from '../markdown-text.js';
import { changeDiagram } from '../changes/diagram.js';
import { differencePhrases } from '../changes/phrases/index.js';
import { tell, type Detail, type Entry, type Telling } from '../changes/telling.js';
import type { ComparedFlow, DifferenceOptions, DifferenceReporter } from '../difference-reporter.js';

/** GitHub takes 65,536 characters; the rest is for whoever puts the comment together. */
const limit = 60_000;
const most = 100;
/** What stands around the flows. */
const around = 300;
/** No flow with a heading of its own fits into less. */
const least = 300;
/** Files that could not be compared; their errors are told by `check`. */
const mostLeft = 20;

export const markdown: DifferenceReporter = {
  id: 'markdown',
  extension: '.md',
  readers: 'programs',
  summary: 'For the comment on a pull request: summary, risks, who is affected, a Mermaid picture, details folded.',
  report({ flows, unchanged, skipped }, options) {
    const first = flows[0]?.difference;
    const language = options.language ?? (first?.after ?? first?.before)?.language ?? 'en';
    const { title, flow, flows: counted, skipped: leftOut, more } = differencePhrases(language);
    const left = limited(
      skipped.map((file) => `❌ ${plain(leftOut(clipped(file)))}`),
      mostLeft,
      more,
    );
    if (flows.length === 0)
      return `${[`### ${title}`, ...(left.length === 0 ? [`✅ ${flow.same}`] : left)].join('\n\n')}\n`;
    const room = limit - around - left.join('\n\n').length;
    const blocks = within(
      flows.map((one) => fitting(one, options, room / flows.length)),
      room,
      more,
    );
    const rest = unchanged === 0 ? [] : [`<sub>${plain(counted(flows.length + unchanged))}</sub>`];
    return `${[`### ${title}`, ...left, ...blocks, ...rest].join('\n\n')}\n`;
  },
};

/** As many paragraphs as there is room for, and how many there are besides. */
function within(paragraphs: readonly string[], room: number, more: (count: number) => string): readonly string[] {
  let left = room;
  const fit = paragraphs.findIndex((paragraph) => (left -= paragraph.length + 2) < 0);
  return fit === -1 ? paragraphs : [...paragraphs.slice(0, fit), more(paragraphs.length - fit)];
}

function fitting(flow: ComparedFlow, options: DifferenceOptions, room: number): string {
  const forms = [
    () => block(flow, options, true, most),
    () => block(flow, options, false, most),
    () => block(flow, options, false, 10),
  ];
  for (const form of room < least ? [] : forms) {
    const made = form();
    if (made.length <= room) return made;
  }
  return headline(flow, options);
}

/** A line that fits a hundred times whatever the names are. */
function headline({ file, difference }: ComparedFlow, options: DifferenceOptions): string {
  const own = (difference.after ?? difference.before)?.language ?? 'en';
  const language = options.language ?? own;
  const { title, summary, wordings, voice } = tell(difference, {
    language,
    content: language,
    wording: options.wording,
  });
  const risks = difference.risks.length === 0 ? '' : '⚠️ ';
  const counts = summary.length === 0 ? [voice.phrases.wordings(wordings, true)] : summary;
  const said = clipped(counts.join(voice.words.list(['', ''])));
  return `- ${risks}**${plain(clipped(title))}** <sub>${plain(clipped(file))}</sub> ${plain(said)}`;
}

/** Of long names the beginning tells enough. */
function clipped(text: string): string {
  const signs = Array.from(text);
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text;
}

const longest = 80;

function block(
  { file, oldFile, difference }: ComparedFlow,
  options: DifferenceOptions,
  picture: boolean,
  rows: number,
): string {
  const own = (difference.after ?? difference.before)?.language ?? 'en';
  const language = options.language ?? own;
  const telling = tell(difference, { language, content: language, wording: options.wording });
  const { headings } = telling.voice.phrases;
  const name = oldFile === undefined ? file : `${oldFile} → ${file}`;
  const diagram = picture ? changeDiagram(difference, telling.voice) : undefined;
  return [
    `#### ${plain(telling.title)} <sub>${plain(name)}</sub>`,
    ...(telling.summary.length === 0 ? [] : [`**${plain(telling.summary.join(telling.voice.words.list(['', ''])))}**`]),
    ...risks(telling, rows),
    ...affected(telling, rows),
    ...(diagram === undefined
      ? []
      : [`<details open>\n<summary>${headings.picture}</summary>\n\n\`\`\`mermaid\n${diagram}\`\`\`\n\n</details>`]),
    ...changes(telling, rows),
    ...wordingsOf(telling, rows),
  ].join('\n\n');
}

function risks({ risks: found, voice }: Telling, rows: number): readonly string[] {
  if (found.length === 0) return [];
  const lines = limited(
    found.map((risk) => `> - ⚠️ ${plain(risk)}`),
    rows,
    (count) => `> - ${voice.phrases.more(count)}`,
  );
  return [`> **${voice.phrases.headings.risks}**\n>\n${lines.join('\n')}`];
}

function affected({ affected: found, voice }: Telling, rows: number): readonly string[] {
  if (found.length === 0) return [];
  const { headings, external, more } = voice.phrases;
  const lines = limited(
    found.map(({ owner, external: outside, effects }) => {
      const who = `${plain(owner)}${outside ? ` (${external})` : ''}`;
      const shown = limited(effects.map(plain), rows, more);
      return `| ${who} | ${shown.join('<br>')} |`;
    }),
    rows,
    (count) => `| ${more(count)} | |`,
  );
  return [`**${headings.affected}**`, [`| ${headings.who} | ${headings.what} |`, '| --- | --- |', ...lines].join('\n')];
}

function changes({ sections, voice }: Telling, rows: number): readonly string[] {
  if (sections.length === 0) return [];
  const { headings, more } = voice.phrases;
  const lists = sections.flatMap(({ title, entries }) => {
    const lines = limited(
      entries.map((entry) => entryLines(entry, voice.phrases.reordered)),
      rows,
      (count) => `- ${more(count)}`,
    );
    return [`**${plain(title)}**`, lines.join('\n')];
  });
  return [`<details>\n<summary>${headings.changes}</summary>\n\n${lists.join('\n\n')}\n\n</details>`];
}

/** Told above if it was asked for; else to be unfolded. */
function wordingsOf({ wordings, folded, voice }: Telling, rows: number): readonly string[] {
  if (wordings === 0) return [];
  const { phrases } = voice;
  const heading = plain(phrases.wordings(wordings, true));
  if (folded.length === 0) return [`<sub>${heading}</sub>`];
  const lines = limited(
    folded.map((entry) => entryLines(entry, phrases.reordered)),
    rows,
    (count) => `- ${phrases.more(count)}`,
  );
  return [`<details>\n<summary>${heading}</summary>\n\n${lines.join('\n')}\n\n</details>`];
}

const icons = { '+': '➕', '−': '➖', '~': '✏️', '→': '➡️' } as const;

function entryLines({ sign, title, tags, details }: Entry, reordered: string): string {
  const tag = tags.length === 0 ? '' : ` <sub>${plain(tags.join(' · '))}</sub>`;
  return [
    `- ${icons[sign]} **${plain(title)}**${tag}`,
    ...details.map((detail) => `  - ${detailText(detail, reordered)}`),
  ].join('\n');
}

function detailText({ label, before, after, added, removed, reordered }: Detail, turned: string): string {
  const head = `${plain(label)}: `;
  if (reordered) return head + turned;
  if (added !== undefined || removed !== undefined) {
    const parts = [
      ...(removed ?? []).map((item) => `<del>${plain(item)}</del>`),
      ...(added ?? []).map((item) => `**${plain(item)}**`),
    ];
    return head + parts.join('; ');
  }
  if (before === undefined) return `${head}**${plain(after ?? '')}**`;
  return after === undefined ? `${head}<del>${plain(before)}</del>` : `${head}${plain(before)} → **${plain(after)}**`;
}

function limited(lines: readonly string[], rows: number, rest: (count: number) => string): readonly string[] {
  return lines.length <= rows ? lines : [...lines.slice(0, rows), rest(lines.length - rows)];
}
