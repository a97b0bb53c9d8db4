/** The diagnostic codes: a table of all, and what is known of each. */
import { anchor, code, fenced, table } from './markdown.mjs';

export function codeTable({ codes }) {
  const rows = Object.entries(codes).map(([id, { severity, summary }]) => [
    `[${code(id)}](${anchor(id)})`,
    severity,
    summary,
  ]);
  return table(['code', 'severity', 'what it says'], rows);
}

export function diagnostics({ codes }) {
  return Object.entries(codes)
    .map(([id, { severity, summary, why, bad, good }]) =>
      [
        `### ${id}`,
        `**${severity}:** ${summary}.`,
        why,
        ...(bad === undefined ? [] : ['Not:', fenced('yaml', bad)]),
        ...(good === undefined ? [] : ['But:', fenced('yaml', good)]),
      ].join('\n\n'),
    )
    .join('\n\n');
}
