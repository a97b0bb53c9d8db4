/**
 * Random edits of processes, as authors make them: steps put in, taken out, renamed, given to others; ways turned elsewhere; every other
 * property changed, given or taken away. The same seed makes the same edits.
 */
import type { Edge, Owner, Process, ProcessNode, Store } from '../../../src/model/process.js';
import type { Text } from '../../../src/model/text.js';
import { lasting, node as newNode } from '../../fixtures/process.js';
import { chance } from '../../lint/soundness/random-flows.js';

export interface Dice {
  below(count: number): number;
  one<T>(list: readonly T[]): T | undefined;
}

export function dice(seed: number): Dice {
  const random = chance(seed);
  const below = (count: number): number => Math.floor(random() * count);
  return { below, one: (list) => list[below(list.length)] };
}

const words = ['回访', '登记合同', '核对发票', '安排上门', '整理纪要', '更新台账', '发放问卷', '复盘会议'];
const english = ['Call back', 'File contract', 'Check invoice', 'Arrange visit', 'Take minutes', 'Update ledger'];

export const freshText = (roll: Dice): Text => ({
  zh: `${roll.one(words) ?? ''}${String(roll.below(90))}`,
  en: `${roll.one(english) ?? ''} ${String(roll.below(90))}`,
});

/** Some letters more or fewer, or a word put before. */
export function editedName(name: Text, roll: Dice): Text {
  const way = roll.below(3);
  return Object.fromEntries(
    Object.entries(name).map(([language, text]) => {
      if (language.startsWith('zh')) {
        if (way === 0) return [language, `${text}工作`];
        if (way === 1) return [language, `及时${text}`];
        return [language, text.length > 3 ? text.slice(0, -1) : `${text}事项`];
      }
      if (way === 0) return [language, `${text} again`];
      if (way === 1) return [language, `Quickly ${text.toLowerCase()}`];
      return [language, text.replace(/\b(the|a|an)\b/u, 'this')];
    }),
  );
}

export function renameId(process: Process, from: string, to: string): Process {
  const id = (of: string): string => (of === from ? to : of);
  return {
    ...process,
    nodes: process.nodes.map((node) => ({
      ...node,
      id: id(node.id),
      ...(node.timeout && { timeout: { ...node.timeout, to: id(node.timeout.to) } }),
    })),
    edges: numbered(process.edges.map((edge) => ({ ...edge, from: id(edge.from), to: id(edge.to) }))),
    kpis: process.kpis.map((kpi) => ({
      ...kpi,
      ...(kpi.from !== undefined && { from: id(kpi.from) }),
      ...(kpi.to !== undefined && { to: id(kpi.to) }),
    })),
  };
}

export function renameOwner(process: Process, from: string, to: string): Process {
  const id = (of: string): string => (of === from ? to : of);
  const opt = <K extends string>(key: K, of: string | undefined): Partial<Record<K, string>> =>
    of === undefined ? {} : ({ [key]: id(of) } as Record<K, string>);
  return {
    ...process,
    ...(process.document && {
      document: {
        ...process.document,
        ...opt('owner', process.document.owner),
        reviewers: process.document.reviewers.map(id),
        approvers: process.document.approvers.map(id),
      },
    }),
    owners: process.owners.map((owner) => ({
      ...owner,
      id: id(owner.id),
      members: owner.members.map(id),
      ...opt('parent', owner.parent),
    })),
    stores: process.stores.map((store) => ({
      ...store,
      ...opt('owner', store.owner),
      access: store.access.map((grant) => ({ ...grant, owner: id(grant.owner) })),
    })),
    kpis: process.kpis.map((kpi) => ({ ...kpi, ...opt('owner', kpi.owner) })),
    nodes: process.nodes.map((node) => ({
      ...node,
      ...opt('owner', node.owner),
      ...opt('accountable', node.accountable),
      consulted: node.consulted.map(id),
      informed: node.informed.map(id),
    })),
  };
}

export function numbered(edges: readonly Edge[]): readonly Edge[] {
  const counts = new Map<string, number>();
  return edges.map((edge) => {
    const base = `${edge.from}->${edge.to}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { ...edge, id: count === 1 ? base : `${base}#${String(count)}` };
  });
}

export function removeNode(process: Process, id: string): Process | undefined {
  const out = process.edges.filter(({ from }) => from === id);
  const [way] = out;
  if (out.length !== 1 || way === undefined || way.to === id || way.kind !== 'next') return undefined;
  return {
    ...process,
    nodes: process.nodes
      .filter((node) => node.id !== id)
      .map((node) => (node.timeout?.to === id ? { ...node, timeout: { ...node.timeout, to: way.to } } : node)),
    edges: numbered(
      process.edges.filter((edge) => edge !== way).map((edge) => (edge.to === id ? { ...edge, to: way.to } : edge)),
    ),
    kpis: process.kpis.map((kpi) => ({
      ...kpi,
      ...(kpi.from === id && { from: way.to }),
      ...(kpi.to === id && { to: way.to }),
    })),
  };
}

export function insertNode(process: Process, edge: Edge, node: ProcessNode): Process {
  return {
    ...process,
    nodes: [...process.nodes, node],
    edges: numbered(
      process.edges.flatMap((one) =>
        one === edge
          ? [
              { ...one, to: node.id },
              { ...one, from: node.id, when: undefined, otherwise: false, segments: [], carries: [] } as never,
            ]
          : [one],
      ),
    ).map(clean),
  };
}

function clean<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}

const tasks = (process: Process): readonly ProcessNode[] => process.nodes.filter(({ type }) => type === 'task');

export type Edit = (process: Process, roll: Dice) => Process | undefined;

const changeNode =
  (change: (node: ProcessNode, roll: Dice, process: Process) => object): Edit =>
  (process, roll) => {
    const chosen = roll.one(process.nodes);
    return {
      ...process,
      nodes: process.nodes.map((node) =>
        node === chosen ? clean<ProcessNode>({ ...node, ...change(node, roll, process) }) : node,
      ),
    };
  };

const changeEdge =
  (change: (edge: Edge, roll: Dice, process: Process) => object): Edit =>
  (process, roll) => {
    const chosen = roll.one(process.edges.filter(({ kind }) => kind === 'next'));
    return {
      ...process,
      edges: numbered(
        process.edges.map((edge) => (edge === chosen ? clean({ ...edge, ...change(edge, roll, process) }) : edge)),
      ),
    };
  };

const changeStore =
  (change: (store: Store, roll: Dice, process: Process) => object): Edit =>
  (process, roll) => {
    const chosen = roll.one(process.stores);
    return {
      ...process,
      stores: process.stores.map((store) =>
        store === chosen ? clean({ ...store, ...change(store, roll, process) }) : store,
      ),
    };
  };

const duration = (roll: Dice): object => lasting({ hours: 1 + roll.below(20) });
const anOwner = (process: Process, roll: Dice): Owner | undefined => roll.one(process.owners);

/** What leaves the process one that the compiler could have made. */
export const edits: Readonly<Record<string, Edit>> = {
  insert: (process, roll) => {
    const way = roll.one(process.edges.filter(({ kind }) => kind === 'next'));
    const id = `new${String(roll.below(10_000))}`;
    if (way === undefined || process.nodes.some((one) => one.id === id)) return undefined;
    const owner = anOwner(process, roll)?.id;
    return insertNode(
      process,
      way,
      newNode(id, { type: 'task', name: freshText(roll), ...(owner !== undefined && { owner }) }),
    );
  },
  remove: (process, roll) => removeNode(process, roll.one(tasks(process))?.id ?? ''),
  renameId: (process, roll) => {
    const node = roll.one(process.nodes);
    return node && renameId(process, node.id, `${node.id}_${String(roll.below(1000))}x`);
  },
  name: changeNode(({ name }, roll) => ({ name: editedName(name, roll) })),
  newName: changeNode((_, roll) => ({ name: freshText(roll) })),
  description: changeNode(({ description }, roll) => ({ description: description ? undefined : freshText(roll) })),
  owner: changeNode((_, roll, process) => ({ owner: anOwner(process, roll)?.id })),
  noOwner: changeNode(() => ({ owner: undefined })),
  accountable: changeNode((_, roll, process) => ({ accountable: anOwner(process, roll)?.id })),
  informed: changeNode(({ informed }, roll, process) => ({
    informed: informed.length > 0 ? [] : [anOwner(process, roll)?.id ?? ''].filter((id) => id !== ''),
  })),
  phase: changeNode((_, roll, process) => ({ phase: roll.one(process.phases)?.id })),
  sla: changeNode(({ sla }, roll) => ({ sla: sla && roll.below(2) === 0 ? undefined : duration(roll) })),
  effort: changeNode((_, roll) => ({ effort: duration(roll) })),
  steps: changeNode(({ steps }, roll) => ({
    steps: roll.below(2) === 0 ? steps.toReversed() : [...steps, freshText(roll)],
  })),
  outputs: changeNode((_, roll) => ({ outputs: [freshText(roll)] })),
  via: changeNode(() => ({ via: ['sms', 'post'] })),
  reads: changeNode((node, roll, process) => {
    const store = roll.one(process.stores);
    const group = roll.one(store?.groups ?? []);
    if (store === undefined) return {};
    return { reads: [{ store: store.id, ...(group && { group: group.id }), span: node.span }] };
  }),
  cadence: changeNode((_, roll, process) => ({
    cadence: [
      { ...(process.segments[0] && { segment: process.segments[0].id }), every: duration(roll), via: ['phone'] },
    ],
  })),
  risks: changeNode((_, roll) => ({ risks: [{ problem: freshText(roll), severity: 'high' }] })),
  timeout: (process, roll) => {
    const [chosen, to] = [roll.one(tasks(process)), roll.one(process.nodes)];
    if (chosen === undefined || to === undefined || to === chosen || to.type === 'start') return undefined;
    const after = lasting({ days: 1 + roll.below(9) });
    const gone = chosen.timeout !== undefined && roll.below(2) === 0;
    const edges = process.edges.filter(({ from, kind }) => from !== chosen.id || kind !== 'timeout');
    const span = chosen.span;
    const way = {
      id: '',
      from: chosen.id,
      to: to.id,
      kind: 'timeout',
      otherwise: false,
      segments: [],
      carries: [],
      after,
      span,
    } as const;
    return {
      ...process,
      nodes: process.nodes.map((node) =>
        node === chosen ? clean({ ...node, timeout: gone ? undefined : { after, to: to.id } } as ProcessNode) : node,
      ),
      edges: numbered(gone ? edges : [...edges, way]),
    };
  },
  rewire: changeEdge(({ to }, roll, process) => ({
    to: roll.one(process.nodes.filter(({ type }) => type !== 'start'))?.id ?? to,
  })),
  when: changeEdge(({ when }, roll) => ({ when: when && roll.below(3) === 0 ? undefined : freshText(roll) })),
  chance: changeEdge((_, roll) => ({ chance: roll.below(100) / 100 })),
  carries: changeEdge((_, roll) => ({ carries: [freshText(roll)] })),
  segments: changeEdge(({ segments }, roll, process) => ({
    segments: segments.length > 0 ? [] : [roll.one(process.segments)?.id ?? ''].filter((id) => id !== ''),
  })),
  branch: (process, roll) => {
    const [from, to] = [roll.one(process.nodes.filter(({ type }) => type === 'decision')), roll.one(tasks(process))];
    if (from === undefined || to === undefined) return undefined;
    const place = process.edges.findIndex((edge) => edge.from === from.id) + roll.below(2);
    const way = {
      id: '',
      from: from.id,
      to: to.id,
      kind: 'next',
      when: freshText(roll),
      otherwise: false,
      segments: [],
      carries: [],
      span: from.span,
    } as const;
    return { ...process, edges: numbered(process.edges.toSpliced(place, 0, way)) };
  },
  turnBranches: (process, roll) => {
    const from = roll.one(process.nodes.filter(({ type }) => type === 'decision'))?.id;
    const own = process.edges.filter((edge) => edge.from === from && edge.kind === 'next').toReversed();
    return {
      ...process,
      edges: numbered([...process.edges.filter((edge) => edge.from !== from || edge.kind !== 'next'), ...own]),
    };
  },
  shuffle: (process) => ({
    ...process,
    nodes: process.nodes.toReversed(),
    owners: process.owners.toReversed(),
    stores: process.stores.toReversed(),
    kpis: process.kpis.toReversed(),
    segments: process.segments.toReversed(),
  }),
  phases: (process, roll) => {
    const at = roll.below(process.phases.length + 1);
    const phase = {
      id: `phase${String(roll.below(1000))}`,
      name: freshText(roll),
      entry: [],
      exit: [],
      span: process.span,
    };
    const taken = process.phases.some(({ id }) => id === phase.id);
    return taken
      ? undefined
      : {
          ...process,
          phases: roll.below(2) === 0 ? process.phases.toReversed() : process.phases.toSpliced(at, 0, phase),
        };
  },
  ownerId: (process, roll) => {
    const owner = anOwner(process, roll);
    return owner && renameOwner(process, owner.id, `${owner.id}_${String(roll.below(1000))}x`);
  },
  newOwner: (process, roll) => {
    const id = `owner${String(roll.below(1000))}`;
    if (process.owners.some((one) => one.id === id)) return undefined;
    return {
      ...process,
      owners: [...process.owners, { id, name: freshText(roll), kind: 'role', members: [], span: process.span }],
    };
  },
  kpi: (process, roll) => {
    const [first, ...rest] = process.kpis;
    if (first === undefined || roll.below(3) === 0) return { ...process, kpis: rest };
    const target = { comparator: '<=', value: roll.below(50), unit: 'number' } as const;
    return { ...process, kpis: [{ ...first, target }, ...rest] };
  },
  access: changeStore(({ access, id: _ }, roll, process) => {
    const owner = anOwner(process, roll);
    if (owner === undefined || access.some((grant) => grant.owner === owner.id)) return { access: access.slice(1) };
    const grant = {
      owner: owner.id,
      create: true,
      read: true,
      update: roll.below(2) === 0,
      delete: false,
      span: owner.span,
    };
    return { access: [...access, grant] };
  }),
  field: changeStore(({ groups }, roll, process) => {
    const [first, ...rest] = groups;
    if (first === undefined) return {};
    const id = `field${String(roll.below(1000))}`;
    if (first.fields.some((field) => field.id === id)) return {};
    return {
      groups: [{ ...first, fields: [...first.fields, { id, sensitivity: 'public', span: process.span }] }, ...rest],
    };
  }),
  protection: changeStore(({ protection }, roll) => ({
    protection:
      protection && roll.below(2) === 0
        ? undefined
        : { encryption: ['at-rest'], retention: duration(roll), audit: roll.below(2) === 0 },
  })),
  title: (process, roll) => ({
    ...process,
    title: { ...process.title, zh: `${process.title['zh'] ?? ''}${String(roll.below(9))}` },
  }),
  goal: (process, roll) => ({ ...process, objective: { ...process.objective, goal: freshText(roll) } }),
  document: (process, roll) => ({
    ...process,
    document: {
      reviewers: [],
      approvers: [],
      related: [],
      ...process.document,
      version: `${String(roll.below(9))}.0.0`,
    },
  }),
};

/** Some edits one after another; what can't be done is left out. */
export function edited(process: Process, seed: number, most: number): Process {
  const roll = dice(seed);
  const names = Object.keys(edits);
  let result = process;
  for (let count = 1 + roll.below(most); count > 0; count -= 1) {
    result = edits[roll.one(names) ?? '']?.(result, roll) ?? result;
  }
  return result;
}
