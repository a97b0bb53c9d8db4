/** Every example in every view, direction and language keeps the contract. */
import { describe, expect, it } from 'vitest';
import { directionOf, layout, quality } from '../../src/layout/index.js';
import { judge } from '../../src/layout/judge.js';
import { project, views } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { partsOf } from '../fixtures/parts.js';

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
          expect(scene.nodes.map((node) => node.id)).toEqual(view.nodes.map((node) => node.id));
          expect(scene.edges.map((edge) => edge.id)).toEqual(view.edges.map((edge) => edge.id));
        }
      }
    },
  );

  // In turn downwards and across, and owners' steps as swimlanes only: every part in every way would take minutes.
  it.each(views.map(({ id }) => id))('so do its parts, in view %s', { timeout: 120_000 }, async (id) => {
    const parts = partsOf(process).filter(({ owner }) => id !== 'flow' || owner === undefined);
    for (const [index, filter] of parts.entries()) {
      for (const direction of id === 'data-flow' ? directions : directions.slice(index % 2, (index % 2) + 1)) {
        const scene = await layout(project(process, id, { language: process.language, direction, filter }));
        expect(quality(scene).violations, `${direction}, ${JSON.stringify(filter)}`).toEqual([]);
      }
    }
  });

  it('in direction auto is as good a picture as in the other one', { timeout: 60_000 }, async () => {
    const view = project(process, 'swimlane', { language: process.language, direction: 'auto' });
    const auto = await layout(view);
    expect(await directionOf(view)).toBe(auto.direction);
    const other = await layout({ ...view, direction: auto.direction === 'down' ? 'right' : 'down' });
    expect(judge(auto).price).toBeLessThan(1.07 * judge(other).price);
  });

  it('in direction auto is no strip', async () => {
    const { aspect } = quality(
      await layout(project(process, 'swimlane', { language: process.language, direction: 'auto' })),
    );
    expect(aspect).toBeGreaterThan(0.4);
    expect(aspect).toBeLessThan(3);
  });
});
