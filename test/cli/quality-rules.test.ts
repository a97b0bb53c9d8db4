/** `trackflow render --quality` where a picture breaks a rule: it is named, and the exit code is 1. */
import { expect, it, vi } from 'vitest';
import type * as layout from '../../src/layout/index.js';
import { cli } from './cli.js';
import { good } from './flows.js';

// No flow is known whose picture breaks a rule; one is made out to.
vi.mock('../../src/layout/index.js', async (original) => {
  const real = await original<typeof layout>();
  const violation = { rule: 'node-overlap', what: 'a and b' } as const;
  return {
    ...real,
    quality: (scene: Parameters<typeof real.quality>[0]) => ({ ...real.quality(scene), violations: [violation] }),
  };
});

it('names the rule and the picture', async () => {
  const ran = await cli('render --quality', { files: { 'a.flow.yaml': good } });
  expect(ran.exit).toBe(1);
  expect(ran.stdout).toContain('node-overlap a.swimlane: a and b');
});

it('tells programs, too', async () => {
  const ran = await cli('render --quality --format json', { files: { 'a.flow.yaml': good } });
  expect(ran.exit).toBe(1);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    summary: { violations: 1 },
    pictures: [{ violations: [{ rule: 'node-overlap', what: 'a and b' }] }],
  });
});
