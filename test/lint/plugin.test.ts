/** What a plugin exports, before it is used. */
import { describe, expect, it } from 'vitest';
import { rulesOfPlugin } from '../../src/lint/plugin.js';

const rule = {
  id: 'call-first',
  group: 'customer',
  summary: 'A visit without a call before it',
  severity: 'warning',
  level: 'recommended',
  why: 'Nobody likes surprises.',
  bad: 'x',
  good: 'y',
  check: () => [],
};
const plugin = (...rules: readonly unknown[]): unknown => ({ default: { name: 'acme', rules } });

describe('a plugin', () => {
  it('gives its rules, with its name in front', () => {
    const read = rulesOfPlugin(plugin(rule, { ...rule, id: 'other' }), 'acme.mjs');
    expect('rules' in read && read.rules.map(({ id, summary }) => [id, summary])).toEqual([
      ['acme/call-first', rule.summary],
      ['acme/other', rule.summary],
    ]);
  });

  it('may have rules that are objects of a class', () => {
    class Own {
      readonly id = 'own';
      readonly group = 'customer';
      readonly summary = 's';
      readonly severity = 'error';
      readonly level = 'strict';
      readonly why = 'w';
      readonly bad = 'b';
      readonly good = 'g';
      readonly #found = 'kept';
      check(): unknown[] {
        return [this.#found];
      }
    }
    const read = rulesOfPlugin(plugin(new Own()), 'acme.mjs');
    const [own] = 'rules' in read ? read.rules : [];
    expect(own?.id).toBe('acme/own');
    expect([...(own?.check({} as never) ?? [])]).toEqual(['kept']);
  });

  it('runs nothing of a rule but in its name, each step of a generator too', () => {
    const running: string[] = [];
    const seen: string[] = [];
    const check = function* (): Generator<string> {
      seen.push(`first ${running.join()}`);
      yield 'a';
      seen.push(`second ${running.join()}`);
    };
    const read = rulesOfPlugin(plugin({ ...rule, check }), 'acme.mjs', ({ id }, code) => {
      running.push(id);
      try {
        return code();
      } finally {
        running.pop();
      }
    });
    const [own] = 'rules' in read ? read.rules : [];
    for (const found of own?.check({} as never) ?? []) seen.push(`${JSON.stringify(found)} ${running.join()}`);
    expect(seen).toEqual(['first acme/call-first', '"a" ', 'second acme/call-first']);
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /default export/u],
    ['no default', { rules: [] }, /default export/u],
    ['no name', { default: { rules: [] } }, /name/u],
    ['a wrong name', { default: { name: 'Acme Ltd', rules: [] } }, /small letters/u],
    ['no list of rules', { default: { name: 'acme', rules: rule } }, /list/u],
    ['a rule that is none', plugin(7), /rule number 1 is no object/u],
    ['a rule without an id', plugin({ ...rule, id: undefined }), /number 1 must have an id/u],
    ['an id with a slash', plugin({ ...rule, id: 'a/b' }), /"a\/b" must have an id/u],
    ['two of one id', plugin(rule, rule), /"call-first" has the id of an earlier rule/u],
    ['a severity that is none', plugin({ ...rule, severity: 'fatal' }), /severity: error, warning, info/u],
    ['a group that is none', plugin({ ...rule, group: 'ours' }), /group: structure/u],
    ['no words', plugin({ ...rule, why: '' }), /text "why"/u],
    ['no check', plugin({ ...rule, check: 1 }), /function "check"/u],
    ['options that are none', plugin({ ...rule, options: { most: 3 } }), /options such as/u],
    [
      'an option of another type',
      plugin({ ...rule, options: { most: { kind: 'number', default: '3', summary: 's' } } }),
      /options such as/u,
    ],
  ])('is refused with %s', (_what, module, expected) => {
    const read = rulesOfPlugin(module, 'acme.mjs');
    expect('faults' in read ? read.faults.join('\n') : '').toMatch(expected);
  });
});
