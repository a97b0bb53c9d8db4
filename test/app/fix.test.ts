/**
 * Fixing: it ends, what is fixed is not found again, no comment is lost, and safely means that the process stays the same but for
 * what the rules mend.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fix, type Proposal, type Texts } from '../../src/app/fix.js';
import { lint } from '../../src/lint/run.js';
import type { Process } from '../../src/model/process.js';
import { commentsOf } from '../../src/source/index.js';
import { applied, compiled } from '../lint/support.js';

const file = 'f.flow.yaml';
const fixable = applied('strict').filter(({ rule }) => rule.fixable !== undefined);

function proposalsFor(text: string, kind: 'safe' | 'all'): readonly Proposal[] {
  const { process, locateIn } = compiled(file, { [file]: text });
  const found = lint(process, { rules: fixable, locateIn, vocabulary: { terms: [{ use: '客户', not: ['顾客'] }] } });
  return found.flatMap(({ code, proposed }) =>
    proposed && (kind === 'all' || proposed.safe) ? [{ rule: code, fix: proposed }] : [],
  );
}

async function mended(text: string, kind: 'safe' | 'all'): Promise<{ text: string; made: readonly Proposal[] }> {
  const { texts, made } = await fix({
    texts: new Map([[file, text]]),
    propose: (changed) => {
      try {
        return Promise.resolve(proposalsFor(changed.get(file) ?? '', kind));
      } catch {
        return Promise.resolve(undefined); // not valid
      }
    },
  });
  return { text: texts.get(file) ?? '', made };
}

describe('fixing', () => {
  const task = (name: string): Proposal => ({
    rule: 'r',
    fix: { title: 't', safe: true, changes: [{ kind: 'set', file, path: ['a'], value: name }] },
  });

  it('ends where rules undo what others do', async () => {
    const propose = (texts: Texts): Promise<readonly Proposal[]> =>
      Promise.resolve([task(texts.get(file) === 'a: x\n' ? 'y' : 'x')]);
    const { made } = await fix({ texts: new Map([[file, 'a: x\n']]), propose });
    expect(made.length).toBeLessThan(3);
  });

  it('leaves out what would make a valid flow invalid, and does the rest', async () => {
    const other: Proposal = {
      rule: 's',
      fix: { title: 't', safe: true, changes: [{ kind: 'set', file, path: ['b'], value: 2 }] },
    };
    const propose = (texts: Texts): Promise<readonly Proposal[] | undefined> => {
      const text = texts.get(file) ?? '';
      if (text.includes('broken')) return Promise.resolve(undefined);
      return Promise.resolve(text.includes('b: 2') ? [task('broken')] : [task('broken'), other]);
    };
    const { texts, made } = await fix({ texts: new Map([[file, 'a: x\nb: 1\n']]), propose });
    expect(texts.get(file)).toBe('a: x\nb: 2\n');
    expect(made).toEqual([other]);
  });

  it('makes one of two that meet, and then looks again', async () => {
    const propose = (texts: Texts): Promise<readonly Proposal[]> =>
      Promise.resolve(texts.get(file) === 'a: 1\n' ? [task('x'), task('y')] : []);
    const { texts, made } = await fix({ texts: new Map([[file, 'a: 1\n']]), propose });
    expect([texts.get(file), made.length]).toEqual(['a: x\n', 1]);
  });

  it('leaves files alone that it was not given', async () => {
    const elsewhere: Proposal = {
      rule: 'r',
      fix: { title: 't', safe: true, changes: [{ kind: 'set', file: 'org.yaml', path: ['a'], value: 1 }] },
    };
    const { made } = await fix({ texts: new Map([[file, 'a: 1\n']]), propose: () => Promise.resolve([elsewhere]) });
    expect(made).toEqual([]);
  });
});

/** Faults that rules can mend, put into a flow in the ways that authors write them. */
const name = fc.constantFrom(
  '核对订单',
  '核对订单。',
  'Call the customer',
  'CALL THE CUSTOMER',
  '回访顾客',
  'Check stock.',
  '登记线索；',
);
const comment = fc.constantFrom('', '', ' # 备注', ' # why: a, b');
const step = fc.record({
  name,
  comment,
  decision: fc.boolean(),
  twice: fc.boolean(),
  raci: fc.constantFrom('', 'accountable: sales', 'informed: [sales, ops]', 'consulted: [ops]'),
  block: fc.boolean(),
  data: fc.constantFrom('', 'writes: [crm.basic]', 'reads: [crm]'),
});
const flows = fc
  .record({ steps: fc.array(step, { minLength: 1, maxLength: 6 }), windows: fc.boolean(), unused: fc.boolean() })
  .map(({ steps, windows, unused }) => {
    const lines = [
      '# 流程',
      'trackflow: 1',
      'title: 客户跟踪',
      'owners:',
      '  sales: {name: 销售部} # 一线',
      '  ops: {name: 运营部}',
    ];
    if (unused) lines.push('  # nobody', '  spare: {name: 备用}');
    lines.push(
      'stores:',
      '  crm:',
      '    name: CRM',
      '    fields: {basic: {phone: personal}}',
      '    access: {ops: r} # 只读',
    );
    lines.push('nodes:', '  start: {type: start, name: 开始登记, owner: sales, next: s0}');
    steps.forEach((each, index) => {
      const id = `s${String(index)}`;
      const next = index + 1 < steps.length ? `s${String(index + 1)}` : 'done';
      const extra = [each.raci, each.data].filter((part) => part !== '');
      const label = JSON.stringify(each.name);
      if (each.decision) {
        const branches = [`{when: 是, to: ${next}}`, `{when: 否, to: lost}`];
        if (each.twice) branches.push(`{when: 是, to: ${next}}`);
        if (each.block) {
          lines.push(
            `  ${id}:${each.comment}`,
            '    type: decision',
            '    name: 是否继续？',
            '    owner: sales',
            '    next:',
          );
          for (const branch of branches) lines.push(`      - ${branch}${each.comment}`);
        } else
          lines.push(
            `  ${id}: {type: decision, name: 是否继续？, owner: sales, next: [${branches.join(', ')}]}${each.comment}`,
          );
      } else if (each.block) {
        lines.push(`  ${id}:${each.comment}`, `    name: ${label}${each.comment}`, '    owner: sales');
        lines.push(...extra.map((part) => `    ${part}${each.comment}`), `    next: ${next}`);
      } else
        lines.push(`  ${id}: {name: ${label}, owner: sales, ${[...extra, `next: ${next}`].join(', ')}}${each.comment}`);
    });
    lines.push(
      '  done: {type: end, name: 成交, owner: sales, outcome: success}',
      '  lost: {type: end, name: 流失, owner: sales, outcome: failure}',
    );
    return `${lines.join(windows ? '\r\n' : '\n')}\n`;
  })
  // Without a decision the flow never comes to `lost`, which is another matter.
  .filter((text) => text.includes('type: decision'));

const commentsIn = (text: string): readonly string[] =>
  commentsOf(text)
    .map((each) => each.text.trim())
    .sort();

/** What a process does, without words and without what is said twice. */
function meaning({ nodes, edges, owners }: Process): unknown {
  return {
    owners: owners.map(({ id }) => id),
    nodes: nodes.map(({ id, type, owner, reads, writes }) => ({
      id,
      type,
      owner,
      data: [...reads, ...writes].map(({ store, group, field }) => [store, group, field]),
    })),
    edges: [
      ...new Set(edges.map(({ from, to, kind, when, otherwise }) => JSON.stringify([from, to, kind, when, otherwise]))),
    ],
  };
}

it('of any flow keeps its comments and, if safe, its meaning; and nothing is left to fix', async () => {
  let fixed = 0;
  await fc.assert(
    fc.asyncProperty(flows, fc.constantFrom('safe' as const, 'all' as const), async (text, kind) => {
      const { text: after, made } = await mended(text, kind);
      fixed += made.length;
      expect(commentsIn(after), after).toEqual(commentsIn(text));
      expect(proposalsFor(after, kind), after).toEqual([]);
      if (kind === 'safe') {
        expect(meaning(compiled(file, { [file]: after }).process)).toEqual(
          meaning(compiled(file, { [file]: text }).process),
        );
      }
      expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
    }),
    { numRuns: 500 },
  );
  expect(fixed).toBeGreaterThan(500);
}, 120_000);
