/** What rules about the picture read. It is made by the layout, which this folder does not know, and handed down by `app/`. */
import type { Scene } from '../model/scene.js';

export interface Crossing {
  /** Ids of edges, the earlier one first. */
  readonly edges: readonly [string, string];
  readonly times: number;
}

export interface Drawing {
  readonly scene: Scene;
  readonly crossings: readonly Crossing[];
}
