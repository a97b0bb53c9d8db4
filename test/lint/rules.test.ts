/**
 * Every rule of the registry: what it says of itself is fit to print, its `bad` gives exactly its findings on exactly the marked
 * lines, its `good` gives nothing, and so do more cases in `cases/<rule>/` and `cases/ok/`.
 *
 * A case is a `*.flow.yaml`; other files beside it are what it uses. Its first line may say with what it is linted:
 * `# given: {"options": {"most": 3}, "today": "2026-01-31"}`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/run.js';
import { ruleGroups, ruleLevels, type Rule } from '../../src/lint/rule.js';
import { all, applied, compiled, lintFor, marks, places, type Texts } from './support.js';

const cases = fileURLToPath(new URL('./cases/', import.meta.url));

function textsIn(folder: string): Texts {
  const names = existsSync(cases + folder) ? readdirSync(cases + folder, { recursive: true, encoding: 'utf8' }) : [];
  const files = names.filter((name) => /\.ya?ml$/u.test(name)).sort();
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(`${cases}${folder}/${name}`, 'utf8')]),
  );
}

const flowsOf = (texts: Texts): readonly string[] => Object.keys(texts).filter((name) => name.endsWith('.flow.yaml'));

describe.each(all.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('says of itself what help and docs need', () => {
    expect(rule.summary).toMatch(/^[A-Z].*[^.]$/u);
    expect(rule.why).toMatch(/^["A-Z\p{Script=Han}].{80,}\.$/su);
    expect(rule.why).not.toMatch(/\n/u);
    expect(ruleGroups).toContain(rule.group);
    expect(ruleLevels).toContain(rule.level);
    for (const [name, option] of Object.entries(rule.options ?? {})) {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/u);
      expect(option.summary).toMatch(/^[A-Z].{8,}[^.]$/u);
    }
  });

  it('finds in its bad example exactly what is marked there', async () => {
    const texts = { ...rule.beside, 'bad.flow.yaml': rule.bad };
    const found = await lintFor(rule, 'bad.flow.yaml', texts);
    expect(places(found)).toEqual(marks(texts).map((place) => `${place} ${id}`));
    expect(found.length).toBeGreaterThan(0);
    for (const { message, hint, related = [] } of found) {
      expect(message).toMatch(/^["A-Z\p{Script=Han}].*[.?]$/u);
      if (hint !== undefined) expect(hint).toMatch(/^[`"A-Z\p{Script=Han}]/u);
      for (const other of related) expect(other.message).toMatch(/^\S.*[^.]$/u);
    }
  });

  it('proposes fixes if it says so, and of that kind', async () => {
    const found = await lintFor(rule, 'bad.flow.yaml', { ...rule.beside, 'bad.flow.yaml': rule.bad });
    const kinds = found.map(({ proposed }) => (proposed === undefined ? undefined : proposed.safe ? 'safe' : 'unsafe'));
    expect(kinds.find((kind) => kind !== undefined)).toBe(rule.fixable);
  });

  it('is silent on its good example', async () => {
    const found = await lintFor(rule, 'good.flow.yaml', { ...rule.beside, 'good.flow.yaml': rule.good });
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect(marks({ good: rule.good })).toEqual([]);
  });

  const texts = textsIn(id);
  it.each(flowsOf(texts))('case %s', async (file) => {
    const { process } = compiled(file, texts);
    const own = Object.fromEntries(process.sources.map((source) => [source, texts[source] ?? '']));
    const all = await lintFor(rule, file, texts, givenIn(texts[file], rule));
    const found = all.filter(({ code }) => code === id);
    expect(places(found)).toEqual(marks(own).map((place) => `${place} ${id}`));
  });
});

function givenIn(text: string | undefined, rule: Rule): Rule['given'] {
  const said = /^# given: (\{.*\})$/mu.exec(text?.split('\n', 1)[0] ?? '')?.[1];
  return said === undefined ? rule.given : (JSON.parse(said) as Rule['given']);
}

it('keeps cases of rules only', () => {
  const folders = readdirSync(cases).filter((name) => name !== 'ok');
  expect(folders.filter((name) => !all.some(({ id }) => id === name))).toEqual([]);
});

describe('flows that stay silent under recommended', () => {
  const texts = textsIn('ok');
  it.each(flowsOf(texts))('%s', (file) => {
    const { process, locateIn } = compiled(file, texts);
    const found = lint(process, { locateIn, rules: applied('recommended') });
    expect(found.map(({ code, message, span }) => `${String(span?.start.line)} ${code}: ${message}`)).toEqual([]);
  });
});
