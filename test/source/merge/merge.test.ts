/** Three-way merges: what is clean, what a person must decide, and that no change of either side is ever lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/app/api.js';
import { mergeTexts, type MergeOptions, type MergeResult } from '../../../src/source/merge/index.js';
import { readSource } from '../../../src/source/index.js';
import { dataOf, random, randomChange, randomModel, textOf, type Change, type Model } from './random.js';

const style: MergeOptions = { size: 7, withBase: false, labels: { ours: 'ours', base: 'base', theirs: 'theirs' } };

const base = `# About this file

trackflow: 1
title: 客户流程
owners:
  sales: {name: 销售, kind: department}
  ops: {name: 运营, kind: department}
# the steps
nodes:
  # where it starts
  start: {type: start, owner: sales, next: capture}

  capture:
    name: Capture   # the lead
    owner: sales
    sla: 2h
    via: [phone, email]
    steps:
      - one
      - two
    next: decide

  decide:
    type: decision
    name: OK?
    owner: sales
    next:
      - {when: yes, to: won, chance: 30%}
      - to: lost
        when: no
        chance: 70%

  won: {type: end, owner: sales}   # good
  lost: {type: end, owner: sales}
# the end
`;

type Pairs = readonly (readonly [string, string])[];

/** The base with words replaced. */
function edited(pairs: Pairs, of = base): string {
  return pairs.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  }, of);
}

function merge(ours: Pairs, theirs: Pairs, options = style): MergeResult {
  return mergeTexts({ base, ours: edited(ours), theirs: edited(theirs) }, options);
}

/** A clean merge says what the base with all these edits says, to the letter. */
function expectClean(ours: Pairs, theirs: Pairs, both: Pairs = [...ours, ...theirs]): void {
  const result = merge(ours, theirs);
  expect(result.text).toBe(edited(both));
  expect([result.conflicts, result.by]).toEqual([0, 'ids']);
}

describe('is clean', () => {
  it('where the sides change different properties of a step, even on neighbouring lines', () => {
    expectClean([['sla: 2h', 'sla: 3h # tighter']], [['via: [phone, email]', 'via: [phone, visit]']]);
    expectClean([['name: Capture ', 'name: Catch ']], [['    owner: sales\n    sla', '    owner: ops\n    sla']]);
    expectClean([['# the lead', '# the new lead']], [['name: Capture', 'name: Catch']]);
  });

  it('where the sides change different properties on one line', () => {
    expectClean(
      [['  lost: {type: end, owner: sales', '  lost: {type: end, owner: ops']],
      [['  lost: {type: end', '  lost: {name: Lost, type: end']],
    );
  });

  it('where both add a step at the same place, each with its comment', () => {
    const a = '  a:\n    # first\n    name: A\n    owner: sales\n    next: won\n\n';
    const b = '  # about b\n  b: {name: B, owner: ops, next: won}\n\n';
    expectClean([['  won: {', `${a}  won: {`]], [['  won: {', `${b}  won: {`]], [['  won: {', `${a}${b}  won: {`]]);
  });

  it('where both begin a section', () => {
    const kpi = (id: string): string => `  ${id}: {name: ${id}, measure: duration, from: capture, to: won}\n`;
    expectClean(
      [['# the end\n', `kpis:\n${kpi('a')}# the end\n`]],
      [['# the end\n', `kpis:\n${kpi('b')}# the end\n`]],
      [['# the end\n', `kpis:\n${kpi('a')}${kpi('b')}# the end\n`]],
    );
  });

  it('where one side gives a step another id and the other changes the step', () => {
    const result = merge(
      [
        ['  capture:', '  intake:'],
        ['next: capture', 'next: intake'],
      ],
      [
        ['sla: 2h', 'sla: 1h'],
        ['- two', '- two\n      - three'],
      ],
    );
    expect(result.text).toBe(
      edited([
        ['  capture:', '  intake:'],
        ['next: capture', 'next: intake'],
        ['sla: 2h', 'sla: 1h'],
        ['- two', '- two\n      - three'],
      ]),
    );
    expect(result.renamed).toEqual([{ path: ['nodes'], from: 'capture', to: 'intake', side: 'ours' }]);
  });

  it('where the sides change different branches, or different words of one', () => {
    expectClean(
      [
        ['chance: 30%', 'chance: 40%'],
        ['chance: 70%', 'chance: 60%'],
      ],
      [['when: no', 'when: never']],
    );
    expectClean([['to: won, chance', 'to: capture, chance']], [['chance: 30%', 'chance: 35%']]);
  });

  it('where the sides add to different ends of a list, and to a set', () => {
    expectClean([['- two', '- two\n      - three']], [['- one', '- zero\n      - one']]);
    expectClean(
      [['[phone, email]', '[phone, email, visit]']],
      [['[phone, email]', '[phone]']],
      [['[phone, email]', '[phone, visit]']],
    );
  });

  it('where one side moves what the other changes', () => {
    const [sales, ops] = [
      '  sales: {name: 销售, kind: department}\n',
      '  ops: {name: 运营, kind: department}\n',
    ] as const;
    expectClean([[sales + ops, ops + sales]], [['运营', '运营部']]);
    expectClean(
      [['运营', '运营部']],
      [[sales + ops, ops + sales]],
      [
        [sales + ops, ops + sales],
        ['运营', '运营部'],
      ],
    );
  });

  it('where one side lays out a step anew and the other changes it', () => {
    const block = '  won:\n    type: end\n    owner: sales   # good';
    const flow = '  won: {type: end, owner: sales}   # good';
    expectClean([[flow, block]], [[flow, flow.replace('}', ', name: Won}')]], [[flow, `${block}\n    name: Won`]]);
    expectClean(
      [[flow, flow.replace('}', ', name: Won}')]],
      [[flow, block]],
      [[flow, flow.replace('}', ', name: Won}')]],
    );
  });

  it('where both remove the same, and where one removes what the other left', () => {
    expectClean(
      [['    sla: 2h\n', '']],
      [
        ['    sla: 2h\n', ''],
        ['[phone, email]', '[email]'],
      ],
      [
        ['    sla: 2h\n', ''],
        ['[phone, email]', '[email]'],
      ],
    );
    expectClean([['  lost: {type: end, owner: sales}\n', '']], [['# good', '# very good']]);
  });

  it('keeps line ends as ours has them', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const theirs = edited([['sla: 2h', 'sla: 3h']]);
    expect(mergeTexts({ base, ours: crlf(edited([['OK?', 'Fine?']])), theirs }, style)).toMatchObject({
      text: crlf(
        edited([
          ['OK?', 'Fine?'],
          ['sla: 2h', 'sla: 3h'],
        ]),
      ),
      conflicts: 0,
    });
  });

  it('with the comments of both sides', () => {
    const { text, conflicts } = merge(
      [
        ['# the steps', '# the steps of all'],
        ['# where it starts', '# where it starts, ours'],
        ['# good', '# ours'],
      ],
      [
        ['# the steps', '# the many steps'],
        ['nodes:', 'nodes: # nodes!'],
        ['# the end', '# the very end'],
        ['# good', '# theirs'],
      ],
    );
    expect(conflicts).toBe(0);
    for (const comment of [
      '# the steps of all',
      '# the many steps',
      '# nodes!',
      '# the very end',
      'starts, ours',
      '# ours',
      '# theirs',
    ])
      expect(text).toContain(comment);
  });
});

describe('a person decides', () => {
  const markers = (ours: string, theirs: string): string => `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`;

  it('about a value that both have changed, in its line alone', () => {
    const { text, conflicts } = merge(
      [['sla: 2h', 'sla: 3h']],
      [
        ['sla: 2h', 'sla: 4h'],
        ['OK?', 'Fine?'],
      ],
    );
    expect(conflicts).toBe(1);
    expect(text).toBe(
      edited([
        ['    sla: 2h\n', markers('    sla: 3h\n', '    sla: 4h\n')],
        ['OK?', 'Fine?'],
      ]),
    );
  });

  it('with what was there before, if git is asked for it, and markers of another size', () => {
    const { text } = merge([['sla: 2h', 'sla: 3h']], [['sla: 2h', 'sla: 4h']], { ...style, withBase: true, size: 9 });
    const lines = [
      '<<<<<<<<< ours',
      '    sla: 3h',
      '||||||||| base',
      '    sla: 2h',
      '=========',
      '    sla: 4h',
      '>>>>>>>>> theirs',
      '',
    ];
    expect(text).toBe(edited([['    sla: 2h\n', lines.join('\n')]]));
  });

  it('about the whole line of what stands between brackets', () => {
    const line = (owner: string): string => `  lost: {type: end, owner: ${owner}}\n`;
    expect(merge([[line('sales'), line('ops')]], [[line('sales'), line('it')]]).text).toBe(
      edited([[line('sales'), markers(line('ops'), line('it'))]]),
    );
  });

  it('about what one has removed and the other changed', () => {
    const line = '  lost: {type: end, owner: sales}\n';
    const changed = '  lost: {type: end, owner: ops}\n';
    expect(merge([[line, '']], [[line, changed]]).text).toBe(edited([[line, markers('', changed)]]));
    expect(merge([[line, changed]], [[line, '']]).text).toBe(edited([[line, markers(changed, '')]]));
  });

  it('about what both add to one place of an ordered list', () => {
    const two = '      - two\n';
    expect(merge([[two, `${two}      - three\n`]], [[two, `${two}      - four\n      - five\n`]]).text).toBe(
      edited([[two, two + markers('      - three\n', '      - four\n      - five\n')]]),
    );
  });

  it('about two different steps of one id', () => {
    const step = (name: string): string => `  new: {name: ${name}, owner: sales, next: won}\n`;
    expect(merge([['  won: {', `${step('A')}  won: {`]], [['  won: {', `${step('B')}  won: {`]]).text).toBe(
      edited([['  won: {', `${markers(step('A'), step('B'))}  won: {`]]),
    );
  });

  it('about two different orders of lanes', () => {
    const [sales, ops, it] = ['sales', 'ops', 'it'].map((id) => `  ${id}: {name: ${id}}\n`) as [string, string, string];
    const flow = (...owners: readonly string[]): string => `trackflow: 1\nowners:\n${owners.join('')}nodes: {}\n`;
    const texts = { base: flow(sales, ops, it), ours: flow(ops, sales, it), theirs: flow(sales, it, ops) };
    expect(mergeTexts(texts, style).conflicts).toBe(1);
  });

  it('about lines, where a text is no sound YAML', () => {
    const broken = edited([['    sla: 2h\n', '    sla: [2h\n']]);
    const { text, by, conflicts } = mergeTexts(
      {
        base,
        ours: broken,
        theirs: edited([
          ['sla: 2h', 'sla: 3h'],
          ['# the end', '# end'],
        ]),
      },
      style,
    );
    expect([by, conflicts]).toEqual(['lines', 1]);
    expect(text).toContain(`${markers('    sla: [2h\n', '    sla: 3h\n')}    via`);
    expect(text).toContain('# end\n');
  });

  it('where anchors tie what the sides have changed', () => {
    const anchored = edited([
      ['name: OK?', 'name: *n'],
      ['name: Capture ', 'name: &n Capture '],
    ]);
    const ours = edited([['&n Capture', 'Capture']], anchored).replace('*n', 'Other');
    const theirs = edited([['won: {type: end', 'won: {name: *n, type: end']], anchored);
    const { text, conflicts } = mergeTexts({ base: anchored, ours, theirs }, style);
    // Cleanly merged, the alias would lead nowhere.
    expect(conflicts).toBeGreaterThan(0);
    expect(text).toContain('won: {name: *n, type: end');
  });

  it('about places that are disputed for another reason', () => {
    const disputed = [['nodes', 'capture', 'next']] as const;
    const ours = edited([['next: decide', 'next: won']]);
    expect(mergeTexts({ base, ours, theirs: edited([['sla: 2h', 'sla: 3h']]) }, { ...style, disputed }).text).toBe(
      edited([
        ['    next: decide\n', markers('    next: won\n', '    next: decide\n')],
        ['sla: 2h', 'sla: 3h'],
      ]),
    );
  });
});

describe('300 random cases', () => {
  const apply = (model: Model, changes: readonly Change[]): Model =>
    changes.reduce((before, { apply }) => apply(before), model);
  const parsed = (text: string): unknown => readSource('', new TextEncoder().encode(text)).value?.data;
  const seen = { apart: 0, meeting: 0, decided: 0 };

  it(
    'are clean and valid and equal to both edits where these touch different steps; else nothing is lost',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const draw = random(seed);
          const model = randomModel(draw);
          const changes = (mark: string): readonly Change[] =>
            Array.from({ length: 1 + draw(3) }, () => randomChange(draw, model, mark)).filter(
              ({ touches }, index, all) => all.findIndex((other) => other.touches === touches) === index,
            );
          const [ours, theirs] = [changes('Ours'), changes('Theirs')];
          const texts = { base: textOf(model), ours: textOf(apply(model, ours)), theirs: textOf(apply(model, theirs)) };
          const result = mergeTexts(texts, style);
          const apart = ours.every(({ touches }) => theirs.every((other) => other.touches !== touches));
          if (apart) {
            seen.apart++;
            expect({ conflicts: result.conflicts, data: parsed(result.text) }).toEqual({
              conflicts: 0,
              data: dataOf(apply(apply(model, ours), theirs)),
            });
            const { diagnostics } = check({ text: result.text });
            expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          } else {
            seen.meeting++;
            if (result.conflicts > 0) seen.decided++;
          }
          for (const { word } of [...ours, ...theirs]) if (word !== undefined) expect(result.text).toContain(word);
          for (const comment of texts.base.match(/# about \S+/gu) ?? [])
            if (texts.ours.includes(comment) && texts.theirs.includes(comment)) expect(result.text).toContain(comment);
        }),
        { numRuns: 300 },
      );
      expect(seen.apart).toBeGreaterThan(100);
      expect(seen.meeting).toBeGreaterThan(50);
      expect(seen.decided).toBeGreaterThan(5);
    },
  );
});
