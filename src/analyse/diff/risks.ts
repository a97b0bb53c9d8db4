/**
 * Difference → what a reviewer should not overlook: safeguards that are gone, rights that have grown, ways round an approval.
 *
 * Each finder looks at one list of the difference; the order of `riskIds` is the order of gravity. A safeguard that goes with the
 * whole element is told where it leaves a gap: an approval, an escalation of a step that stays, a KPI; not the encryption of a store
 * that is gone.
 */
import {
  changeOf,
  elementChanges,
  riskIds,
  type Difference,
  type ElementChange,
  type Named,
  type PropertyChange,
  type RiskFlag,
  type RiskId,
  type Unsoundness,
} from '../../model/difference.js';
import type { Process, Risk, Sensitivity } from '../../model/process.js';
import { sensitivities } from '../../model/process.js';
import type { Duration } from '../../model/quantity.js';
import { say, type Language, type Text } from '../../model/text.js';
import { bypasses } from './bypass.js';
import { sharedDuties } from './duties.js';
import { saysAll as allIn } from './opposites.js';
import { weakerGuards } from './guards.js';
import { isPersonal, newPersonalData } from './personal.js';
import type { Compared } from './pairing.js';
import { turnedRoutes } from './routes.js';
import { newRights } from './sheet.js';

/** What is unsound, and at which step. */
export interface Verdicts {
  readonly before: readonly Verdict[];
  readonly after: readonly Verdict[];
}

export interface Verdict {
  readonly problem: Unsoundness;
  /** Node id. */
  readonly node: string;
}

export function risksOf(difference: Difference, compared: Compared, verdicts?: Verdicts): readonly RiskFlag[] {
  const found = [
    ...soundness(compared, verdicts),
    ...steps(difference),
    ...bypasses(compared),
    ...sharedDuties(compared),
    ...turnedRoutes(difference, compared),
    ...weakerGuards(difference, compared),
    ...ways(difference, compared),
    ...stores(difference, compared),
    ...newPersonalData(compared),
    ...rest(difference, compared),
  ];
  return found
    .map((flag, index) => ({ flag, index, gravity: riskIds.indexOf(flag.risk) }))
    .sort((a, b) => a.gravity - b.gravity || a.index - b.index)
    .map(({ flag }) => flag);
}

function soundness({ after }: Compared, verdicts: Verdicts | undefined): readonly RiskFlag[] {
  if (verdicts === undefined || verdicts.before.length > 0 || verdicts.after.length === 0) return [];
  const unsound = verdicts.after.map(({ problem, node }) => ({
    problem,
    node: { id: node, name: after.byId.node.get(node)?.name ?? {} },
  }));
  return [ofProcess('soundness-lost', after.process, { unsound })];
}

function* steps({ nodes }: Difference): Iterable<RiskFlag> {
  for (const change of nodes) {
    const { before, after } = change;
    if (before?.task === 'approval' && after?.task !== 'approval') yield flag('approval-removed', change);
    if (after === undefined || before === undefined) continue;
    for (const [risk, path] of [
      ['owner-removed', 'owner'],
      ['accountable-removed', 'accountable'],
      ['sla-removed', 'sla'],
    ] as const) {
      const gone = changeOf(change, path);
      if (gone !== undefined && gone.after === undefined) yield flag(risk, change, gone);
    }
    const risks = changeOf(change, 'risks');
    if (risks !== undefined && remedies(risks.before) > remedies(risks.after))
      yield flag('remedy-removed', change, risks);
  }
}

/** A risk that is no longer named has no remedy any more, either. */
function remedies(value: PropertyChange['before']): number {
  return ((value ?? []) as readonly Risk[]).filter(({ remedy }) => remedy !== undefined).length;
}

function* ways({ edges }: Difference, { after, pairing }: Compared): Iterable<RiskFlag> {
  const seen = new Set<string>();
  for (const change of edges) {
    const { before: old, after: now } = change;
    const from = old && pairing.node.get(old.from.id);
    const node = after.byId.node.get(from ?? '')?.node;
    if (old === undefined || node === undefined) continue;
    const at = { kind: 'node', side: 'after', element: { id: node.id, name: node.name }, span: node.span } as const;
    if (old.way === 'next' && old.otherwise && node.type === 'decision' && !seen.has(node.id)) {
      const ways = after.ways.get(node.id) ?? [];
      if (!ways.some(({ otherwise }) => otherwise)) {
        seen.add(node.id);
        yield { risk: 'default-branch-removed', ...at };
      }
    }
    if (old.way !== 'timeout') continue;
    if (now === undefined) {
      yield { risk: 'escalation-removed', ...at };
      continue;
    }
    const limit = changeOf(change, 'after');
    if (limit !== undefined && minutes(limit.after) > minutes(limit.before)) {
      yield { risk: 'escalation-looser', ...at, change: limit };
    }
  }
}

const minutes = (value: PropertyChange['before']): number => (value as Duration | undefined)?.totalMinutes ?? 0;

const protections = [
  ['backup-removed', 'protection.backup.every'],
  ['restore-test-removed', 'protection.backup.restoreTest'],
  ['retention-removed', 'protection.retention'],
] as const;

function* stores({ stores: changed, access, fields }: Difference, { after }: Compared): Iterable<RiskFlag> {
  for (const change of changed) {
    if (change.status !== 'changed') continue;
    const encryption = changeOf(change, 'protection.encryption');
    const [old, now] = [encryption?.before, encryption?.after].map((value) => (value ?? []) as readonly string[]);
    if (encryption && old?.some((kind) => !now?.includes(kind))) yield flag('encryption-removed', change, encryption);
    const audit = changeOf(change, 'protection.audit');
    if (audit?.before === true) yield flag('audit-removed', change, audit);
    for (const [risk, path] of protections) {
      const gone = changeOf(change, path);
      if (gone?.before !== undefined && gone.after === undefined) yield flag(risk, change, gone);
    }
    const kept = changeOf(change, 'protection.retention');
    const longer = kept?.after !== undefined && kept.before !== undefined && minutes(kept.after) > minutes(kept.before);
    if (longer && holdsPersonal(after.process, change.after?.id)) yield flag('retention-longer', change, kept);
  }
  for (const change of access) {
    const [store, owner] = change.after?.within ?? [];
    if (store === undefined || owner === undefined || change.after === undefined) continue;
    const rights = changeOf(change, 'rights');
    const only = changeOf(change, 'only');
    const [old, now] = [rights?.before, rights?.after].map((value) => (typeof value === 'string' ? value : ''));
    const more = newRights(old ?? '', now ?? '') !== '';
    const which = change.status === 'changed' && only?.before !== undefined && only.kind === 'meaning';
    const wider = which && (only.after === undefined || saysAll(only, after.process.language));
    const what = more ? rights : which ? only : undefined;
    if (what === undefined) continue;
    yield {
      risk: more || wider ? 'access-widened' : 'access-limit-changed',
      kind: 'access',
      side: 'after',
      element: store,
      span: change.after.span,
      owner,
      change: what,
    };
  }
  for (const change of fields) {
    const sensitivity = changeOf(change, 'sensitivity');
    const rank = (value: unknown): number => sensitivities.indexOf(value as Sensitivity);
    if (change.status === 'changed' && sensitivity && rank(sensitivity.after) < rank(sensitivity.before)) {
      yield flag('sensitivity-lowered', change, sensitivity);
    }
  }
}

function saysAll({ before, after }: PropertyChange, language: Language): boolean {
  const [old, now] = [before, after].map((text) => allIn(say(text as Text, language)));
  return now === true && old === false;
}

const holdsPersonal = ({ stores: all }: Process, id: string | undefined): boolean =>
  all.some(
    (store) =>
      store.id === id && store.groups.some(({ fields }) => fields.some(({ sensitivity }) => isPersonal(sensitivity))),
  );

function* rest(difference: Difference, { after }: Compared): Iterable<RiskFlag> {
  for (const change of difference.kpis) if (change.status === 'removed') yield flag('kpi-removed', change);
  const said = (path: string): PropertyChange | undefined => difference.process.find((change) => change.path === path);
  const approvers = said('document.approvers');
  for (const owner of missing(approvers)) yield ofProcess('approver-removed', after.process, { owner });
  const review = said('document.review.every');
  if (review !== undefined && review.after === undefined) {
    yield ofProcess('review-removed', after.process, { change: review });
  }
  const { document } = after.process;
  const unraised = document?.version !== undefined && said('document.version') === undefined;
  if (document?.status !== 'approved' || said('document.status') !== undefined || !unraised) return;
  if (changesMeaning(difference)) yield ofProcess('version-not-raised', after.process, {});
}

/** Who was named and is not any more, also not under another id. */
function missing(change: PropertyChange | undefined): readonly Named[] {
  const [old, now] = [change?.before, change?.after].map((value) => (value ?? []) as readonly Named[]);
  const there = (one: Named): boolean => (now ?? []).some(({ id, name }) => id === one.id || sameName(name, one.name));
  return (old ?? []).filter((one) => !there(one));
}

function sameName(a: Text, b: Text): boolean {
  return Object.entries(a).some(([language, text]) => b[language] === text);
}

/** Whatever an approver would have to approve again. */
function changesMeaning(difference: Difference): boolean {
  return (
    difference.process.some(({ kind, path }) => kind === 'meaning' && !path.startsWith('document.')) ||
    elementChanges(difference).some(
      ({ status, changes, marks }) =>
        status !== 'changed' || marks.includes('rewired') || changes.some(({ kind }) => kind === 'meaning'),
    )
  );
}

function flag(risk: RiskId, { kind, before, after }: ElementChange, change?: PropertyChange): RiskFlag {
  const standing = after ?? before;
  if (standing === undefined) throw new Error('a change of nothing');
  const { id, name, span } = standing;
  return { risk, kind, side: after ? 'after' : 'before', element: { id, name }, span, ...(change && { change }) };
}

function ofProcess(risk: RiskId, { id, title, span }: Compared['after']['process'], more: Partial<RiskFlag>): RiskFlag {
  return { risk, kind: 'process', side: 'after', element: { id, name: title }, span, ...more };
}
