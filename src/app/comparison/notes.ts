/** What has changed of a step or a connection, in a few words that stand right there: what weighs most first. */
import { changeOf, type EdgeChange, type NodeChange, type PropertyChange } from '../../model/difference.js';
import { told, type Voice } from '../../report/changes/values.js';
import type { ComparisonPhrases } from './phrases.js';

/** More lines than these are read in the list of changes. */
const most = 4;

/** Who does it and how long it may take are what reviewers look for; what is not named comes after, in the order of the language. */
const weight: readonly string[] = ['owner', 'phase', 'sla', 'kind', 'type', 'name', 'duration', 'accountable', 'flow'];

const rank = ({ path }: PropertyChange): number => {
  const at = weight.indexOf(path);
  return at === -1 ? weight.length : at;
};

/** Of a step that is on both sides. */
export function nodeNotes(change: NodeChange, voice: Voice, phrases: ComparisonPhrases): readonly string[] {
  const { before, after, changes } = change;
  const [old, now] = [before, after].map((standing) => (standing === undefined ? '' : voice.name(standing)));
  const lines = changes
    .filter(({ kind, path }) => kind === 'meaning' && path !== 'name')
    .map((one) => ({
      rank: rank(one),
      // Names of owners and phases tell by themselves what they are.
      text:
        one.path === 'owner' || one.path === 'phase'
          ? valuesOf('node', one, voice)
          : noteOf('node', one, voice, phrases),
    }));
  if (old !== now) lines.push({ rank: weight.indexOf('name'), text: phrases.renamed(old ?? '') });
  const texts = lines.sort((a, b) => a.rank - b.rank).map(({ text }) => text);
  return texts.length > most ? [...texts.slice(0, most - 1), phrases.more(texts.length - most + 1)] : texts;
}

/** Where a step has gone: the names of what is other there. */
export function newPlace({ changes, after }: NodeChange, voice: Voice): string {
  const moved = (['owner', 'phase'] as const).filter((path) => changes.some((change) => change.path === path));
  return moved
    .map((path) => after?.[path])
    .map((named) => (named === undefined ? voice.phrases.nothing : voice.name(named)))
    .join(' · ');
}

/** The label of a connection that is on both sides; `labels`: what the pictures of each side alone have there. */
export function edgeLabel(
  change: EdgeChange,
  labels: { readonly before: string; readonly after: string },
  voice: Voice,
  phrases: ComparisonPhrases,
): string {
  const limit = changeOf(change, 'after');
  const { nothing } = voice.phrases;
  const first =
    limit !== undefined
      ? valuesOf('edge', limit, voice)
      : labels.before === labels.after
        ? labels.after
        : `${labels.before || nothing} → ${labels.after || nothing}`;
  const rest = change.changes
    .filter(({ kind, path }) => kind === 'meaning' && path !== 'after' && path !== 'when' && path !== 'otherwise')
    .map((one) => noteOf('edge', one, voice, phrases));
  return [first, ...rest.slice(0, 2)].filter((line) => line !== '').join('\n');
}

function noteOf(of: 'node' | 'edge', change: PropertyChange, voice: Voice, { colon }: ComparisonPhrases): string {
  const label = voice.phrases.properties[change.path] ?? change.path;
  return `${label}${colon}${valuesOf(of, change, voice)}`;
}

function valuesOf(of: 'node' | 'edge', change: PropertyChange, voice: Voice): string {
  const { before, after, added = [], removed = [], reordered } = told(of, change, voice);
  const lists = [...removed.map((item) => `－${item}`), ...added.map((item) => `＋${item}`)];
  const { nothing } = voice.phrases;
  if (reordered === true) return voice.phrases.reordered;
  return lists.length > 0 ? lists.join(' ') : `${before ?? nothing} → ${after ?? nothing}`;
}
