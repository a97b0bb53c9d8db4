/** What a registry promises: one descriptor a file, named like the file, and a list that has every one of them once. */
import type { Descriptor } from '../../src/base/registry.js';

export interface Registry {
  readonly name: string;
  /** Below src/. */
  readonly folder: string;
  readonly listed: readonly Descriptor[];
  /** File name without extension → the descriptors that it exports. */
  readonly beside: ReadonlyMap<string, readonly Descriptor[]>;
}

export function isDescriptor(value: unknown): value is Descriptor {
  return typeof value === 'object' && value !== null && 'id' in value && 'summary' in value;
}

/** Every broken promise as a sentence that says what to do. */
export function broken({ name, folder, listed, beside }: Registry): readonly string[] {
  const ids = listed.map(({ id }) => id);
  const fromFiles = [...beside].flatMap(([file, descriptors]) => {
    const [descriptor] = descriptors;
    if (descriptor === undefined)
      return [`${folder}/${file}.ts exports no descriptor: a helper of ${name} belongs one folder up`];
    if (descriptors.length > 1)
      return [`${folder}/${file}.ts exports ${descriptors.length} descriptors: give each its file`];
    if (descriptor.id !== file) return [`${folder}/${file}.ts describes '${descriptor.id}': call both the same`];
    return listed.includes(descriptor)
      ? []
      : [`${folder}/${file}.ts is missing from ${name}: add it to ${folder}/index.ts`];
  });
  const fromList = listed.flatMap(({ id, summary }, place) => [
    ...(ids.indexOf(id) === place ? [] : [`${name} lists '${id}' twice`]),
    ...(beside.has(id) ? [] : [`${name} lists '${id}', but there is no ${folder}/${id}.ts`]),
    ...(/^[a-z][a-z0-9-]*$/u.test(id) ? [] : [`'${id}' of ${name} is not in kebab-case`]),
    ...(/^\S.{9,118}\S$/u.test(summary)
      ? []
      : [`the summary of '${id}' in ${name} is not one line of 11 to 120 characters`]),
  ]);
  return [...fromFiles, ...fromList];
}
