/** Views laid out once: the scene is the same as if nobody had asked before, but for the links. */
import { describe, expect, it } from 'vitest';
import { createLayouts } from '../../src/app/layouts.js';
import { renderProcess } from '../../src/app/render.js';
import { layout } from '../../src/layout/index.js';
import { viewIds, type View } from '../../src/model/view.js';
import { drawKnown, drawPicture } from '../../src/site/index.js';
import { project } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';

const five = examples.find(([path]) => path.includes('five-stage'))?.[1];
if (five === undefined) throw new Error('an example is gone');

const viewOf = (view: (typeof viewIds)[number], link?: (id: string) => string): View =>
  project(five, view, { language: 'zh', direction: 'auto', nodeLink: link });

describe('layouts', () => {
  it.each(viewIds)('of %s have the links of the view that is asked for', async (id) => {
    const layouts = createLayouts();
    const [plain, linked, other] = [viewOf(id), viewOf(id, (node) => `#${node}`), viewOf(id, (node) => `a.md#${node}`)];
    const [first, second, third] = [
      await layouts.layOut(plain),
      await layouts.layOut(linked),
      await layouts.layOut(other),
    ];
    expect(first).toEqual(await layout(plain));
    expect(second).toEqual(await layout(linked));
    expect(third).toEqual(await layout(other));
    expect(second.edges).toBe(first.edges);
    expect(layouts.views()).toEqual([plain]);
  });

  it('know a view by everything but its links', async () => {
    const layouts = createLayouts();
    await layouts.layOut(viewOf('flow'));
    expect(layouts.has(viewOf('flow', (node) => `#${node}`))).toBe(true);
    expect(layouts.has({ ...viewOf('flow'), direction: 'down' })).toBe(false);
    expect(layouts.has({ ...viewOf('flow'), title: 'another' })).toBe(false);
    expect(layouts.has(viewOf('swimlane'))).toBe(false);
  });

  it('of the outputs give the pictures of the site that show the same, and no others', async () => {
    const layouts = createLayouts();
    const outputs = [
      { format: 'svg', view: 'swimlane' },
      { format: 'sop' },
      { format: 'svg', view: 'flow', direction: 'down' },
    ] as const;
    const alone = await renderProcess(five, { outputs });
    expect(await renderProcess(five, { outputs }, undefined, layouts)).toEqual(alone);
    const drawn = await drawKnown(five, undefined, layouts);
    expect(drawn).toEqual([
      {
        view: 'swimlane',
        language: 'zh',
        picture: await drawPicture({ process: five, view: 'swimlane', language: 'zh' }),
      },
    ]);
    expect(await drawKnown(five, [], layouts)).toEqual([]);
  });
});
