/**
 * How the Mermaid picture looks, in light and dark: colours of the page and a class for each kind of node and band.
 *
 * Every colour comes with its text colour, because a host's dark page must not make a label vanish.
 */
import type { ViewNode } from '../../model/view.js';
import type { Look as ThemeLook } from '../format.js';
import { coloursOf, onPaper } from '../svg/palette.js';
import type { Colours, Paint } from '../theme/colours.js';
import { isDark } from '../theme/contrast.js';

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
  'phase',
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

function page({ roles, nodes }: Colours, darkMode: boolean): Page {
  const of = ({ fill, line }: Paint, more?: string): Look => ({
    fill,
    stroke: line,
    text: roles.ink,
    ...(more === undefined ? {} : { more }),
  });
  const band: Paint = { fill: roles['band-odd'], line: roles.frame };
  return {
    variables: {
      darkMode,
      background: roles.ground,
      fontFamily: "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', sans-serif",
      fontSize: '14px',
      primaryColor: nodes.task.fill,
      primaryTextColor: roles.ink,
      primaryBorderColor: nodes.task.line,
      lineColor: roles.line,
      textColor: roles.ink,
      titleColor: roles.ink,
      clusterBkg: band.fill,
      clusterBorder: band.line,
      edgeLabelBackground: roles.ground,
    },
    looks: {
      start: of(nodes.start),
      finish: of(nodes.end, heavy),
      success: of(nodes.success, heavy),
      failure: of(nodes.failure, heavy),
      manual: of(nodes.task),
      approval: of(nodes.approval),
      system: of(nodes.task, dashed),
      notify: of(nodes.task),
      decision: of(nodes.decision),
      bar: { fill: roles.bar, stroke: roles.bar, text: roles.ground },
      phase: of({ fill: roles['band-odd'], line: roles.line }),
      wait: of(nodes.wait),
      subflow: of(nodes.subflow),
      store: of(nodes.store),
      party: of(nodes.party, heavy),
      lane: of(band),
      external: of({ ...band, fill: roles.ground }, dashed),
      group: of({ ...band, fill: roles.ground }),
    },
  };
}

/** Mermaid text is of one theme; `auto`, which only an SVG can follow, is light. */
export function pageOf(look: ThemeLook): Page {
  const colours = coloursOf(onPaper(look));
  return page(colours, isDark(colours));
}

export function classOf(node: ViewNode): ClassName {
  switch (node.type) {
    case 'task':
      return node.kind ?? 'manual';
    case 'end':
      return node.outcome === 'success' || node.outcome === 'failure' ? node.outcome : 'finish';
    case 'connector':
      return 'manual';
    case 'fork':
    case 'join':
      return 'bar';
    default:
      return node.type;
  }
}

/** The `classDef` lines for the classes that occur, in a fixed order. */
export function classDefinitions(used: ReadonlySet<ClassName>, look: ThemeLook): readonly string[] {
  const { looks } = pageOf(look);
  return classes
    .filter((name) => used.has(name))
    .map((name) => {
      const { fill, stroke, text, more } = looks[name];
      return `classDef ${name} fill:${fill},stroke:${stroke},color:${text}${more === undefined ? '' : `,${more}`}`;
    });
}
