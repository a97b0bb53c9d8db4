/**
 * The BPMN files of the corpus, as text. The corpus stands beside the project and is not part of it: without it there are none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
export const folders = ['miwg', 'bpmn-auto-layout'] as const;

export const present = folders.every((folder) => existsSync(corpus + folder));
export const absence = 'the corpus is not there: ../shared/corpus';

export function filesOf(folder: string): { name: string; text: string }[] {
  if (!existsSync(corpus + folder)) return [];
  return readdirSync(corpus + folder)
    .filter((name) => name.endsWith('.bpmn'))
    .sort()
    .map((name) => ({
      name: name.slice(0, -'.bpmn'.length),
      text: readFileSync(`${corpus}${folder}/${name}`, 'utf8'),
    }));
}

/** Models that are wrong on purpose. */
export const failures = filesOf('bpmn-auto-layout/failures');
