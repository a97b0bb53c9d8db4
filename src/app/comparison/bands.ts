/** Names of lanes and phases: of both sides with what has become of them, and of each side alone. */
import type { Difference, ElementChange, Named } from '../../model/difference.js';
import type { Process } from '../../model/process.js';
import type { View } from '../../model/view.js';
import type { Voice } from '../../report/changes/values.js';
import type { GhostedUnion } from '../../analyse/diff/index.js';
import type { ComparisonPhrases } from './phrases.js';

type Kind = 'owner' | 'phase';

/** What stands in the headers of a picture of both sides. */
export function withBandNames(view: View, difference: Difference, voice: Voice, phrases: ComparisonPhrases): View {
  const [owners, phases] = [difference.owners, difference.phases].map(
    (changes) => new Map(changes.map((change) => [idOf(change), change])),
  );
  const named = <T extends Band>(band: T, changes: ReadonlyMap<string, ElementChange> | undefined): T => {
    const change = changes?.get(band.id);
    return change === undefined ? band : { ...band, name: bandName(band.name, change, voice, phrases) };
  };
  return {
    ...view,
    lanes: view.lanes.map((lane) => ({
      ...named(lane, owners),
      ...(lane.group !== undefined && { group: named(lane.group, owners) }),
    })),
    phases: view.phases.map((phase) => named(phase, phases)),
  };
}

interface Band {
  readonly id: string;
  readonly name: string;
}

const idOf = ({ before, after }: ElementChange): string => after?.id ?? `\u2212 ${before?.id ?? ''}`;

function bandName(
  name: string,
  { status, before, after }: ElementChange,
  voice: Voice,
  phrases: ComparisonPhrases,
): string {
  if (status === 'added') return `＋ ${name}`;
  if (status === 'removed') return `－ ${name}`;
  const [old, now] = [before, after].map((standing) => (standing === undefined ? '' : voice.name(standing)));
  return old === now ? name : `${name}\n${phrases.renamed(old ?? '')}`;
}

/** By `lane id` and so on, as the scene calls them; empty for what is not on that side. */
export function bandNames(
  { lanes, phases }: View,
  side: Process | undefined,
  idIn: (kind: Kind, id: string) => string,
  name: (named: Named) => string,
): ReadonlyMap<string, string> {
  const owners = new Map(side?.owners.map((owner) => [idIn('owner', owner.id), name(owner)]));
  const ofPhases = new Map(side?.phases.map((phase) => [idIn('phase', phase.id), name(phase)]));
  return new Map([
    ...lanes.flatMap(({ id, unassigned }) =>
      unassigned === true ? [] : [[`lane ${id}`, owners.get(id) ?? ''] as const],
    ),
    ...lanes.flatMap(({ group }) =>
      group === undefined ? [] : [[`group ${group.id}`, owners.get(group.id) ?? ''] as const],
    ),
    ...phases.map(({ id }) => [`phase ${id}`, ofPhases.get(id) ?? ''] as const),
  ]);
}

/** Where lanes and phases of a side stand in the whole. */
export const idsOn =
  (side: 'before' | 'after', whole: GhostedUnion) =>
  (kind: Kind, id: string): string =>
    side === 'after' ? id : kind === 'owner' ? whole.ownerOf(id) : whole.phaseOf(id);
