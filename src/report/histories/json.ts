/**
 * A history for programs: each commit with what is told of it, in English and the words of the flow. The shape is a promise, told in
 * `schemas/history.schema.json`: properties may be added, none removed or renamed while `trackflow` is 1.
 */
import { birth, tellRevision } from '../changes/revision.js';
import type { HistoryReporter, Revision } from '../history-reporter.js';

export const json: HistoryReporter = {
  id: 'json',
  summary: 'For programs: each commit with summary, risks, changes and who is affected (trackflow schema history).',
  report({ file, revisions }, { language }) {
    const document = { trackflow: 1, file, revisions: revisions.map((revision) => entry(revision, language)) };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};

function entry(revision: Revision, language: string | undefined): object {
  const { commit, author, date, subject, file, oldFile, change } = revision;
  const telling = tellRevision(revision, language ?? 'en', language);
  return {
    commit,
    date,
    author,
    subject,
    file,
    ...(oldFile !== undefined && { oldFile }),
    change: birth(revision) ?? change.kind,
    ...(change.kind === 'unreadable' && { message: change.message }),
    ...(telling && {
      summary: telling.summary,
      risks: telling.risks,
      affected: telling.affected.map(({ owner, effects }) => ({ owner, effects })),
      changes: telling.sections.flatMap(({ title: section, entries }) =>
        entries.map(({ sign, title, details }) => ({
          section,
          sign,
          title,
          details: details.map(({ label }) => label),
        })),
      ),
    }),
  };
}
