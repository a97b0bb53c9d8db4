/**
 * View: what one picture shows, in one language, without coordinates.
 *
 * A graph of nodes and edges with optional lanes (who) and phases (when). Layout places it; formats that do their own layout
 * (Mermaid) read it as it is.
 */
import type { Language } from './text.js';
import type { Channel, DocumentStatus, NodeType, TaskKind, EndOutcome } from './process.js';

export const viewIds = ['swimlane', 'flow', 'data-flow', 'overview'] as const;
export type ViewId = (typeof viewIds)[number];

/** `right`: time runs left to right, lanes are rows. `down`: time runs top to bottom, lanes are columns. */
export const directions = ['auto', 'right', 'down'] as const;
export type Direction = (typeof directions)[number];

/** What a picture may show of a step besides its name: time limits, personal data, data read and written, and so on. */
export const showIds = ['data', 'sla', 'privacy', 'kpi', 'channels', 'risks'] as const;
export type ShowId = (typeof showIds)[number];
/** What a picture shows unless it is asked for something else: what a slide needs, and no more. */
export const shownByDefault: readonly ShowId[] = ['sla', 'privacy'];

/** How many colours there are for owners. The owner after the last colour has the first one again. */
export const hueCount = 8;

/**
 * What a picture shows as a node: those of a process, stores, parties outside the organisation, and connectors: where a page ends and
 * a connection goes on on another one.
 */
export type ViewNodeType = NodeType | 'store' | 'party' | 'phase' | 'connector';

export interface ViewLane {
  readonly id: string;
  readonly name: string;
  /** Index into the palette of owner hues, by declaration order of all owners. */
  readonly hue: number;
  /** Customers and partners: outside the organisation. */
  readonly external: boolean;
  /** Nobody's: for the steps without an owner. */
  readonly unassigned?: true;
  /** The department whose band contains this lane. */
  readonly group?: { readonly id: string; readonly name: string };
}

export interface ViewPhase {
  readonly id: string;
  readonly name: string;
}

export type DataUse = 'data-read' | 'data-write' | 'data-both';

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
    | 'unlocked'
    // What an indicator measures begins here, ends here, or is measured here alone.
    | 'kpi-from'
    | 'kpi-to'
    | 'kpi'
    | 'risk'
    | 'risk-high'
    | `channel-${Channel}`
    // What a step does with a store; these stand below the others, one to a line.
    | DataUse;
  /** Short text beside the icon, for example `4h`; may be empty. */
  readonly text: string;
  /** The full sentence, for tool tips and screen readers. */
  readonly title: string;
}

/** In pictures of a difference: what has become of a step or a connection. */
export const changeLooks = ['added', 'removed', 'changed', 'moved'] as const;
export type ChangeLook = (typeof changeLooks)[number];

export interface ViewNode {
  readonly id: string;
  readonly type: ViewNodeType;
  readonly name: string;
  /** A fork or join without a name of its own: `name` says what it is, which a bar shows without words. */
  readonly unnamed?: true;
  /** A second, smaller line: the owner in views without lanes. Empty if none. */
  readonly caption: string;
  /** Further small paragraphs below: what a phase achieves. */
  readonly details?: readonly string[];
  /** For each of the details the same in ever fewer words, for a picture that has no room for it. */
  readonly shorterDetails?: readonly (readonly string[])[];
  readonly badges: readonly Badge[];
  readonly kind?: TaskKind;
  readonly outcome?: EndOutcome;
  /** Lane id; absent in views without lanes. */
  readonly lane?: string;
  /** Hue of the owner, by declaration order; absent without owner. */
  readonly hue?: number;
  readonly phase?: string;
  /** Tool tip, over several lines. */
  readonly tip: string;
  /** For screen readers, who do not see where connections lead: the tip as a sentence, and what comes next. */
  readonly label?: string;
  /** Where a click leads: http(s), mailto or relative. Checked by compile. */
  readonly href?: string;
  /** The same store or party stands elsewhere in the picture, too. */
  readonly duplicate?: true;
  /** In a data-flow diagram, of stores and parties: whether data comes from here or goes here. */
  readonly side?: 'in' | 'out';
  /** Not what the picture is about, but what it touches: drawn paler. */
  readonly dimmed?: true;
  readonly change?: ChangeLook;
  /** In pictures of a difference: what has changed of it, a short line each, the most important first. They stand below the name. */
  readonly notes?: readonly string[];
  /** In pictures of a difference: where a step stood that has moved. */
  readonly ghost?: true;
  /** Which of the numbered sentences about the whole picture are about it; empty for one without a number. */
  readonly alerts?: readonly number[];
  /** The same node in other pictures with the same places: it gets room for the largest. */
  readonly variants?: readonly ViewNode[];
  /** Of a connector: the one that it leads to, and the page, from 1, on which that stands. */
  readonly partner?: { readonly id: string; readonly page: number };
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
  readonly change?: ChangeLook;
  /** In pictures of a difference: from where a step stood to where it stands. */
  readonly ghost?: true;
  /** The same connection in other pictures with the same places: its label gets room for the largest. */
  readonly variants?: readonly Pick<ViewEdge, 'label'>[];
}

export interface View {
  readonly id: ViewId;
  readonly processId: string;
  readonly language: Language;
  readonly title: string;
  /** Document number, version, dates and owner in words; empty if there is no document control. */
  readonly subtitle: string;
  /** Stands beside the title, so that nobody takes a draft for what holds. */
  readonly status?: { readonly id: DocumentStatus; readonly text: string };
  /** Cut for paper, its parts are figures of a document that has page numbers of its own. */
  readonly isFigure?: true;
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
  /** Set if this is one page of several of a picture; pages count from 1. */
  readonly page?: { readonly number: number; readonly count: number };
}

export interface LegendEntry {
  readonly kind:
    | ViewNodeType
    | 'timeout-edge'
    | 'otherwise-edge'
    | 'data-edge'
    | 'duplicate'
    | Badge['kind']
    | `change-${ChangeLook}`
    | 'change-ghost'
    | 'success'
    | 'failure';
  readonly text: string;
}
