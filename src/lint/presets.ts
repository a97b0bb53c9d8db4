/** Ready-made sets of rules. Three are nested, by the `level` of each rule; the others are for one purpose and join any of these. */
import type { Descriptor } from '../base/registry.js';
import type { Rule } from './rule.js';

export interface Preset extends Descriptor {
  holds(rule: Rule): boolean;
}

const upTo =
  (...levels: readonly Rule['level'][]): Preset['holds'] =>
  ({ level }) =>
    levels.includes(level);

export const presets = [
  { id: 'minimal', summary: 'Only what keeps a flow from working.', holds: upTo('minimal') },
  {
    id: 'recommended',
    summary: 'The default: what hardly anyone would disagree with; quiet on a short sketch.',
    holds: upTo('minimal', 'recommended'),
  },
  {
    id: 'strict',
    summary: 'A complete description that stands up to an audit.',
    holds: upTo('minimal', 'recommended', 'strict'),
  },
  {
    id: 'security',
    summary: 'Who may do what with the data, and how it is protected.',
    holds: ({ group, presets: also }) => group === 'security' || (also?.includes('security') ?? false),
  },
  {
    id: 'drawing',
    summary: 'What makes the picture hard to read; takes as long as drawing it.',
    holds: ({ group }) => group === 'drawing',
  },
] as const satisfies readonly Preset[];

export type PresetId = (typeof presets)[number]['id'];
