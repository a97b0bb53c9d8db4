/**
 * Two suites behind `npm test`: `unit` reads the sources, `program` runs the built program as a user would.
 *
 * The slow suites (the packed tarball, other Node versions, mermaid-cli, the stability of pictures) have a configuration of their own, vitest.slow.config.ts,
 * so that a plain run stays quick.
 */
import { configDefaults, defineConfig } from 'vitest/config';
import { reportersOf } from './test/setup/reporters.js';

const program = ['test/startup.test.ts', 'test/program/**/*.test.ts'];
const slow = [
  'test/package/**',
  'test/matrix/**',
  'test/mermaid-cli/**',
  'test/chromium/**',
  'test/layout/stability.test.ts',
];

export default defineConfig({
  test: {
    ...reportersOf('test'),
    // The default leaves a core to a reporter that does not need it.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...program, ...slow],
          globalSetup: 'test/setup/generated.ts',
          setupFiles: 'test/setup/properties.ts',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'program',
          include: program,
          globalSetup: 'test/setup/built.ts',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
