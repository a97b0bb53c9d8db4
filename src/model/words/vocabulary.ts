/**
 * What every language must be able to say about the terms and quantities of a process.
 *
 * Separate from the languages so that a new one is a file that fulfils this type and one line in `index.ts`.
 * Sentences that only one output needs stay with that output; here are the names that several share.
 */
import type {
  Channel,
  Comparator,
  DocumentStatus,
  Encryption,
  EndOutcome,
  Measure,
  NodeType,
  OwnerKind,
  RiskSeverity,
  Sensitivity,
  StoreKind,
  Target,
  TaskKind,
} from '../process.js';
import type { Duration, Ratio } from '../quantity.js';

export interface Words {
  readonly nodeTypes: Readonly<Record<NodeType, string>>;
  readonly taskKinds: Readonly<Record<TaskKind, string>>;
  readonly outcomes: Readonly<Record<EndOutcome, string>>;
  readonly statuses: Readonly<Record<DocumentStatus, string>>;
  readonly ownerKinds: Readonly<Record<OwnerKind, string>>;
  readonly storeKinds: Readonly<Record<StoreKind, string>>;
  readonly sensitivities: Readonly<Record<Sensitivity, string>>;
  readonly encryptions: Readonly<Record<Encryption, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly severities: Readonly<Record<RiskSeverity, string>>;
  readonly comparators: Readonly<Record<Comparator, string>>;
  readonly access: Readonly<Record<'create' | 'read' | 'update' | 'delete', string>>;
  /** The default branch of a decision. */
  readonly otherwise: string;
  /** `4 hours`, `1 day 12 hours`. */
  readonly duration: (duration: Duration) => string;
  /** `4h`, for badges. */
  readonly shortDuration: (duration: Duration) => string;
  /** `every week`, `every 2 weeks`. */
  readonly every: (duration: Duration) => string;
  /** `35%`. */
  readonly percent: (ratio: Ratio) => string;
  /** `at least 20%`. */
  readonly target: (target: Target) => string;
  /** The items with the language's comma between them. */
  readonly list: (items: readonly string[]) => string;
}
