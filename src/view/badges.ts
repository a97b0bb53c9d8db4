/**
 * The badges of a node: what kind of work it is, and of the rest what the picture is asked to show. Each has an icon, a short text and
 * a sentence; the order is the same on every node.
 */
import type { Kpi, Process, ProcessNode, Risk, Store } from '../model/process.js';
import { shownByDefault, type Badge, type ShowId } from '../model/view.js';
import { badgePhrases, type BadgePhrases } from './badge-phrases.js';
import { privateUse, storeUses } from './data-uses.js';
import type { Voice } from './voice.js';

/** More fields than these make a sentence nobody reads. */
const mostFields = 6;

interface Ground {
  readonly voice: Voice;
  readonly say: BadgePhrases;
  readonly stores: ReadonlyMap<string, Store>;
  readonly kpis: readonly Kpi[];
}

/** What can be asked for. The rest of a node's badges says what type of work it is, and always shows. */
const makers: Readonly<Record<ShowId, (node: ProcessNode, ground: Ground) => readonly Badge[]>> = {
  sla({ sla }, { voice: { words, phrases } }) {
    return sla ? [{ kind: 'sla', text: words.shortDuration(sla), title: phrases.sla(words.duration(sla)) }] : [];
  },
  privacy(node, { voice, say, stores }) {
    const found = privateUse(node, stores);
    if (found === undefined) return [];
    const { kind, use, fields } = found;
    const names = voice.words.list(fields.slice(0, mostFields).map((field) => voice.name(field)));
    const said = fields.length > mostFields ? say.some(names, fields.length) : names;
    return [{ kind, text: say.private[kind], title: say.privateTip(use, kind, said) }];
  },
  channels({ via, cadence }, { voice, say }) {
    const all = [...new Set([...via, ...cadence.flatMap((plan) => plan.via)])];
    return all.map((channel) => ({
      kind: `channel-${channel}`,
      text: say.channels[channel],
      title: say.channel(voice.words.channels[channel]),
    }));
  },
  risks({ risks }, { voice, say }) {
    const worst = (['high', 'medium', 'low', undefined] as const).find((severity) =>
      risks.some((risk) => risk.severity === severity),
    );
    if (risks.length === 0) return [];
    const sentence = ({ problem, remedy, severity }: Risk): string =>
      say.riskTip({
        severity: severity === undefined ? '' : voice.words.severities[severity],
        problem: voice.line(problem),
        remedy: voice.line(remedy),
      });
    return [
      {
        kind: worst === 'high' ? 'risk-high' : 'risk',
        text: say.risk(worst, risks.length - 1),
        title: risks.map(sentence).join(' · '),
      },
    ];
  },
  kpi({ id }, { voice, say, kpis }) {
    return kpis.flatMap((kpi): Badge[] => {
      const { from = kpi.to, to = kpi.from, target } = kpi;
      if (id !== from && id !== to) return [];
      const end = from === to ? 'here' : id === from ? 'from' : 'to';
      const name = voice.name(kpi);
      const title = say.kpi(end, name, target ? voice.words.target(target) : '');
      return [{ kind: end === 'here' ? 'kpi' : `kpi-${end}`, text: name, title }];
    });
  },
  data(node, { voice, say, stores }) {
    return storeUses(node, stores).map(({ use, store, parts }) => {
      const [name, said] = [voice.name(store), voice.words.list(parts.map((part) => voice.name(part)))];
      return { kind: use, text: said === '' ? name : `${name} · ${said}`, title: say.dataTip(use, name, said) };
    });
  },
};

/** Left to right, whatever the order in which they are asked for. */
const order = ['sla', 'privacy', 'channels', 'risks', 'kpi', 'data'] as const satisfies readonly ShowId[];

function always(node: ProcessNode, { words, phrases }: Voice): readonly Badge[] {
  if (node.type === 'task' && node.kind !== 'manual')
    return [{ kind: node.kind, text: '', title: words.taskKinds[node.kind] }];
  if (node.type !== 'wait' || node.duration === undefined) return [];
  const { duration } = node;
  return [{ kind: 'duration', text: words.shortDuration(duration), title: phrases.waits(words.duration(duration)) }];
}

export function badgesOf(
  process: Process,
  voice: Voice,
  show: ReadonlySet<ShowId> = new Set(shownByDefault),
): (node: ProcessNode) => readonly Badge[] {
  const ground: Ground = {
    voice,
    say: badgePhrases(voice.language),
    stores: new Map(process.stores.map((store) => [store.id, store])),
    kpis: process.kpis,
  };
  const shown = order.filter((id) => show.has(id));
  return (node) => [...always(node, voice), ...shown.flatMap((id) => makers[id](node, ground))];
}

/** The words of the legend for the badges that occur, in the order in which nodes have them; channels need one entry in all. */
export function badgeLegend(
  occurring: ReadonlySet<Badge['kind']>,
  voice: Voice,
): readonly { readonly kind: Badge['kind']; readonly text: string }[] {
  const { words, phrases } = voice;
  const { legend } = badgePhrases(voice.language);
  const entry = (kind: Badge['kind'], text: string): { kind: Badge['kind']; text: string }[] =>
    occurring.has(kind) ? [{ kind, text }] : [];
  const channel = [...occurring].find((kind) => kind.startsWith('channel-'));
  return [
    ...(['approval', 'system', 'notify'] as const).flatMap((kind) => entry(kind, words.taskKinds[kind])),
    ...entry('sla', phrases.slaBadge),
    ...entry('duration', phrases.durationBadge),
    ...(['personal', 'sensitive'] as const).flatMap((kind) => entry(kind, legend[kind])),
    ...(channel === undefined ? [] : [{ kind: channel, text: legend.channel }]),
    ...(['risk-high', 'risk', 'kpi-from', 'kpi-to', 'kpi'] as const).flatMap((kind) => entry(kind, legend[kind])),
    ...(['data-read', 'data-write', 'data-both'] as const).flatMap((kind) => entry(kind, legend[kind])),
  ];
}
