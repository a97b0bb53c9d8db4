/** What matrices say of a process. */
import { describe, expect, it } from 'vitest';
import { matrixIds, type Matrix, type MatrixCell, type MatrixId } from '../../src/model/matrix.js';
import type { Process } from '../../src/model/process.js';
import { matrices, tabulate } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { edge, lasting, node, owner, process, rich, span, text } from '../fixtures/process.js';

const zh = (of: Process, id: MatrixId): Matrix => tabulate(of, id, { language: 'zh' });
const said = ({ marks, lines }: MatrixCell): string => [...marks.map((one) => one.text), ...lines].join(' ');
const rows = ({ groups }: Matrix): string[][] =>
  groups.flatMap((group) => group.rows.map(({ cells }) => cells.map(said)));

/** The cell of a row and a column, by their ids. */
function at(matrix: Matrix, row: string, column: string): string {
  const index = matrix.columns.findIndex(({ id }) => id === column);
  const cells = matrix.groups.flatMap((group) => group.rows).find(({ id }) => id === row)?.cells;
  return said(cells?.[index] ?? { marks: [], lines: ['no such cell'] });
}

it('has one for each id of the model, in that order', () => {
  expect(matrices.map(({ id }) => id)).toEqual(matrixIds);
});

describe.each(examples.flatMap(([path, flow]) => flow.languages.map((language) => [path, language, flow] as const)))(
  '%s in %s',
  (_, language, flow) => {
    it.each(matrixIds)('%s has a cell for each column, and says nothing on several lines', (id) => {
      const matrix = tabulate(flow, id, { language });
      const cells = matrix.groups.flatMap((group) => group.rows.map((row) => row.cells));
      expect(cells.filter(({ length }) => length !== matrix.columns.length)).toEqual([]);
      const texts = cells.flat().flatMap(({ marks, lines }) => [...marks.map((one) => one.text), ...lines]);
      expect(texts.filter((one) => one === '' || /[\n\r]/u.test(one))).toEqual([]);
      expect(matrix.empty === undefined).toBe(cells.length > 0);
      expect(new Set(matrix.columns.map((column) => column.id)).size).toBe(matrix.columns.length);
    });
  },
);

describe('a process that says nothing', () => {
  const bare = process({ nodes: [node('a', { type: 'start' }), node('b', { type: 'end' })] });

  it.each(matrixIds)('%s says so instead of failing', (id) => {
    const { empty, groups, legend, notes } = zh(bare, id);
    expect(empty).toMatch(/。$/u);
    expect([groups, legend, notes]).toEqual([[], [], []]);
    expect(tabulate(bare, id, { language: 'en' }).empty).toMatch(/^[A-Z].*\.$/u);
  });
});

describe('raci', () => {
  it('has the letters of everyone, whoever does a step answering for it where nobody else is named', () => {
    const matrix = zh(rich, 'raci');
    expect(at(matrix, 'call', 'sales-rep')).toBe('R');
    expect(at(matrix, 'call', 'sales-lead')).toBe('A');
    expect(at(matrix, 'call', 'service')).toBe('C I');
    expect(at(matrix, 'capture', 'service')).toBe('R A');
    // A customer does not answer to us for what they do.
    expect(at(matrix, 'reply', 'customer')).toBe('R');
    // One for the default, one for the step of a machine.
    expect(matrix.notes).toHaveLength(2);
  });

  it('makes no machine answer for anything: its department does, else it is said that nobody does', () => {
    const flow = (parent?: string): Process =>
      process({
        owners: [
          owner('it', { members: parent === undefined ? [] : ['erp'] }),
          owner('erp', { kind: 'system', ...(parent !== undefined && { parent }) }),
        ],
        nodes: [node('bill', { type: 'task', owner: 'erp' }), node('check', { type: 'task', owner: 'it' })],
      });
    expect([at(zh(flow('it'), 'raci'), 'bill', 'erp'), at(zh(flow('it'), 'raci'), 'bill', 'it')]).toEqual(['R', 'A']);
    expect(zh(flow('it'), 'raci').notes).toHaveLength(2);
    expect(at(zh(flow(), 'raci'), 'bill', 'erp')).toBe('R');
    expect(zh(flow(), 'raci').notes.at(-1)).toBe('由系统完成、尚未指定最终责任人（A）的环节：bill。');
  });

  it('has exactly one A for each step that we do', () => {
    for (const [, flow] of examples) {
      const external = new Set(
        flow.owners.filter(({ kind }) => ['customer', 'partner', 'system'].includes(kind)).map(({ id }) => id),
      );
      const { groups } = zh(flow, 'raci');
      for (const row of groups.flatMap((group) => group.rows)) {
        const step = flow.nodes.find(({ id }) => id === row.id);
        const count = row.cells.flatMap(({ marks }) => marks).filter((one) => one.text === 'A').length;
        const ours = step?.accountable !== undefined || !external.has(step?.owner ?? '');
        expect([row.id, count]).toEqual([row.id, ours ? 1 : 0]);
      }
    }
  });

  it('has steps by phase, departments above their members, and names steps without owner', () => {
    const matrix = zh(
      { ...rich, nodes: [...rich.nodes, node('lone', { type: 'task', name: text('无主', 'Lone') })] },
      'raci',
    );
    expect(matrix.groups.map(({ heading }) => heading)).toEqual(['获客', '转化', '维系']);
    expect(matrix.columns.filter(({ group }) => group === '销售部').map(({ id }) => id)).toEqual([
      'sales',
      'sales-rep',
      'sales-lead',
    ]);
    expect(matrix.notes.join('')).toContain('无主');
  });

  it('of a part has the steps of that part', () => {
    const matrix = tabulate(rich, 'raci', { language: 'zh', filter: { owner: 'support' } });
    expect(rows(matrix)).toEqual([['售后服务', 'R A']]);
    expect(matrix.title).toContain('售后团队');
  });
});

describe('crud', () => {
  const store = (access: Process['stores'][number]['access']): Process['stores'][number] => ({
    id: 'db',
    span,
    name: text('库', 'Store'),
    kind: 'database',
    groups: [{ id: 'g', name: text('组', 'Group'), span, fields: [{ id: 'f', sensitivity: 'internal', span }] }],
    access,
  });
  const grant = (id: string, letters: string) => ({
    owner: id,
    create: letters.includes('c'),
    read: letters.includes('r'),
    update: letters.includes('u'),
    delete: letters.includes('d'),
    span,
  });
  const uses = (id: string, how: 'reads' | 'writes') =>
    node(`${id}-${how}`, { type: 'task', owner: id, [how]: [{ store: 'db', span }] });
  const flow = (access: Process['stores'][number]['access'], ...nodes: Process['nodes']): Matrix =>
    zh(
      process({
        owners: [
          owner('dept', { members: ['member', 'other'] }),
          owner('member', { parent: 'dept' }),
          owner('other', { parent: 'dept' }),
          owner('alone'),
        ],
        stores: [store(access)],
        nodes,
      }),
      'crud',
    );

  it('tells rights that are used from those that lie idle, by letters alone', () => {
    const matrix = flow([grant('alone', 'crud')], uses('alone', 'reads'));
    expect(at(matrix, 'alone', 'db')).toBe('(C) R (U) (D)');
    expect(at(flow([grant('alone', 'cru')], uses('alone', 'writes')), 'alone', 'db')).toBe('C (R) U');
  });

  it('marks what is used without a right', () => {
    expect(at(flow([grant('member', 'r')], uses('alone', 'reads')), 'alone', 'db')).toBe('R!');
    expect(at(flow([grant('alone', 'r')], uses('alone', 'writes')), 'alone', 'db')).toBe('(R) W!');
    expect(at(flow([], uses('alone', 'reads')), 'alone', 'db')).toBe('R?');
  });

  it('gives members the rights of their department, and a department those of the member who does it', () => {
    expect(at(flow([grant('dept', 'ru')], uses('member', 'reads')), 'member', 'db')).toBe('R');
    expect(at(flow([grant('dept', 'ru')], uses('member', 'reads')), 'dept', 'db')).toBe('R (U)');
    expect(at(flow([grant('member', 'r')], uses('dept', 'reads')), 'dept', 'db')).toBe('R');
    expect(at(flow([grant('member', 'r')], uses('other', 'reads')), 'other', 'db')).toBe('R!');
  });

  it('says which groups, and which records', () => {
    expect(at(zh(rich, 'crud'), 'sales-rep', 'crm')).toBe('C R U 读：phone 仅限：本人客户');
  });
});

describe('kpi', () => {
  it('says what is not set', () => {
    const [row] = rows(
      zh(process({ nodes: [], kpis: [{ id: 'x', span, name: text('满意度', 'Joy'), measure: 'custom' }] }), 'kpi'),
    );
    expect(row).toEqual(['满意度', '未规定', '未规定', '', '', '未规定', '未规定']);
  });
});

describe('cadence', () => {
  it('has segments with their plans, and says which have none of their own', () => {
    const matrix = zh(rich, 'cadence');
    expect(matrix.groups.map(({ heading, detail }) => [heading, detail])).toEqual([
      ['重点客户', '年采购不低于 50 万元'],
      ['普通客户', ''],
      ['所有客户', ''],
    ]);
    expect(rows(matrix)).toEqual([
      ['电话跟进', '销售代表', '', '每周', '每周', '需求进展'],
      ['没有专门的跟进计划，适用“所有客户”的计划', '', '', '', '', ''],
      ['电话跟进', '销售代表', '每季度', '', '', ''],
    ]);
  });
});

describe('controls', () => {
  const cellsOf = (said: Partial<Process['stores'][number]>): readonly MatrixCell[] => {
    const store: Process['stores'][number] = {
      id: 'db',
      span,
      name: text('库', 'Store'),
      kind: 'file',
      groups: [{ id: 'g', span, fields: [{ id: 'f', sensitivity: 'personal', span }] }],
      access: [],
      ...said,
    };
    return zh(process({ nodes: [], stores: [store] }), 'controls').groups[0]?.rows[0]?.cells ?? [];
  };

  it('marks what a store with data about persons leaves open, and not what another does', () => {
    const open = (sensitivity: 'personal' | 'internal'): readonly string[] =>
      cellsOf({
        groups: [{ id: 'g', span, fields: [{ id: 'f', sensitivity, span }] }],
        protection: { encryption: ['at-rest'], audit: false },
      }).flatMap(({ marks }) => marks.map((one) => `${one.text} ${one.tone}`));
    expect(open('internal')).toEqual(['✓ good']);
    expect(open('personal')).toEqual([
      '✓ good',
      ...Array.from({ length: 4 }, () => '须规定 warning'),
      '须启用 bad',
      ...Array.from({ length: 2 }, () => '须规定 warning'),
    ]);
  });

  it('begins our words with a capital, and leaves those of the author', () => {
    const store: Process['stores'][number] = {
      ...{ id: 'db', span, name: { en: 'Store' }, kind: 'file', groups: [], access: [] },
      protection: { encryption: [], backup: { every: lasting({ days: 1 }), to: { en: 'vault' } } },
    };
    const matrix = tabulate(process({ nodes: [], stores: [store] }), 'controls', { language: 'en' });
    expect([at(matrix, 'db', 'backup'), at(matrix, 'db', 'backup-to')]).toEqual(['Every day', 'vault']);
  });

  it('asks for no encryption of paper, unless it names one', () => {
    const encryption = (...said: ('at-rest' | 'in-transit')[]): readonly string[] =>
      cellsOf({ kind: 'document', protection: { encryption: said } })
        .slice(3, 5)
        .flatMap(({ marks, lines }) => [...marks.map((one) => one.text), ...lines]);
    expect(encryption()).toEqual(['不适用', '不适用']);
    expect(encryption('at-rest')).toEqual(['✓', '须规定']);
    expect(cellsOf({ kind: 'document' }).filter(({ marks }) => marks.length > 0)).toHaveLength(6);
  });
});

describe('kpi', () => {
  it('says what is not set', () => {
    const [row] = rows(
      zh(process({ nodes: [], kpis: [{ id: 'x', span, name: text('满意度', 'Joy'), measure: 'custom' }] }), 'kpi'),
    );
    expect(row).toEqual(['满意度', '未规定', '未规定', '', '', '未规定', '未规定']);
  });
});

describe('cadence', () => {
  it('has segments with their plans, and says which have none of their own', () => {
    const matrix = zh(rich, 'cadence');
    expect(matrix.groups.map(({ heading, detail }) => [heading, detail])).toEqual([
      ['重点客户', '年采购不低于 50 万元'],
      ['普通客户', ''],
      ['所有客户', ''],
    ]);
    expect(rows(matrix)).toEqual([
      ['电话跟进', '销售代表', '', '每周', '每周', '需求进展'],
      ['没有专门的跟进计划，适用“所有客户”的计划', '', '', '', '', ''],
      ['电话跟进', '销售代表', '每季度', '', '', ''],
    ]);
  });
});

describe('controls', () => {
  it('marks what a store with data about persons leaves open, and not what another does', () => {
    const open = (sensitivity: 'personal' | 'internal'): readonly string[] => {
      const [group] = zh(
        process({
          nodes: [],
          stores: [
            {
              id: 'db',
              span,
              name: text('库', 'Store'),
              kind: 'file',
              groups: [{ id: 'g', span, fields: [{ id: 'f', sensitivity, span }] }],
              access: [],
              protection: { encryption: ['at-rest'], audit: false },
            },
          ],
        }),
        'controls',
      ).groups;
      return (group?.rows[0]?.cells ?? []).flatMap(({ marks }) => marks.map((one) => `${one.text} ${one.tone}`));
    };
    expect(open('internal')).toEqual(['✓ good']);
    expect(open('personal')).toEqual([
      '✓ good',
      ...Array.from({ length: 4 }, () => '须规定 warning'),
      '须启用 bad',
      ...Array.from({ length: 2 }, () => '须规定 warning'),
    ]);
  });
});

describe('kpi', () => {
  const measuredAs = (said: Partial<Process['kpis'][number]>): readonly string[] => {
    const one: Process['kpis'][number] = { id: 'k', span, name: text('率', 'Rate'), measure: 'volume', ...said };
    const nodes = [node('a', { type: 'task' }), node('b', { type: 'task' })];
    return rows(zh(process({ nodes, kpis: [one] }), 'kpi'))[0]?.slice(2, 5) ?? [];
  };

  it.each([
    [{ from: 'a', to: 'a' }, ['统计周期内到达“a”的数量', 'a', '']],
    [{ to: 'b' }, ['统计周期内到达“b”的数量', '', 'b']],
    [{ from: 'a', to: 'b' }, ['统计周期内经过“a”并到达“b”的数量', 'a', 'b']],
    [{ measure: 'duration', from: 'a', to: 'a' }, ['“a”的用时', 'a', '']],
    [{ measure: 'rework', from: 'a' }, ['不止一次到达“a”的数量 ÷ 到达“a”的数量', 'a', '']],
    [{ measure: 'conversion', from: 'a', to: 'b' }, ['到达“b”的数量 ÷ 到达“a”的数量', 'a', 'b']],
  ] as const)('%j', (said, expected) => {
    expect(measuredAs(said)).toEqual(expected);
  });
});

describe('data dictionary', () => {
  it('says of each field who writes and reads it where, by whatever name the step calls the place', () => {
    const matrix = zh(rich, 'data-dictionary');
    expect(at(matrix, 'crm.basic.phone', 'read-by')).toBe('销售代表：电话跟进');
    expect(at(matrix, 'crm.basic.name', 'read-by')).toBe('本流程未读取');
    expect(at(matrix, 'crm.deal.amount', 'written-by')).toBe('销售代表：电话跟进');
    expect(at(matrix, 'crm.basic.name', 'written-by')).toBe('客服部：登记线索 销售代表：电话跟进');
  });
});

it('the data dictionary explains each sensitivity that it marks, in other words than the mark', () => {
  const fields = (['personal', 'sensitive', 'confidential'] as const).map((sensitivity) => ({
    id: sensitivity,
    sensitivity,
    span,
  }));
  const flow = process({
    stores: [
      { id: 'db', span, name: text('库', 'Store'), kind: 'database', groups: [{ id: 'g', span, fields }], access: [] },
    ],
    nodes: [node('a', { type: 'task' })],
  });
  expect(zh(flow, 'data-dictionary').legend.map(({ mark, text: said }) => [mark.text, said])).toEqual([
    ['敏感个人信息', '须依法保护'],
    ['个人信息', '须依法保护'],
    ['机密', '不得外传'],
  ]);
});

describe('handoffs', () => {
  it('passes over what belongs to nobody, and leaves out what stays with its owner', () => {
    const flow = process({
      owners: [owner('a'), owner('b'), owner('c', { kind: 'customer' })],
      nodes: [
        node('one', { type: 'task', owner: 'a', outputs: [text('记录', 'Record')] }),
        node('fork', { type: 'fork' }),
        node('two', { type: 'task', owner: 'b', sla: lasting({ days: 1 }), via: ['phone'] }),
        node('three', { type: 'task', owner: 'a' }),
        node('four', { type: 'decision', owner: 'c' }),
        node('end', { type: 'end', owner: 'a' }),
      ],
      edges: [
        edge('one', 'fork'),
        edge('fork', 'two'),
        edge('fork', 'three'),
        edge('two', 'four', { carries: [text('报价', 'Quote')] }),
        edge('four', 'end'),
      ],
    });
    expect(rows(zh(flow, 'handoffs'))).toEqual([
      ['a', 'one', 'b', 'two', '', '记录', '', '1 天'],
      ['b', 'two', 'c', 'four', '', '报价', '电话', ''],
      ['c', 'four', 'a', 'end', '', '未规定', '', ''],
    ]);
  });

  it('begins our words with a capital, and leaves those of the author', () => {
    const flow = process({
      owners: [owner('a'), owner('b')],
      nodes: [
        node('ask', { type: 'decision', owner: 'a' }),
        ...['one', 'two', 'late'].map((id) => node(id, { type: 'task', owner: 'b' })),
      ],
      edges: [
        edge('ask', 'one', { when: { en: 'wants a discount' } }),
        edge('ask', 'two', { otherwise: true }),
        edge('ask', 'late', { kind: 'timeout', after: lasting({ days: 1 }) }),
      ],
    });
    expect(rows(tabulate(flow, 'handoffs', { language: 'en' })).map((row) => row[4])).toEqual([
      'wants a discount',
      'Otherwise',
      'After 1 day',
    ]);
  });

  it('goes to whoever closes the case, but not to a customer whom the process merely leaves', () => {
    const flow = process({
      owners: [owner('a'), owner('b'), owner('c', { kind: 'customer' })],
      nodes: [
        node('ask', { type: 'decision', owner: 'a' }),
        node('settled', { type: 'end', owner: 'b' }),
        node('gone', { type: 'end', owner: 'c' }),
        node('served', { type: 'end', owner: 'c', outputs: [text('回执', 'Receipt')] }),
        node('told', { type: 'end', owner: 'c' }),
      ],
      edges: [
        edge('ask', 'settled'),
        edge('ask', 'gone'),
        edge('ask', 'served'),
        edge('ask', 'told', { carries: [text('通知', 'Notice')] }),
      ],
    });
    expect(rows(zh(flow, 'handoffs')).map((row) => row[3])).toEqual(['settled', 'served', 'told']);
  });

  it('an overdue step hands over the unfinished case, never the result that it has not made', () => {
    const flow = process({
      owners: [owner('a'), owner('b')],
      nodes: [
        node('one', { type: 'task', owner: 'a', outputs: [text('记录', 'Record')] }),
        node('two', { type: 'task', owner: 'b' }),
      ],
      edges: [edge('one', 'two'), edge('one', 'two', { id: 'late', kind: 'timeout', after: lasting({ days: 1 }) })],
    });
    expect(rows(zh(flow, 'handoffs')).map((row) => row[5])).toEqual(['记录', '未完成的事项']);
    expect(rows(tabulate(flow, 'handoffs', { language: 'en' })).map((row) => row[5])).toEqual([
      'Record',
      'The unfinished case',
    ]);
  });

  it('passes over forks and joins of which nothing is said, and keeps those that are called something', () => {
    const flow = (name: string): Process =>
      process({
        owners: [owner('a'), owner('b')],
        nodes: [
          node('one', { type: 'task', owner: 'a' }),
          node('ready', { type: 'join', owner: 'b', name: { zh: name } }),
          node('two', { type: 'task', owner: 'b' }),
        ],
        edges: [edge('one', 'ready'), edge('ready', 'two', { carries: [text('图纸', 'Drawing')] })],
      });
    expect(rows(zh(flow('ready'), 'handoffs')).map((row) => [...row.slice(0, 4), row[5]])).toEqual([
      ['a', 'one', 'b', 'two', '图纸'],
    ]);
    expect(rows(zh(flow('资料齐备'), 'handoffs')).map((row) => row[3])).toEqual(['资料齐备']);
  });

  it('of a part knows of the neighbours what it knows of them in the whole', () => {
    const whole = new Set(rows(zh(rich, 'handoffs')).map((row) => row.join(' | ')));
    const part = rows(tabulate(rich, 'handoffs', { language: 'zh', filter: { owner: 'service' } }));
    expect(part).toContainEqual(['客户', '收到咨询', '客服部', '登记线索', '', '联系方式', '电话、网站', '2 小时']);
    expect(part).toContainEqual(['客服部', '登记线索', '销售代表', '同时进行', '', '有效线索 来源记录', '', '']);
    expect(part.filter((row) => !whole.has(row.join(' | ')))).toEqual([]);
  });

  it('names the stores that both sides use, and escalations', () => {
    const matrix = zh(rich, 'handoffs');
    expect(rows(matrix)).toContainEqual([
      '销售代表',
      '电话跟进',
      '销售部',
      '审批折扣',
      '超时 2 天',
      '未完成的事项',
      '',
      '未规定',
    ]);
  });
});
