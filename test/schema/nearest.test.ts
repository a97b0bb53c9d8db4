/** Words of other trades lead to words of ours, and only to words that exist. */
import { describe, expect, it } from 'vitest';
import { config, flow } from '../../src/schema/generated/outline.js';
import { keySynonyms, nearestKey, nearestValue, valueSynonyms } from '../../src/schema/nearest.js';

const shapes = [...Object.values(flow), ...Object.values(config)];
const keys = new Set(shapes.flatMap((shape) => (shape.kind === 'object' ? Object.keys(shape.properties) : [])));

it('leads only to keys that exist', () => {
  expect(Object.keys(keySynonyms).filter((key) => !keys.has(key))).toEqual([]);
});

it('leads only to values that exist', () => {
  for (const [choice, synonyms] of Object.entries(valueSynonyms)) {
    const shape = { ...flow, ...config }[choice];
    expect(shape?.kind).toBe('choice');
    for (const value of Object.keys(synonyms)) expect(shape?.kind === 'choice' && shape.values).toContain(value);
  }
});

describe('keys', () => {
  it.each([
    ['onwer', ['name', 'owner'], 'owner'],
    ['泳道', ['name', 'owner'], 'owner'],
    ['label', ['name', 'next'], 'name'],
    ['label', ['when', 'to'], 'when'],
    ['zzz', ['name', 'owner'], undefined],
    ['__proto__', ['name', 'owner'], undefined],
    ['constructor', ['name', 'owner'], undefined],
  ])('%s among %j', (key, known, meant) => {
    expect(nearestKey(key, known)).toBe(meant);
  });
});

describe('values', () => {
  const channels = ['phone', 'email', 'wechat', 'visit'];
  it.each([
    ['微信', 'channel', channels, 'wechat'],
    ['E-Mail', 'channel', channels, 'email'],
    ['Telephone', 'channel', channels, 'phone'],
    ['vist', 'channel', channels, 'visit'],
    ['toString', 'channel', channels, undefined],
    ['x', 'constructor', ['a'], undefined],
  ])('%s as %s', (value, choice, allowed, meant) => {
    expect(nearestValue(value, choice, allowed)).toBe(meant);
  });
});
