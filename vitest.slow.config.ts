/**
 * The suites that install packages or run other versions of Node: `npm run test:package`, `test:matrix`,
 * `test:mermaid-cli`; that need a browser, `test:chromium`; or that lay out hundreds of pictures, `test:stability`.
 *
 * Separate from vitest.config.ts because they take a minute or two each, and most need the package registry.
 */
import { defineConfig } from 'vitest/config';
import { reportersOf } from './test/setup/reporters.js';

export default defineConfig({
  test: {
    ...reportersOf('slow'),
    projects: [
      {
        test: {
          name: 'package',
          include: ['test/package/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'mermaid-cli',
          include: ['test/mermaid-cli/*.test.ts'],
          globalSetup: 'test/setup/built.ts',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'chromium',
          include: ['test/chromium/*.test.ts'],
          globalSetup: 'test/setup/generated.ts',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'stability',
          include: ['test/layout/stability.test.ts'],
          globalSetup: 'test/setup/generated.ts',
        },
      },
      {
        test: {
          name: 'matrix',
          include: ['test/matrix/*.test.ts'],
          globalSetup: 'test/setup/built.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
