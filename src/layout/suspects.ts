/** What in a picture disturbs, and which nodes and connections a search should try elsewhere. */
import type { Scene, SceneEdge } from '../model/scene.js';
import type { Quality } from './quality.js';
import { forCrossings } from './crossings.js';
import { detourOf, isStraight } from './measures.js';

export function improvable(figures: Quality): boolean {
  return figures.violations.length > 0 || figures.crossings > 0 || figures.straightMain < figures.main;
}

/** Connections that cross others, each once. */
export function crossing(edges: readonly SceneEdge[]): Set<string> {
  const found = new Set<string>();
  forCrossings(edges, (one, two) => found.add(one.id).add(two.id));
  return found;
}

/** A detour of less, px, is what a crossing is worth. */
const long = 500;

/** Connections that go a long way round, the longest way first. */
export function roundabout(edges: readonly SceneEdge[]): SceneEdge[] {
  const detours = edges.map((edge) => ({ edge, detour: detourOf(edge.points) }));
  return detours
    .filter(({ detour }) => detour > long)
    .sort((a, b) => b.detour - a.detour)
    .map(({ edge }) => edge);
}

/** Connections that turn more often than one that has to get past something, those that turn most first. */
export function crooked(edges: readonly SceneEdge[]): SceneEdge[] {
  return edges.filter(({ points }) => points.length > 4).sort((a, b) => b.points.length - a.points.length);
}

/** Nodes at the ends of what disturbs, the most involved first. */
export function suspects(scene: Scene, detours: boolean): string[] {
  const blame = new Map<string, number>();
  const accuse = (id: string, by: number): void => {
    blame.set(id, (blame.get(id) ?? 0) + by);
  };
  const lane = new Map(scene.nodes.map((node) => [node.id, node.lane]));
  forCrossings(scene.edges, (one, two, times) => {
    for (const id of [one.from, one.to, two.from, two.to]) accuse(id, times);
  });
  for (const edge of scene.edges) {
    if (edge.main && !edge.back && !isStraight(edge.points) && lane.get(edge.from) === lane.get(edge.to)) {
      accuse(edge.from, 1);
      accuse(edge.to, 2);
    }
    const detour = detours ? detourOf(edge.points) : 0;
    if (detour > 0) {
      accuse(edge.from, 1 + detour / 800);
      accuse(edge.to, 1 + detour / 800);
    }
  }
  const order = new Map(scene.nodes.map((node, index) => [node.id, index]));
  return [...blame.entries()]
    .sort((a, b) => b[1] - a[1] || (order.get(a[0]) ?? 0) - (order.get(b[0]) ?? 0))
    .map(([id]) => id);
}
