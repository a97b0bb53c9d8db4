/** The rules of branching, type by type: what is allowed and what is not. */
import { describe, expect, it } from 'vitest';
import { flow, told } from './support.js';

const codesOf = (node: string): readonly string[] =>
  told(
    flow(
      `segments:\n  key: {}\nnodes:\n  start: {type: start, next: x}\n  x: {${node}}\n  a: {type: end}\n  b: {type: end}\n`,
    ),
  ).map((each) => each.split(' ')[0] ?? '');

describe('a decision', () => {
  it.each([
    ['next: [{when: 是, to: a}, {when: 否, to: b}]', []],
    ['next: [{when: 是, to: a}, {otherwise: b}]', []],
    ['next: [{when: 是, to: a}, {when: 否, to: a}]', []],
    ['next: [{for: [key], to: a}, {otherwise: b}]', []],
    ['next: [{when: 是, to: x}, {otherwise: b}]', []],
    ['next: [{when: 是, to: a, chance: 10%}, {when: 否, to: b, chance: 90%}]', []],
    ['next: [{when: 是, to: a, chance: 0.1}, {when: 中, to: a, chance: 0.2}, {otherwise: b, chance: 0.7}]', []],
    [
      'next: [{when: 是, to: a, chance: 33.4%}, {when: 中, to: a, chance: 33.4%}, {otherwise: b, chance: 33.4%}]',
      ['chances-over-100'],
    ],
    ['next: a', ['decision-one-branch']],
    ['next: [{otherwise: a}]', ['decision-one-branch']],
    ['name: 好吗？', ['no-next']],
    ['next: [a, b]', ['branch-without-condition', 'branch-without-condition']],
    ['next: [{when: 是, to: a}, {to: b, for: []}]', ['branch-without-condition']],
    ['next: [{otherwise: a}, {otherwise: b}, {otherwise: a}]', ['two-defaults', 'two-defaults']],
  ])('with %s', (said, expected) => {
    expect(codesOf(`type: decision, ${said}`)).toEqual(expected);
  });
});

describe('a fork', () => {
  it.each([
    ['next: [a, b]', []],
    ['next: [{to: a, carries: [合同]}, {to: b, for: [key]}]', []],
    ['next: a', ['fork-one-branch']],
    ['next: [{when: 是, to: a}]', ['fork-one-branch', 'fork-condition']],
    ['next: [{when: 是, to: a}, b]', ['fork-condition']],
    ['next: [{to: a, chance: 50%}, {otherwise: b}]', ['fork-condition', 'fork-condition']],
    ['name: 分', ['no-next']],
  ])('with %s', (said, expected) => {
    expect(codesOf(`type: fork, ${said}`)).toEqual(expected);
  });
});

describe.each(['task', 'join', 'wait'])('a %s', (type) => {
  it.each([
    ['next: a', []],
    ['next: [a]', []],
    ['next: {to: a, carries: [合同], for: [key]}', []],
    ['next: x', []],
    ['next: [a, b]', ['several-nexts']],
    ['next: [{when: 是, to: a}, {otherwise: b}]', ['several-nexts']],
    ['next: {when: 是, to: a}', ['condition-without-decision']],
    ['next: {otherwise: a}', ['condition-without-decision']],
    ['next: {to: a, chance: 50%}', ['condition-without-decision']],
    ['name: 某', ['no-next']],
  ])('with %s', (said, expected) => {
    expect(codesOf(`type: ${type}, ${said}`)).toEqual(expected);
  });
});

it('a start may not branch either', () => {
  expect(told(flow('nodes:\n  s: {type: start, next: [a, b]}\n  a: {type: end}\n  b: {type: end}\n'))).toEqual([
    'several-nexts 5:20',
  ]);
});

it('several starts and ends are allowed', () => {
  expect(
    told(
      flow('nodes:\n  s: {type: start, next: a}\n  t: {type: start, next: b}\n  a: {type: end}\n  b: {type: end}\n'),
    ),
  ).toEqual([]);
});

it('a process without start and end lacks both', () => {
  expect(told(flow('nodes:\n  a: {next: b}\n  b: {next: a}\n'))).toEqual(['no-start 4:1', 'no-end 4:1']);
});

it('a node that lost something to another mistake is not judged', () => {
  expect(codesOf('type: decision, next: [{when: 是, to: a}, {wenn: 否, to: b}]')).toEqual(['schema-unknown-property']);
  expect(codesOf('type: task, next: [{to: [b]}, a]')).toEqual(['schema-type']);
});
