/** Random views, nastier than real ones: many branches, loops anywhere, long labels, jumps between lanes and phases. */
import type { View, ViewEdge, ViewNode } from '../../src/model/view.js';

export interface RandomViewOptions {
  readonly seed: number;
  readonly nodes: number;
  readonly lanes: number;
  readonly phases: number;
  readonly direction: View['direction'];
}

const verbs = ['提交', '审核', '录入', '复核', '通知', '归档', '验收', '评估', '登记', '发布'];
const objects = ['订单', '合同', '发票', '客户资料', '数据', '报告', '账单', '工单'];
const conditions = ['是', '否', '需要更换对接人并重新评估客户的需求', 'Within the limits', '其他'];

export function randomView({ seed, nodes: count, lanes, phases, direction }: RandomViewOptions): View {
  let state = seed >>> 0;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const below = (n: number): number => Math.floor(random() * n);
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';

  let lane = 0;
  const nodes = Array.from({ length: count }, (_, index): ViewNode => {
    if (random() < 0.4) lane = below(Math.max(1, lanes));
    const type = typeFor(index, count, random());
    const phase = Math.min(
      phases - 1,
      Math.max(0, Math.floor((index / count) * phases + (random() < 0.1 ? random() * 2 - 1 : 0))),
    );
    const name = index % 17 === 3 ? 'A rather long English activity name that wraps' : pick(verbs) + pick(objects);
    return {
      id: `n${index}`,
      type,
      name: type === 'decision' ? `${name}？` : name,
      caption: lanes === 0 ? '销售部' : '',
      badges: random() < 0.3 ? [{ kind: 'sla', text: '4小时', title: '4小时内完成' }] : [],
      hue: lane,
      tip: name,
      ...(lanes === 0 ? {} : { lane: `l${lane}` }),
      ...(phases === 0 ? {} : { phase: `p${phase}` }),
    };
  });

  const edges: ViewEdge[] = [];
  const known = new Map<string, number>();
  const connect = (from: number, to: number, label: string, kind: ViewEdge['kind'], main: boolean): void => {
    const pair = `n${from}->n${to}`;
    const repeat = (known.get(pair) ?? 0) + 1;
    known.set(pair, repeat);
    const id = repeat === 1 ? pair : `${pair}#${repeat}`;
    edges.push({ id, from: `n${from}`, to: `n${to}`, kind, label, main, otherwise: false });
  };
  nodes.forEach(({ type }, index) => {
    if (type === 'end') return;
    const branches =
      type === 'decision'
        ? 2 + Math.floor(random() * random() * 5)
        : type === 'fork'
          ? 2 + below(3)
          : type === 'subflow'
            ? 1 + below(2)
            : 1;
    for (let branch = 0; branch < branches; branch++) {
      const back = random() < 0.15 && index > 1;
      const ahead = branch === 0 ? 1 : 1 + Math.floor((random() * random() * count) / 3);
      const to = back ? Math.max(1, index - 1 - below(8)) : Math.min(count - 1, index + ahead);
      connect(index, to, branches > 1 && type !== 'fork' ? pick(conditions) : '', 'next', branch === 0);
    }
    if ((type === 'task' || type === 'wait') && random() < 0.1)
      connect(index, 1 + below(count - 1), '超时 2 天', 'timeout', false);
    if (type === 'task' && random() < 0.03) connect(index, index, '重试', 'next', false);
  });
  const uses = (key: 'lane' | 'phase', id: string): boolean => nodes.some((node) => node[key] === id);
  return {
    id: lanes === 0 && phases === 0 ? 'flow' : 'swimlane',
    processId: 'random',
    language: 'zh',
    title: `随机流程 ${seed}`,
    subtitle: '版本 1.0.0',
    description: '',
    direction,
    lanes: Array.from({ length: lanes }, (_, index) => ({
      id: `l${index}`,
      name: `部门 ${index}`,
      hue: index,
      external: index === 0,
      ...(index === 1 || index === 2 ? { group: { id: 'g', name: '事业部' } } : {}),
    })).filter(({ id }) => uses('lane', id)),
    phases: Array.from({ length: phases }, (_, index) => ({ id: `p${index}`, name: `阶段 ${index}` })).filter(
      ({ id }) => uses('phase', id),
    ),
    nodes,
    edges,
    legend: [{ kind: 'task', text: '活动' }],
  };
}

function typeFor(index: number, count: number, chance: number): ViewNode['type'] {
  if (index === 0) return 'start';
  if (index === count - 1 || chance < 0.04) return 'end';
  if (chance < 0.25) return 'decision';
  if (chance < 0.3) return 'fork';
  if (chance < 0.35) return 'join';
  if (chance < 0.4) return 'wait';
  return chance < 0.45 ? 'subflow' : 'task';
}
