/**
 * Whether two values say the same, and whether they only say it in other words.
 *
 * Both questions are answered by a key: equal keys, equal values. Ids before are translated to ids after first; sets are sorted, because
 * their order says nothing.
 */
import type { ChangeKind, DataPlace, Named, Values, ValueType } from '../../model/difference.js';
import type { RelatedDocument, Risk, Target } from '../../model/process.js';
import type { Duration } from '../../model/quantity.js';
import { say, type Language, type Text } from '../../model/text.js';
import { turned } from './opposites.js';
import type { Pairing } from './pairing.js';
import type { Property, Referred } from './properties.js';
import { slipOnly, titleForm, wordsForm } from './same-words.js';
import type { Said } from './sheet.js';

/** How one side is read: its language, and its ids in terms of the side after. */
export interface Reading {
  readonly language: Language;
  readonly id: (kind: Referred | 'store' | 'group' | 'field' | 'edge', id: string) => string;
}

export const asIs = (language: Language): Reading => ({ language, id: (_, id) => id });

/** What has gone is not what now has its id: no id begins with a minus. */
export const translated = (language: Language, pairing: Pairing): Reading => ({
  language,
  id: (kind, id) => pairing[kind].get(id) ?? `-${id}`,
});

/** What kind of change it is from one value to the other; undefined if it is none. */
export function changeKind(
  before: Said | undefined,
  after: Said | undefined,
  readings: readonly [Reading, Reading],
): ChangeKind | undefined {
  const [one, other] = readings;
  const exact = (said: Said | undefined, reading: Reading): string =>
    said === undefined ? '' : keyOf(said, reading, 'exact');
  if (exact(before, one) === exact(after, other)) return undefined;
  if (before === undefined || after === undefined) {
    return (before ?? after)?.property.role === undefined ? 'meaning' : 'wording';
  }
  if (before.property.type === 'text') {
    const texts = [before.value, after.value] as readonly [Text, Text];
    return sameText(...texts, [one.language, other.language], before.property) ? 'wording' : 'meaning';
  }
  return keyOf(before, one, 'loose') === keyOf(after, other, 'loose') ? 'wording' : 'meaning';
}

/**
 * Whether the words are surely the same, in each language that both are written in; in each one's own if they share none. Of a note it is
 * enough that nothing in it has turned round, and so it is of a translation.
 */
function sameText(before: Text, after: Text, [own, now]: readonly [Language, Language], { role }: Property): boolean {
  const shared = Object.keys(before).filter((language) => Object.hasOwn(after, language));
  const pairs =
    shared.length === 0
      ? [[say(before, own), say(after, now), now] as const]
      : shared.map((language) => [before[language] ?? '', after[language] ?? '', language] as const);
  const form = role === 'title' ? titleForm : wordsForm;
  return pairs.every(([old, said, language]) => {
    if (role === 'note' || (language !== now && shared.includes(now))) return !turned(old, said);
    const [one, other] = [form(old, language), form(said, language)];
    return one === other || slipOnly(one, other);
  });
}

type Mode = 'exact' | 'loose';

function keyOf({ property, value }: Said, reading: Reading, mode: Mode): string {
  const key = keys[property.type] as (value: unknown, ...rest: [Reading, Mode, Property]) => string;
  return key(value, reading, mode, property);
}

const list = (items: readonly string[]): string => JSON.stringify(items);
const set = (items: readonly string[]): string => list(items.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));

function textKey(text: Text | undefined, { language }: Reading, mode: Mode): string {
  if (text === undefined) return '';
  if (mode === 'loose') return wordsForm(say(text, language), language);
  return set(Object.entries(text).map((entry) => list(entry)));
}

function durationKey(duration: Duration | undefined, mode: Mode): string {
  if (duration === undefined) return '';
  const { years, months, weeks, days, hours, minutes, totalMinutes } = duration;
  return String(mode === 'loose' ? totalMinutes : [years, months, weeks, days, hours, minutes].join(' '));
}

function targetKey({ comparator, value, unit, duration }: Target, mode: Mode): string {
  return [comparator, unit, value, mode === 'exact' ? durationKey(duration, mode) : ''].join(' ');
}

export function dataKey({ store, group, field }: Omit<DataPlace, 'names'>, { id }: Reading): string {
  if (group === undefined) return id('store', store);
  return field === undefined ? id('group', `${store}.${group}`) : id('field', `${store}.${group}.${field}`);
}

const named = ({ id }: Named, reading: Reading, refers: Referred | undefined): string =>
  refers === undefined ? id : reading.id(refers, id);

function riskKey({ problem, remedy, severity }: Risk, reading: Reading, mode: Mode): string {
  return list([textKey(problem, reading, mode), textKey(remedy, reading, mode), severity ?? '']);
}

function linkKey({ name, link }: RelatedDocument, reading: Reading, mode: Mode): string {
  return list([textKey(name, reading, mode), link ?? '']);
}

const word = (value: string): string => value;

const keys: { readonly [T in ValueType]: (value: Values[T], ...rest: [Reading, Mode, Property]) => string } = {
  word,
  words: (values) => set(values),
  text: textKey,
  texts: (texts, reading, mode) => set(texts.map((text) => textKey(text, reading, mode))),
  ordered: (texts, reading, mode) => list(texts.map((text) => textKey(text, reading, mode))),
  flag: String,
  duration: (value, _, mode) => durationKey(value, mode),
  ratio: String,
  target: (value, _, mode) => targetKey(value, mode),
  named: (value, reading, _, { refers }) => named(value, reading, refers),
  nameds: (values, reading, _, { refers }) => set(values.map((value) => named(value, reading, refers))),
  sequence: (values, reading, _, { refers }) => list(values.map((value) => named(value, reading, refers))),
  data: (places, reading) => set(places.map((place) => dataKey(place, reading))),
  risks: (risks, reading, mode) => set(risks.map((risk) => riskKey(risk, reading, mode))),
  cadence: (plans, reading, mode) =>
    set(
      plans.map(({ segment, every, via, about }) =>
        list([
          segment === undefined ? '' : named(segment, reading, 'segment'),
          durationKey(every, mode),
          set(via),
          textKey(about, reading, mode),
        ]),
      ),
    ),
  links: (links, reading, mode) => set(links.map((link) => linkKey(link, reading, mode))),
  ways: () => '',
};
