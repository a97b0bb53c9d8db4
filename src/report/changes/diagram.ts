/**
 * Difference → a small Mermaid flowchart of what changed and what it touches, that GitHub and GitLab draw.
 *
 * Of a difference alone, so it shows the steps and connections that changed and their ends, not the whole flow. Marks stand in the
 * labels, because colour alone tells nothing to some readers. Invariant: an author's label can only ever be a label.
 */
import { quoted } from '../../base/mermaid-text.js';
import type { Difference, EdgeChange, Named, NodeChange, NodeStanding } from '../../model/difference.js';
import { edgeLabel } from './telling.js';
import type { Voice } from './values.js';

type Look = 'added' | 'removed' | 'moved' | 'changed' | 'same';

const signs: Readonly<Record<Look, string>> = { added: '＋ ', removed: '－ ', moved: '→ ', changed: '～ ', same: '' };

/** Readable on a light and on a dark page, because each says the colour of its text, too. */
const classes: Readonly<Record<Look, string>> = {
  added: 'fill:#dafbe1,stroke:#1a7f37,stroke-width:3px,color:#0b3d1a',
  removed: 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:6 4,color:#6e1018',
  moved: 'fill:#ddf4ff,stroke:#0969da,stroke-width:3px,color:#0a3069',
  changed: 'fill:#fff8c5,stroke:#9a6700,stroke-width:3px,color:#4d3800',
  same: 'fill:#f6f8fa,stroke:#6e7781,stroke-width:1px,color:#24292f',
};

const lines: Readonly<Record<Look, string>> = {
  added: 'stroke:#1a7f37,stroke-width:3px',
  removed: 'stroke:#cf222e,stroke-width:2px,stroke-dasharray:6 4',
  moved: 'stroke:#0969da,stroke-width:3px',
  changed: 'stroke:#9a6700,stroke-width:2px',
  same: 'stroke:#6e7781,stroke-width:1px',
};

/** More than this, nobody makes out on the width of a comment. */
const most = 60;

interface Box {
  readonly key: string;
  readonly name: string;
  readonly standing?: NodeStanding;
  readonly look: Look;
  readonly note: string;
}

/** Undefined if nothing of it can be drawn, or too much. */
export function changeDiagram(difference: Difference, voice: Voice): string | undefined {
  const { nodes, edges } = difference;
  const boxes = new Map<string, Box>();
  /** Ids after → ids before: what an edge before calls a node that has another id now. */
  const now = new Map(nodes.flatMap(({ before, after }) => (before && after ? [[before.id, after.id] as const] : [])));
  const gone = new Set(nodes.flatMap(({ before, after }) => (after === undefined && before ? [before.id] : [])));
  const keyOf = (side: 'before' | 'after', id: string): string =>
    side === 'after' ? id : gone.has(id) ? `- ${id}` : (now.get(id) ?? id);

  for (const change of nodes) {
    const standing = change.after ?? change.before;
    const look = lookOf(change);
    if (standing === undefined || look === 'same') continue;
    const key = keyOf(change.after ? 'after' : 'before', standing.id);
    boxes.set(key, { key, name: voice.name(standing), standing, look, note: noteOf(change, voice) });
  }
  const arrows = edges.flatMap((change) => arrowsOf(change, keyOf, voice));
  const ends = edges.flatMap((change) => endsOf(change, keyOf));
  for (const [key, named] of ends) {
    if (!boxes.has(key)) boxes.set(key, { key, name: voice.name(named), look: 'same', note: '' });
  }
  if (boxes.size === 0 || boxes.size > most || arrows.length > 2 * most) return undefined;

  const ids = new Map([...boxes.keys()].map((key, index) => [key, `n${String(index)}`]));
  const used = [...new Set([...boxes.values()].map(({ look }) => look))];
  return [
    'flowchart TB',
    ...[...boxes.values()].map((box) => `  ${ids.get(box.key) ?? ''}${shape(box)}:::${box.look}`),
    ...arrows.map(({ from, to, label, dashed }) => {
      const line = dashed ? '-.->' : '-->';
      const text = label === '' ? '' : `|${quoted(label)}|`;
      return `  ${ids.get(from) ?? ''} ${line}${text} ${ids.get(to) ?? ''}`;
    }),
    ...used.map((look) => `  classDef ${look} ${classes[look]}`),
    ...arrows.map(({ look }, index) => `  linkStyle ${String(index)} ${lines[look]}`),
    '',
  ].join('\n');
}

/** Another id alone is nothing that a picture shows. */
function lookOf({ status, marks, changes }: NodeChange): Look {
  if (status !== 'changed') return status;
  if (marks.includes('moved')) return 'moved';
  return changes.some(({ kind }) => kind === 'meaning') ? 'changed' : 'same';
}

/** Where it was moved to, and what it was called. */
function noteOf({ status, before, after }: NodeChange, voice: Voice): string {
  if (status !== 'changed' || before === undefined || after === undefined) return '';
  const old = voice.name(before);
  const called = old === voice.name(after) ? [] : [`← ${old}`];
  const pairs = [
    [before.owner, after.owner],
    [before.phase, after.phase],
  ] as const;
  const moves = pairs.flatMap(([from, to]) => {
    const [left, right] = [from, to].map((one) => (one === undefined ? voice.phrases.nothing : voice.name(one)));
    return left === right ? [] : [`${left ?? ''} → ${right ?? ''}`];
  });
  return [...called, ...moves].join(' · ');
}

function shape({ name, standing, look, note }: Box): string {
  const text = quoted(signs[look] + name, ...(note === '' ? [] : [note]));
  switch (standing?.type) {
    case 'start':
    case 'end':
      return `([${text}])`;
    case 'decision':
      return `{${text}}`;
    case 'subflow':
      return `[[${text}]]`;
    case 'wait':
      return `{{${text}}}`;
    default:
      return `(${text})`;
  }
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly look: Look;
  readonly dashed: boolean;
}

type KeyOf = (side: 'before' | 'after', id: string) => string;

/** One that leads elsewhere is drawn twice: where it led, and where it leads. */
function arrowsOf({ status, before, after, marks }: EdgeChange, keyOf: KeyOf, voice: Voice): readonly Arrow[] {
  const arrow = (side: 'before' | 'after', edge: EdgeChange['after'], look: Look): readonly Arrow[] =>
    edge === undefined
      ? []
      : [
          {
            from: keyOf(side, edge.from.id),
            to: keyOf(side, edge.to.id),
            label: `${signs[look]}${edgeLabel(edge, voice)}`.trim(),
            look,
            dashed: look === 'removed' || edge.way === 'timeout',
          },
        ];
  if (status === 'added') return arrow('after', after, 'added');
  if (status === 'removed') return arrow('before', before, 'removed');
  if (marks.includes('rewired')) return [...arrow('before', before, 'removed'), ...arrow('after', after, 'added')];
  return marks.includes('meaning') ? arrow('after', after, 'changed') : [];
}

function endsOf(change: EdgeChange, keyOf: KeyOf): readonly (readonly [string, Named])[] {
  const { before, after, status, marks } = change;
  if (status === 'changed' && !marks.includes('rewired') && !marks.includes('meaning')) return [];
  const old = status === 'changed' && !marks.includes('rewired') ? undefined : before;
  return [
    ...(old ? [old.from, old.to].map((one) => [keyOf('before', one.id), one] as const) : []),
    ...(after ? [after.from, after.to].map((one) => [keyOf('after', one.id), one] as const) : []),
  ];
}
