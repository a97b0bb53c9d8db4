/**
 * View: what one picture shows, in one language, without coordinates.
 *
 * A graph of nodes and edges with optional lanes (who) and phases (when). Layout places it; formats that do their own layout
 * (Mermaid) read it as it is.
 */
import type { Language } from './text.js';
import type { DocumentStatus, NodeType, TaskKind, EndOutcome } from './process.js';

export const viewIds = ['swimlane', 'flow'] as const;
export type ViewId = (typeof viewIds)[number];

/** `right`: time runs left to right, lanes are rows. `down`: time runs top to bottom, lanes are columns. */
export const directions = ['auto', 'right', 'down'] as const;
export type Direction = (typeof directions)[number];

/** What pictures show of a step only when asked. */
export const showIds = ['data', 'sla', 'kpi', 'channels', 'risks'] as const;
export type ShowId = (typeof showIds)[number];

/** What a picture shows as a node: those of a process, stores, and parties outside the organisation. */
export type ViewNodeType = NodeType | 'store' | 'party';

export interface ViewLane {
  readonly id: string;
  readonly name: string;
  /** Index into the palette of owner hues, by declaration order of all owners. */
  readonly hue: number;
  /** Customers and partners: outside the organisation. */
  readonly external: boolean;
  /** The department whose band contains this lane. */
  readonly group?: { readonly id: string; readonly name: string };
}

export interface ViewPhase {
  readonly id: string;
  readonly name: string;
}

export interface Badge {
  readonly kind:
    | 'sla'
    | 'approval'
    | 'system'
    | 'notify'
    | 'duration'
    // Of data: how it must be treated, and whether it is encrypted.
    | 'confidential'
    | 'personal'
    | 'sensitive'
    | 'locked'
    | 'unlocked';
  /** Short text beside the icon, for example `4h`; may be empty. */
  readonly text: string;
  /** The full sentence, for tool tips and screen readers. */
  readonly title: string;
}

export interface ViewNode {
  readonly id: string;
  readonly type: ViewNodeType;
  readonly name: string;
  /** A second, smaller line: the owner in views without lanes. Empty if none. */
  readonly caption: string;
  readonly badges: readonly Badge[];
  readonly kind?: TaskKind;
  readonly outcome?: EndOutcome;
  /** Lane id; absent in views without lanes. */
  readonly lane?: string;
  /** Hue of the owner, by declaration order; absent without owner. */
  readonly hue?: number;
  readonly phase?: string;
  /** Tool tip and accessible description. */
  readonly tip: string;
  /** Where a click leads: http(s), mailto or relative. Checked by compile. */
  readonly href?: string;
  /** The same store or party stands elsewhere in the picture, too. */
  readonly duplicate?: true;
  /** Not what the picture is about, but what it touches: drawn paler. */
  readonly dimmed?: true;
}

export interface ViewEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `data`: information moves, which says nothing of what follows what. */
  readonly kind: 'next' | 'timeout' | 'data';
  /** Empty if none. */
  readonly label: string;
  /** First branch of its node: the path that should run straight. */
  readonly main: boolean;
  /** The default branch of a decision. */
  readonly otherwise: boolean;
  /** Before the label: how the data that moves must be treated. */
  readonly marks?: readonly Badge[];
  readonly dimmed?: true;
}

export interface View {
  readonly id: ViewId;
  readonly processId: string;
  readonly language: Language;
  readonly title: string;
  /** Version, status and review date in words; empty if there is no document control. */
  readonly subtitle: string;
  readonly status?: DocumentStatus;
  /** A paragraph for screen readers. */
  readonly description: string;
  /** Name of the owner of the document, who answers for the process. */
  readonly author?: string;
  readonly direction: Direction;
  readonly lanes: readonly ViewLane[];
  readonly phases: readonly ViewPhase[];
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
  /** Legend entries for what occurs, in a fixed order. */
  readonly legend: readonly LegendEntry[];
}

export interface LegendEntry {
  readonly kind:
    | ViewNodeType
    | 'timeout-edge'
    | 'otherwise-edge'
    | 'data-edge'
    | 'duplicate'
    | Badge['kind']
    | 'success'
    | 'failure';
  readonly text: string;
}
