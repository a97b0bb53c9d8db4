/**
 * Finds every registry of the sources: a folder whose index.ts exports `[…] as const`, with what it lists and what lies beside it.
 *
 * Found, not listed by hand, so that a new registry is held to the same rules from its first day.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDescriptor, type Registry } from './rules.js';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const declaration = /^export const (?<name>\w+) = \[[^\]]*\] as const\b/mu;

export async function findRegistries(): Promise<readonly Registry[]> {
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const found = paths.sort().flatMap((path) => {
    const name = path.endsWith('/index.ts')
      ? declaration.exec(readFileSync(src + path, 'utf8'))?.groups?.['name']
      : undefined;
    return name === undefined ? [] : [{ name, folder: path.slice(0, -'/index.ts'.length) }];
  });
  return Promise.all(found.map(({ name, folder }) => readRegistry(name, folder)));
}

async function readRegistry(name: string, folder: string): Promise<Registry> {
  const index = (await import(`${src}${folder}/index.ts`)) as Readonly<Record<string, unknown>>;
  const files = readdirSync(src + folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  const descriptors = files.map(async (file) => {
    const exported = (await import(`${src}${folder}/${file}`)) as Readonly<Record<string, unknown>>;
    return [basename(file, '.ts'), Object.values(exported).filter(isDescriptor)] as const;
  });
  return { name, folder, listed: index[name] as Registry['listed'], beside: new Map(await Promise.all(descriptors)) };
}
