/**
 * Setting a text anew loses nothing: on thousands of texts that nobody would write.
 *
 * Judged by what `format` has no part in: the reader of all commands, the numbers of the comments, and the compiler.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFile } from '../../../src/app/format.js';
import { createCompiler } from '../../../src/compile/index.js';
import { chooseShape, childShape, shapeOf } from '../../../src/model/outline.js';
import { flow as outline } from '../../../src/schema/generated/outline.js';
import { format } from '../../../src/source/format/index.js';
import { hasErrors } from '../../../src/model/diagnostic.js';
import { readSource, type Source } from '../../../src/source/index.js';
import { nasty, pick, randomFrom, randomRoot, type Random } from './nasty.js';

/** No order of keys and no short forms: comments stay in their order, and data is the same to the last key. */
const bare = { outline: {}, root: 'root', shortForms: [] };

function read(text: string): Source | undefined {
  const { value, diagnostics } = readSource('x.yaml', new TextEncoder().encode(text));
  return value?.sound === true && !hasErrors(diagnostics) ? value : undefined;
}

const numbers = (text: string): string => Array.from(text.matchAll(/#c(\d+)\b/gu), ([, number]) => number).join(' ');

/** With the order of keys. */
const said = (source: Source | undefined): string => JSON.stringify(source?.data);

/** So many random texts that are sound YAML, apart from the random flows below. */
const wanted = 5000;

/** Seconds of work, on a busy machine a minute. */
const patience = 300_000;

describe('random YAML', () => {
  it(
    'says the same with the same comments in the same order, and is set once and for all',
    () => {
      let [sound, unsound] = [0, 0];
      const different = new Set<string>();
      for (let seed = 0; sound < wanted; seed++) {
        const random = randomFrom(seed);
        const { text, comments } = nasty(randomRoot(random), random);
        const source = read(text);
        if (source === undefined) {
          unsound++;
          expect(unsound).toBeLessThan(wanted / 100);
          continue;
        }
        sound++;
        const made = format(text, bare);
        if (typeof made !== 'string') throw new Error(`seed ${String(seed)} is odd at ${text.slice(made.odd)}`);
        const after = { seed, data: said(read(made)), comments: numbers(made), again: format(made, bare) };
        expect(after).toEqual({ seed, data: said(source), comments: numbers(text), again: made });
        expect(numbers(made) === '' ? 0 : numbers(made).split(' ').length).toBe(comments);
        if (made.includes('\r')) expect(made.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
        different.add(made);
      }
      expect(different.size).toBeGreaterThan(wanted * 0.8);
    },
    patience,
  );
});

/** Properties in any order, and long spellings where there are short ones. */
function disordered(value: unknown, declared: string, random: Random): unknown {
  if (typeof value !== 'object' || value === null) return lengthened(value, declared, random);
  const isList = Array.isArray(value);
  const map = value as Readonly<Record<string, unknown>>;
  const name = chooseShape(outline, declared, {
    type: isList ? 'array' : 'object',
    has: (key) => Object.hasOwn(value, key),
    get: (key) => map[key],
  });
  if (isList) return value.map((item, index) => disordered(item, childShape(outline, name, index), random));
  const entries = Object.entries(value).map(
    ([key, each]) => [key, disordered(each, childShape(outline, name, key), random)] as const,
  );
  if (shapeOf(outline, name)?.kind === 'object') entries.sort(() => random() - 0.5);
  return Object.fromEntries(entries);
}

function lengthened(value: unknown, declared: string, random: Random): unknown {
  if (random() < 0.5) return value;
  if (declared === 'next') return pick(random, [[value], { to: value }, [{ to: value }]]);
  if (declared === 'way') return { to: value };
  if (declared === 'field') return { sensitivity: value };
  if (declared === 'grant') return { may: value };
  return value;
}

function processOf(text: string): string | undefined {
  const { compile } = createCompiler({
    root: '.',
    load: (file) =>
      file === 'a.flow.yaml' ? { kind: 'ok', bytes: new TextEncoder().encode(text) } : { kind: 'missing' },
  });
  const { value } = compile('a.flow.yaml');
  return value && JSON.stringify(value, (key, each: unknown) => (/span$/iu.test(key) ? undefined : each));
}

describe('random flows', () => {
  const folder = new URL('../../../examples/', import.meta.url);
  const flows = ['five-stage/five-stage', 'data-security/data-security', 'ecommerce/ecommerce'].map((name): object => {
    const data = read(readFileSync(new URL(`${name}.flow.yaml`, folder), 'utf8'))?.data;
    return typeof data === 'object' && data !== null ? data : {};
  });
  /** A few nodes and stores of a whole flow, so that many can be tried. */
  const partOf = (whole: object, random: Random): object => {
    const entries = Object.entries(whole).map(([key, value]: [string, unknown]) => {
      if (!['nodes', 'stores', 'kpis', 'phases', 'owners'].includes(key)) return [key, value];
      const all = Object.entries(value as object);
      const from = Math.floor(random() * Math.max(all.length - 2, 1));
      return [key, Object.fromEntries(all.slice(from, from + 3))];
    });
    return Object.fromEntries(entries) as object;
  };

  it(
    'mean the same process, keep every comment, and are set once and for all',
    () => {
      let changed = 0;
      for (let seed = 0; seed < 160; seed++) {
        const random = randomFrom(90_000 + seed);
        const { text, comments } = nasty(disordered(partOf(pick(random, flows), random), 'root', random), random);
        const made = formatFile('a.flow.yaml', new TextEncoder().encode(text));
        // What reading finds wrong in such a text is for the tests of reading.
        if (made.kind === 'faulty') continue;
        if (made.kind !== 'changed') throw new Error(`seed ${String(seed)}: ${JSON.stringify(made)}`);
        changed++;
        expect({ seed, process: processOf(made.text) }).toEqual({ seed, process: processOf(text) });
        const kept = new Set(
          numbers(made.text)
            .split(' ')
            .filter((number) => number !== ''),
        );
        expect({ seed, comments: kept.size }).toEqual({ seed, comments });
        expect(formatFile('a.flow.yaml', new TextEncoder().encode(made.text)).kind).toBe('same');
      }
      expect(changed).toBeGreaterThan(150);
    },
    patience,
  );
});
