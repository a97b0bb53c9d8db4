// Rules of the Acme company. An editor that reads the comment on types knows what `context` has.

/** @type {import('trackflow').Rule} */
const callBeforeVisit = {
  id: 'call-before-visit',
  group: 'customer',
  summary: 'A visit without a call before it',
  severity: 'warning',
  level: 'recommended',
  why: 'A customer who was not asked is not at home, and half a day is lost. Call first, and agree on a day.',
  bad: `trackflow: 1
title: Repair
nodes:
  start: {type: start, name: Machine fails, next: repair}
  repair: {name: Repair the machine, via: [visit], next: done} # ✗
  done: {type: end, name: Machine runs}
`,
  good: `trackflow: 1
title: Repair
nodes:
  start: {type: start, name: Machine fails, next: agree}
  agree: {name: Agree on a day, via: [phone], next: repair}
  repair: {name: Repair the machine, via: [visit], next: done}
  done: {type: end, name: Machine runs}
`,
  options: {
    channels: { kind: 'words', default: ['phone', 'email'], summary: 'Ways to ask' },
  },
  *check({ process, facts, options, at }) {
    for (const node of process.nodes) {
      if (!node.via.includes('visit')) continue;
      const before = facts.into(node.id).map(({ from }) => facts.node(from));
      if (before.some((step) => step?.via.some((channel) => options.channels.includes(channel)))) continue;
      yield { message: `Nobody asks the customer before "${node.id}".`, at: at(node, 'via'), hint: 'Call first.' };
    }
  },
};

export default { name: 'acme', rules: [callBeforeVisit] };
