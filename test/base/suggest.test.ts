import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/base/suggest.js';

const properties = [
  'name',
  'description',
  'owner',
  'phase',
  'inputs',
  'outputs',
  'steps',
  'next',
  'sla',
  'via',
  'timeout',
];

describe('suggest', () => {
  it.each([
    ['nmae', 'name'],
    ['Owner', 'owner'],
    ['ownr', 'owner'],
    ['onwer', 'owner'],
    ['owners', 'owner'],
    ['output', 'outputs'],
    ['input', 'inputs'],
    ['desc', 'description'],
    ['discription', 'description'],
    ['time-out', 'timeout'],
    ['SLA', 'sla'],
    ['nxet', 'next'],
    ['step', 'steps'],
  ])('%s → %s', (word, meant) => {
    expect(suggest(word, properties)).toBe(meant);
  });

  it.each(['colour', 'x', 'zzz', 'budget', '', 'a'.repeat(1000)])('has nothing to say about %j', (word) => {
    expect(suggest(word, properties)).toBeUndefined();
  });

  it('knows Chinese ids', () => {
    expect(suggest('客户部', ['市场部门', '客服部', '销售'])).toBe('客服部');
    expect(suggest('销售代表一', ['市场部', '销售代表'])).toBe('销售代表');
    expect(suggest('财务', ['市场部', '销售代表'])).toBeUndefined();
  });

  it('prefers the fewest mistakes, then the longer common beginning, then the earlier candidate', () => {
    expect(suggest('sales', ['sale-rep', 'sakes', 'saled'])).toBe('saled');
    expect(suggest('bat', ['cat', 'bad', 'bar'])).toBe('bad');
    expect(suggest('bat', ['bar', 'bad'])).toBe('bar');
    expect(suggest('desc', ['describe', 'description'])).toBe('describe');
  });

  it('does not propose the word itself', () => {
    expect(suggest('won', ['won'])).toBeUndefined();
    expect(suggest('won', ['won', 'Won'])).toBe('Won');
  });

  it('always finds a single mistake in a word of four letters or more', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'swap', 'double'), (known, seed, mistake) => {
        const at = seed % (known.length - 1);
        const typed =
          mistake === 'drop'
            ? known.slice(0, at) + known.slice(at + 1)
            : mistake === 'double'
              ? known.slice(0, at + 1) + known.slice(at)
              : known.slice(0, at) + known.charAt(at + 1) + known.charAt(at) + known.slice(at + 2);
        expect(suggest(typed, [known])).toBe(typed === known ? undefined : known);
      }),
    );
  });

  it('proposes only candidates', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
        const answer = suggest(word, candidates);
        expect(answer === undefined || (candidates.includes(answer) && answer !== word)).toBe(true);
      }),
    );
  });
});
