/** References: what is said of an id that leads nowhere, and what is left of the element that names it. */
import { describe, expect, it } from 'vitest';
import { compile, flow, full, told } from './support.js';
import { cpuTime } from '../setup/cpu-time.js';

const around = (node: string, rest = ''): string =>
  flow(`${rest}nodes:\n  start: {type: start, next: call}\n  call: {${node}, next: done}\n  done: {type: end}\n`);
const owners = 'owners:\n  sales: {name: {zh: 销售部, en: Sales}}\n  service: {name: 客服部}\n';

const hintsOf = (text: string): readonly string[] => compile(text).diagnostics.map(({ hint }) => hint ?? '');

describe('an unknown id', () => {
  it('that is nearly a known one is most likely that one', () => {
    const [diagnostic] = compile(around('owner: seles', owners)).diagnostics;
    expect(diagnostic).toMatchObject({
      code: 'unknown-owner',
      message: 'There is no owner "seles".',
      hint: 'Did you mean "sales"?',
      related: [{ message: '"sales" is defined here', span: { start: { line: 5, column: 3 } } }],
      fix: { safe: false, edits: [{ text: 'sales' }] },
    });
  });

  it.each([
    ['s\u0430les', 'The "\u0430" in "s\u0430les" is U+0430, a Cyrillic letter.'],
    ['sale\uFF53', 'The "\uFF53" in "sale\uFF53" is U+FF53, the wide form of a Latin character.'],
  ])('that only looks like a known one (%s) is told from it', (id, why) => {
    expect(hintsOf(around(`owner: ${id}`, owners))).toEqual([`Did you mean "sales"? ${why}`]);
  });

  it.each(['销售部', 'Sales'])('that is a name (%s) is the id of what has that name', (name) => {
    const text = around(`owner: ${name}`, owners);
    const [diagnostic] = compile(text).diagnostics;
    expect(diagnostic?.hint).toBe(`"${name}" is the name of the owner "sales"; write the id.`);
    const [edit] = diagnostic?.fix?.edits ?? [];
    expect(diagnostic?.fix?.safe).toBe(true);
    expect(text.slice(0, edit?.from) + (edit?.text ?? '') + text.slice(edit?.to)).toBe(around('owner: sales', owners));
  });

  it('that is something else is told to be that', () => {
    expect(hintsOf(around('phase: sales', owners))).toEqual(['"sales" is an owner.']);
    expect(hintsOf(around('owner: done', owners))).toEqual(['"done" is a node.']);
  });

  it('that is like no other gets the list of all', () => {
    expect(hintsOf(around('owner: cfo', owners))).toEqual(['Defined are "sales" and "service".']);
    expect(hintsOf(around('phase: convert'))).toEqual(['There is none at all yet: define it under "phases".']);
    const many = Array.from({ length: 20 }, (_, index) => `  部门${'甲'.repeat(index + 1)}: {kind: team}\n`).join('');
    expect(hintsOf(around('owner: cfo', `owners:\n${many}`))[0]).toMatch(/^Defined are .* and 13 more\.$/u);
  });

  it('that YAML would not take for a text is put in quotes by the fix', () => {
    const [diagnostic] = compile(around('owner: ture', "owners:\n  'true': {name: 真}\n")).diagnostics;
    expect(diagnostic?.fix?.edits[0]?.text).toBe("'true'");
  });

  it('is dropped, and the rest of the process stays', () => {
    const text = around(
      'owner: x1, accountable: x2, consulted: [sales, x3], informed: [x4], phase: x5, reads: [x6, crm.x7, crm.basic.x8], timeout: {after: 1d, to: x9}, cadence: [{for: x10, every: 1w}]',
      `${owners}stores:\n  crm: {fields: {basic: {phone: personal}}}\n`,
    );
    const { value, diagnostics } = compile(text);
    expect(diagnostics).toHaveLength(10);
    const node = value?.nodes[1];
    expect(node).toMatchObject({
      consulted: ['sales'],
      informed: [],
      reads: [{ store: 'crm' }, { store: 'crm', group: 'basic' }],
      cadence: [{ every: { weeks: 1 } }],
    });
    for (const gone of ['owner', 'accountable', 'phase', 'timeout']) expect(node).not.toHaveProperty(gone);
    expect(value?.edges.map(({ id }) => id)).toEqual(['start->call', 'call->done']);
  });

  it('among thousands is told quickly', () => {
    const nodes = Array.from(
      { length: 2000 },
      (_, index) => `  n${index}: {name: ${index}x, owner: o${index}, next: m${index}}\n`,
    ).join('');
    const before = cpuTime();
    expect(told(flow(`owners:\n  p: {}\nnodes:\n${nodes}`)).length).toBeGreaterThan(4000);
    expect(cpuTime() - before).toBeLessThan(20_000);
  });
});

describe('data places', () => {
  const crm = 'stores:\n  crm: {fields: {basic: {phone: personal}, deals: {name: 交易, fields: {amount: internal}}}}\n';

  it.each([
    ['crm', []],
    ['crm.basic', []],
    ['crm.basic.phone', []],
    ['crm.deals.amount', []],
    ['crm.phone', ['"phone" is a field of the group "basic": write "crm.basic.phone".']],
    ['crm.basics.phone', ['Did you mean "basic"?']],
    ['crm.交易.amount', ['"交易" is the name of the group "deals"; write the id.']],
    ['crm.basic.phon', ['Did you mean "phone"?']],
    ['crm.deals.name', ['Defined is "amount".']],
  ])('%s', (place, hints) => {
    expect(hintsOf(around(`reads: [${place}]`, crm))).toEqual(hints);
  });

  it('are mended as a whole', () => {
    const fixes = ['crm.basics.phone', 'crm.basic.phon'].map(
      (place) => compile(around(`reads: [${place}]`, crm)).diagnostics[0]?.fix?.edits[0]?.text,
    );
    expect(fixes).toEqual(['crm.basic.phone', 'crm.basic.phone']);
  });
});

describe('one run tells everything', () => {
  it('of YAML, of the schema and of references, in the order of the file', () => {
    const text = flow(
      'owners:\n  sales: {name: @销售部}\n  sales: {kind: role}\nkpis:\n  speed: {measure: duration, from: cal, target: <= 4h}\nnodes:\n  start: {type: start, onwer: sales, next: call}\n  call: {owner: seles, next: done}\n  done: {type: end}\n',
    );
    expect(told(text)).toEqual([
      'yaml-quotes-needed 5:17',
      'yaml-duplicate-key 6:3',
      'unknown-node 8:36',
      'schema-unknown-property 10:24',
      'unknown-owner 11:17',
    ]);
  });

  it('but not what follows from another mistake', () => {
    // The node lost its `next`, the section its entries, the alias its list: none of that is said again.
    expect(told(flow('nodes:\n  start: {type: start, next: 5}\n  done: {type: end}\n'))).toEqual(['schema-type 5:30']);
    expect(told(around('owner: sales', 'owners: [sales]\n'))).toEqual(['schema-type 4:9']);
    expect(told(around('tools: *all'))).toEqual(['yaml-alias 6:17']);
    expect(told(flow('nodes:\n  go: {type: strat, next: done}\n  done: {type: end}\n'))).toEqual(['schema-enum 5:14']);
  });

  it('and not of ids that a misspelt section defines', () => {
    expect(told(around('owner: sales, phase: x', owners.replace('owners', 'onwers')))).toEqual([
      'schema-unknown-property 4:1',
      'unknown-phase 9:31',
    ]);
    const crm = 'stores:\n  crm: {feilds: {basic: {phone: personal}}}\n';
    expect(told(around('reads: [crm.basic.phone]', crm))).toEqual(['schema-unknown-property 5:9']);
  });

  it('of an id that leads nowhere once, with all places where it stands', () => {
    const text = `document: {owner: seles}\n${owners}`;
    const whole = around('owner: seles, accountable: seles', text);
    const { diagnostics } = compile(whole);
    expect(diagnostics.map(full)).toEqual([
      'flows/a.flow.yaml unknown-owner 4:19 There is no owner "seles". Did you mean "sales"? ["sales" is defined here flows/a.flow.yaml:6] [also here flows/a.flow.yaml:10] [also here flows/a.flow.yaml:10]',
    ]);
    const edits = [...(diagnostics[0]?.fix?.edits ?? [])].sort((a, b) => b.from - a.from);
    const mended = edits.reduce(
      (result, { from, to, text: by }) => result.slice(0, from) + by + result.slice(to),
      whole,
    );
    expect(mended).toBe(whole.replaceAll('seles', 'sales'));
  });
});
