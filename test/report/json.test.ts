/** The report for programs: the promised shape, and nothing lost. */
import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/reporters/json.js';
import { finding, marked } from './findings.js';
import { plainOptions } from './options.js';

const options = { ...plainOptions, color: true };

describe('json', () => {
  it('says everything, in a fixed order of keys', () => {
    const { span } = marked('a.yaml', 'a: 𠮷\nowner: 【销售】');
    const fix = { title: 'Rename', safe: true, edits: [{ file: 'a.yaml', from: 1, to: 2, text: 'x' }] };
    const full = finding(span, { hint: 'h', related: [{ message: 'm', span }], fix });
    const bare = finding(undefined, { severity: 'warning' });
    const text = json.report({ files: Array.from({ length: 7 }, String), diagnostics: [full, bare] }, options);
    const place = {
      file: 'a.yaml',
      start: { line: 2, column: 8, offset: 13 },
      end: { line: 2, column: 10, offset: 15 },
    };
    const expected = {
      version: 1,
      summary: { files: 7, errors: 1, warnings: 1, infos: 0 },
      diagnostics: [
        {
          code: 'unknown-owner',
          severity: 'error',
          message: 'No owner is called "销售".',
          hint: 'h',
          span: place,
          related: [{ message: 'm', span: place }],
          fix,
        },
        { code: 'unknown-owner', severity: 'warning', message: 'No owner is called "销售".' },
      ],
    };
    expect(text).toBe(`${JSON.stringify(expected, null, 2)}\n`);
  });

  it('is a report also when there is nothing to say', () => {
    expect(JSON.parse(json.report({ files: ['a', 'b'], diagnostics: [] }, options))).toEqual({
      version: 1,
      summary: { files: 2, errors: 0, warnings: 0, infos: 0 },
      diagnostics: [],
    });
  });
});
