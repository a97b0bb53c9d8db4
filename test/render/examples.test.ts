/** Every example in every format that needs no layout: what the author wrote is what each of them says. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { RenderOptions } from '../../src/render/format.js';
import { json } from '../../src/render/formats/json.js';
import { project, views } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { rich } from '../fixtures/process.js';
import { textsOf } from '../fixtures/texts.js';
import { expectSame } from './same-diagram.js';
import { expectWhole } from './whole-sop.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };

it('finds the examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(7);
});

describe.each(examples)('%s', (_, process) => {
  it.each(process.languages)('SOP in %s', async (language) => {
    await expectWhole(process, language);
  });

  it('Mermaid in every view, direction, diagram and language', async () => {
    for (const language of process.languages) {
      for (const { id } of views) {
        for (const direction of ['auto', 'right'] as const) {
          const view = project(process, id, { language, direction, childLink: (file) => `./${file}.svg` });
          await expectSame(view, { ...options, language });
          await expectSame(view, { ...options, language, mermaidDiagram: 'swimlane-beta' });
        }
      }
    }
  });
});

describe('the JSON follows its schema', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/process.schema.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

  it.each([['the rich process', rich] as const, ...examples])('%s', (_, process) => {
    const written: unknown = JSON.parse(json.render(process));
    validate(written);
    expect(validate.errors ?? []).toEqual([]);
    expect(textsOf(written)).toHaveLength(textsOf(process).length);
  });

  it('which would notice a wrong one', () => {
    const written = JSON.parse(json.render(rich)) as Record<string, unknown>;
    expect(validate({ ...written, more: 1 })).toBe(false);
    expect(validate({ ...written, nodes: [{}] })).toBe(false);
  });
});
