/** What a property said and says now, in the words of a reader. */
import { oneLine } from '../../base/printable.js';
import type { DataPlace, ElementKind, Named, PropertyChange, Values, Way } from '../../model/difference.js';
import type { RelatedDocument, Risk, Target } from '../../model/process.js';
import type { Duration } from '../../model/quantity.js';
import { say, type Language, type Text } from '../../model/text.js';
import { words, type Words } from '../../model/words/index.js';
import { differencePhrases, type DifferencePhrases } from './phrases/index.js';

/** In which language to speak, and in which the author wrote. */
export interface Voice {
  readonly words: Words;
  readonly phrases: DifferencePhrases;
  /** One line; empty for an absent text. */
  readonly line: (text: Text | undefined) => string;
  /** Never empty. */
  readonly name: (named: { readonly id: string; readonly name: Text }) => string;
}

/** `content`: the language that texts are shown in; `spoken`: that of the words around them. */
export function voiceOf(spoken: Language, content: Language, fallback: Language): Voice {
  const line = (text: Text | undefined): string => oneLine(say(text, content, fallback));
  return {
    words: words(spoken),
    phrases: differencePhrases(spoken),
    line,
    name: ({ id, name }) => line(name) || oneLine(id),
  };
}

export interface Told {
  readonly before?: string;
  readonly after?: string;
  /** Of lists: what came and what went, in place of the whole. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  /** The same things in another order. */
  readonly reordered?: true;
}

/** The change of a property as a reader wants it: a value before and after, or what came to a list and went. */
export function told(kind: ElementKind | 'process', change: PropertyChange, voice: Voice): Told {
  const { before, after } = change;
  const [old, now] = [before, after].map((value) =>
    value === undefined ? undefined : valueWords(kind, change, value, voice),
  );
  if (Array.isArray(old) || Array.isArray(now)) {
    const left = (old ?? []) as readonly string[];
    const right = (now ?? []) as readonly string[];
    if (change.type === 'sequence') return { before: left.join(' → '), after: right.join(' → ') };
    if (change.type === 'ways') return { before: left[0] ?? '', after: right[0] ?? '', ...same(left, right) };
    const added = right.filter((item) => !left.includes(item));
    const removed = left.filter((item) => !right.includes(item));
    return added.length + removed.length === 0 ? { reordered: true } : { added, removed };
  }
  if (change.type === 'text' && change.before !== undefined && change.after !== undefined && old === now) {
    return inOtherLanguages(change.before, change.after);
  }
  return { ...(old !== undefined && { before: old as string }), ...(now !== undefined && { after: now as string }) };
}

/** The same to this reader: then it is in the languages that he does not read. */
function inOtherLanguages(before: Text, after: Text): Told {
  const languages = Object.keys({ ...before, ...after }).filter((language) => before[language] !== after[language]);
  const [old, now] = [before, after].map((text) =>
    languages.flatMap((language) => (text[language] ? [`${language}: ${oneLine(text[language])}`] : [])).join(' · '),
  );
  return { ...(old && { before: old }), ...(now && { after: now }) };
}

/** Of lists, too, all that they said and say now. */
export function toldWhole(kind: ElementKind | 'process', change: PropertyChange, voice: Voice): Told {
  const [before, after] = [change.before, change.after].map((value) => {
    const words = value === undefined ? undefined : valueWords(kind, change, value, voice);
    return typeof words === 'string' || words === undefined ? words : voice.words.list(words);
  });
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

const same = (left: readonly string[], right: readonly string[]): Told =>
  left[0] === right[0] ? { reordered: true } : {};

function valueWords(
  kind: ElementKind | 'process',
  { type, path }: PropertyChange,
  value: unknown,
  voice: Voice,
): string | readonly string[] {
  const speak = speakers[type] as (value: unknown, voice: Voice, table: string) => string | readonly string[];
  return speak(value, voice, `${kind}.${path}`);
}

type Speaker<T extends keyof Values> = (value: Values[T], voice: Voice, table: string) => string | readonly string[];

const speakers: { readonly [T in keyof Values]: Speaker<T> } = {
  word: (value, voice, table) => wordIn(value, voice, table),
  words: (values, voice, table) => values.map((value) => wordIn(value, voice, table)),
  text: (value, { line }) => line(value),
  texts: (values, { line }) => values.map(line),
  ordered: (values, { line }) => values.map(line),
  flag: (value, { phrases }) => (value ? phrases.yes : phrases.no),
  duration: (value, voice) => voice.words.duration(value),
  ratio: (value, voice) => voice.words.percent(value),
  target: (value, voice) => targetWords(value, voice),
  named: (value, { name }) => name(value),
  nameds: (values, { name }) => values.map(name),
  sequence: (values, { name }) => values.map(name),
  data: (values, voice) => values.map((value) => placeWords(value, voice)),
  risks: (values, voice) => values.map((value) => riskWords(value, voice)),
  cadence: (values, voice) =>
    values.map(({ segment, every, via, about }) =>
      [
        segment === undefined ? voice.phrases.everyone : voice.name(segment),
        voice.words.every(every),
        voice.words.list(via.map((channel) => voice.words.channels[channel])),
        voice.line(about),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ),
  links: (values, voice) => values.map((value) => linkWords(value, voice)),
  ways: (values, voice) => values.map((value) => wayWords(value, voice)),
};

export function durationWords(value: Duration | undefined, { words: own, phrases }: Voice): string {
  return value === undefined ? phrases.nothing : own.duration(value);
}

export function targetWords(value: Target | undefined, { words: own }: Voice): string {
  return value === undefined ? '' : own.target(value);
}

export function placeWords({ names }: DataPlace, { line }: Voice): string {
  return names.map(line).join(' / ');
}

function riskWords({ problem, remedy }: Risk, { line }: Voice): string {
  return remedy === undefined ? line(problem) : `${line(problem)} → ${line(remedy)}`;
}

function linkWords({ name, link }: RelatedDocument, { line }: Voice): string {
  return link === undefined ? line(name) : `${line(name)} (${oneLine(link)})`;
}

function wayWords({ to, when, otherwise }: Way, voice: Voice): string {
  return voice.line(when) || (otherwise ? voice.phrases.otherwise : voice.name(to));
}

/** The word of a fixed list in the reader's language; as it is where there is none. */
function wordIn(value: string, { words: own, phrases }: Voice, path: string): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'node.type': own.nodeTypes,
    'node.kind': own.taskKinds,
    'node.outcome': own.outcomes,
    'node.via': own.channels,
    'owner.kind': own.ownerKinds,
    'store.kind': own.storeKinds,
    'store.protection.encryption': own.encryptions,
    'field.sensitivity': own.sensitivities,
    'kpi.measure': own.measures,
    'process.document.status': own.statuses,
  };
  const table = tables[path];
  if (path === 'access.rights') return rightsWords(value, own, phrases);
  return table !== undefined && Object.hasOwn(table, value) ? (table[value] ?? value) : oneLine(value);
}

/** `create, read`; none for no right at all. */
export function rightsWords(rights: string, { access, list }: Words, { nothing }: DifferencePhrases): string {
  const all = (['create', 'read', 'update', 'delete'] as const).filter((right) => rights.includes(right.charAt(0)));
  return all.length === 0 ? nothing : list(all.map((right) => access[right]));
}

export function namedWords(named: Named | undefined, voice: Voice): string {
  return named === undefined ? '' : voice.name(named);
}
