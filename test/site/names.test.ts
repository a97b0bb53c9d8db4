/** File names of pages: safe on every machine, never two alike, and the same whatever else the site holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNames } from '../../src/site/names.js';

const named = (...names: readonly string[]): readonly string[] =>
  fileNames(names.map((name, index) => ({ name, key: `${String(index)}/${name}` })));

describe('file names', () => {
  it('keep what every machine can read', () => {
    expect(named('lead-follow-up', 'B2B Pipeline')).toEqual(['lead-follow-up', 'b2b-pipeline']);
  });

  it('make up for what they lose', () => {
    const [first, second, mixed] = named('客户跟进', '客户回访', 'crm-客户');
    expect(first).toMatch(/^[0-9a-f]{8}$/u);
    expect(second).not.toBe(first);
    expect(mixed).toMatch(/^crm-[0-9a-f]{8}$/u);
    expect(named('客户回访')).toEqual([second]);
  });

  it('tell flows of one name apart, by where they lie and not by their order', () => {
    const sales = { name: 'lead', key: 'sales/lead.flow.yaml' };
    const service = { name: 'Lead', key: 'service/Lead.flow.yaml' };
    const [one, other] = fileNames([sales, service]);
    expect(one).toMatch(/^lead-[0-9a-f]{8}$/u);
    expect(fileNames([service, sales])).toEqual([other, one]);
  });

  it('are none that Windows or the site keeps for itself', () => {
    for (const name of named('con', 'NUL', 'com1', 'index', 'search')) expect(name).toMatch(/^\w+-[0-9a-f]{8}$/u);
  });

  it('are safe and unique, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 12 }), (names) => {
        const made = named(...names);
        expect(new Set(made).size).toBe(names.length);
        for (const name of made) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,70}[a-z0-9])?$/u);
      }),
      { numRuns: 300 },
    );
  });
});
