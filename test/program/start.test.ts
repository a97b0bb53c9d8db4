/** `npm start`, the command that a newcomer runs first. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bareEnvironment, projectRoot, run, succeeded } from '../setup/program.js';

it('draws the example and prints where every file is', () => {
  const out = join(projectRoot, 'out');
  rmSync(out, { recursive: true, force: true });
  const { stdout } = succeeded(
    run(process.execPath, ['scripts/start.mjs'], { cwd: projectRoot, env: bareEnvironment() }),
  );
  const printed = [...stdout.matchAll(/^ {2}(out\S+)/gmu)].map(([, path]) => path ?? '');
  for (const ending of ['guanghui.swimlane.svg', 'guanghui.swimlane.mmd', 'guanghui.sop.md']) {
    const path = printed.find((candidate) => candidate.endsWith(ending));
    expect(path, `${ending} in ${stdout}`).toBeDefined();
    expect(existsSync(join(projectRoot, path ?? ''))).toBe(true);
  }
  expect(readFileSync(join(out, 'guanghui.swimlane.svg'), 'utf8')).toContain('</svg>');
});
