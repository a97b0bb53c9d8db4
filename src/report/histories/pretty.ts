/** A history for people at a terminal: each commit with what it has changed in the process. */
import { Chalk, type ChalkInstance } from 'chalk';
import { visible, wrapWords } from '../../base/cells.js';
import { oneLine } from '../../base/printable.js';
import { birth, briefly, tellRevision, wholeFlow } from '../changes/revision.js';
import type { HistoryOptions, HistoryReporter, Revision } from '../history-reporter.js';

/** Nobody reads on; `diff` tells all of a commit. */
const most = 12;

export const pretty: HistoryReporter = {
  id: 'pretty',
  summary: 'For people: each commit with its changes of the process.',
  report({ revisions }, options) {
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    return revisions.map((revision) => block(revision, paint, options)).join('\n');
  },
};

function block(revision: Revision, paint: ChalkInstance, options: HistoryOptions): string {
  const { commit, author, date, subject, file, oldFile } = revision;
  const shown = (text: string): string => visible(oneLine(text));
  const lines = [
    `${paint.yellow(commit.slice(0, 10))}  ${date.slice(0, 10)}  ${shown(author)}`,
    `  ${paint.bold(shown(subject))}`,
    ...(oldFile === undefined ? [] : [paint.dim(`  renamed: ${shown(oldFile)} → ${shown(file)}`)]),
    ...changes(revision, paint, options).map((line) => `  ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

function changes(revision: Revision, paint: ChalkInstance, { width, language }: HistoryOptions): readonly string[] {
  const { change } = revision;
  if (change.kind === 'same') return [paint.dim('no change of the process')];
  if (change.kind === 'cut')
    return [paint.dim('the history is cut here: what this commit has changed is not known in a shallow clone')];
  if (change.kind === 'unreadable') return [paint.red(`could not be compared: ${visible(oneLine(change.message))}`)];
  const telling = tellRevision(revision, language ?? 'en', language);
  if (telling === undefined) return [];
  const room = width - 6;
  const wrapped = (text: string, mark: string): readonly string[] =>
    wrapWords(visible(text), room).map((line, index) => (index === 0 ? `${mark} ${line}` : `  ${line}`));
  const born = birth(revision);
  if (born !== undefined) return [`the flow is ${born === 'added' ? 'new' : 'gone'}: ${wholeFlow(telling).join(', ')}`];
  const entries = telling.sections.flatMap(({ entries: each }) => each);
  return [
    // What counts nothing, such as another title, has none.
    ...(telling.summary.length === 0 ? [] : wrapWords(visible(telling.summary.join(', ')), room)),
    ...telling.risks.flatMap((risk) => wrapped(risk, paint.yellow('⚠'))),
    ...entries
      .slice(0, most)
      .flatMap(({ sign, status, title, details }) =>
        wrapped(
          `${title}${details.length === 0 || status !== 'changed' ? '' : `: ${details.map(briefly).join('; ')}`}`,
          sign,
        ),
      ),
    ...(entries.length > most ? [telling.voice.phrases.more(entries.length - most)] : []),
  ];
}
