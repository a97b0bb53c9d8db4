/** What only overviews say, in every language trackflow speaks. */
import type { Language } from '../../model/text.js';
import { inLanguage } from '../../model/words/index.js';

export interface OverviewPhrases {
  readonly title: (process: string) => string;
  readonly counts: (counts: { steps: number; decisions: number; waits: number }) => string;
  /** `names` of `shown` steps, of which there are `all`. */
  readonly steps: (names: string, shown: number, all: number) => string;
  readonly kpis: (kpis: readonly string[]) => string;
  readonly kpi: (name: string, target: string) => string;
  readonly exit: (criteria: readonly string[]) => string;
  readonly some: (labels: readonly string[], all: number) => string;
  /** Over how many steps it leads, `least` and `most` of the connections it stands for. */
  readonly passing: (label: string, counts: { least: number; most: number }) => string;
  readonly several: (outcome: string, count: number) => string;
  readonly legend: { readonly phase: string };
}

const range = ({ least, most }: { least: number; most: number }): string =>
  least === most ? String(most) : `${least}–${most}`;

const zh: OverviewPhrases = {
  title: (process) => `${process}\u00A0· 总览`,
  counts: ({ steps, decisions, waits }) =>
    [
      ...(steps > 0 ? [`${steps} 个环节`] : []),
      ...(decisions > 0 ? [`${decisions} 个判断`] : []),
      ...(waits > 0 ? [`${waits} 处等待`] : []),
    ].join(' · '),
  steps: (names, shown, all) => (all > shown ? `${names} 等 ${all} 步` : names),
  kpis: (kpis) => `指标：${kpis.join('；')}`,
  kpi: (name, target) => `${name}${target}`,
  exit: (criteria) => `完成标志：${criteria.join('；')}`,
  some: (labels, all) => `${labels.join('、')}等 ${all} 种情况`,
  passing: (label, counts) => {
    const via = `经 ${range(counts)} 步`;
    return label === '' ? via : `${label}（${via}）`;
  },
  several: (outcome, count) => `${outcome}（${count} 种）`,
  legend: { phase: '阶段' },
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const en: OverviewPhrases = {
  title: (process) => `${process}\u00A0· Overview`,
  counts: ({ steps, decisions, waits }) =>
    [
      ...(steps > 0 ? [plural(steps, 'step')] : []),
      ...(decisions > 0 ? [plural(decisions, 'decision')] : []),
      ...(waits > 0 ? [plural(waits, 'wait')] : []),
    ].join(' · '),
  steps: (names, shown, all) => (all > shown ? `${names} and ${all - shown} more` : names),
  kpis: (kpis) => `KPI: ${kpis.join('; ')}`,
  kpi: (name, target) => (target === '' ? name : `${name} ${target}`),
  exit: (criteria) => `Done when: ${criteria.join('; ')}`,
  some: (labels, all) => `${labels.join(', ')} and ${all - labels.length} more`,
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
