/**
 * The classes of the picture, painted with the colours of a theme. Literal values in classes, not CSS variables: rasterisers and office
 * programs read the same file.
 */
import { hueCount } from '../../model/view.js';
import { themes } from '../themes/index.js';
import { paintedNodes, type Colours } from '../theme/colours.js';
import type { Look } from '../format.js';

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
}

/** Hues of owners, by declaration order, repeating after these, and sooner where a theme has fewer. */
export { hueCount };

function paints({ roles, lanes, nodes }: Colours): ReadonlyMap<string, Paint> {
  const fill = (colour: string): Paint => ({ fill: colour });
  const stroke = (colour: string): Paint => ({ fill: 'none', stroke: colour });
  const box = (paint: { fill: string; line: string }): Paint => ({ fill: paint.fill, stroke: paint.line });
  return new Map<string, Paint>([
    ['page', fill(roles.ground)],
    ['frame', stroke(roles.frame)],
    ['lane', fill(roles.band)],
    ['lane-odd', fill(roles['band-odd'])],
    ['border', stroke(roles.border)],
    ['phase-border', stroke(roles.frame)],
    ['phase-header', fill(roles.header)],
    ['text', fill(roles.ink)],
    ['muted', fill(roles.muted)],
    ['condition', fill(roles.accent)],
    ['line', stroke(roles.line)],
    ['head', fill(roles.line)],
    ['line-timeout', stroke(roles.warning)],
    ['head-timeout', fill(roles.warning)],
    ['dimmed', { fill: roles.ground, stroke: faded(roles) }],
    ['line-dimmed', stroke(faded(roles))],
    ['head-dimmed', fill(faded(roles))],
    ['condition-timeout', fill(roles.warning)],
    ['icon', stroke(roles.muted)],
    ['icon-warning', stroke(roles.warning)],
    ['icon-alarm', stroke(roles.failure)],
    ['mark-success', stroke(roles.success)],
    ['mark-failure', stroke(roles.failure)],
    ['divider', stroke(roles.border)],
    ['clock', { fill: roles.ground, stroke: roles.warning }],
    ['clock-calm', box(nodes.wait)],
    ['status-approved', stroke(roles.success)],
    ['status-review', stroke(roles.warning)],
    ['status-draft', stroke(roles.warning)],
    ['status-retired', stroke(roles.failure)],
    ['status-approved-text', fill(roles.success)],
    ['status-review-text', fill(roles.warning)],
    ['status-draft-text', fill(roles.warning)],
    ['status-retired-text', fill(roles.failure)],
    ...paintedNodes.map((name): [string, Paint] => [name, box(nodes[name])]),
    ['connector', { fill: roles.ground, stroke: roles.line }],
    ['store-lid', stroke(nodes.store.line)],
    ['phase', { fill: roles['band-odd'], stroke: roles.line }],
    ['party-mark', stroke(nodes.party.line)],
    ['bar', fill(roles.bar)],
    ...ofTables(roles),
    ...ofDifferences({ roles, nodes }),
    ...Array.from({ length: hueCount }, (_, index) => lanes[index % lanes.length]).flatMap(
      (paint, index): [string, Paint][] =>
        paint === undefined
          ? []
          : [
              [`hue-${index}`, fill(paint.fill)],
              [`accent-${index}`, fill(paint.line)],
            ],
    ),
  ]);
}

/** Marks in matrices: what matters most is filled, the rest is an outline on the ground. Their letters say the same. */
function ofTables(roles: Colours['roles']): [string, Paint][] {
  const filled = { responsible: roles.accent, accountable: roles.success, used: roles.accent, missing: roles.failure };
  const outlined = {
    consulted: roles.accent,
    informed: roles.muted,
    idle: roles.muted,
    good: roles.success,
    warning: roles.warning,
    bad: roles.failure,
    neutral: roles.muted,
  };
  return [
    ['cell', { fill: roles.band }],
    ...Object.entries(filled).flatMap(([tone, colour]): [string, Paint][] => [
      [`chip-${tone}`, { fill: colour, stroke: colour }],
      [`chip-${tone}-text`, { fill: roles.ground }],
    ]),
    ...Object.entries(outlined).flatMap(([tone, colour]): [string, Paint][] => [
      [`chip-${tone}`, { fill: roles.ground, stroke: colour }],
      [`chip-${tone}-text`, { fill: colour }],
    ]),
  ];
}

/** What has become of a step or a connection. Signs and dashes say the same to who sees no colours. */
function ofDifferences({ roles, nodes }: Pick<Colours, 'roles' | 'nodes'>): [string, Paint][] {
  const colours = { added: roles.success, removed: roles.failure, changed: roles.warning, moved: roles.accent };
  return Object.entries(colours)
    .flatMap(([look, colour]): [string, Paint][] => [
      [`change-${look}`, { fill: roles.ground, stroke: colour }],
      [`change-${look}-sign`, { fill: colour, stroke: roles.ground }],
      [`line-${look}`, { fill: 'none', stroke: colour }],
      // What is gone has an arrowhead that is an outline.
      [`head-${look}`, look === 'removed' ? { fill: roles.ground, stroke: colour } : { fill: colour }],
      [`note-${look}`, { fill: colour }],
    ])
    .concat([
      ['ghost', { fill: roles.ground, stroke: roles.accent }],
      ['panel', { fill: roles['band-odd'], stroke: roles.border }],
      ['panel-alarm', { fill: roles['band-odd'], stroke: roles.failure }],
      ['alert', { fill: roles.failure, stroke: roles.ground }],
      ['alert-icon', { fill: 'none', stroke: roles.ground }],
      ['alert-text', { fill: roles.ground }],
      ['quiet-approval', { fill: nodes.approval.fill, stroke: faded(roles) }],
    ]);
}

/** What is only context: a quarter of the way from what is muted to the ground, which still leaves lines 3:1 (tested). */
function faded({ muted, ground }: Colours['roles']): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [muted, ground].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((from ?? 0) * 0.75 + (to ?? 0) * 0.25);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** A theme that does not change with its reader. */
export type FixedLook = Exclude<Look, 'auto'>;

/** Colours from outside end up in a style sheet, where a text would be code. */
function checked(colours: Colours): Colours {
  const all = [
    ...Object.values(colours.roles),
    ...[...colours.lanes, ...Object.values(colours.nodes)].flatMap(({ fill, line }) => [fill, line]),
  ];
  const wrong = all.find((colour) => !/^#[0-9a-f]{6}$/iu.test(colour));
  if (wrong !== undefined) throw new TypeError(`no colour is called ${JSON.stringify(wrong)}`);
  return colours;
}

export function coloursOf(look: FixedLook): Colours {
  if (typeof look !== 'string') return checked(look);
  const theme = themes.find(({ id }) => id === look);
  if (theme === undefined) throw new TypeError(`no theme is called ${JSON.stringify(look)}`);
  return theme;
}

/** All classes, for what cannot read a style sheet. */
export function paintsOf(look: FixedLook): ReadonlyMap<string, Paint> {
  return paints(coloursOf(look));
}

/** What only matrices have is left out of pictures of graphs. */
type Kind = 'graph' | 'table' | 'difference';
/** Classes of one kind of picture alone: the others should not carry them. */
const alone = {
  table: /^(?:cell$|chip-)/u,
  difference: /^(?:change|line|head|note)-(?:added|removed|changed|moved)|^(?:ghost|panel|alert|quiet-approval)/u,
} as const;

function rules(look: FixedLook, kind: Kind, within = ''): string {
  return [...paintsOf(look)]
    .filter(([name]) => Object.entries(alone).every(([only, names]) => kind === only || !names.test(name)))
    .map(([name, { fill, stroke }]) => {
      const declarations = [fill === undefined ? '' : `fill:${fill}`, stroke === undefined ? '' : `stroke:${stroke}`];
      return `${within}.${name}{${declarations.filter((declaration) => declaration !== '').join(';')}}`;
    })
    .join('');
}

const fonts = '"Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Helvetica Neue",Arial,sans-serif';

/** The style sheet of the picture. `auto` follows the reader's system, but not onto paper. */
export function styleSheet(look: Look, kind: Kind = 'graph'): string {
  const common =
    `text{font-family:${fonts};text-spacing-trim:space-all}` +
    'a{text-decoration:none}a:focus-visible{outline:3px solid currentColor;outline-offset:3px}' +
    'a:hover rect,a:hover polygon,a:focus-visible rect,a:focus-visible polygon{stroke-width:2.5}';
  if (look !== 'auto') return common + rules(look, kind);
  // LibreOffice reads past `@media` and takes the last rule it understands. The dark rules stand first, in words it does not understand, and
  // win in browsers because they say more.
  return `${common}@media screen and (prefers-color-scheme:dark){${rules('dark', kind, ':root ')}}${rules('light', kind)}`;
}

/** The theme of outputs that cannot follow their reader's system. */
export function onPaper(look: Look): FixedLook {
  return look === 'auto' ? 'light' : look;
}
