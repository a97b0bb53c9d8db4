/**
 * Process: what a flow file means. References are resolved to ids that exist, defaults are filled in, short forms are gone,
 * texts are maps of languages, quantities are values. Every list keeps the order of the file, which is meaning.
 *
 * Everything below `compile/` reads only this. Invariants that compile guarantees for a Process without errors: every id named
 * here exists; every edge joins two nodes; ids are unique per kind; maps never have author-made keys as object properties (ids
 * live in `id` fields, so `__proto__` is only text).
 *
 * One long file, because it is the vocabulary that all stages share: whoever adds a word reads the others first.
 */
import type { Span } from './diagnostic.js';
import type { Duration, Ratio } from './quantity.js';
import type { Language, Text } from './text.js';

export const documentStatuses = ['draft', 'review', 'approved', 'retired'] as const;
export const ownerKinds = ['department', 'team', 'role', 'person', 'system', 'customer', 'partner'] as const;
export const storeKinds = ['database', 'file', 'document', 'system'] as const;
export const sensitivities = ['public', 'internal', 'confidential', 'personal', 'sensitive'] as const;
export const encryptions = ['at-rest', 'in-transit'] as const;
export const channels = [
  'phone',
  'email',
  'sms',
  'wechat',
  'social',
  'chat',
  'visit',
  'meeting',
  'event',
  'web',
  'app',
  'post',
] as const;
export const measures = ['conversion', 'duration', 'rework', 'volume', 'custom'] as const;
export const nodeTypes = ['start', 'end', 'task', 'decision', 'fork', 'join', 'wait', 'subflow'] as const;
export const taskKinds = ['manual', 'system', 'approval', 'notify'] as const;
export const endOutcomes = ['success', 'failure', 'neutral'] as const;
export const riskSeverities = ['low', 'medium', 'high'] as const;
export const comparators = ['>=', '<=', '>', '<', '='] as const;

export type DocumentStatus = (typeof documentStatuses)[number];
export type OwnerKind = (typeof ownerKinds)[number];
export type StoreKind = (typeof storeKinds)[number];
export type Sensitivity = (typeof sensitivities)[number];
export type Encryption = (typeof encryptions)[number];
export type Channel = (typeof channels)[number];
export type Measure = (typeof measures)[number];
export type NodeType = (typeof nodeTypes)[number];
export type TaskKind = (typeof taskKinds)[number];
export type EndOutcome = (typeof endOutcomes)[number];
export type RiskSeverity = (typeof riskSeverities)[number];
export type Comparator = (typeof comparators)[number];

/** Something with an id, at a place. `span` covers the id where it is defined. */
export interface Element {
  readonly id: string;
  readonly span: Span;
}

export interface Review {
  readonly every?: Duration;
  /** `YYYY-MM-DD`. */
  readonly last?: string;
}

export interface DocumentControl {
  /** The organisation's own document number, for example `QP-CRM-001`. */
  readonly number?: string;
  readonly version?: string;
  readonly status?: DocumentStatus;
  /** `YYYY-MM-DD`. */
  readonly effective?: string;
  /** Owner id. */
  readonly owner?: string;
  /** Owner ids: who check a new version before it is approved. */
  readonly reviewers: readonly string[];
  /** Owner ids. */
  readonly approvers: readonly string[];
  readonly review?: Review;
  readonly related: readonly RelatedDocument[];
}

export interface RelatedDocument {
  readonly name: Text;
  /** http(s), mailto or a relative path. */
  readonly link?: string;
}

export interface Objective {
  readonly goal?: Text;
  readonly scope?: { readonly from?: Text; readonly to?: Text };
}

export interface Owner extends Element {
  readonly name: Text;
  readonly kind: OwnerKind;
  readonly description?: Text;
  /** Owner ids that belong to this one; their lanes lie inside its band. */
  readonly members: readonly string[];
  /** The owner that lists this one as a member. */
  readonly parent?: string;
  /** How to reach them: an e-mail address, a telephone number, a chat group. */
  readonly contact?: Text;
}

export interface Phase extends Element {
  readonly name: Text;
  readonly description?: Text;
  readonly entry: readonly Text[];
  readonly exit: readonly Text[];
}

export interface Segment extends Element {
  readonly name: Text;
  readonly rule?: Text;
  readonly description?: Text;
}

export interface Field {
  readonly id: string;
  readonly name?: Text;
  readonly sensitivity: Sensitivity;
  readonly description?: Text;
  readonly span: Span;
}

export interface FieldGroup {
  readonly id: string;
  readonly name?: Text;
  readonly fields: readonly Field[];
  readonly span: Span;
}

export interface AccessGrant {
  /** Owner id. */
  readonly owner: string;
  readonly create: boolean;
  readonly read: boolean;
  readonly update: boolean;
  readonly delete: boolean;
  /** Which records, when not all: `自己负责的客户`. */
  readonly only?: Text;
  readonly span: Span;
}

export interface Backup {
  readonly every?: Duration;
  readonly to?: Text;
  /** How often a restore is rehearsed. */
  readonly restoreTest?: Duration;
}

export interface Protection {
  readonly encryption: readonly Encryption[];
  readonly backup?: Backup;
  readonly audit?: boolean;
  readonly retention?: Duration;
}

export interface Store extends Element {
  readonly name: Text;
  readonly kind: StoreKind;
  readonly description?: Text;
  /** The product that holds it, for example a CRM. */
  readonly system?: Text;
  /** Owner id. */
  readonly owner?: string;
  readonly groups: readonly FieldGroup[];
  readonly access: readonly AccessGrant[];
  readonly protection?: Protection;
}

export interface Target {
  readonly comparator: Comparator;
  /** Minutes for a duration target, 0..1 for a percentage, else the plain number. */
  readonly value: number;
  readonly unit: 'duration' | 'ratio' | 'number';
  /** Set when `unit` is `duration`. */
  readonly duration?: Duration;
}

export interface Kpi extends Element {
  readonly name: Text;
  readonly measure: Measure;
  /** Node ids. */
  readonly from?: string;
  readonly to?: string;
  readonly target?: Target;
  readonly description?: Text;
  /** Owner id: who answers for it. */
  readonly owner?: string;
  /** How often it is looked at. */
  readonly every?: Duration;
}

/** A place in a store that a node reads or writes: the whole store, a group of fields, or one field. */
export interface DataRef {
  readonly store: string;
  readonly group?: string;
  readonly field?: string;
  readonly span: Span;
}

export interface Risk {
  readonly problem: Text;
  readonly remedy?: Text;
  readonly severity?: RiskSeverity;
}

export interface Cadence {
  /** Segment id; absent means every customer. */
  readonly segment?: string;
  readonly every: Duration;
  readonly via: readonly Channel[];
  readonly about?: Text;
}

export interface Timeout {
  readonly after: Duration;
  /** Node id. */
  readonly to: string;
}

interface NodeBase extends Element {
  readonly name: Text;
  readonly description?: Text;
  /** Owner id. RACI: Responsible. */
  readonly owner?: string;
  /** Owner id. */
  readonly accountable?: string;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  /** Phase id. */
  readonly phase?: string;
  readonly inputs: readonly Text[];
  readonly outputs: readonly Text[];
  readonly steps: readonly Text[];
  readonly tools: readonly Text[];
  readonly via: readonly Channel[];
  /** Must be done within. */
  readonly sla?: Duration;
  /** Working time it takes. */
  readonly effort?: Duration;
  readonly reads: readonly DataRef[];
  readonly writes: readonly DataRef[];
  readonly risks: readonly Risk[];
  readonly cadence: readonly Cadence[];
  readonly timeout?: Timeout;
  /** Forms, templates and documents used at this node. */
  readonly links: readonly RelatedDocument[];
}

export interface StartNode extends NodeBase {
  readonly type: 'start';
  readonly trigger?: Text;
}
export interface EndNode extends NodeBase {
  readonly type: 'end';
  readonly outcome?: EndOutcome;
}
export interface TaskNode extends NodeBase {
  readonly type: 'task';
  readonly kind: TaskKind;
}
export interface DecisionNode extends NodeBase {
  readonly type: 'decision';
}
export interface ForkNode extends NodeBase {
  readonly type: 'fork';
}
export interface JoinNode extends NodeBase {
  readonly type: 'join';
}
export interface WaitNode extends NodeBase {
  readonly type: 'wait';
  readonly duration?: Duration;
  readonly until?: Text;
}
export interface SubflowNode extends NodeBase {
  readonly type: 'subflow';
  /** The child's path relative to the file that names it, as written. */
  readonly flow: string;
  /** What the parent needs to know of the child; absent when the child could not be read. */
  readonly child?: {
    readonly title: Text;
    readonly file: string;
    readonly ends: readonly ChildEnd[];
    /** Absent for a child without document control. */
    readonly document?: ChildDocument;
  };
}

/** Which document the child is, and how far: an approved parent must not pass it off as approved. */
export type ChildDocument = Pick<DocumentControl, 'number' | 'version' | 'status' | 'effective'>;

export interface ChildEnd {
  readonly id: string;
  readonly name: Text;
  readonly outcome?: EndOutcome;
}

export type ProcessNode = StartNode | EndNode | TaskNode | DecisionNode | ForkNode | JoinNode | WaitNode | SubflowNode;

/**
 * A connection. `next` edges come in the order of the author's branches, the first forward one being the main path;
 * a `timeout` edge is the escalation of `from`.
 */
export interface Edge {
  /** `from->to`, with `#2`, `#3` … for further ones between the same two nodes. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'timeout';
  /** The condition in words. On a subflow: the name of the child's end. */
  readonly when?: Text;
  /** On a subflow: the id of the child's end that this branch handles. */
  readonly childEnd?: string;
  /** The default branch. */
  readonly otherwise: boolean;
  readonly chance?: Ratio;
  /** Segment ids the branch is for; empty means all. */
  readonly segments: readonly string[];
  readonly carries: readonly Text[];
  /** Timeouts only. */
  readonly after?: Duration;
  readonly span: Span;
}

export interface Process {
  /** File name without `.flow.yaml`; names outputs. */
  readonly id: string;
  readonly file: string;
  readonly title: Text;
  readonly description?: Text;
  readonly language: Language;
  /** Every language in which the title is written, the process's own first. */
  readonly languages: readonly Language[];
  readonly objective?: Objective;
  readonly document?: DocumentControl;
  readonly owners: readonly Owner[];
  readonly phases: readonly Phase[];
  readonly segments: readonly Segment[];
  readonly stores: readonly Store[];
  readonly kpis: readonly Kpi[];
  readonly nodes: readonly ProcessNode[];
  readonly edges: readonly Edge[];
  /** Files that took part, the flow itself first: libraries by `use:` and child flows. */
  readonly sources: readonly string[];
  readonly span: Span;
}
