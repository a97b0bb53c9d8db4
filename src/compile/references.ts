/**
 * References: an id that some other part of the file must define.
 *
 * Separate because every reference is looked up, and complained about, in the same way: whether somebody wrote the name instead of
 * the id, made a typing mistake, meant another kind of thing, or has not defined it yet. An id that leads nowhere is dropped.
 */
import { didYouMean } from '../base/look-alike.js';
import { quote, quoteSome } from '../base/quote.js';
import { suggest } from '../base/suggest.js';
import type { Code } from '../model/codes.js';
import type { Fix, Span } from '../model/diagnostic.js';
import type { TextDefinition } from '../schema/index.js';
import { complainOfLost, type Complaint, type Context } from './context.js';
import type { Home, Path } from './entries.js';

type Kind = 'owner' | 'phase' | 'segment' | 'store' | 'node';

const sections = {
  owner: 'owners',
  phase: 'phases',
  segment: 'segments',
  store: 'stores',
  node: 'nodes',
} as const satisfies Record<Kind, string>;
const kinds = Object.keys(sections) as Kind[];

/** After so many findings nobody reads hints, and looking for the nearest of thousands of ids for each of thousands takes minutes. */
const enough = 200;

const codes: Readonly<Record<Kind, Code>> = {
  owner: 'unknown-owner',
  phase: 'unknown-phase',
  segment: 'unknown-segment',
  store: 'unknown-store',
  node: 'unknown-node',
};

/** Something that can be referred to. */
export interface Target {
  readonly definition: unknown;
  readonly span: Span;
}

/** The id if it is defined. `path` leads to the reference; `atKey` if the reference is the key of an entry. */
export function resolve(
  context: Context,
  kind: Kind,
  id: string | undefined,
  home: Home,
  path: Path,
  options: Pick<Complaint, 'atKey'> = {},
): string | undefined {
  if (id === undefined) return undefined;
  const known = targets(context, kind);
  if (known.has(id)) return id;
  if (context.partial.has(sections[kind])) return undefined;
  const other = kinds.find((each) => targets(context, each).has(id));
  const place = home.locate(path, options.atKey === true ? 'key' : 'value');
  const found =
    context.diagnostics.length > enough
      ? {}
      : remedy(id, {
          noun: kind,
          known,
          place,
          elsewhere: other && `${quote(id)} is ${other === 'owner' ? 'an' : 'a'} ${other}.`,
          section: sections[kind],
        });
  complainOfLost(context, home, codes[kind], `There is no ${kind} ${quote(id)}.`, path, { ...options, ...found });
  return undefined;
}

export function resolveAll(
  context: Context,
  kind: Kind,
  written: readonly string[] | undefined,
  home: Home,
  path: Path,
): readonly string[] {
  return (written ?? []).flatMap((id, index) => resolve(context, kind, id, home, [...path, index]) ?? []);
}

function targets({ sections: shared, nodes }: Context, kind: Kind): ReadonlyMap<string, Target> {
  return kind === 'node' ? nodes : shared[sections[kind]];
}

interface Lost {
  readonly noun: string;
  readonly known: ReadonlyMap<string, Target>;
  /** Where the lost id stands. */
  readonly place: Span;
  /** What it is instead. */
  readonly elsewhere?: string | undefined;
  /** Where such things are defined. */
  readonly section: string;
  /** What stands in place of the whole reference once the id is right, where there is more to it than the id. */
  readonly spell?: (id: string) => string;
}

/** What to write instead of an id that leads nowhere. */
export function remedy(
  id: string,
  { noun, known, place, elsewhere, section, spell = (right) => right }: Lost,
): Complaint {
  for (const [other, { definition, span }] of known) {
    if (!namesOf(definition).includes(id)) continue;
    const hint = `${quote(id)} is the name of the ${noun} ${quote(other)}; write the id.`;
    return { hint, related: [{ message: 'defined here', span }], fix: replacement(place, spell(other), true) };
  }
  const near = suggest(id, known.keys());
  const target = near === undefined ? undefined : known.get(near);
  if (near !== undefined && target !== undefined) {
    const related = [{ message: `${quote(near)} is defined here`, span: target.span }];
    return { hint: didYouMean(id, near, quote(near)), related, fix: replacement(place, spell(near), false) };
  }
  if (elsewhere !== undefined) return { hint: elsewhere };
  if (known.size === 0) return { hint: `There is none at all yet: define it under "${section}".` };
  return { hint: `Defined ${known.size === 1 ? 'is' : 'are'} ${quoteSome([...known.keys()])}.` };
}

function namesOf(definition: unknown): readonly unknown[] {
  if (typeof definition !== 'object' || definition === null || !('name' in definition)) return [];
  const name = definition.name as TextDefinition;
  return typeof name === 'string' ? [name] : Object.values(name);
}

function replacement({ file, start, end }: Span, id: string, safe: boolean): Fix {
  // As plain YAML, `true`, `1e5` or `null` would not be texts.
  const text = /^(?:true|false|null|[\d.+-].*)$/iu.test(id) ? `'${id}'` : id;
  return { title: `Write ${text}`, safe, edits: [{ file, from: start.offset, to: end.offset, text }] };
}
