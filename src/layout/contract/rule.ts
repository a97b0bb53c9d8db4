/** The hard rules of a picture: what must never happen, whatever the process. */
export const hardRules = [
  'node-overlap',
  'edge-through-node',
  'label-collision',
  'label-on-edge',
  'label-of-another',
  'text-outside-shape',
  'clock-on-text',
  'wrong-docking',
  'shared-stretch',
  'out-of-lane',
  'out-of-phase',
  'band-order',
  'outside-picture',
  'torn-word',
] as const;
export type HardRule = (typeof hardRules)[number];

export interface Violation {
  readonly rule: HardRule;
  /** What is wrong, naming the elements by id. */
  readonly what: string;
}

export type Report = (rule: HardRule, what: string) => void;
