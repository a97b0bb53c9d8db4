/**
 * What a rule is: one descriptor, one file in `rules/`, one line in its `index.ts`. Rules of a project's own plugin are of the same type.
 *
 * A rule reads a process and says what it finds; it knows no files, no text and no other rule. Its `bad` and `good` are whole flows:
 * the tests run them, `trackflow explain` and the reference print them. In `bad`, a comment that ends with `✗` marks each line with a finding.
 */
import type { Descriptor } from '../base/registry.js';
import type { Change } from '../model/change.js';
import type { Related, Severity, Span } from '../model/diagnostic.js';
import type { Process } from '../model/process.js';
import type { Drawing } from './drawing.js';
import type { Facts } from './facts.js';
import type { OptionSpecs, OptionValues } from './options.js';
import type { Place, Placed } from './places.js';

export const ruleGroups = [
  'structure',
  'soundness',
  'decisions',
  'naming',
  'complexity',
  'responsibility',
  'data',
  'security',
  'time',
  'customer',
  'document',
  'drawing',
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/**
 * The smallest of the nested presets that switches a rule on: `minimal` (the flow cannot work) within `recommended` (the default:
 * hardly anyone would disagree, quiet on a short sketch of five nodes) within `strict` (a complete, auditable description).
 * `none`: only by name or by another preset.
 */
export const ruleLevels = ['minimal', 'recommended', 'strict', 'none'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

export interface Finding {
  /** One sentence in plain English, with the author's own words quoted (`quote` in base/quote). */
  readonly message: string;
  /** By `context.at`. */
  readonly at: Span;
  readonly hint?: string;
  readonly related?: readonly Related[];
  readonly fix?: ProposedFix;
}

export interface ProposedFix {
  /** What it does, in the imperative: `Remove the second connection`. */
  readonly title: string;
  /** The meaning of the process stays what the author plainly meant: may be done unasked. */
  readonly safe: boolean;
  readonly changes: readonly Change[];
}

export interface RuleContext<Options extends OptionSpecs = OptionSpecs> {
  readonly process: Process;
  /** The values in force: the project's own, else the defaults. */
  readonly options: OptionValues<Options>;
  /** Questions about the graph and the references, answered once for all rules. */
  readonly facts: Facts;
  /** Where an element stands, or a property of it: `at(node, 'sla')`; the nearest thing that exists. Without steps: its id. */
  at(element: Placed, ...steps: readonly (string | number)[]): Span;
  /** File and path of an element, for the changes of a fix. */
  placeOf(element: Placed): Place;
  readonly vocabulary: Vocabulary;
  /** How the process looks when it is drawn, for rules that `need` it. */
  readonly drawing?: Drawing;
  /** `YYYY-MM-DD`, if the user said what day it is. Rules never ask a clock. */
  readonly today?: string;
}

/** The organisation's own words, from the project file. */
export interface Vocabulary {
  readonly verbs: { readonly [language: string]: readonly string[] };
  readonly terms: readonly { readonly use: string; readonly not: readonly string[] }[];
}

export interface Rule<Options extends OptionSpecs = OptionSpecs> extends Descriptor {
  readonly group: RuleGroup;
  /** How severe a finding is where the rule is on and nobody says otherwise. */
  readonly severity: Severity;
  readonly level: RuleLevel;
  /** Why it matters in the life of a process and what to do about it, in a few sentences. */
  readonly why: string;
  readonly bad: string;
  readonly good: string;
  /** Other files that the examples name, by path: a child flow. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What the project file or the command line says in the examples, where a rule needs it to find anything. */
  readonly given?: {
    readonly options?: Partial<OptionValues<Options>>;
    readonly vocabulary?: Partial<Vocabulary>;
    readonly today?: string;
  };
  /** It proposes fixes, and of which kind those of `bad` are. */
  readonly fixable?: 'safe' | 'unsafe';
  /** Presets beside the nested ones that switch it on; all rules of the group `security` are in theirs anyway. */
  readonly presets?: readonly 'security'[];
  /** A drawing takes a hundred times as long as everything else; it is made only when a rule that is on asks for it. */
  readonly needs?: 'drawing';
  readonly options?: Options;
  check(context: RuleContext<Options>): Iterable<Finding>;
}

/** Types the options of a rule's `check` by its declared options. */
export function defineRule<const Options extends OptionSpecs = OptionSpecs>(rule: Rule<Options>): Rule<Options> {
  return rule;
}
