/**
 * Which rules apply to a file, how severely, and with which options: the project file's words and those of the command line, put
 * together.
 *
 * Separate from the words' own mistakes, which `check-settings` finds. Invariant: what is said later holds: presets, then the
 * project's levels, then the overrides that fit the file in their order, then the command line.
 */
import type { Severity } from '../model/diagnostic.js';
import type { OptionSpecs, OptionValues } from './options.js';
import { presets as known, type PresetId } from './presets.js';
import type { Rule } from './rule.js';
import type { Applied } from './run.js';

export const levels = ['off', 'info', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

export type RuleSetting =
  Level | { readonly level?: Level; readonly options?: Readonly<Record<string, unknown>> | object };

/** Of the rule ids. */
export type Levels = Readonly<Record<string, RuleSetting>>;

/** `rules` of the project file. */
export interface RuleSettings {
  readonly presets?: readonly PresetId[];
  readonly plugins?: readonly string[];
  readonly levels?: Levels;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly levels: Levels }[];
}

/** What the command line says on top. */
export interface RuleChoices {
  /** Instead of those of the project file. */
  readonly presets?: readonly PresetId[];
  readonly levels?: Readonly<Record<string, Level>>;
}

export const defaultPresets: readonly PresetId[] = ['recommended'];

/** `fits` tells whether globs of the project file name the file in question. */
export function appliedRules(
  rules: readonly Rule[],
  settings: RuleSettings,
  choices: RuleChoices,
  fits: (globs: readonly string[]) => boolean,
): readonly Applied[] {
  const chosen = choices.presets ?? settings.presets ?? defaultPresets;
  const sets = known.filter(({ id }) => chosen.includes(id));
  const overrides = (settings.overrides ?? []).filter(({ files }) => fits(files));
  const said = [settings.levels, ...overrides.map((override) => override.levels), choices.levels];
  return rules.flatMap((rule) => {
    let level: Level = sets.some((set) => set.holds(rule)) ? rule.severity : 'off';
    let options: object = {};
    for (const setting of said.map((each) => settingOf(each, rule.id))) {
      const details = typeof setting === 'string' ? { level: setting } : setting;
      level = details?.level ?? level;
      options = { ...options, ...details?.options };
    }
    return level === 'off' ? [] : [{ rule, severity: level satisfies Severity, options: valid(rule, options) }];
  });
}

function settingOf(levels: Levels | undefined, id: string): RuleSetting | undefined {
  return levels !== undefined && Object.hasOwn(levels, id) ? levels[id] : undefined;
}

/** What `check-settings` complains of is left at its default. */
function valid({ options: specs = {} }: Rule, given: object): Partial<OptionValues<OptionSpecs>> {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) =>
        Object.hasOwn(specs, name) && specs[name] !== undefined && fault(specs[name], value) === undefined,
    ),
  );
}

/** What the value should be, in words; undefined if it is. */
export function fault(spec: OptionSpecs[string], value: unknown): string | undefined {
  switch (spec.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'words':
      return Array.isArray(value) && value.every((word) => typeof word === 'string' && word.trim() !== '')
        ? undefined
        : 'a list of words';
    case 'number': {
      const least = spec.least ?? Number.NEGATIVE_INFINITY;
      if (typeof value === 'number' && Number.isFinite(value) && value >= least) return undefined;
      return spec.least === undefined ? 'a number' : `a number from ${String(spec.least)} upwards`;
    }
  }
}
