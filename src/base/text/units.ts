/**
 * What belongs together around digits: `24 小时` and `15 %`, but not `D3 围堵`; and `D1–D3`, `2025–26`.
 *
 * Units are a closed list, as after a number with a space almost any word may follow; and digits that a letter stands before are part
 * of a name (`D3`, `FY26`, `T-90`, `v2.0`), after which a line may end as after any word.
 */
import type { Cluster } from './clusters.js';
import { isSpace, kindOf } from './kinds.js';
import { isChineseWord } from './chinese.js';

/** With a space before: these alone, or followed by whatever. */
const chinese =
  /^(?:个|小时|分钟|秒|毫秒|工作日|自然日|年度|季度|百分点|平方米|公里|公斤|人民币|美元|欧元|万|亿|千|百|元|吨|℃)/u;
/** These unless a word begins with them: `3 件`, but not `3 件数`. */
const alsoBeginning = /^[天日周月年次件份条项名人家位台套批轮步级层页张笔款种类期倍成分点岁米]/u;
const latin =
  /^(?:h|hrs?|min|s|sec|ms|days?|d|wks?|mos?|yrs?|kg|g|mg|t|km|m|cm|mm|l|ml|kW|kWh|W|V|A|[KMGT]B|Mbps|px|pt|pcs|am|pm|k|bn|x|EUR|USD|CNY|RMB|GBP|JPY)(?![\p{L}\p{N}])/u;
const longest = 5;

/** `4 h`, `15 %`, `3 个月`: what follows a number and a space, and belongs to it. */
export function startsUnit(clusters: readonly Cluster[], at: number): boolean {
  const text = clusters
    .slice(at, at + longest)
    .map((cluster) => cluster.text)
    .join('');
  if (/^[%‰°]/u.test(text) || chinese.test(text) || latin.test(text)) return true;
  return alsoBeginning.test(text) && !isChineseWord(Array.from(text).slice(0, 2).join(''));
}

/** Whether the digits that end at a cluster are a number, and no part of a name: nothing they hang together with has a letter. */
export function isNumber(clusters: readonly Cluster[], last: number): boolean {
  for (let at = last; at >= 0; at--) {
    const cluster = clusters[at];
    if (cluster === undefined || isSpace(cluster.text)) return true;
    const kind = kindOf(cluster.code);
    if (kind === 'letter') return false;
    if (kind !== 'digit' && !isJoint(cluster) && !/^[./]$/u.test(cluster.text)) return true;
  }
  return true;
}

/** Whether a line would end inside `D1–D3` or `2025–26`, right before or after the dash. */
export function isInsideRange(clusters: readonly Cluster[], at: number): boolean {
  const after = clusters[isJoint(clusters[at]) ? at + 1 : at];
  const dash = isJoint(clusters[at]) ? at : isJoint(clusters[at - 1]) ? at - 1 : undefined;
  const before = dash === undefined ? undefined : clusters[dash - 1];
  if (dash === undefined || !isAlphanumeric(before) || !isAlphanumeric(after)) return false;
  for (let index = dash + 1; isAlphanumeric(clusters[index]); index++)
    if (kindOf(clusters[index]?.code ?? 0) === 'digit') return true;
  return false;
}

const isJoint = (cluster: Cluster | undefined): boolean => /^[-‐–—−~～]$/u.test(cluster?.text ?? '');

function isAlphanumeric(cluster: Cluster | undefined): boolean {
  const kind = kindOf(cluster?.code ?? 0);
  return kind === 'letter' || kind === 'digit';
}
