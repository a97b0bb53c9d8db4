/** How a title says that the picture is a part, in every language trackflow speaks. */
import type { Process } from '../../model/process.js';
import type { Filter } from '../../model/filter.js';
import { inLanguage } from '../../model/words/index.js';
import type { Voice } from '../voice.js';

const phrases = {
  zh: {
    segment: (name: string) => `客户类别：${name}`,
    phase: (name: string) => `阶段：${name}`,
    owner: (name: string) => `责任方：${name}`,
    before: (part: string, description: string) => `${part}。${description}`,
  },
  en: {
    segment: (name: string) => `Segment: ${name}`,
    phase: (name: string) => `Phase: ${name}`,
    owner: (name: string) => `Owner: ${name}`,
    before: (part: string, description: string) => `${part}. ${description}`,
  },
} as const;

/** What a picture of a part says before anything else, to those who do not see it. */
export function describedAs(part: string, description: string, voice: Voice): string {
  return inLanguage(voice.language, phrases).before(part, description);
}

/** For example `客户类别：重点客户`. */
export function partName(process: Process, filter: Filter, voice: Voice): string {
  const say = inLanguage(voice.language, phrases);
  const { segment, phase, owner } = filter;
  const name = (list: readonly { readonly id: string; readonly name: Process['title'] }[], id: string): string =>
    voice.name(list.find((one) => one.id === id) ?? { id });
  return [
    ...(segment === undefined ? [] : [say.segment(name(process.segments, segment))]),
    ...(phase === undefined ? [] : [say.phase(name(process.phases, phase))]),
    ...(owner === undefined ? [] : [say.owner(name(process.owners, owner))]),
  ].join('\u00A0· ');
}
