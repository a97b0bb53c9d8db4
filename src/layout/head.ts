/**
 * What stands above a picture of a difference: title, summary, legend, and frames with whole sentences.
 *
 * Its letters grow with the picture, because a large picture is looked at small: on a slide they must be read, whatever the steps are.
 * Put on when all is placed, so that how much there is to say changes nothing about where steps stand.
 */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { FontWeight, Scene, SceneAlert, SceneLegendItem, ScenePanel, TextRole, TextRun } from '../model/scene.js';
import type { ChangeLook, LegendEntry } from '../model/view.js';
import { shiftGraph } from './frame.js';
import { margin } from './heading.js';
import { evenWidth } from './legend-rows.js';
import { alertAt, alertHeight, alertWidth } from './signs.js';

export interface Panel {
  readonly title: string;
  readonly tone: ScenePanel['tone'];
  /** `number`: as beside the step that it is about. */
  readonly sentences: readonly { readonly text: string; readonly number?: number; readonly look?: ChangeLook }[];
  /** Says that there are so many more. */
  readonly more: (count: number) => string;
}

export interface Head {
  readonly title: string;
  /** What is compared. */
  readonly subtitle: string;
  readonly summary: string;
  readonly panels: readonly Panel[];
  readonly legend: readonly LegendEntry[];
}

/** Sentences that a panel shows at least, however small the picture is, and at most. */
const sentences = { least: 6, most: 14 };
/** Of the picture's height, what panels may take with more than the least. */
const share = 0.35;
/** A picture of this size is read as it is. */
const legible = { width: 1100, height: 900 };
const largest = 2.2;
const pad = 12;

export function withHead(scene: Scene, head: Head): Scene {
  const scale = Math.min(largest, Math.max(1, scene.width / legible.width, scene.height / legible.height));
  const width = Math.max(scene.width - 2 * margin, 560);
  const runs: TextRun[] = [];
  let y = margin;
  const lines = (text: string, role: TextRole, size: number, weight: FontWeight, maxLines: number): void => {
    if (text === '') return;
    for (const line of wrap(text, { size, weight, maxWidth: width, maxLines }).lines) {
      runs.push(textAt(line, margin, y + size, { size, weight, role }));
      y += size * 1.4;
    }
  };
  lines(head.title, 'title', 20 * scale, 700, 3);
  lines(head.subtitle, 'subtitle', 12 * scale, 400, 2);
  y += 4 * scale;
  lines(head.summary, 'panel', 15 * scale, 700, 4);
  y += 8 * scale;
  const legend = legendRows(head.legend, y, width, scale);
  y = legend.bottom;
  const panels = placed(head.panels, { y, width, scale, height: scene.height * share });
  y = panels.reduce((bottom, { box }) => Math.max(bottom, box.y + box.height), y) + 16;
  // The graph begins below its own margin.
  const by = { x: 0, y: Math.ceil(y) - margin };
  return {
    ...shiftGraph(scene, by),
    width: Math.max(scene.width, Math.ceil(width + 2 * margin)),
    height: Math.ceil(scene.height + by.y),
    heading: runs,
    legend: legend.items,
    panels,
  };
}

function textAt(
  text: string,
  x: number,
  y: number,
  { size, weight, role }: Pick<TextRun, 'size' | 'weight' | 'role'>,
): TextRun {
  return { text, x, y, anchor: 'start', size, weight, width: measure(text, size, weight), role };
}

function legendRows(
  entries: readonly LegendEntry[],
  top: number,
  width: number,
  scale: number,
): { readonly items: readonly SceneLegendItem[]; readonly bottom: number } {
  const size = 13 * scale;
  const gap = 22 * scale;
  const fitted = entries.map((entry) => {
    const text = wrap(entry.text, { size, weight: 400, maxWidth: width - 60 * scale, maxLines: 1 }).lines[0] ?? '';
    const wide = entry.kind.endsWith('-edge') || entry.kind === 'change-ghost' ? 34 : 18;
    const swatch = { width: wide * scale, height: 18 * scale };
    return { entry, text, swatch, length: swatch.width + 6 * scale + measure(text, size, 400) };
  });
  const right =
    margin +
    evenWidth(
      fitted.map(({ length }) => length),
      gap,
      width,
    );
  const items: SceneLegendItem[] = [];
  let [x, y] = [margin, top];
  for (const { entry, text, swatch, length } of fitted) {
    // Sums of fractions differ by their order.
    if (x > margin && x + length > right + 0.01) [x, y] = [margin, y + 24 * scale];
    items.push({
      entry,
      swatch: { ...swatch, x, y },
      run: textAt(text, x + swatch.width + 6 * scale, y + 13.5 * scale, { size, weight: 400, role: 'legend' }),
    });
    x += length + gap;
  }
  return { items, bottom: items.length === 0 ? top : y + 28 * scale };
}

interface Room {
  readonly y: number;
  readonly width: number;
  readonly scale: number;
  /** For more than the least number of sentences, px. */
  readonly height: number;
}

/** Side by side where there is room for lines of a readable length. */
function placed(panels: readonly Panel[], room: Room): readonly ScenePanel[] {
  const gap = 16;
  const beside = panels.length > 1 && room.width > 820 * room.scale;
  const width = beside ? (room.width - gap * (panels.length - 1)) / panels.length : room.width;
  let { y } = room;
  const made = panels.map((panel, index) => {
    const one = drawn(panel, { x: margin + (beside ? index * (width + gap) : 0), y, width }, room);
    if (!beside) y += one.box.height + gap;
    return one;
  });
  if (!beside) return made;
  const height = Math.max(...made.map(({ box }) => box.height));
  return made.map((panel) => ({ ...panel, box: { ...panel.box, height } }));
}

function drawn(
  { title, tone, sentences: all, more }: Panel,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  { scale, height }: Room,
): ScenePanel {
  const size = 14 * scale;
  const line = size * 1.4;
  const numbered = all.some(({ number }) => number !== undefined);
  const widest = Math.max(0, ...all.map(({ number }) => (number === undefined ? 0 : alertWidth([number]))));
  const indent = numbered ? (widest + 8) * scale : 26 * scale;
  const runs: TextRun[] = [];
  const alerts: SceneAlert[] = [];
  const signs: ScenePanel['signs'][number][] = [];
  let at = y + pad;
  runs.push(textAt(title, x + pad, at + size, { size: 15 * scale, weight: 700, role: 'panel' }));
  at += line + 6 * scale;
  const begin = at;
  let shown = 0;
  for (const { text, number, look } of all.slice(0, sentences.most)) {
    const wrapped = wrap(text, { size, weight: 400, maxWidth: width - 2 * pad - indent, maxLines: 4 }).lines;
    if (shown >= sentences.least && at + wrapped.length * line - begin > height) break;
    if (look !== undefined) signs.push({ look, x: x + pad + 9 * scale, y: at + line / 2, radius: 8 * scale });
    if (number !== undefined)
      alerts.push(alertAt({ x: x + pad, y: at + (line - alertHeight * scale) / 2 - 1 }, [number], scale));
    wrapped.forEach((words, row) => {
      runs.push(textAt(words, x + pad + indent, at + size + row * line, { size, weight: 400, role: 'panel' }));
    });
    at += wrapped.length * line + 4 * scale;
    shown++;
  }
  if (shown < all.length) {
    runs.push(textAt(more(all.length - shown), x + pad + indent, at + size, { size, weight: 700, role: 'panel' }));
    at += line;
  }
  return { box: { x, y, width, height: at - y + pad }, tone, runs, alerts, signs };
}
