/**
 * Own theme files to colours: read, validated, laid over the theme that they extend, and judged by how well their colours can be told
 * apart.
 */
import { dirname, join } from 'node:path/posix';
import { quotePath } from '../base/quote.js';
import type { Load } from '../compile/index.js';
import { diagnose } from '../model/codes.js';
import { hasErrors, type Diagnostic, type Locate } from '../model/diagnostic.js';
import { colourRoles, paintedNodes, type Colours, type Paint } from '../render/theme/colours.js';
import { contrast, tooClose, type Named } from '../render/theme/contrast.js';
import { themes } from '../render/themes/index.js';
import { validateTheme, type ThemeFileDefinition } from '../schema/index.js';
import { readSource } from '../source/index.js';

export interface CheckedTheme {
  readonly file: string;
  readonly kind: 'theme';
  /** Set for a file without errors. */
  readonly colours?: Colours;
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined if there is no such file, or it cannot be read; the caller knows what to say of it. */
export function checkTheme(file: string, load: Load): CheckedTheme | undefined {
  const loaded = load(file);
  if (loaded.kind !== 'ok') return undefined;
  const { value: source, diagnostics: read } = readSource(file, loaded.bytes, { allowEmpty: true });
  if (!source?.sound) return { file, kind: 'theme', diagnostics: read };
  const { value, diagnostics } = validateTheme(source.data, source.locate);
  if (value === undefined || hasErrors([...read, ...diagnostics]))
    return { file, kind: 'theme', diagnostics: [...read, ...diagnostics] };
  const colours = coloursOf(value);
  return { file, kind: 'theme', colours, diagnostics: [...read, ...contrastWarnings(colours, value, source.locate)] };
}

/** The theme of a project file, if it is a file: its colours, or why there are none. */
export function themeOfConfig(
  theme: string,
  config: { readonly file: string; readonly locate: Locate; readonly load: Load },
): { readonly colours?: Colours; readonly diagnostics: readonly Diagnostic[] } {
  const file = join(dirname(config.file), theme);
  const checked = checkTheme(file, config.load);
  if (checked !== undefined) return checked;
  const span = config.locate(['theme']);
  const { kind } = config.load(file);
  if (kind === 'outside')
    return { diagnostics: [diagnose('file-outside', `${quotePath(file)} lies outside the project folder.`, span)] };
  if (kind === 'missing')
    return { diagnostics: [diagnose('file-missing', `There is no file ${quotePath(file)}.`, span)] };
  return { diagnostics: [diagnose('file-unreadable', `${quotePath(file)} cannot be read.`, span)] };
}

/** `#abc` as `#aabbcc`, in small letters. */
function long(colour: string): string {
  const digits = colour.slice(1).toLowerCase();
  return `#${digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits}`;
}

function coloursOf(own: ThemeFileDefinition): Colours {
  const base = themes.find(({ id }) => id === (own.extends ?? 'light')) ?? themes[0];
  const over = (paint: Paint, { fill, line }: Partial<Paint> = {}): Paint => ({
    fill: fill === undefined ? paint.fill : long(fill),
    line: line === undefined ? paint.line : long(line),
  });
  const entries = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> =>
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
  return {
    roles: entries(colourRoles, (role) => long(own[role] ?? base.roles[role])),
    lanes:
      own.lanes === undefined
        ? base.lanes
        : own.lanes.map(({ fill, line }) => ({ fill: long(fill), line: long(line) })),
    nodes: entries(paintedNodes, (name) => over(base.nodes[name], own.nodes?.[name])),
  };
}

/** At a colour of the file itself: what it takes over from a theme of ours is none of its author's doing, but for what is put on it. */
function contrastWarnings(colours: Colours, own: ThemeFileDefinition, locate: Locate): readonly Diagnostic[] {
  return tooClose(colours).flatMap(({ front, ground, least, ratio }) => {
    const at = [front, ground].find(({ path }) => isSaid(own, path));
    if (at === undefined) return [];
    const shown = Math.floor(ratio * 100) / 100;
    const message = `${named(front)} on ${named(ground)} has a contrast of ${shown}:1; at least ${least}:1 is needed.`;
    return [diagnose('theme-contrast', message, locate([...at.path]), { hint: `Make ${darker(front, ground)}.` })];
  });
}

function named({ path, colour }: Named): string {
  return `"${path.join('.')}" (${colour})`;
}

/** Which way to go with the colour in front: away from the ground, towards black or white. The ground the other way, where that helps. */
function darker(front: Named, ground: Named): string {
  const way = (from: Named): string =>
    contrast('#ffffff', from.colour) > contrast('#000000', from.colour) ? 'lighter' : 'darker';
  const [first, second] = [way(ground), way(front)];
  const other = first === second ? '' : `, or "${ground.path.join('.')}" ${second}`;
  return `"${front.path.join('.')}" ${first}${other}`;
}

function isSaid(own: unknown, path: readonly (string | number)[]): boolean {
  let at: unknown = own;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Readonly<Record<string | number, unknown>>)[key];
  }
  return true;
}
