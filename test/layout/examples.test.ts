/** Every example in every view, direction and language keeps the contract. */
import { describe, expect, it } from 'vitest';
import { layout, quality } from '../../src/layout/index.js';
import { project, views } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';

const directions = ['down', 'right'] as const;

describe.each(examples)('%s', (_, process) => {
  it.each(views.map(({ id }) => id))(
    'in view %s has nothing hidden, ambiguous or out of place',
    { timeout: 60_000 },
    async (id) => {
      for (const language of process.languages) {
        for (const direction of directions) {
          const view = project(process, id, { language, direction });
          const scene = await layout(view);
          expect(quality(scene).violations, `${direction}, ${language}`).toEqual([]);
          expect(scene.nodes.map((node) => node.id)).toEqual(process.nodes.map((node) => node.id));
          expect(scene.edges.map((edge) => edge.id)).toEqual(process.edges.map((edge) => edge.id));
        }
      }
    },
  );

  it('in direction auto is no strip', async () => {
    const { aspect } = quality(
      await layout(project(process, 'swimlane', { language: process.language, direction: 'auto' })),
    );
    expect(aspect).toBeGreaterThan(0.4);
    expect(aspect).toBeLessThan(3);
  });
});
