/**
 * Colours of the picture: classes with a light and a dark value. The only place where a colour is written.
 *
 * Literal values in classes, not CSS variables: rasterisers and office programs read the same file. Text on its ground keeps
 * at least 4.5:1, lines that carry meaning at least 3:1 (tested).
 */
import type { Theme } from '../format.js';

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
}

type Pair = readonly [light: Paint, dark: Paint];

/** Hues of owners, by declaration order, repeating after eight. */
export const hueCount = 8;
const hues: readonly { readonly light: readonly [string, string]; readonly dark: readonly [string, string] }[] = [
  { light: ['#dce9fb', '#2563b0'], dark: ['#1d324f', '#7fb0f0'] },
  { light: ['#dcf1e4', '#1b7a4b'], dark: ['#17392a', '#6fcf9a'] },
  { light: ['#fbe9d3', '#a85a0c'], dark: ['#432c14', '#f0b06a'] },
  { light: ['#ebe3fa', '#6a45b5'], dark: ['#30264c', '#b99df2'] },
  { light: ['#d7f0f2', '#0f7480'], dark: ['#12383e', '#6ccbd6'] },
  { light: ['#fbe0e8', '#b02a5b'], dark: ['#461f2e', '#f291b2'] },
  { light: ['#edf0d2', '#66701a'], dark: ['#323616', '#c3cd6c'] },
  { light: ['#e6e8ee', '#4d5872'], dark: ['#2a303d', '#a8b3c9'] },
];

const box = (fill: string, stroke: string): Paint => ({ fill, stroke });

const classes: Readonly<Record<string, Pair>> = {
  page: [{ fill: '#ffffff' }, { fill: '#12161d' }],
  frame: [
    { fill: 'none', stroke: '#8d99ad' },
    { fill: 'none', stroke: '#5b6679' },
  ],
  lane: [{ fill: '#fbfcfe' }, { fill: '#161b23' }],
  'lane-odd': [{ fill: '#f4f6fa' }, { fill: '#1a202a' }],
  border: [{ stroke: '#b6c0cf' }, { stroke: '#3d4757' }],
  'phase-border': [{ stroke: '#6b7a92' }, { stroke: '#77859b' }],
  'phase-header': [{ fill: '#e9edf4' }, { fill: '#232b38' }],
  text: [{ fill: '#1b2433' }, { fill: '#e8edf5' }],
  muted: [{ fill: '#525f73' }, { fill: '#a4b0c3' }],
  condition: [{ fill: '#334a77' }, { fill: '#b7cbf2' }],
  line: [{ stroke: '#46556d' }, { stroke: '#a9b6ca' }],
  head: [{ fill: '#46556d' }, { fill: '#a9b6ca' }],
  'line-timeout': [{ stroke: '#a8480b' }, { stroke: '#f0a35e' }],
  'head-timeout': [{ fill: '#a8480b' }, { fill: '#f0a35e' }],
  'condition-timeout': [{ fill: '#96400a' }, { fill: '#f3b27a' }],
  icon: [
    { fill: 'none', stroke: '#525f73' },
    { fill: 'none', stroke: '#a4b0c3' },
  ],
  clock: [box('#fff7ee', '#a8480b'), box('#3a2714', '#f0a35e')],
  'clock-calm': [box('#f3f0fb', '#6a45b5'), box('#30264c', '#b99df2')],
  task: [box('#ffffff', '#4a6285'), box('#202836', '#8fa6c8')],
  approval: [box('#fffdf5', '#8a6508'), box('#2b2717', '#d9b65a')],
  wait: [box('#f8f6fd', '#6a45b5'), box('#272240', '#b99df2')],
  subflow: [box('#f2fafb', '#0f7480'), box('#15303a', '#6ccbd6')],
  decision: [box('#fff8e6', '#a87408'), box('#352b12', '#e0b04e')],
  start: [box('#e9f7ee', '#1b7a4b'), box('#163726', '#6fcf9a')],
  end: [box('#eef1f6', '#46556d'), box('#262e3b', '#a9b6ca')],
  success: [box('#dff3e6', '#146b3f'), box('#163c29', '#7bdba6')],
  failure: [box('#fdebec', '#b3262f'), box('#45191d', '#f28b92')],
  store: [box('#eef3fb', '#3f5d8f'), box('#1f2a3f', '#8fb0e0')],
  'store-lid': [
    { fill: 'none', stroke: '#3f5d8f' },
    { fill: 'none', stroke: '#8fb0e0' },
  ],
  party: [box('#fbfaf5', '#5c5640'), box('#2a2820', '#c9c0a0')],
  bar: [{ fill: '#33415a' }, { fill: '#c3cede' }],
};

function paints(dark: boolean): [string, Paint][] {
  const side = dark ? 1 : 0;
  const base = Object.entries(classes).map(([name, pair]): [string, Paint] => [name, pair[side]]);
  const owners = hues.flatMap(({ light, dark: night }, index): [string, Paint][] => {
    const [soft, strong] = dark ? night : light;
    return [
      [`hue-${index}`, { fill: soft }],
      [`accent-${index}`, { fill: strong }],
    ];
  });
  return [...base, ...owners];
}

/** All classes of one mode, for tests of contrast. */
export function paintsOf(mode: 'light' | 'dark'): ReadonlyMap<string, Paint> {
  return new Map(paints(mode === 'dark'));
}

function rules(dark: boolean): string {
  return paints(dark)
    .map(([name, { fill, stroke }]) => {
      const declarations = [fill === undefined ? '' : `fill:${fill}`, stroke === undefined ? '' : `stroke:${stroke}`];
      return `.${name}{${declarations.filter((declaration) => declaration !== '').join(';')}}`;
    })
    .join('');
}

const fonts = '"Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Helvetica Neue",Arial,sans-serif';

/** The style sheet of the picture. `auto` follows the reader's system. */
export function styleSheet(theme: Theme): string {
  const common =
    `text{font-family:${fonts};text-spacing-trim:space-all}` +
    'a{text-decoration:none}a:focus-visible rect,a:focus-visible polygon{stroke-width:3}';
  if (theme === 'auto') return `${common}${rules(false)}@media (prefers-color-scheme:dark){${rules(true)}}`;
  return common + rules(theme === 'dark');
}

/** The theme of outputs that cannot follow their reader's system. */
export function onPaper(theme: Theme): Exclude<Theme, 'auto'> {
  return theme === 'auto' ? 'light' : theme;
}
