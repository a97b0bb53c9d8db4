/**
 * Applies rules to one process.
 *
 * Separate from `settings`, which decides what applies. Invariant: a rule can do no harm to another: each gets values that it cannot
 * change, and one that throws is reported by its name while the rest goes on.
 */
import { quote } from '../base/quote.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Locate, Severity } from '../model/diagnostic.js';
import type { Process } from '../model/process.js';
import type { Drawing } from './drawing.js';
import { factsOf } from './facts.js';
import { faultOfFinding, isFinding, listed } from './finding.js';
import type { OptionSpecs, OptionValues } from './options.js';
import { placesOf } from './places.js';
import { pluginOf } from './plugin.js';
import type { Finding, ProposedFix, Rule, RuleContext, Vocabulary } from './rule.js';

/** A rule that applies, how severely, and with what it is set to. */
export interface Applied {
  readonly rule: Rule;
  readonly severity: Severity;
  /** What the user has set; the rest is as the rule has it. */
  readonly options?: Partial<OptionValues<OptionSpecs>>;
}

export interface LintOptions {
  readonly rules: readonly Applied[];
  /** The places of one file, the flow's own or that of a library. */
  readonly locateIn: (file: string) => Locate | undefined;
  readonly vocabulary?: Partial<Vocabulary>;
  /** Without it, rules that need one are passed over. */
  readonly drawing?: Drawing;
  /** `YYYY-MM-DD`. */
  readonly today?: string;
}

/** A finding of a rule, its `code` being the rule's id. */
export interface LintDiagnostic extends Diagnostic {
  /** As the rule proposes it, in terms of the process; `fix` holds edits of the text. */
  readonly proposed?: ProposedFix;
}

/** What the rules find, in the order of the rules. */
export function lint(
  process: Process,
  { rules, locateIn, vocabulary, drawing, today }: LintOptions,
): readonly LintDiagnostic[] {
  const { at, placeOf } = placesOf(process, locateIn);
  const shared = {
    process,
    facts: factsOf(process),
    at,
    placeOf,
    vocabulary: { verbs: {}, terms: [], ...vocabulary },
    ...(drawing && { drawing }),
    ...(today !== undefined && { today }),
  };
  const possible = rules.filter(({ rule }) => rule.needs === undefined || drawing !== undefined);
  return possible.flatMap((applied) => apply(applied, { ...shared, options: optionsOf(applied) }));
}

/** A rule is a generator as a rule, and may fail after its first findings: those hold. */
function apply({ rule, severity }: Applied, context: RuleContext): readonly LintDiagnostic[] {
  const found: LintDiagnostic[] = [];
  try {
    for (const finding of listed(rule.check(context))) {
      if (!isFinding(finding)) throw new TypeError(faultOfFinding(finding));
      found.push(told(rule, severity, finding));
    }
  } catch (error) {
    found.push(crashed(rule, error, context.process.span));
  }
  return found;
}

/** What to say of a rule that failed. */
export function crashed(rule: Rule, error: unknown, span: Diagnostic['span']): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const plugin = pluginOf(rule);
  return diagnose('rule-crashed', `The rule ${quote(rule.id)} failed: ${quote(reason, 120)}.`, span, {
    ...(plugin !== undefined && { hint: `It is of the plugin ${plugin}: mend it there, or switch the rule off.` }),
  });
}

function told({ id }: Rule, severity: Severity, { message, at, hint, related, fix }: Finding): LintDiagnostic {
  return {
    code: id,
    severity,
    message,
    span: at,
    ...(hint !== undefined && { hint }),
    ...(related && { related }),
    ...(fix && { proposed: fix }),
  };
}

const optionsKnown = new WeakMap<Applied, OptionValues<OptionSpecs>>();

/** Worked out once for all the files to which the same is applied. */
function optionsOf(applied: Applied): OptionValues<OptionSpecs> {
  const known = optionsKnown.get(applied) ?? withDefaults(applied);
  optionsKnown.set(applied, known);
  return known;
}

function withDefaults({ rule, options }: Applied): OptionValues<OptionSpecs> {
  const defaults = Object.entries(rule.options ?? {}).map(([name, spec]) => [name, spec.default] as const);
  return { ...Object.fromEntries(defaults), ...options } as OptionValues<OptionSpecs>;
}
