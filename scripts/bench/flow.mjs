/** The process that is measured: thirty nodes, five lanes, four phases, with decisions, loops and data, as a real one has them. */
import { stringify } from 'yaml';

const owners = ['marketing', 'service', 'sales', 'delivery', 'support'];
const phases = ['attract', 'convert', 'deliver', 'retain'];

/** As `[id, properties]`; the last is the end. */
export function nodesOfBenchFlow(count = 30) {
  const id = (place) => `step-${place + 1}`;
  return Array.from({ length: count }, (_, place) => {
    const owner = owners[Math.floor(place / 3) % owners.length];
    const phase = phases[Math.min(phases.length - 1, Math.floor((place * phases.length) / count))];
    const common = { owner, phase };
    if (place === 0) return [id(place), { type: 'start', name: '营销活动启动', ...common, next: id(1) }];
    if (place === count - 1) return [id(place), { type: 'end', name: '客户持续合作', ...common, outcome: 'success' }];
    if (place % 6 === 5) {
      const next = [{ when: '信息完整并已确认', to: id(place + 1) }, { otherwise: id(place - 3) }];
      return [id(place), { type: 'decision', name: `第 ${place} 步是否通过？`, ...common, next }];
    }
    const detail = {
      sla: '4h',
      writes: ['crm.basic'],
      steps: ['核对客户姓名与联系方式', '录入需求摘要并选择客户类别'],
    };
    return [
      id(place),
      { name: `处理客户需求 ${place + 1}（review ${place + 1}）`, ...common, ...detail, next: id(place + 1) },
    ];
  });
}

export function benchFlow() {
  return stringify({
    trackflow: 1,
    title: '客户跟踪流程',
    language: 'zh',
    owners: Object.fromEntries(owners.map((owner) => [owner, { name: owner, kind: 'department' }])),
    phases: Object.fromEntries(phases.map((phase) => [phase, { name: phase }])),
    stores: {
      crm: { name: 'CRM 客户库', kind: 'database', fields: { basic: { name: 'personal', phone: 'personal' } } },
    },
    nodes: Object.fromEntries(nodesOfBenchFlow()),
  });
}

export function connections(nodes) {
  return nodes.flatMap(([from, { next }]) => {
    const branches = Array.isArray(next) ? next : next === undefined ? [] : [{ to: next }];
    return branches.map(({ when, to, otherwise }) => ({ from, to: to ?? otherwise, label: when ?? '' }));
  });
}
