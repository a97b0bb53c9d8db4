/** What is wrong with the rules that a project file names: ids that no rule has, options that a rule does not know or understand. */
import { didYouMean } from '../base/look-alike.js';
import { quote } from '../base/quote.js';
import { suggest } from '../base/suggest.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Locate } from '../model/diagnostic.js';
import type { Rule } from './rule.js';
import { fault, type Levels, type RuleSettings } from './settings.js';

type Path = readonly (string | number)[];

/**
 * `locate` is that of the project file. Rules of a plugin that is `missing`, because it failed or was left out, may be named all
 * the same.
 */
export function checkSettings(
  { levels = {}, overrides = [] }: RuleSettings,
  rules: readonly Rule[],
  locate: Locate,
  missing: { readonly plugins: boolean },
): readonly Diagnostic[] {
  const judge = (said: Levels, path: Path): readonly Diagnostic[] =>
    Object.entries(said).flatMap(([id, setting]) => {
      const rule = rules.find((each) => each.id === id);
      if (rule === undefined) {
        if (missing.plugins && id.includes('/')) return [];
        return [unknownRule(id, rules, locate([...path, id], 'key'))];
      }
      if (typeof setting === 'string') return [];
      const options = Object.entries(setting.options ?? {});
      return options.flatMap(([name, value]) => checkOption(rule, name, value, [...path, id, 'options', name], locate));
    });
  return [
    ...judge(levels, ['rules', 'levels']),
    ...overrides.flatMap((override, index) => judge(override.levels, ['rules', 'overrides', index, 'levels'])),
  ];
}

export function unknownRule(id: string, rules: readonly Rule[], span: Diagnostic['span']): Diagnostic {
  const near = suggest(
    id,
    rules.map((rule) => rule.id),
  );
  return diagnose('unknown-rule', `There is no rule ${quote(id)}.`, span, {
    hint: near === undefined ? '`trackflow rules` lists them all.' : didYouMean(id, near, quote(near)),
  });
}

function checkOption(rule: Rule, name: string, value: unknown, path: Path, locate: Locate): readonly Diagnostic[] {
  const specs = rule.options ?? {};
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (spec === undefined) {
    const names = Object.keys(specs);
    const near = suggest(name, names) ?? (names.length === 1 ? names[0] : undefined);
    const known = names.length === 0 ? 'It has none.' : `It has ${names.join(', ')}.`;
    return [
      diagnose('unknown-rule-option', `The rule ${quote(rule.id)} has no option ${quote(name)}.`, locate(path, 'key'), {
        hint: near === undefined ? known : didYouMean(name, near, quote(near)),
      }),
    ];
  }
  const wanted = fault(spec, value);
  if (wanted === undefined) return [];
  return [
    diagnose('rule-option-value', `The option ${quote(name)} of ${quote(rule.id)} must be ${wanted}.`, locate(path), {
      hint: `${spec.summary}. Default: ${quote(String(spec.default))}.`,
    }),
  ];
}
