/** The boxes of a data-flow diagram: numbered processes, and the symbols of stores and parties. */
import type { Process } from '../../model/process.js';
import type { ViewNode } from '../../model/view.js';
import { viewNodes } from '../nodes.js';
import type { Voice } from '../voice.js';
import type { ProjectOptions } from '../view-kind.js';
import type { Flows } from './flows.js';
import { dataPhrases } from './phrases.js';
import { badgesOfStore } from './stores.js';
import type { Placing } from './symbols.js';

/** Of a part, the numbers are those of the whole: the pictures of one process agree. */
export function processNodes(
  process: Process,
  flows: Flows,
  whole: Flows,
  speak: Voice,
  options: ProjectOptions,
): readonly ViewNode[] {
  const say = dataPhrases(speak.language);
  const known = new Set(process.phases.map(({ id }) => id));
  const numbers = new Map(whole.processes.map(({ id }, index) => [id, index + 1]));
  const owners = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
  const plain = new Map(viewNodes(process, speak, options).map((node) => [node.id, node]));
  return flows.processes.flatMap(({ id, type, phase }): ViewNode[] => {
    const node = plain.get(id);
    if (node === undefined) return [];
    const { owner, kind: _, outcome: _2, ...shown } = node;
    return [
      {
        ...shown,
        type: type === 'subflow' ? 'subflow' : 'task',
        name: say.number(numbers.get(id) ?? 0, node.name),
        caption: owner === undefined ? '' : (owners.get(owner) ?? ''),
        badges: [],
        ...(phase !== undefined && known.has(phase) && { phase }),
      },
    ];
  });
}

export function symbolNodes(process: Process, { symbols }: Placing, whole: Flows, speak: Voice): readonly ViewNode[] {
  const used = process.stores.filter(({ id }) =>
    whole.places.some(({ place }) => place.kind === 'store' && place.id === id),
  );
  const numbers = new Map(used.map(({ id }, index) => [id, index + 1]));
  const owners = new Map(process.owners.map((owner, hue) => [owner.id, { owner, hue }]));
  return symbols.map(({ id, place, side, duplicate, phase }): ViewNode => {
    const common = {
      id,
      side,
      ...(duplicate && ({ duplicate } as const)),
      ...(phase !== undefined && { phase }),
    };
    if (place.kind === 'party') {
      const party = owners.get(place.id);
      const name = party ? speak.name(party.owner) : place.id;
      return {
        ...common,
        type: 'party',
        name,
        caption: '',
        badges: [],
        tip: [name, party ? speak.paragraph(party.owner.description) : ''].filter((line) => line !== '').join('\n'),
        ...(party && { hue: party.hue }),
      };
    }
    const store = used.find((one) => one.id === place.id);
    const name = store ? speak.name(store) : place.id;
    const badges = store ? badgesOfStore(store, speak) : [];
    return {
      ...common,
      type: 'store',
      name: `D${String(numbers.get(place.id) ?? 0)} ${name}`,
      caption: store ? speak.line(store.system) : '',
      badges,
      tip: [
        name,
        store ? speak.words.storeKinds[store.kind] : '',
        ...badges.map(({ title }) => title),
        store ? speak.paragraph(store.description) : '',
      ]
        .filter((line) => line !== '')
        .join('\n'),
    };
  });
}
