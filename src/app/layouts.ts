/**
 * Views laid out once, wherever they are shown: pictures of one view in a file and on a page differ in nothing but where their links lead.
 *
 * Separate from drawing, because the outputs of a flow and the site of its project draw the same views. Invariant: a scene is the one that
 * `layout` would make of the view, whoever has asked before.
 */
import type { Scene } from '../model/scene.js';
import type { View } from '../model/view.js';

export interface Layouts {
  /** Whether this view has been asked for before, with whatever links. */
  has(view: View): boolean;
  /** With the links of this view. */
  layOut(view: View): Promise<Scene>;
  /** What has been laid out, each view as it was asked for first. */
  views(): readonly View[];
}

export function createLayouts(): Layouts {
  const known = new Map<string, { readonly view: View; readonly scene: Promise<Scene> }>();
  return {
    has: (view) => known.has(nameOf(view)),
    async layOut(view) {
      const name = nameOf(view);
      const entry = known.get(name) ?? { view, scene: laidOut(view) };
      known.set(name, entry);
      return linked(await entry.scene, view);
    },
    views: () => [...known.values()].map(({ view }) => view),
  };
}

async function laidOut(view: View): Promise<Scene> {
  const { layout } = await import('../layout/index.js');
  return layout(view);
}

/** All that the layout reads. */
function nameOf(view: View): string {
  return JSON.stringify({ ...view, nodes: view.nodes.map(({ href: _, ...node }) => node) });
}

function linked(scene: Scene, { nodes }: View): Scene {
  const links = new Map(nodes.map(({ id, href }) => [id, href]));
  return {
    ...scene,
    nodes: scene.nodes.map(({ href: _, ...node }) => {
      const href = links.get(node.id);
      return href === undefined ? node : { ...node, href };
    }),
  };
}
