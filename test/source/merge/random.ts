/**
 * Random flows in random styles, and random edits of single elements: what merges are tried on.
 *
 * A flow here is a model that knows how it is written, so that "both edits applied" can be had without any merge. Every edit puts a
 * word into the flow that stands nowhere else, or takes an element away.
 */

export interface Element {
  readonly id: string;
  readonly style: 'block' | 'flow';
  readonly comment: string | undefined;
  readonly gap: boolean;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Model {
  readonly nodes: readonly Element[];
  readonly owners: readonly Element[];
  readonly quotes: boolean;
}

/** Apply to a model; `touches` are the elements it may not share with the other side. */
export interface Change {
  readonly touches: string;
  readonly word: string | undefined;
  readonly apply: (model: Model) => Model;
}

export type Random = (below: number) => number;

/** mulberry32 */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function randomModel(draw: Random): Model {
  const count = 4 + draw(8);
  const id = (index: number): string => (draw(3) === 0 ? `步骤${String(index)}` : `step-${String(index)}`);
  const ids = Array.from({ length: count }, (_, index) => id(index));
  const element = (name: string, properties: Record<string, unknown>): Element => ({
    id: name,
    style: draw(2) === 0 ? 'flow' : 'block',
    comment: draw(3) === 0 ? `# about ${name} 说明` : undefined,
    gap: draw(2) === 0,
    properties,
  });
  const nodes = ids.map((name, index) =>
    element(name, {
      name: `Task ${String(index)}: 跟进`,
      owner: draw(2) === 0 ? 'sales' : 'ops',
      ...(draw(2) === 0 && { sla: '2h' }),
      ...(draw(2) === 0 && { via: ['phone', 'email'] }),
      ...(draw(2) === 0 && { steps: ['查重', 'Call "them"', 'a, b: c'] }),
      ...(draw(3) === 0 && {
        cadence: [
          { for: 'key', every: '1w' },
          { for: 'standard', every: '1mo' },
        ],
      }),
      next: ids[index + 1] ?? 'won',
    }),
  );
  return {
    nodes: [
      element('start', { type: 'start', owner: 'sales', next: ids[0] }),
      ...nodes,
      element('won', { type: 'end', owner: 'sales' }),
    ],
    owners: [element('sales', { name: '销售' }), element('ops', { name: 'Operations' })],
    quotes: draw(2) === 0,
  };
}

/** One change of a node; ids of new nodes and all words begin with `mark`, and so differ between the sides. */
export function randomChange(draw: Random, model: Model, mark: string): Change {
  const word = `${mark}${String(draw(1_000_000))}`;
  const tasks = model.nodes.filter(({ id }) => id !== 'start' && id !== 'won');
  const node = tasks[draw(tasks.length)] ?? model.nodes[0];
  if (node === undefined) throw new Error('a model has nodes');
  const set = (key: string, value: unknown): Change => ({
    touches: node.id,
    word,
    apply: edit(node.id, (element) => ({ ...element, properties: { ...element.properties, [key]: value } })),
  });
  switch (draw(9)) {
    case 0:
      return set('name', `名称 ${word}`);
    case 1:
      return set('description', `Says: ${word}`);
    case 2:
      return set('steps', [...listOf(node, 'steps'), `Step ${word}`]);
    case 3:
      return set('tools', [...listOf(node, 'tools'), word]);
    case 4:
      return set('inputs', [word, ...listOf(node, 'inputs')]);
    case 5: {
      // A new node between this one and the next.
      const next = node.properties['next'];
      const made: Element = {
        id: word,
        style: draw(2) === 0 ? 'flow' : 'block',
        comment: `# new ${word}`,
        gap: true,
        properties: { name: 'New', owner: 'ops', next },
      };
      return {
        touches: node.id,
        word,
        apply: (before) => {
          const changed = edit(node.id, (element) => ({
            ...element,
            properties: { ...element.properties, next: word },
          }))(before);
          const at = changed.nodes.findIndex(({ id }) => id === node.id) + 1;
          return { ...changed, nodes: changed.nodes.toSpliced(at, 0, made) };
        },
      };
    }
    case 6:
      return {
        touches: node.id,
        word: undefined,
        apply: edit(node.id, ({ properties: { via: _, sla: __, steps: ___, ...rest }, ...element }) => ({
          ...element,
          properties: rest,
        })),
      };
    case 7:
      return {
        touches: node.id,
        word,
        apply: edit(node.id, (element) => ({ ...element, comment: `# comment ${word}` })),
      };
    default: {
      // Written in the other style, and changed as well.
      const restyled = set('description', word);
      const other = node.style === 'flow' ? 'block' : 'flow';
      return {
        ...restyled,
        apply: (before) => edit(node.id, (element) => ({ ...element, style: other }))(restyled.apply(before)),
      };
    }
  }
}

function edit(id: string, change: (element: Element) => Element): Change['apply'] {
  return (model) => ({
    ...model,
    nodes: model.nodes.map((element) => (element.id === id ? change(element) : element)),
  });
}

function listOf({ properties }: Element, key: string): readonly unknown[] {
  const value = properties[key];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function dataOf(model: Model): unknown {
  const map = (elements: readonly Element[]): unknown =>
    Object.fromEntries(elements.map(({ id, properties }) => [id, properties]));
  return { trackflow: 1, title: 'Random', owners: map(model.owners), segments, nodes: map(model.nodes) };
}

const segments = { key: { name: 'Key', rule: 'large' }, standard: { name: 'Standard', rule: 'others' } };

export function textOf(model: Model): string {
  const scalar = (value: unknown): string =>
    typeof value === 'string' && (model.quotes || !/^[\p{L}\d-]+$/u.test(value))
      ? JSON.stringify(value)
      : String(value);
  const flow = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return scalar(value);
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}: ${flow(each)}`)
      .join(', ')}}`;
  };
  const block = (value: unknown, indent: string): string => {
    if (!Array.isArray(value)) return ` ${flow(value)}`;
    return value.map((each) => `\n${indent}- ${flow(each)}`).join('');
  };
  const written = ({ id, style, comment, gap, properties }: Element): string[] => [
    ...(gap ? [''] : []),
    ...(comment === undefined ? [] : [`  ${comment}`]),
    style === 'flow'
      ? `  ${id}: ${flow(properties)}`
      : [`  ${id}:`, ...Object.entries(properties).map(([key, value]) => `    ${key}:${block(value, '      ')}`)].join(
          '\n',
        ),
  ];
  return [
    '# yaml-language-server: $schema=./flow.schema.json',
    '',
    'trackflow: 1',
    'title: Random',
    'owners:',
    ...model.owners.flatMap(written),
    `segments: ${flow(segments)}`,
    'nodes:',
    ...model.nodes.flatMap(written),
    '# end of file',
    '',
  ].join('\n');
}
