/**
 * How the Mermaid picture looks, in light and dark: colours of the page and a class for each kind of node and band.
 *
 * Every colour comes with its text colour, because a host's dark page must not make a label vanish.
 */
import type { ViewNode } from '../../model/view.js';
import type { Theme } from '../format.js';

const classes = [
  'start',
  'finish',
  'success',
  'failure',
  'manual',
  'approval',
  'system',
  'notify',
  'decision',
  'bar',
  'wait',
  'subflow',
  'store',
  'party',
  'lane',
  'external',
  'group',
] as const;
export type ClassName = (typeof classes)[number];

interface Look {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  readonly more?: string;
}

interface Page {
  readonly variables: Readonly<Record<string, string | boolean>>;
  readonly looks: Readonly<Record<ClassName, Look>>;
}

const heavy = 'stroke-width:3px';
const dashed = 'stroke-dasharray:5 4';

function page(dark: boolean, ink: string, paper: string, line: string, band: string, hues: Hues): Page {
  const of = ([fill, stroke]: readonly [string, string], more?: string): Look => ({
    fill,
    stroke,
    text: ink,
    ...(more === undefined ? {} : { more }),
  });
  return {
    variables: {
      darkMode: dark,
      background: paper,
      fontFamily: "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', sans-serif",
      fontSize: '14px',
      primaryColor: paper,
      primaryTextColor: ink,
      primaryBorderColor: line,
      lineColor: line,
      textColor: ink,
      titleColor: ink,
      clusterBkg: band,
      clusterBorder: line,
      edgeLabelBackground: paper,
    },
    looks: {
      start: of(hues.green),
      finish: of([band, ink], heavy),
      success: of(hues.green, heavy),
      failure: of(hues.red, heavy),
      manual: of([paper, line]),
      approval: of(hues.orange),
      system: of([band, line], dashed),
      notify: of(hues.blue),
      decision: of(hues.yellow),
      bar: { fill: line, stroke: line, text: paper },
      wait: of(hues.violet),
      subflow: of(hues.blue),
      store: of(hues.blue),
      party: of([band, ink], heavy),
      lane: of([band, line]),
      external: of([paper, line], dashed),
      group: of([paper, line]),
    },
  };
}

/** Fill and line of each hue. */
type Hues = Readonly<Record<'green' | 'red' | 'yellow' | 'orange' | 'violet' | 'blue', readonly [string, string]>>;

const light = page(false, '#1f2937', '#ffffff', '#64748b', '#f6f8fa', {
  green: ['#e3f6ea', '#15803d'],
  red: ['#fde8e8', '#b91c1c'],
  yellow: ['#fdf3d0', '#a16207'],
  orange: ['#fdebdc', '#c2410c'],
  violet: ['#efe9fd', '#6d28d9'],
  blue: ['#e4f0fb', '#1d6fb8'],
});

const dark = page(true, '#e6edf3', '#161b22', '#8b98a9', '#1f2630', {
  green: ['#12331f', '#3fb968'],
  red: ['#421a1c', '#f0716f'],
  yellow: ['#3d3110', '#d9a521'],
  orange: ['#43260f', '#f08c4a'],
  violet: ['#2c2148', '#a78bfa'],
  blue: ['#122d45', '#58a6ec'],
});

/** Mermaid text is of one theme; `auto`, which only an SVG can follow, is light. */
export function pageOf(theme: Theme): Page {
  return theme === 'dark' ? dark : light;
}

export function classOf(node: ViewNode): ClassName {
  switch (node.type) {
    case 'task':
      return node.kind ?? 'manual';
    case 'end':
      return node.outcome === 'success' || node.outcome === 'failure' ? node.outcome : 'finish';
    case 'fork':
    case 'join':
      return 'bar';
    default:
      return node.type;
  }
}

/** The `classDef` lines for the classes that occur, in a fixed order. */
export function classDefinitions(used: ReadonlySet<ClassName>, theme: Theme): readonly string[] {
  const { looks } = pageOf(theme);
  return classes
    .filter((name) => used.has(name))
    .map((name) => {
      const { fill, stroke, text, more } = looks[name];
      return `classDef ${name} fill:${fill},stroke:${stroke},color:${text}${more === undefined ? '' : `,${more}`}`;
    });
}
