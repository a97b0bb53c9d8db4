/** What a difference needs said in each language, besides the terms of a process. */
import type { CourseId, EffectId, ElementKind, RiskId, Status, Unsoundness } from '../../../model/difference.js';

/** What the sentence of an effect may need; each as a reader sees it. */
export interface EffectWords {
  readonly name: string;
  readonly other: string;
  readonly before: string;
  readonly after: string;
  readonly what: string;
}

/** What the sentence of a risk may need. */
export interface RiskWords {
  readonly name: string;
  /** The element itself is still there. */
  readonly stays: boolean;
  readonly owner: string;
  readonly to: string;
  readonly data: string;
  readonly before: string;
  readonly after: string;
}

export interface DifferencePhrases {
  readonly title: string;
  readonly sections: Readonly<
    Record<'process' | 'course' | 'data' | Exclude<ElementKind, 'store' | 'group' | 'field' | 'access'>, string>
  >;
  readonly kinds: Readonly<Record<ElementKind, string>>;
  /** `2 steps added`. */
  readonly counted: (count: number, kind: ElementKind, status: Status) => string;
  readonly properties: Readonly<Record<string, string>>;
  readonly risks: Readonly<Record<RiskId, (words: RiskWords) => string>>;
  readonly unsound: Readonly<Record<Unsoundness, (name: string) => string>>;
  readonly effects: Readonly<Record<EffectId, (words: EffectWords) => string>>;
  readonly course: Readonly<Record<CourseId, (name: string, other: string) => string>>;
  readonly parts: Readonly<Record<'accountable' | 'consulted' | 'informed', string>>;
  readonly limits: Readonly<Record<'sla' | 'timeout', string>>;
  readonly headings: Readonly<Record<'risks' | 'affected' | 'changes' | 'who' | 'what' | 'picture' | 'legend', string>>;
  readonly flow: Readonly<Record<'added' | 'removed' | 'same', string>>;
  readonly wordings: (count: number, asked: boolean) => string;
  readonly riskCount: (count: number) => string;
  readonly affectedCount: (count: number) => string;
  readonly flows: (count: number) => string;
  readonly skipped: (file: string) => string;
  readonly external: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly everyone: string;
  readonly all: string;
  readonly reordered: string;
  readonly branchOrder: string;
  readonly renamedId: string;
  readonly nowTo: string;
  readonly otherwise: string;
  readonly timeout: string;
  readonly marks: Readonly<Record<'added' | 'removed' | 'changed' | 'moved', string>>;
  readonly quote: (words: string) => string;
  readonly more: (count: number) => string;
}
