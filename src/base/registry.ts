/** Registries are plain `as const` arrays of descriptors with an `id`; this is how one is looked up. */
export interface Descriptor {
  readonly id: string;
  /** One line for help and docs. */
  readonly summary: string;
}

/** The descriptor with that id, or undefined. */
export function findById<const T extends readonly { readonly id: string }[]>(
  list: T,
  id: string,
): T[number] | undefined {
  return list.find((item) => item.id === id);
}

export function ids<const T extends readonly { readonly id: string }[]>(list: T): readonly T[number]['id'][] {
  return list.map((item) => item.id);
}
