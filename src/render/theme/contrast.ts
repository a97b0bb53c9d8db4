/**
 * Which colours of a theme meet in pictures, and how well they can be told apart, by the measure of WCAG 2: text at least 4.5:1 on its
 * ground, lines that mean something 3:1.
 *
 * The built-in themes keep to it (tested); own themes are warned where they do not.
 */
import { paintedNodes, type Colour, type ColourRole, type Colours } from './colours.js';

/** A colour by its place in a theme file. */
export interface Named {
  readonly path: readonly (string | number)[];
  readonly colour: Colour;
}

export interface Pair {
  readonly front: Named;
  readonly ground: Named;
  readonly least: number;
}

const text = 4.5;
const lines = 3;

export function pairs({ roles, lanes, nodes }: Colours): readonly Pair[] {
  const role = (name: ColourRole): Named => ({ path: [name], colour: roles[name] });
  const grounds = (['ground', 'band', 'band-odd'] as const).map(role);
  const headers = [
    role('header'),
    ...lanes.map(({ fill }, index) => ({ path: ['lanes', index, 'fill'], colour: fill })),
  ];
  const fills = paintedNodes.map((name) => ({ path: ['nodes', name, 'fill'], colour: nodes[name].fill }));
  const outlines = [
    ...paintedNodes.map((name) => ({ path: ['nodes', name, 'line'], colour: nodes[name].line })),
    ...(['line', 'bar'] as const).map(role),
  ];
  const task = { path: ['nodes', 'task', 'fill'], colour: nodes.task.fill };
  const strips = lanes.map(({ line }, index) => ({ path: ['lanes', index, 'line'], colour: line }));
  const all = (fronts: readonly Named[], behind: readonly Named[], least: number): Pair[] =>
    fronts.flatMap((front) => behind.map((ground) => ({ front, ground, least })));
  return [
    ...all([role('ink'), role('muted')], [...grounds, ...headers, ...fills], text),
    ...all([role('accent'), role('warning'), role('failure'), role('success')], grounds, text),
    // Signs on the outline of a step.
    ...all([role('warning'), role('failure')], fills, lines),
    ...all([role('failure')], [{ path: ['nodes', 'failure', 'fill'], colour: nodes.failure.fill }], lines),
    ...all([role('success')], [{ path: ['nodes', 'success', 'fill'], colour: nodes.success.fill }], lines),
    ...all(outlines, grounds, lines),
    ...all(strips, [task], lines),
  ];
}

/** The pairs that are too close, the worst first within each front colour once: one finding for each colour that is at fault. */
export function tooClose(colours: Colours): readonly (Pair & { readonly ratio: number })[] {
  const found = new Map<string, Pair & { readonly ratio: number }>();
  for (const pair of pairs(colours)) {
    const ratio = contrast(pair.front.colour, pair.ground.colour);
    if (ratio >= pair.least) continue;
    const key = JSON.stringify([pair.front.path, pair.least]);
    if (ratio < (found.get(key)?.ratio ?? Infinity)) found.set(key, { ...pair, ratio });
  }
  return [...found.values()];
}

export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Whether text on the ground is light. */
export function isDark({ roles }: Colours): boolean {
  return luminance(roles.ground) < luminance(roles.ink);
}
