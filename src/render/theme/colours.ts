/**
 * What a theme is: colours by the role they play. The vocabulary of own theme files too (`schemas/theme.schema.json`), so a role is
 * named for what it is in the picture, not for what it looks like.
 */
import type { Descriptor } from '../../base/registry.js';

/** `#rrggbb`. */
export type Colour = string;

export interface Paint {
  readonly fill: Colour;
  readonly line: Colour;
}

/** Nodes by type; `success` and `failure` are ends. */
export const paintedNodes = [
  'start',
  'end',
  'success',
  'failure',
  'task',
  'approval',
  'decision',
  'wait',
  'subflow',
  'store',
  'party',
] as const;
export type PaintedNode = (typeof paintedNodes)[number];

/** Roles with one colour. */
export const colourRoles = [
  'ground',
  'ink',
  'muted',
  'line',
  'accent',
  'warning',
  'failure',
  'success',
  'frame',
  'border',
  'band',
  'band-odd',
  'header',
  'bar',
] as const;
export type ColourRole = (typeof colourRoles)[number];

export interface Colours {
  readonly roles: Readonly<Record<ColourRole, Colour>>;
  /** By declaration order of the owners, beginning again after the last: the header of a lane, and the strip on a step. */
  readonly lanes: readonly Paint[];
  readonly nodes: Readonly<Record<PaintedNode, Paint>>;
}

export interface Theme extends Descriptor, Colours {}
