/**
 * The contract of a diagram, measured on a Scene.
 *
 * Hard rules must have no violation: they make a picture wrong (something hidden, ambiguous, in the wrong lane). Soft figures
 * make it better or worse and decide between candidate layouts. The layout asks the same report as the tests, so the two
 * cannot disagree about what is good.
 */
import type { Scene } from '../model/scene.js';
import { checkBands } from './contract/bands.js';
import { checkEdges } from './contract/edges.js';
import { checkLabels } from './contract/labels.js';
import { checkNodes } from './contract/nodes.js';
import type { Report, Violation } from './contract/rule.js';
import { countCrossings } from './crossings.js';
import { detourOf, isStraight, lengthOf } from './measures.js';

export { hardRules, type HardRule, type Violation } from './contract/rule.js';

export interface Quality {
  readonly violations: readonly Violation[];
  readonly crossings: number;
  readonly bends: number;
  /** Total length of connections, px. */
  readonly length: number;
  /** How much longer connections are than any plain way between their ends, px in all: those round half the picture. */
  readonly detours: number;
  /** Connections between lanes that run as one straight line. */
  readonly levelHandoffs: number;
  readonly handoffs: number;
  /** Main-branch connections within a lane that run as one straight line, and all of them. */
  readonly straightMain: number;
  readonly main: number;
  /** Width divided by height. */
  readonly aspect: number;
  /** px². */
  readonly area: number;
}

export function quality(scene: Scene): Quality {
  const violations: Violation[] = [];
  const report: Report = (rule, what) => {
    violations.push({ rule, what });
  };
  checkNodes(scene, report);
  checkEdges(scene, report);
  checkLabels(scene, report);
  checkBands(scene, report);
  const lane = new Map(scene.nodes.map((node) => [node.id, node.lane]));
  const handoffs = scene.edges.filter((edge) => !edge.back && lane.get(edge.from) !== lane.get(edge.to));
  const main = scene.edges.filter((edge) => edge.main && !edge.back && lane.get(edge.from) === lane.get(edge.to));
  return {
    violations,
    crossings: countCrossings(scene.edges),
    bends: scene.edges.reduce((sum, edge) => sum + edge.points.length - 2, 0),
    length: Math.round(scene.edges.reduce((sum, { points }) => sum + lengthOf(points), 0)),
    detours: Math.round(scene.edges.reduce((sum, { points }) => sum + detourOf(points), 0)),
    levelHandoffs: handoffs.filter((edge) => isStraight(edge.points)).length,
    handoffs: handoffs.length,
    straightMain: main.filter((edge) => isStraight(edge.points)).length,
    main: main.length,
    aspect: scene.width / scene.height,
    area: Math.round(scene.width * scene.height),
  };
}
