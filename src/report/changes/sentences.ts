/** What each risk and each effect on somebody says, in one sentence. */
import type { Effect, PropertyChange, RiskFlag, Way } from '../../model/difference.js';
import {
  durationWords,
  namedWords,
  placeWords,
  rightsWords,
  targetWords,
  toldWhole,
  type Told,
  type Voice,
} from './values.js';

export function riskSentence(
  { risk, element, side, owner, to, data, change, kind, unsound = [] }: RiskFlag,
  voice: Voice,
): string {
  const { nothing, all } = voice.phrases;
  const { before, after } = change === undefined ? ({} as Told) : toldRisk(kind, change, voice);
  const none = change?.path === 'only' ? all : nothing;
  const sentence = voice.phrases.risks[risk]({
    name: voice.name(element),
    stays: side === 'after',
    owner: namedWords(owner, voice),
    to: namedWords(to, voice),
    data: data === undefined ? '' : placeWords(data, voice),
    before: before ?? none,
    after: after ?? none,
  });
  const reasons = unsound.slice(0, 3).map(({ problem, node }) => voice.phrases.unsound[problem](voice.name(node)));
  return [sentence, ...reasons].join(' ');
}

/** Of ways, also where they lead. */
function toldRisk(kind: RiskFlag['kind'], change: PropertyChange, voice: Voice): Told {
  if (change.type !== 'ways') return toldWhole(kind, change, voice);
  const [before, after] = [change.before, change.after].map((ways = []) =>
    voice.words.list(ways.map((way) => wayTo(way, voice))),
  );
  return { before: before ?? '', after: after ?? '' };
}

function wayTo({ when, otherwise, to }: Way, voice: Voice): string {
  const condition = voice.line(when) || (otherwise ? voice.phrases.otherwise : '');
  return condition === '' ? `→ ${voice.name(to)}` : `${condition} → ${voice.name(to)}`;
}

export function effectSentence(effect: Effect, voice: Voice): string {
  const { phrases, words } = voice;
  const name = voice.name('node' in effect ? effect.node : 'store' in effect ? effect.store : effect.kpi);
  const empty = { name, other: '', before: '', after: '', what: '' };
  const sentence = phrases.effects[effect.effect];
  switch (effect.effect) {
    case 'gains-work':
    case 'loses-work':
      return sentence({ ...empty, other: namedWords(effect.other, voice) });
    case 'now-before':
    case 'now-after':
    case 'at-once':
    case 'other-cases':
      return sentence({ ...empty, other: voice.name(effect.other) });
    case 'work-changes':
      return sentence({ ...empty, what: words.list(effect.paths.map((path) => phrases.properties[path] ?? path)) });
    case 'gains-part':
    case 'loses-part':
      return sentence({ ...empty, what: phrases.parts[effect.part] });
    case 'newly-reads':
    case 'newly-writes':
    case 'no-longer-reads':
    case 'no-longer-writes':
      return sentence({ ...empty, what: placeWords(effect.data, voice) });
    case 'tighter':
    case 'looser':
      return sentence({
        ...empty,
        what: phrases.limits[effect.path],
        before: durationWords(effect.before, voice),
        after: durationWords(effect.after, voice),
      });
    case 'more-access':
    case 'less-access':
    case 'other-access': {
      const { only } = effect;
      const of = (rights: string, which: string): string => {
        const shown = rightsWords(rights, words, phrases);
        return only === undefined || rights === '' ? shown : `${shown} (${which === '' ? phrases.all : which})`;
      };
      return sentence({
        ...empty,
        before: of(effect.before, voice.line(only?.before)),
        after: of(effect.after, voice.line(only?.after)),
      });
    }
    default:
      return sentence({
        ...empty,
        before: targetWords(effect.before, voice) || phrases.nothing,
        after: targetWords(effect.after, voice) || (effect.effect === 'kpi-added' ? '' : phrases.nothing),
      });
  }
}
