/** The options of a rule: what may be set in the project file, with its default and the words that document it. */
interface Documented {
  readonly summary: string;
}

export type OptionSpec =
  | (Documented & { readonly kind: 'number'; readonly default: number; readonly least?: number })
  | (Documented & { readonly kind: 'boolean'; readonly default: boolean })
  | (Documented & { readonly kind: 'words'; readonly default: readonly string[] });

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** `{most: {kind: 'number', …}}` gives `{most: number}`. */
export type OptionValues<Specs extends OptionSpecs> = { readonly [Name in keyof Specs]: ValueOf<Specs[Name]> };

type ValueOf<Spec> = Spec extends { readonly kind: 'number' }
  ? number
  : Spec extends { readonly kind: 'boolean' }
    ? boolean
    : readonly string[];
