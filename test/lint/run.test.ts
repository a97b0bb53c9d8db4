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

  const throwing = (what: unknown) => (): readonly Finding[] => {
    throw what;
  };

  it.each<[string, Rule['check'], string]>([
    ['throws', throwing(new Error('no such thing')), 'no such thing'],
    ['throws what is no error', throwing('a word'), 'a word'],
    [
      'gives no list',
      () => undefined as unknown as Finding[],
      'rule.check is not a function or its return value is not iterable',
    ],
    ['gives no finding', () => ['x'] as unknown as Finding[], 'it gave something without a message or a place'],
    [
      'gives a finding without a place',
      () => [{ message: 'x' }] as unknown as Finding[],
      'it gave something without a message or a place',
    ],
  ])('%s: it is named, and the others go on', (_what, check, reason) => {
    const found = run(rule('broken', check), onFirst);
    expect(found).toMatchObject([crashed('broken', reason), { code: 'on-first' }]);
  });

  it('keeps what it had found before', () => {
    const half = rule('half', function* ({ process: { span } }) {
      yield { message: 'First.', at: span };
      throw new Error('then not');
    });
    expect(run(half)).toMatchObject([{ code: 'half' }, crashed('half', 'then not')]);
  });
});
