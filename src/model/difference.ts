/**
 * Difference: what has to be done to one process to get another, and what that means for people.
 *
 * Plain data, because those who compute it, say it, draw it and write it down as JSON know only this. It stands for itself: whoever is
 * named is named with his name, so that no reader needs the two processes. Invariants: everything that two processes say differently is
 * here, once, and nothing else is; whatever has no meaning (places in the file, the order of a map or of a set) is no difference; ids in
 * `before` are those of the process before, in `after` those of the process after; with `before` and `after` exchanged it is the
 * difference the other way round. Lists come in the order of the process after, what was removed behind what stood before it.
 */
import type { Span } from './diagnostic.js';
import type {
  Cadence,
  DataRef,
  EndOutcome,
  NodeType,
  OwnerKind,
  RelatedDocument,
  Risk,
  Target,
  TaskKind,
} from './process.js';
import type { Duration, Ratio } from './quantity.js';
import type { Language, Text } from './text.js';

export interface Difference {
  /** Absent if the whole flow is new. */
  readonly before?: Side;
  /** Absent if the whole flow is gone. */
  readonly after?: Side;
  /** Title, language, objective, document control, the order of the phases. */
  readonly process: readonly PropertyChange[];
  readonly nodes: readonly NodeChange[];
  readonly edges: readonly EdgeChange[];
  readonly owners: readonly OwnerChange[];
  readonly phases: readonly ElementChange[];
  readonly segments: readonly ElementChange[];
  readonly stores: readonly ElementChange[];
  readonly groups: readonly ElementChange[];
  readonly fields: readonly ElementChange[];
  /** Who may do what with a store. */
  readonly access: readonly ElementChange[];
  readonly kpis: readonly ElementChange[];
  /** What all of it means for the course of the work. */
  readonly course: readonly CourseChange[];
  /** Who will notice, in the order of the owners. */
  readonly affected: readonly Affected[];
  /** What a reviewer should not overlook, the gravest first. */
  readonly risks: readonly RiskFlag[];
}

export interface Side {
  readonly id: string;
  readonly file: string;
  readonly title: Text;
  readonly language: Language;
}

export const elementKinds = [
  'node',
  'edge',
  'owner',
  'phase',
  'segment',
  'store',
  'group',
  'field',
  'access',
  'kpi',
] as const;
export type ElementKind = (typeof elementKinds)[number];

/** The lists of a difference that hold elements. */
export const elementLists = [
  'nodes',
  'edges',
  'owners',
  'phases',
  'segments',
  'stores',
  'groups',
  'fields',
  'access',
  'kpis',
] as const;

export const statuses = ['added', 'removed', 'changed'] as const;
export type Status = (typeof statuses)[number];

/**
 * What kind of change, of an element that is on both sides: `renamed` by another id or a really different name; `moved` to another
 * owner or phase; `rewired` to other ends (edges); `meaning` for any other change of meaning; `wording` if something is said in
 * other words.
 */
export const marks = ['renamed', 'moved', 'rewired', 'meaning', 'wording'] as const;
export type Mark = (typeof marks)[number];

export interface ElementChange {
  readonly kind: ElementKind;
  readonly status: Status;
  /** Absent if added. */
  readonly before?: Standing;
  /** Absent if removed. */
  readonly after?: Standing;
  /** In the order of `marks`; empty for what was added or removed. */
  readonly marks: readonly Mark[];
  /** Of an element that was added or removed: all that it says. */
  readonly changes: readonly PropertyChange[];
}

/** An element as it stands on one side. */
export interface Standing {
  /** Of a group `store.group`, of a field `store.group.field`, of a grant `store:owner`, of an edge as in the process. */
  readonly id: string;
  /** Of a grant the name of the owner; of an edge its condition, or empty. */
  readonly name: Text;
  /** Of a group, a field or a grant: the store, and the group. */
  readonly within?: readonly Named[];
  /** Of a phase: which one, from 0. Of an edge: which of the ways of its kind out of its node. */
  readonly place?: number;
  readonly span: Span;
}

export interface NodeStanding extends Standing {
  readonly type: NodeType;
  /** Of a task. */
  readonly task?: TaskKind;
  /** Of an end. */
  readonly outcome?: EndOutcome;
  readonly owner?: Named;
  readonly phase?: Named;
}

export interface NodeChange extends ElementChange {
  readonly kind: 'node';
  readonly before?: NodeStanding;
  readonly after?: NodeStanding;
}

export interface EdgeStanding extends Standing {
  readonly from: Named;
  readonly to: Named;
  readonly way: 'next' | 'timeout';
  /** The default branch. */
  readonly otherwise: boolean;
  readonly place: number;
}

export interface EdgeChange extends ElementChange {
  readonly kind: 'edge';
  readonly before?: EdgeStanding;
  readonly after?: EdgeStanding;
}

export interface OwnerStanding extends Standing {
  readonly ownerKind: OwnerKind;
}

export interface OwnerChange extends ElementChange {
  readonly kind: 'owner';
  readonly before?: OwnerStanding;
  readonly after?: OwnerStanding;
}

export interface Named {
  readonly id: string;
  readonly name: Text;
}

/** A place in a store, with the names down to it. */
export interface DataPlace extends Omit<DataRef, 'span'> {
  readonly names: readonly Text[];
}

/** One way out of a node, in the order of its branches. */
export interface Way {
  readonly edge: string;
  /** The id of the same way on the other side. */
  readonly twin?: string;
  readonly to: Named;
  readonly when?: Text;
  readonly otherwise: boolean;
}

export interface NamedCadence extends Omit<Cadence, 'segment'> {
  readonly segment?: Named;
}

/** What a property can hold, by the name of its type. Plural names are lists, of which only `ordered` ones have an order. */
export interface Values {
  /** A word of a fixed list, or a string that is no text for readers: a date, a number of a document, a path. */
  readonly word: string;
  readonly words: readonly string[];
  readonly text: Text;
  readonly texts: readonly Text[];
  readonly ordered: readonly Text[];
  readonly flag: boolean;
  readonly duration: Duration;
  readonly ratio: Ratio;
  readonly target: Target;
  /** A reference to an owner, phase, segment or node, as the property says. */
  readonly named: Named;
  readonly nameds: readonly Named[];
  /** The phases one after another, where those that stay have changed places. */
  readonly sequence: readonly Named[];
  readonly data: readonly DataPlace[];
  readonly risks: readonly Risk[];
  readonly cadence: readonly NamedCadence[];
  readonly links: readonly RelatedDocument[];
  readonly ways: readonly Way[];
}
export type ValueType = keyof Values;

/**
 * `meaning`: what is done, by whom, when, with what. `wording`: the same in other words, or in another language; it is told as a count
 * unless one asks.
 */
export const changeKinds = ['meaning', 'wording'] as const;
export type ChangeKind = (typeof changeKinds)[number];

interface Change<T extends ValueType> {
  /** As in the model: `sla`, `protection.backup.every`. */
  readonly path: string;
  readonly type: T;
  readonly kind: ChangeKind;
  /** Absent if it said nothing. At least one of the two is there. */
  readonly before?: Values[T];
  readonly after?: Values[T];
}

export type PropertyChange = { [T in ValueType]: Change<T> }[ValueType];

/**
 * `now-before`, `now-after`: it came after the other, or before it, without going back; `at-once`: the two were one after the other and run
 * at the same time now; `one-after-another`: the other way round; `merged`: it is gone and part of the other, as that is after; `split`: it is
 * new and was part of the other, as that was before.
 */
export const courses = ['now-before', 'now-after', 'at-once', 'one-after-another', 'merged', 'split'] as const;
export type CourseId = (typeof courses)[number];

export interface CourseChange {
  readonly course: CourseId;
  readonly node: Named;
  readonly other: Named;
}

/** What becomes of an owner. */
export type Effect =
  /** A step that somebody else did, that nobody did, or that is new; and the other way round. */
  | { readonly effect: 'gains-work' | 'loses-work'; readonly node: Named; readonly other?: Named }
  /** A step that stays with him is done otherwise: the paths of its changes of meaning. */
  | { readonly effect: 'work-changes'; readonly node: Named; readonly paths: readonly string[] }
  /** A step that stays with him comes before the other now, or after it, or runs at the same time. */
  | { readonly effect: 'now-before' | 'now-after' | 'at-once'; readonly node: Named; readonly other: Named }
  /** A branch of the other, a decision, leads to a step of his that led elsewhere before. */
  | { readonly effect: 'other-cases'; readonly node: Named; readonly other: Named }
  /** Answers for it, is asked, is told; or no longer. */
  | {
      readonly effect: 'gains-part' | 'loses-part';
      readonly part: 'accountable' | 'consulted' | 'informed';
      readonly node: Named;
    }
  /** Data that none of his steps used that way before; and that none uses any more. */
  | {
      readonly effect: 'newly-reads' | 'newly-writes' | 'no-longer-reads' | 'no-longer-writes';
      readonly data: DataPlace;
      readonly node: Named;
    }
  /** Less time, or more; absent is without limit. */
  | {
      readonly effect: 'tighter' | 'looser';
      readonly node: Named;
      readonly path: 'sla' | 'timeout';
      readonly before?: Duration;
      readonly after?: Duration;
    }
  /** Rights on a store, as `cru`; empty for none. `only`: which records, where that has changed; absent is all. */
  | {
      readonly effect: 'more-access' | 'less-access' | 'other-access';
      readonly store: Named;
      readonly before: string;
      readonly after: string;
      readonly only?: { readonly before?: Text; readonly after?: Text };
    }
  | {
      readonly effect: 'kpi-harder' | 'kpi-easier' | 'kpi-other' | 'kpi-added' | 'kpi-removed';
      readonly kpi: Named;
      readonly before?: Target;
      readonly after?: Target;
    };
export type EffectId = Effect['effect'];

export interface Affected {
  readonly owner: Named;
  /** A customer or partner: outside of the organisation. */
  readonly external: boolean;
  readonly effects: readonly Effect[];
}

/** What a reviewer should not overlook, the gravest first. */
export const riskIds = [
  'soundness-lost',
  'approval-removed',
  'approval-bypassed',
  'approval-skipped',
  'approval-limit-looser',
  'approver-does-work',
  'branches-swapped',
  'meaning-reversed',
  'outcome-reversed',
  'refusal-continues',
  'success-blocked',
  'answer-without-effect',
  'step-unreached',
  'check-removed',
  'encryption-removed',
  'access-widened',
  'access-limit-changed',
  'personal-data-newly-read',
  'sensitivity-lowered',
  'audit-removed',
  'retention-removed',
  'retention-longer',
  'backup-removed',
  'restore-test-removed',
  'default-branch-removed',
  'escalation-removed',
  'escalation-looser',
  'owner-removed',
  'accountable-removed',
  'sla-removed',
  'remedy-removed',
  'kpi-removed',
  'approver-removed',
  'review-removed',
  'version-not-raised',
] as const;
export type RiskId = (typeof riskIds)[number];

/** A join waits for ever; a step is under way twice; a case goes round for ever; one case reaches two ends. */
export const unsoundnesses = ['waits-for-ever', 'under-way-twice', 'goes-round-for-ever', 'ends-twice'] as const;
export type Unsoundness = (typeof unsoundnesses)[number];

export interface RiskFlag {
  readonly risk: RiskId;
  /** What it is about: on the side after if it is still there, else on the side before. */
  readonly kind: ElementKind | 'process';
  readonly side: 'before' | 'after';
  /** Of a connection the step that it leaves. */
  readonly element: Named;
  readonly span: Span;
  /** Who gets the right or reads the data; who no longer approves; who approves his own work. */
  readonly owner?: Named;
  /** Where one gets to now without the approval, or after the refusal; the approval that is gone past; the work that the approver does himself. */
  readonly to?: Named;
  readonly data?: DataPlace;
  /** What was said and what is said now. */
  readonly change?: PropertyChange;
  /** Why a case cannot be completed. */
  readonly unsound?: readonly { readonly problem: Unsoundness; readonly node: Named }[];
}

/** Whether the two processes mean and say the same. */
export function isEmpty(difference: Difference): boolean {
  return (
    difference.before !== undefined &&
    difference.after !== undefined &&
    difference.process.length === 0 &&
    elementLists.every((list) => difference[list].length === 0)
  );
}

/** Everything that was added, removed or changed, of every kind. */
export function elementChanges(difference: Difference): readonly ElementChange[] {
  return elementLists.flatMap((list): readonly ElementChange[] => difference[list]);
}

/** The change of one property; undefined if it stayed as it was. */
export function changeOf(change: ElementChange, path: string): PropertyChange | undefined {
  return change.changes.find((one) => one.path === path);
}
