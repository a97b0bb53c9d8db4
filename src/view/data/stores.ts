/**
 * What a data-flow diagram says of stores: the names of what moves, how it must be treated, and whether it is encrypted.
 *
 * Public and internal data are the ordinary case and stay unmarked. A lock stands wherever protection is stated or wanted: closed where
 * the store says that it encrypts, open where data that must be protected is not.
 */
import type { DataRef, Field, Store } from '../../model/process.js';
import type { Badge } from '../../model/view.js';
import type { Voice } from '../voice.js';
import { dataPhrases } from './phrases.js';

type Delicate = 'confidential' | 'personal' | 'sensitive';

/** The worst first: a mark says what is strictest. */
const delicate = ['sensitive', 'personal', 'confidential'] as const satisfies readonly Delicate[];

/** Groups once each, in the order of the store; of a group of which only fields are named, those. */
export function namesOf(refs: readonly DataRef[], store: Store | undefined, voice: Voice): readonly string[] {
  const say = dataPhrases(voice.language);
  if (store === undefined || refs.some(({ group }) => group === undefined)) return [say.everything];
  return store.groups.flatMap((group) => {
    const own = refs.filter((ref) => ref.group === group.id);
    if (own.length === 0) return [];
    const wanted = new Set(own.map(({ field }) => field));
    const fields = group.fields.filter(({ id }) => wanted.has(id));
    const whole = wanted.has(undefined) || fields.length === group.fields.length;
    const name = voice.name(group);
    return [whole ? name : say.group(name, voice.words.list(fields.map((field) => voice.name(field))))];
  });
}

function fieldsOf(refs: readonly DataRef[], store: Store): readonly Field[] {
  return refs.flatMap((ref) =>
    store.groups
      .filter(({ id }) => ref.group === undefined || ref.group === id)
      .flatMap(({ fields }) => fields.filter(({ id }) => ref.field === undefined || ref.field === id)),
  );
}

function strictest(fields: readonly Field[]): Delicate | undefined {
  return delicate.find((kind) => fields.some(({ sensitivity }) => sensitivity === kind));
}

/** On a connection: what moves, and a lock if it must be protected on its way. */
export function marksOf(refs: readonly DataRef[], store: Store | undefined, voice: Voice): readonly Badge[] {
  const kind = store && strictest(fieldsOf(refs, store));
  if (store === undefined || kind === undefined) return [];
  const say = dataPhrases(voice.language);
  const safe = store.protection?.encryption.includes('in-transit') === true;
  return [
    { kind, text: '', title: voice.words.sensitivities[kind] },
    { kind: safe ? 'locked' : 'unlocked', text: '', title: safe ? say.lockedOnTheWay : say.unlockedOnTheWay },
  ];
}

/** On a store: the strictest of all it holds, in words, and whether it lies encrypted. */
export function badgesOfStore(store: Store, voice: Voice): readonly Badge[] {
  const kind = strictest(store.groups.flatMap(({ fields }) => fields));
  const safe = store.protection?.encryption.includes('at-rest') === true;
  const say = dataPhrases(voice.language);
  const name = kind && voice.words.sensitivities[kind];
  return [
    ...(kind !== undefined && name !== undefined ? [{ kind, text: name, title: name }] : []),
    ...(safe
      ? [{ kind: 'locked', text: '', title: say.locked } as const]
      : kind === undefined
        ? []
        : [{ kind: 'unlocked', text: '', title: say.unlocked } as const]),
  ];
}
