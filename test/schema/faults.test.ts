/** One diagnostic for each mistake, at the right place, in words of the author's world. */
import { describe, expect, it } from 'vitest';
import { mistakes } from './faults.js';
import { brief, check, mended } from './support.js';

/** Words of schemas and parsers, which no message may use. */
const jargon =
  /\b(?:oneOf|anyOf|allOf|additionalProperties|schema|instance|undefined|null|object|array|string|boolean|\[object)\b|\$|\/nodes/u;

describe('mistakes', () => {
  it.each(mistakes.map((mistake) => [mistake.name, mistake] as const))('%s', (_name, mistake) => {
    const { diagnostics, text } = check(mistake.yaml, mistake.kind);
    expect(diagnostics.map(brief)).toEqual(mistake.says);
    const [first] = diagnostics;
    const said = `${first?.message ?? ''} ${first?.hint ?? ''}`;
    for (const word of mistake.words) expect(said.toLowerCase()).toContain(word.toLowerCase());
    for (const { message, hint = '' } of diagnostics) {
      expect(`${message} ${hint}`).not.toMatch(jargon);
      expect(message).toMatch(/^["A-Z].*\.$/u);
      expect(hint).toMatch(/^$|[.?]$/u);
    }
    if (mistake.mends !== undefined && first) expect(mended(text, first)).toContain(mistake.mends);
  });

  it('mends what it proposes to mend', () => {
    for (const { yaml, kind } of mistakes) {
      const before = check(yaml, kind);
      for (const diagnostic of before.diagnostics.filter(({ fix }) => fix !== undefined)) {
        const after = check(mended(before.text, diagnostic), kind);
        expect(after.diagnostics.map(brief), `${diagnostic.message} ${diagnostic.fix?.title ?? ''}`).not.toContain(
          brief(diagnostic),
        );
      }
    }
  });

  it('says more than one thing where there is more than one mistake', () => {
    const yaml =
      'trackflow: 1\ntitle: 5\nnodes:\n  a: {type: strat, next: b}\n  b: {type: end, sla: 2 days}\nowner: {}\n';
    expect(check(yaml).diagnostics.map(brief)).toEqual([
      'schema-type 2:8',
      'schema-enum 4:13',
      'schema-unknown-property 5:18',
      'schema-unknown-property 6:1',
    ]);
  });
});
