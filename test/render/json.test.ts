/** The JSON of a process: complete, in one order, with places, and the same wherever the project lies. */
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/model/diagnostic.js';
import type { Process } from '../../src/model/process.js';
import { json } from '../../src/render/formats/json.js';
import { isKnownKey } from '../../src/render/json/order.js';
import { edge, lasting, node, process, rich, text } from '../fixtures/process.js';
import { hostileStrings, retold, textsOf } from '../fixtures/texts.js';

type Any = Record<string, unknown>;
const written = (of: Process): Any => JSON.parse(json.render(of)) as Any;

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(keysOf);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
}

describe('the JSON', () => {
  it('says what the process says', () => {
    const { nodes, edges } = written(rich) as { nodes: Any[]; edges: Any[] };
    expect(nodes.find(({ id }) => id === 'pause')).toEqual({
      id: 'pause',
      type: 'wait',
      name: { zh: '等待培育', en: 'Nurture' },
      owner: 'sales-rep',
      consulted: [],
      informed: [],
      phase: 'convert',
      duration: { iso: 'P1M', minutes: 43_200 },
      via: [],
      inputs: [],
      outputs: [],
      steps: [],
      tools: [],
      reads: [],
      writes: [],
      risks: [],
      cadence: [],
      links: [],
      at: { file: 'customer.flow.yaml', line: 3, column: 5 },
    });
    expect(edges[7]).toEqual({
      id: 'interested->reply',
      kind: 'next',
      from: 'interested',
      to: 'reply',
      when: { zh: '有意向', en: 'Interested' },
      otherwise: false,
      chance: 0.35,
      segments: [],
      carries: [{ zh: '报价单', en: 'Quotation' }],
      at: { file: 'customer.flow.yaml', line: 3, column: 5 },
    });
  });

  it('holds every text, character by character', () => {
    expect(textsOf(written(rich)).map(([, said]) => said)).toHaveLength(textsOf(rich).length);
    for (const hostile of hostileStrings) {
      const told = retold(rich, () => hostile);
      const said = new Set(textsOf(written(told)).flatMap(([, each]) => Object.values(each)));
      expect([...said]).toEqual([hostile]);
    }
  });

  it('has its keys in one order, whatever the order they were set in', () => {
    expect(json.render(reversed(rich) as Process)).toBe(json.render(rich));
    expect(json.render(rich)).toMatch(/^\{\n {2}"trackflow": 1,\n {2}"id": "customer",\n {2}"title": \{\n {4}"zh"/u);
    expect(
      [...new Set(keysOf(written(rich)))].filter(
        (key) => !isKnownKey(key) && !['trackflow', 'zh', 'en', 'line', 'column', 'iso', 'minutes'].includes(key),
      ),
    ).toEqual([]);
  });

  it('names files from the folder of the flow', () => {
    const at = (file: string): Span => ({ ...rich.span, file });
    const flow = (root: string): Process =>
      process({
        file: `${root}flows/a.flow.yaml`,
        sources: [`${root}flows/a.flow.yaml`, `${root}common/org.yaml`],
        span: at(`${root}flows/a.flow.yaml`),
        nodes: [
          node('s', {
            type: 'subflow',
            span: at(`${root}common/org.yaml`),
            flow: '../x.flow.yaml',
            child: { title: text('x', 'x'), file: `${root}x.flow.yaml`, ends: [] },
          }),
        ],
      });
    expect(json.render(flow('/somewhere/else/'))).toBe(json.render(flow('')));
    expect(written(flow('/somewhere/'))).toMatchObject({
      file: 'a.flow.yaml',
      sources: ['a.flow.yaml', '../common/org.yaml'],
      at: { file: 'a.flow.yaml' },
      nodes: [{ child: { file: '../x.flow.yaml' }, at: { file: '../common/org.yaml' } }],
    });
  });

  it.each([
    [{ hours: 4 }, 'PT4H', 240],
    [{ days: 1, hours: 12, minutes: 5 }, 'P1DT12H5M', 2165],
    [{ weeks: 2 }, 'P2W', 20_160],
    [{ years: 1, months: 6 }, 'P1Y6M', 784_800],
    [{}, 'PT0M', 0],
  ])('writes the duration %j', (parts, iso, minutes) => {
    const { edges } = written(process({ nodes: [], edges: [edge('a', 'b', { after: lasting(parts) })] })) as {
      edges: Any[];
    };
    expect(edges[0]?.['after']).toEqual({ iso, minutes });
  });
});
