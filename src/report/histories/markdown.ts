/** A history as a table, for the revision history of a document or a wiki page; the newest first. */
import { plain } from '../markdown-text.js';
import { birth, briefly, tellRevision, wholeFlow } from '../changes/revision.js';
import type { Telling } from '../changes/telling.js';
import type { HistoryReporter, Revision } from '../history-reporter.js';

export const markdown: HistoryReporter = {
  id: 'markdown',
  summary: 'A table of dates, authors and changes, for a document.',
  report({ revisions }, { language }) {
    const [newest] = revisions.flatMap(({ change }) => (change.kind === 'changed' ? [change.difference] : []));
    const spoken = language ?? (newest?.after ?? newest?.before)?.language ?? 'en';
    const head = spoken.startsWith('zh') ? headings.zh : headings.en;
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const rows = revisions.map((revision) => {
      const { date, author, subject, commit } = revision;
      return row([
        date.slice(0, 10),
        plain(author),
        plain(subject),
        changes(revision, spoken, head),
        `\`${commit.slice(0, 10)}\``,
      ]);
    });
    return `${[row(head.columns), row(head.columns.map(() => '---')), ...rows].join('\n')}\n`;
  },
};

type Headings = (typeof headings)[keyof typeof headings];

const headings = {
  en: {
    columns: ['Date', 'Author', 'Commit', 'Changes of the process', 'Hash'],
    same: 'none',
    unreadable: 'not valid',
    cut: 'not known: the history is cut here',
    colon: ': ',
  },
  zh: {
    columns: ['日期', '作者', '提交说明', '流程变更', '提交'],
    same: '无',
    unreadable: '文件有误，无法比较',
    cut: '不详：历史记录到此截断',
    colon: '：',
  },
} as const;

/** What counts nothing, such as another version, is told itself. */
function counted({ summary, risks, sections }: Telling): readonly string[] {
  if (summary.length > 0 || risks.length > 0) return summary;
  return sections.flatMap(({ entries }) => entries.flatMap(({ details }) => details.map(briefly)));
}

function changes(revision: Revision, language: string, { same, unreadable, cut, colon }: Headings): string {
  if (revision.change.kind === 'same') return same;
  if (revision.change.kind === 'cut') return cut;
  const telling = tellRevision(revision, language, language);
  if (telling === undefined) return unreadable;
  const { list } = telling.voice.words;
  const [whole = ''] = telling.summary;
  const born = birth(revision);
  const summary = born === undefined ? counted(telling) : wholeFlow(telling);
  const said = (born === undefined ? '' : whole + colon) + summary.join(list(['', '']));
  return [plain(said), ...telling.risks.map((risk) => `⚠ ${plain(risk)}`)].join('<br>');
}
