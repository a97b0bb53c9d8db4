/** Which rules apply: presets, the project's levels, overrides for some files, the command line; and what is wrong with them. */
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../src/lint/check-settings.js';
import { presets } from '../../src/lint/presets.js';
import type { Rule } from '../../src/lint/rule.js';
import { appliedRules, type Levels, type RuleChoices, type RuleSettings } from '../../src/lint/settings.js';
import { readSource } from '../../src/source/index.js';
import { all } from './support.js';

const words = { summary: 'For this test', why: 'For this test.', bad: '', good: '', check: () => [] };
const options = {
  most: { kind: 'number', default: 30, least: 1, summary: 'How many' },
  also: { kind: 'boolean', default: false, summary: 'Whether' },
  words: { kind: 'words', default: [], summary: 'Which' },
} as const;
const rules: readonly Rule[] = [
  { id: 'can-not-work', group: 'structure', severity: 'error', level: 'minimal', ...words },
  { id: 'usual', group: 'naming', severity: 'warning', level: 'recommended', ...words, options },
  { id: 'pedantic', group: 'time', severity: 'info', level: 'strict', ...words },
  { id: 'guarded', group: 'security', severity: 'warning', level: 'strict', ...words },
  { id: 'granted', group: 'data', severity: 'warning', level: 'strict', presets: ['security'], ...words },
  { id: 'drawn', group: 'drawing', severity: 'info', level: 'none', ...words },
  { id: 'acme/own', group: 'customer', severity: 'error', level: 'recommended', ...words },
];

function on(settings: RuleSettings = {}, choices: RuleChoices = {}, file = 'a'): Readonly<Record<string, string>> {
  const applied = appliedRules(rules, settings, choices, (globs) => globs.includes(file));
  return Object.fromEntries(applied.map(({ rule, severity }) => [rule.id, severity]));
}

describe('presets', () => {
  it.each<[RuleSettings['presets'], readonly string[]]>([
    [undefined, ['can-not-work', 'usual', 'acme/own']],
    [['minimal'], ['can-not-work']],
    [['recommended'], ['can-not-work', 'usual', 'acme/own']],
    [['strict'], ['can-not-work', 'usual', 'pedantic', 'guarded', 'granted', 'acme/own']],
    [['security'], ['guarded', 'granted']],
    [
      ['minimal', 'security', 'drawing'],
      ['can-not-work', 'guarded', 'granted', 'drawn'],
    ],
    [[], []],
  ])('%j', (chosen, expected) => {
    expect(Object.keys(on(chosen === undefined ? {} : { presets: chosen }))).toEqual(expected);
  });

  it('are nested: what a smaller one has, the larger has', () => {
    const sizes = ['minimal', 'recommended', 'strict'].map((id) => {
      const set = presets.find((preset) => preset.id === id);
      return all.filter((rule) => set?.holds(rule)).map((rule) => rule.id);
    });
    for (const [index, smaller] of sizes.entries()) {
      expect(sizes[index + 1] ?? smaller).toEqual(expect.arrayContaining(smaller));
    }
  });
});

describe('levels', () => {
  it('of the project go before the preset, overrides before those, the command line before all', () => {
    const settings: RuleSettings = {
      levels: { usual: 'error', pedantic: 'warning', 'can-not-work': 'off' },
      overrides: [
        { files: ['a'], levels: { usual: 'info' } },
        { files: ['b'], levels: { usual: 'off' } },
        { files: ['a'], levels: { pedantic: 'off' } },
      ],
    };
    expect(on(settings)).toEqual({ usual: 'info', 'acme/own': 'error' });
    expect(on(settings, {}, 'b')).toEqual({ pedantic: 'warning', 'acme/own': 'error' });
    expect(on(settings, { levels: { usual: 'error', drawn: 'warning', 'acme/own': 'off' } }, 'b')).toEqual({
      usual: 'error',
      pedantic: 'warning',
      drawn: 'warning',
    });
    expect(on(settings, { presets: ['minimal'] }, 'c')).toEqual({ usual: 'error', pedantic: 'warning' });
  });

  it('of no rule do no harm, even with a name that every object has', () => {
    expect(on({ levels: JSON.parse('{"__proto__": "error", "constructor": "off"}') as Levels })).toEqual(on());
  });
});

describe('options', () => {
  const optionsOf = (settings: RuleSettings): object | undefined =>
    appliedRules(rules, settings, {}, () => true).find(({ rule }) => rule.id === 'usual')?.options;

  it('are put together; a level alone leaves them', () => {
    const levels = { usual: { options: { most: 5, also: true } } };
    const overrides = [
      { files: ['x'], levels: { usual: { options: { most: 7 } } } },
      { files: ['x'], levels: { usual: 'error' as const } },
    ];
    expect(optionsOf({ levels, overrides })).toEqual({ most: 7, also: true });
  });

  it('that cannot be are left at their default', () => {
    expect(optionsOf({ levels: { usual: { options: { most: 0, also: 'yes', words: ['a'], other: 1 } } } })).toEqual({
      words: ['a'],
    });
  });
});

describe('what is wrong with settings', () => {
  const told = (yaml: string, missing = false): readonly string[] => {
    const { value } = readSource('c.yaml', new TextEncoder().encode(yaml));
    if (value === undefined) throw new Error('no yaml');
    const { rules: settings } = value.data as { readonly rules: RuleSettings };
    return checkSettings(settings, rules, value.locate, { plugins: missing }).map(({ code, message, hint, span }) =>
      `${String(span?.start.line)}:${String(span?.start.column)} ${code} ${message} ${hint ?? ''}`.trim(),
    );
  };

  it.each<[string, string]>([
    ['{levels: {usuel: off}}', '1:18 unknown-rule There is no rule "usuel". Did you mean "usual"?'],
    ['{levels: {zzzzzzz: off}}', '1:18 unknown-rule There is no rule "zzzzzzz". `trackflow rules` lists them all.'],
    ['{levels: {__proto__: off}}', '1:18 unknown-rule There is no rule "__proto__". `trackflow rules` lists them all.'],
    [
      '{overrides: [{files: [a], levels: {usuall: off}}]}',
      '1:43 unknown-rule There is no rule "usuall". Did you mean "usual"?',
    ],
    [
      '{levels: {usual: {options: {mots: 3}}}}',
      '1:36 unknown-rule-option The rule "usual" has no option "mots". Did you mean "most"?',
    ],
    [
      '{levels: {pedantic: {options: {most: 3}}}}',
      '1:39 unknown-rule-option The rule "pedantic" has no option "most". It has none.',
    ],
    [
      '{levels: {usual: {options: {most: 0}}}}',
      '1:42 rule-option-value The option "most" of "usual" must be a number from 1 upwards. How many. Default: "30".',
    ],
    [
      "{levels: {usual: {options: {most: '9'}}}}",
      '1:42 rule-option-value The option "most" of "usual" must be a number from 1 upwards. How many. Default: "30".',
    ],
    [
      '{levels: {usual: {options: {also: 1}}}}',
      '1:42 rule-option-value The option "also" of "usual" must be true or false. Whether. Default: "false".',
    ],
    [
      "{levels: {usual: {options: {words: [a, '']}}}}",
      '1:43 rule-option-value The option "words" of "usual" must be a list of words. Which. Default: "".',
    ],
  ])('%s', (settings, expected) => {
    expect(told(`rules: ${settings}`)).toEqual([expected]);
  });

  it('is nothing where all is well, or where the rules of a plugin are not there', () => {
    expect(
      told('rules: {levels: {usual: {level: error, options: {most: 3, also: true, words: [a]}}, acme/own: off}}'),
    ).toEqual([]);
    expect(told('rules: {levels: {other/rule: off}}', true)).toEqual([]);
    expect(told('rules: {levels: {other/rule: off}}')).toHaveLength(1);
  });
});
