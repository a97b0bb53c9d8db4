/**
 * What a plugin exports, looked at before anything of it is used: it was written elsewhere, in JavaScript as a rule, and is held to the
 * type `Rule` by nobody but this.
 *
 *     export default { name: 'acme', rules: [callBeforeVisit] };
 *
 * Invariant: the ids of its rules begin with its name and `/`, so that they never are those of another plugin or of trackflow.
 */
import { quote } from '../base/quote.js';
import { isIterable } from './finding.js';
import { ruleGroups, ruleLevels, type Rule, type RuleContext } from './rule.js';

const id = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u;

/** Runs code of a rule, and remembers whose it is. */
export type RunFor = <T>(rule: Rule, code: () => T) => T;

/** The rules, or what is wrong, as sentences. `file`: what to call the plugin where one of its rules fails. */
export function rulesOfPlugin(
  module: unknown,
  file: string,
  runFor: RunFor = (_, code) => code(),
): { readonly rules: readonly Rule[] } | { readonly faults: readonly string[] } {
  const plugin = record(record(module)?.['default']);
  if (plugin === undefined) return { faults: ['It has no default export; export default { name, rules }.'] };
  const { name, rules } = plugin;
  if (typeof name !== 'string' || !id.test(name)) {
    return { faults: ['Its name must be of small letters, digits and "-", as in "acme".'] };
  }
  if (!Array.isArray(rules)) return { faults: ['Its rules must be a list.'] };
  const known = new Set<string>();
  const faults = rules.flatMap((rule: unknown, index) => {
    const said = record(rule);
    const called = typeof said?.['id'] === 'string' ? quote(said['id']) : `number ${String(index + 1)}`;
    const found = said === undefined ? ['is no object'] : faultsOf(said);
    if (typeof said?.['id'] === 'string') {
      if (known.has(said['id'])) found.push('has the id of an earlier rule');
      known.add(said['id']);
    }
    return found.map((fault) => `Its rule ${called} ${fault}.`);
  });
  if (faults.length > 0) return { faults };
  return { rules: (rules as readonly Rule[]).map((rule) => adopted(rule, `${name}/${rule.id}`, file, runFor)) };
}

/** The plugin that a rule is of, as its project file calls it; undefined for one of trackflow. */
export function pluginOf(rule: Rule): string | undefined {
  return 'plugin' in rule && typeof rule.plugin === 'string' ? rule.plugin : undefined;
}

/** It may be an object of a class, which a copy by spreading would lose, and whose private parts answer to no other object. */
function adopted(rule: Rule, id: string, file: string, runFor: RunFor): Rule {
  const own: Rule = Object.create(rule, {
    id: { value: id, enumerable: true },
    plugin: { value: file },
    check: {
      value: (context: RuleContext) => {
        const given: unknown = runFor(own, () => rule.check(context));
        return isIterable(given) ? stepwise(given, (step) => runFor(own, step)) : given;
      },
    },
  }) as Rule;
  return own;
}

/** A generator does its work when it is asked for the next. */
function* stepwise(given: Iterable<unknown>, run: <T>(step: () => T) => T): Generator {
  const iterator = run(() => given[Symbol.iterator]());
  for (;;) {
    const step = run(() => iterator.next());
    if (step.done === true) return;
    yield step.value;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function faultsOf(rule: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  if (typeof rule['id'] !== 'string' || !id.test(rule['id'])) {
    faults.push('must have an id of small letters, digits and "-"');
  }
  for (const name of ['summary', 'why', 'bad', 'good']) {
    if (typeof rule[name] !== 'string' || rule[name] === '') faults.push(`must have a text ${quote(name)}`);
  }
  const words = { severity: ['error', 'warning', 'info'], group: ruleGroups, level: ruleLevels } as const;
  for (const [name, known] of Object.entries(words)) {
    if (!known.some((word) => word === rule[name])) faults.push(`must have a ${name}: ${known.join(', ')}`);
  }
  if (typeof rule['check'] !== 'function') faults.push('must have a function "check"');
  if (rule['options'] !== undefined && !areOptions(rule['options'])) {
    faults.push('must have options such as { most: { kind: "number", default: 30, summary: "…" } }');
  }
  return faults;
}

function areOptions(value: unknown): boolean {
  return Object.values(record(value) ?? { none: undefined }).every((spec) => {
    const { kind, default: usual, summary } = record(spec) ?? {};
    const fits =
      kind === 'words' ? Array.isArray(usual) : typeof usual === kind && (kind === 'number' || kind === 'boolean');
    return fits && typeof summary === 'string';
  });
}
