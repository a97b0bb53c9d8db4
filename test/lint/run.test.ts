/** Applying rules: what each is given, and what becomes of one that fails. */
import { describe, expect, it } from 'vitest';
import type { Finding, Rule } from '../../src/lint/rule.js';
import { lint, type Applied } from '../../src/lint/run.js';
import { compiled } from './support.js';

const flow = `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  record:
    name: Record the lead
    next: done
  done: {type: end, name: Lead recorded}
`;
const { process, locateIn } = compiled('a.flow.yaml', { 'a.flow.yaml': flow });

function rule(id: string, check: Rule['check'], more: Partial<Rule> = {}): Rule {
  const words = { summary: 'For this test', why: 'For this test.', bad: flow, good: flow };
  return { id, group: 'structure', severity: 'warning', level: 'recommended', ...words, check, ...more };
}

const run = (...rules: readonly Rule[]): ReturnType<typeof lint> =>
  lint(process, { locateIn, rules: rules.map((each): Applied => ({ rule: each, severity: each.severity })) });

const onFirst = rule('on-first', function* ({ process: { nodes }, at }) {
  const [first] = nodes;
  if (first)
    yield { message: 'Here.', at: at(first), hint: 'Do.', related: [{ message: 'too', span: at(first, 'next') }] };
});

describe('a rule', () => {
  it('gives findings with its id, its severity and places', () => {
    expect(run(onFirst)).toMatchObject([
      {
        code: 'on-first',
        severity: 'warning',
        message: 'Here.',
        hint: 'Do.',
        span: { file: 'a.flow.yaml', start: { line: 4, column: 3 } },
        related: [{ message: 'too', span: { start: { line: 4, column: 53 } } }],
      },
    ]);
  });

  it('finds the properties of an element, and the nearest place of one that is not written', () => {
    const found = run(
      rule('places', function* ({ facts, at }) {
        const node = facts.node('record');
        if (node === undefined) return;
        yield { message: 'Name.', at: at(node, 'name') };
        yield { message: 'No sla.', at: at(node, 'sla') };
      }),
    );
    expect(found.map(({ span }) => [span?.start.line, span?.start.column])).toEqual([
      [6, 11],
      [5, 3],
    ]);
  });

  it('has the defaults of its options, and what was set', () => {
    const told: unknown[] = [];
    const options = {
      most: { kind: 'number', default: 3, summary: 'How many' },
      words: { kind: 'words', default: ['a'], summary: 'Which' },
    } as const;
    const asked = rule('asks', (context) => (told.push(context.options), []), { options });
    lint(process, { locateIn, rules: [{ rule: asked, severity: 'info', options: { most: 5 } }] });
    expect(told).toEqual([{ most: 5, words: ['a'] }]);
  });

  it('shares what is worked out with the others', () => {
    const seen: unknown[] = [];
    const ask = (id: string): Rule => rule(id, ({ facts }) => (seen.push(facts.reached), []));
    run(ask('one'), ask('two'));
    expect(seen[0]).toBe(seen[1]);
  });

  it('is passed over if it needs a drawing and there is none', () => {
    const fails = rule('draws', () => [{ message: 'No.', at: process.span }], { needs: 'drawing' });
    expect(run(fails)).toEqual([]);
  });
});

describe('a rule that fails', () => {
  const crashed = (id: string, reason: string): object => ({
    code: 'rule-crashed',
    severity: 'error',
    message: `The rule "${id}" failed: "${reason}".`,
    span: { file: 'a.flow.yaml' },
  });

  const begins = (id: string, reason: string): unknown =>
    expect.stringContaining(`The rule "${id}" failed: "${reason}`) as unknown;
  const asynchronous = 'its check is asynchronous; findings are wanted at once';
  const nextTime = async function* (): AsyncGenerator {
    yield await Promise.resolve(1);
  };
  const gives = (more: object) => (): readonly Finding[] => [{ message: 'x', at: process.span, ...more }];
  const throwing = (what: unknown) => (): readonly Finding[] => {
    throw what;
  };

  it.each<[string, Rule['check'], string]>([
    ['throws', throwing(new Error('no such thing')), 'no such thing'],
    ['throws what is no error', throwing('a word'), 'a word'],
    ['gives no list', () => undefined as unknown as Finding[], 'its check gave no list of findings'],
    ['is asynchronous', () => Promise.resolve([]) as unknown as Finding[], asynchronous],
    ['is asynchronous and fails', () => Promise.reject(new Error('no')) as unknown as Finding[], asynchronous],
    ['is an asynchronous generator', nextTime as unknown as Rule['check'], asynchronous],
    ['gives no finding', () => ['x'] as unknown as Finding[], 'it gave something without a message or a place'],
    [
      'gives a finding without a place',
      () => [{ message: 'x' }] as unknown as Finding[],
      'it gave something without a message or a place',
    ],
    ['gives half a place', gives({ at: { start: 1 } }), 'it gave something without a message or a place'],
    ['gives a hint that is none', gives({ hint: 5 }), 'it gave a hint that is no text'],
    ['gives related places that are none', gives({ related: [{}] }), 'it gave related places that are no list of'],
    ['gives a fix without changes', gives({ fix: { title: 't', safe: true } }), 'it gave a fix without a list'],
    ['gives a fix without a title', gives({ fix: { safe: true, changes: [] } }), 'it gave a fix without a title'],
    ['gives a fix of no kind', gives({ fix: { title: 't', changes: [] } }), 'it gave a fix that does not say whether'],
    ...[
      {},
      { kind: 'mend', file: 'a', path: [] },
      { kind: 'remove', file: 'a', path: 'nodes' },
      { kind: 'remove', path: ['nodes'] },
      { kind: 'set', file: 'a', path: [] },
      { kind: 'set', file: 'a', path: [], value: { deep: [() => 1] } },
      { kind: 'rename', file: 'a', path: [] },
      { kind: 'insert', file: 'a', path: [], index: -1, value: 1 },
    ].map((change): [string, Rule['check'], string] => [
      `gives the change ${JSON.stringify(change)}`,
      gives({ fix: { title: 't', safe: true, changes: [{ kind: 'remove', file: 'a', path: ['x', 0] }, change] } }),
      'change 2 of a fix is none; one is',
    ]),
  ])('%s: it is named, and the others go on', (_what, check, reason) => {
    const found = run(rule('broken', check), onFirst);
    expect(found).toMatchObject([
      { ...crashed('broken', ''), message: begins('broken', reason) },
      { code: 'on-first' },
    ]);
  });

  it('keeps what it had found before', () => {
    const half = rule('half', function* ({ process: { span } }) {
      yield { message: 'First.', at: span };
      throw new Error('then not');
    });
    expect(run(half)).toMatchObject([{ code: 'half' }, crashed('half', 'then not')]);
  });
});
