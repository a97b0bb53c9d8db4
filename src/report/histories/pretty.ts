/** A history for people at a terminal: each commit with what it has changed in the process. */
import { Chalk, type ChalkInstance } from 'chalk';
import { visible, wrapWords } from '../../base/cells.js';
import { oneLine } from '../../base/printable.js';
import { inLanguage } from '../../model/words/index.js';
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

const sentences = {
  en: {
    renamed: 'renamed: ',
    same: 'no change of the process',
    cut: 'the history is cut here: what this commit has changed is not known in a shallow clone',
    unreadable: 'could not be compared: ',
    added: 'the flow is new: ',
    removed: 'the flow is gone: ',
  },
  zh: {
    renamed: '改名：',
    same: '流程没有变化',
    cut: '历史记录到此截断：浅克隆中看不到此次提交改了什么',
    unreadable: '无法比较：',
    added: '整个流程是新增的：',
    removed: '整个流程已删除：',
  },
} satisfies Record<'en' | 'zh', Readonly<Record<string, string>>>;

function block(revision: Revision, paint: ChalkInstance, options: HistoryOptions): string {
  const { commit, author, date, subject, file, oldFile } = revision;
  const shown = (text: string): string => visible(oneLine(text));
  const { renamed } = inLanguage(options.language ?? 'en', sentences);
  const lines = [
    `${paint.yellow(commit.slice(0, 10))}  ${date.slice(0, 10)}  ${shown(author)}`,
    `  ${paint.bold(shown(subject))}`,
    ...(oldFile === undefined ? [] : [paint.dim(`  ${renamed}${shown(oldFile)} → ${shown(file)}`)]),
    ...changes(revision, paint, options).map((line) => `  ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

function changes(revision: Revision, paint: ChalkInstance, { width, language }: HistoryOptions): readonly string[] {
  const { change } = revision;
  const said = inLanguage(language ?? 'en', sentences);
  if (change.kind === 'same') return [paint.dim(said.same)];
  if (change.kind === 'cut') return [paint.dim(said.cut)];
  if (change.kind === 'unreadable') return [paint.red(`${said.unreadable}${visible(oneLine(change.message))}`)];
  const telling = tellRevision(revision, language ?? 'en', language);
  if (telling === undefined) return [];
  const room = width - 6;
  const wrapped = (text: string, mark: string): readonly string[] =>
    wrapWords(visible(text), room).map((line, index) => (index === 0 ? `${mark} ${line}` : `  ${line}`));
  const born = birth(revision);
  const { list } = telling.voice.words;
  if (born !== undefined) return [`${said[born]}${list(wholeFlow(telling))}`];
  const entries = telling.sections.flatMap(({ entries: each }) => each);
  return [
    // What counts nothing, such as another title, has none.
    ...(telling.summary.length === 0 ? [] : wrapWords(visible(list(telling.summary)), room)),
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
