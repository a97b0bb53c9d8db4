/** The style of matrices in HTML, with the colours of a theme. Classes as `hast.ts` gives them; custom properties carry the colours. */
import type { Colours } from '../theme/colours.js';
import { coloursOf } from '../svg/palette.js';
import type { Look } from '../format.js';

function variables({ roles, lanes }: Colours): string {
  const hues = Array.from(
    { length: 8 },
    (_, index) => `--hue-${index}:${lanes[index % lanes.length]?.fill ?? roles.header}`,
  );
  return [
    `--ground:${roles.ground}`,
    `--ink:${roles.ink}`,
    `--muted:${roles.muted}`,
    `--accent:${roles.accent}`,
    `--success:${roles.success}`,
    `--warning:${roles.warning}`,
    `--failure:${roles.failure}`,
    `--frame:${roles.frame}`,
    `--border:${roles.border}`,
    `--band:${roles.band}`,
    `--band-odd:${roles['band-odd']}`,
    `--header:${roles.header}`,
    ...hues,
  ].join(';');
}

const marks =
  '.mark{display:inline-block;min-width:1.6em;padding:0 .4em;border:1.5px solid;border-radius:4px;box-sizing:border-box;' +
  'font-weight:700;font-size:.85em;line-height:1.55;text-align:center;text-decoration:none;background:var(--ground);white-space:nowrap}' +
  '.mark-responsible,.mark-used{background:var(--accent);border-color:var(--accent);color:var(--ground)}' +
  '.mark-accountable{background:var(--success);border-color:var(--success);color:var(--ground);border-radius:1em}' +
  '.mark-missing{background:var(--failure);border-color:var(--failure);color:var(--ground)}' +
  '.mark-consulted{color:var(--accent)}.mark-informed,.mark-idle{color:var(--muted);border-style:dashed}' +
  '.mark-good{color:var(--success)}.mark-warning{color:var(--warning)}.mark-bad{color:var(--failure)}.mark-neutral{color:var(--muted)}';

const tables =
  '.matrix{border-collapse:collapse;border:2px solid var(--frame);background:var(--band)}' +
  '.matrix caption{text-align:start;color:var(--muted);padding-block:.5em}' +
  '.matrix th,.matrix td{border:1px solid var(--border);padding:.45em .65em;text-align:start;vertical-align:top;font-weight:400}' +
  '.matrix thead th{background:var(--header);font-weight:700;font-size:.92em;vertical-align:middle}' +
  '.matrix thead th.is-span{text-align:center}' +
  '.matrix .matrix-group th{background:var(--band-odd);font-weight:700}' +
  '.matrix small{color:var(--muted);font-weight:400;font-size:.85em}' +
  '.matrix .line{display:block}.matrix .is-quiet{color:var(--muted);font-size:.85em}' +
  '.matrix .to-middle{text-align:center}.matrix .to-end{text-align:end}' +
  '.matrix .is-text{min-width:10em}.matrix .is-head{min-width:8em}.matrix tbody th.is-head{background:var(--band)}' +
  '.matrix .is-head,.matrix .is-short,.matrix thead th{word-break:keep-all;overflow-wrap:break-word}' +
  '.matrix-legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4em 1.6em}' +
  '.matrix-legend,.matrix-note{color:var(--muted);font-size:.9em}' +
  Array.from({ length: 8 }, (_, index) => `.matrix thead th.hue-${index}{background:var(--hue-${index})}`).join('');

const pages =
  'body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 "Noto Sans SC","Source Han Sans SC","PingFang SC",' +
  '"Microsoft YaHei","Helvetica Neue",Arial,sans-serif}' +
  'main{padding:1.5rem;max-width:max-content;margin-inline:auto}h1{font-size:1.5rem;margin:0}' +
  '.control{color:var(--muted);margin:.3em 0}' +
  '.status{display:inline-block;border:1.5px solid;border-radius:1em;padding:0 .7em;font-weight:700;font-size:.85em}' +
  '.status-approved{color:var(--success)}.status-retired{color:var(--failure)}' +
  '.status-draft,.status-review{color:var(--warning);border-style:dashed}' +
  '.table{overflow-x:auto;margin-block:1rem}.table:focus-visible{outline:3px solid var(--accent)}' +
  '@media print{@page{margin:12mm}body{font-size:9.5pt}main{padding:0;max-width:none}.table{overflow:visible}' +
  '.matrix{width:100%}.matrix thead{display:table-header-group}.matrix tr,.mark{break-inside:avoid}.matrix-group{break-after:avoid}' +
  '*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}';

/** Of the tables alone, for pages that have the custom properties already, `--hue-0` to `--hue-7` among them. */
export const matrixRules = tables + marks;

/** For a page of its own. `auto` follows the reader's screen, but not onto paper. */
export function pageStyle(look: Look): string {
  const root = (colours: Colours): string => `:root{${variables(colours)}}`;
  const colours =
    look === 'auto'
      ? `:root{color-scheme:light dark}${root(coloursOf('light'))}@media screen and (prefers-color-scheme:dark){${root(coloursOf('dark'))}}`
      : root(coloursOf(look));
  return colours + pages + tables + marks;
}
