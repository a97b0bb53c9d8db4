/** What pictures of a difference say around the author's words. */
import type { Language } from '../../model/text.js';
import type { ChangeLook } from '../../model/view.js';

export interface ComparisonPhrases {
  readonly title: (title: string) => string;
  readonly looks: Readonly<Record<ChangeLook, string>>;
  /** Between a label and a value. */
  readonly colon: string;
  readonly more: (count: number) => string;
  /** Connections that came or went with their steps, by how many. */
  readonly along: (counted: string) => string;
  readonly renamed: (before: string) => string;
  readonly nothing: string;
  /** In place of what a step said, where it stood. */
  readonly movedTo: (place: string) => string;
  /** In the legend. */
  readonly ghost: string;
  /** Above the pictures of a page, to choose between them. */
  readonly shown: Readonly<Record<'both' | 'before' | 'after' | 'slide', string>>;
  /** From change to change. */
  readonly jump: Readonly<Record<'previous' | 'next', string>>;
  readonly fullSize: string;
  /** The title of one side. */
  readonly side: (title: string, side: 'before' | 'after') => string;
}

const zh: ComparisonPhrases = {
  title: (title) => `${title} · 变更`,
  looks: { added: '新增', removed: '删除', changed: '内容有变', moved: '换了责任方或阶段' },
  colon: '：',
  more: (count) => `另有 ${String(count)} 处`,
  along: (counted) => `${counted}（随所连环节）`,
  renamed: (before) => `原名：${before}`,
  nothing: '流程没有变化',
  movedTo: (place) => `移至：${place}`,
  ghost: '移动前的位置',
  shown: { both: '变更', before: '改前', after: '改后', slide: '改前 / 改后' },
  jump: { previous: '上一处', next: '下一处' },
  fullSize: '原始大小',
  side: (title, side) => `${title} · ${side === 'before' ? '改前' : '改后'}`,
};

const en: ComparisonPhrases = {
  title: (title) => `${title} · changes`,
  looks: { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved to another owner or phase' },
  colon: ': ',
  more: (count) => `${String(count)} more`,
  along: (counted) => `${counted} with the steps they join`,
  renamed: (before) => `was: ${before}`,
  nothing: 'Nothing has changed',
  movedTo: (place) => `now: ${place}`,
  ghost: 'where it stood before',
  shown: { both: 'Changes', before: 'Before', after: 'After', slide: 'Before / after' },
  jump: { previous: 'previous change', next: 'next change' },
  fullSize: 'full size',
  side: (title, side) => `${title} · ${side}`,
};

export const comparisonPhrases = (language: Language): ComparisonPhrases => (language.split('-')[0] === 'zh' ? zh : en);
