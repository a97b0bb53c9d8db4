/** What only overviews say, in every language trackflow speaks. */
import type { Language } from '../../model/text.js';
import { inLanguage } from '../../model/words/index.js';

export interface OverviewPhrases {
  readonly title: (process: string) => string;
  readonly counts: (counts: { steps: number; decisions: number; waits: number }) => string;
  /** Names of some steps, of which there are `all`; `inRow`: they follow each other. */
  readonly steps: (names: readonly string[], inRow: boolean, all: number) => string;
  /** Some of `all` KPIs, or all of them; and so for exit criteria. */
  readonly kpis: (kpis: readonly string[], all: number) => string;
  readonly kpi: (name: string, target: string) => string;
  readonly exit: (criteria: readonly string[], all: number) => string;
  /** Some of `all` conditions, or all of them. */
  readonly some: (labels: readonly string[], all: number) => string;
  /** Over how many steps it leads, `least` and `most` of the connections it stands for. */
  readonly passing: (label: string, counts: { least: number; most: number }) => string;
  readonly several: (outcome: string, count: number) => string;
  readonly legend: { readonly phase: string };
}

const range = ({ least, most }: { least: number; most: number }): string =>
  least === most ? String(most) : `${least}–${most}`;

const inOrder = (names: readonly string[]): string => names.join(' → ');
/** By a mark that none of them holds within. */
const listedInChinese = (names: readonly string[]): string =>
  names.join(names.some((name) => /[、，]/u.test(name)) ? '；' : '、');

const zh: OverviewPhrases = {
  title: (process) => `${process}\u00A0· 总览`,
  counts: ({ steps, decisions, waits }) =>
    [
      ...(steps > 0 ? [`${steps} 个环节`] : []),
      ...(decisions > 0 ? [`${decisions} 个判断`] : []),
      ...(waits > 0 ? [`${waits} 处等待`] : []),
    ].join(' · '),
  steps: (names, inRow, all) => {
    const listed = inRow ? inOrder(names) : listedInChinese(names);
    return all > names.length ? `${listed} 等 ${all} 步` : listed;
  },
  kpis: (kpis, all) => `指标：${kpis.join('；')}${all > kpis.length ? ` 等 ${all} 项` : ''}`,
  kpi: (name, target) => `${name}${target}`,
  exit: (criteria, all) => `完成标志：${criteria.join('；')}${all > criteria.length ? ` 等 ${all} 项` : ''}`,
  some: (labels, all) => {
    const listed = listedInChinese(labels);
    return all > labels.length ? `${listed}等 ${all} 种情况` : listed;
  },
  passing: (label, counts) => {
    const via = `经 ${range(counts)} 步`;
    return label === '' ? via : `${label}（${via}）`;
  },
  several: (outcome, count) => `${outcome}（${count} 种）`,
  legend: { phase: '阶段' },
};

const andMore = (names: readonly string[], all: number): string =>
  [...names, ...(all > names.length ? [`and ${all - names.length} more`] : [])].join('; ');

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const en: OverviewPhrases = {
  title: (process) => `${process}\u00A0· Overview`,
  counts: ({ steps, decisions, waits }) =>
    [
      ...(steps > 0 ? [plural(steps, 'step')] : []),
      ...(decisions > 0 ? [plural(decisions, 'decision')] : []),
      ...(waits > 0 ? [plural(waits, 'wait')] : []),
    ].join(' · '),
  steps: (names, inRow, all) => {
    if (inRow) return all > names.length ? `${inOrder(names)} and ${all - names.length} more` : inOrder(names);
    return andMore(names, all);
  },
  kpis: (kpis, all) => `KPI: ${andMore(kpis, all)}`,
  kpi: (name, target) => (target === '' ? name : `${name} ${target}`),
  exit: (criteria, all) => `Done when: ${andMore(criteria, all)}`,
  some: (labels, all) => {
    const listed = labels.join(labels.some((label) => label.includes(',')) ? '; ' : ', ');
    return all > labels.length ? `${listed} and ${all - labels.length} more` : listed;
  },
  passing: (label, counts) => {
    const via = `via ${range(counts)} ${counts.most === 1 ? 'step' : 'steps'}`;
    return label === '' ? via : `${label} (${via})`;
  },
  several: (outcome, count) => `${outcome} (${count})`,
  legend: { phase: 'Phase' },
};

export function overviewPhrases(language: Language): OverviewPhrases {
  return inLanguage(language, { zh, en });
}
