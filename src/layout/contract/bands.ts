/** Nodes lie in their lane and phase, bands keep their order, nothing runs on a border, and headers keep their words whole. */
import type { Box, Scene, SceneBand } from '../../model/scene.js';
import { measure } from '../../base/text/measure.js';
import { widestHeaderWord } from '../bands.js';
import { alongFlow, inside, segmentsOf, type Stretch } from '../measures.js';
import type { Report } from './rule.js';

export function checkBands(scene: Scene, report: Report): void {
  const across = scene.direction === 'down' ? 'x' : 'y';
  const along = scene.direction === 'down' ? 'y' : 'x';
  const bands = new Map(scene.bands.map((band) => [`${band.kind} ${band.id}`, band]));
  const columns = new Map<string, SceneBand[]>();
  for (const band of scene.bands)
    if (band.kind === 'phase') columns.set(band.id, [...(columns.get(band.id) ?? []), band]);
  for (const node of scene.nodes) {
    const lane = node.lane === undefined ? undefined : bands.get(`lane ${node.lane}`);
    const phase = node.phase === undefined ? undefined : columns.get(node.phase);
    if (lane !== undefined && !inside(node.box, lane.box)) report('out-of-lane', node.id);
    if (phase?.some(({ box }) => inside(node.box, box)) === false) report('out-of-phase', node.id);
    if (node.lane !== undefined && lane === undefined) report('out-of-lane', `${node.id} has no lane in the picture`);
  }
  for (const [kind, axis] of [
    ['lane', across],
    ['phase', along],
  ] as const) {
    const list = scene.bands.filter((band) => band.kind === kind);
    list.forEach((band, index) => {
      const next = list[index + 1];
      if (next === undefined || next.box[axis] > band.box[axis]) return;
      // In the next column phases begin again.
      const [end, begin] = [band.box[across] + band.box[across === 'x' ? 'width' : 'height'], next.box[across]];
      if (kind === 'lane' || begin < end) report('band-order', `${band.id} and ${next.id}`);
    });
  }
  for (const band of scene.bands) {
    const word = tornWord(band);
    if (word !== undefined && word.width <= widestHeaderWord(band.kind, scene.direction))
      report('torn-word', `"${word.text}" of ${band.id}`);
  }
  for (const edge of scene.edges) {
    for (const stretch of segmentsOf(edge.points)) {
      for (const { id, box } of scene.bands)
        if (rides(stretch, box)) report('shared-stretch', `${edge.id} runs on the border of ${id}`);
    }
  }
}

/** The first word of a header, of a script that parts words by spaces, that goes on in the next line. */
function tornWord({ full, runs }: SceneBand): { readonly text: string; readonly width: number } | undefined {
  let at = 0;
  for (const { text, size, weight } of runs) {
    const found = full.indexOf(text, at);
    if (found < 0) return undefined;
    at = found + text.length;
    const before = wordEnd.exec(full.slice(0, at))?.[0];
    const after = wordStart.exec(full.slice(at))?.[0];
    if (before === undefined || after === undefined) continue;
    return { text: before + after, width: measure(before + after, size, weight) };
  }
  return undefined;
}

const wordEnd = /[^\s\p{Script=Han}]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]$/u;
const wordStart = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}][^\s\p{Script=Han}]*/u;

/** Whether a stretch runs on the border of a box. */
function rides(stretch: Stretch, box: Box): boolean {
  const { a, b } = stretch;
  if (alongFlow(stretch) <= 2) return false;
  return a.x === b.x
    ? (a.x === box.x || a.x === box.x + box.width) && meets(a.y, b.y, box.y, box.height)
    : (a.y === box.y || a.y === box.y + box.height) && meets(a.x, b.x, box.x, box.width);
}

const meets = (a: number, b: number, from: number, length: number): boolean =>
  Math.min(a, b) < from + length && Math.max(a, b) > from;
