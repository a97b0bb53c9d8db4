/** The documentation is true: generated regions are fresh, and every trackflow command that it shows runs. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/program.js';
import { nodeFiles } from '../src/cli/host/node.js';
import { home, words } from './cli/cli.js';
import { memoryHost } from './cli/memory-host.js';
import { good } from './cli/flows.js';

const pages = [
  'README.md',
  'README.zh-CN.md',
  'docs/cli.md',
  'docs/language.md',
  'docs/config.md',
  'docs/diagnostics.md',
  'docs/views.md',
  'docs/site.md',
  'docs/ci.md',
  'docs/review.md',
  'docs/git.md',
  'docs/diff.md',
  'docs/compare/README.md',
];
const read = (page: string): string => readFileSync(join(home, page), 'utf8');

describe('generated regions', () => {
  it('are what `npm run docs` would write', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toContain('All generated regions are up to date.');
    expect(status).toBe(0);
  });
});

describe('links', () => {
  it.each(pages)('%s: those to headings of the same page lead somewhere', (page) => {
    const text = read(page).replace(/^```[\s\S]*?^```/gmu, '');
    const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => slug(heading));
    const links = [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, target = '']) => decodeURIComponent(target));
    expect(links.filter((link) => !headings.includes(link))).toEqual([]);
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
  });

  it.each(pages)('%s: those to files lead somewhere', (page) => {
    const text = read(page).replace(/^```[\s\S]*?^```/gmu, '');
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)[^)]*\)/gu)].map(([, target = '']) => target);
    const lost = links.filter(
      (link) => nodeFiles.stat(join(home, posix.dirname(page), decodeURIComponent(link))) === undefined,
    );
    expect(lost).toEqual([]);
  });
});

describe('commands', () => {
  it.each(['README.md', 'README.zh-CN.md'])('of %s run, one after the other', { timeout: 120_000 }, async (page) => {
    const blocks = [...read(page).matchAll(/^```(?:sh|bash|console)\n([\s\S]*?)^```/gmu)].map(
      ([, block = '']) => block,
    );
    const lines = blocks
      .flatMap((block) => block.split('\n'))
      .map((line) =>
        line
          .replace(/^\$ /u, '')
          .replace(/\s+# .*$/u, '')
          .trim(),
      );
    const known = lines.filter((line) => /^(?:npx )?trackflow\b|^cd /u.test(line));
    expect(known.length).toBeGreaterThan(5);
    let cwd = '/project';
    let files: Record<string, string | Uint8Array> = { '/project/lead.flow.yaml': good };
    for (const line of known) {
      if (line.startsWith('cd ')) {
        cwd = posix.resolve(cwd, line.slice(3));
        continue;
      }
      const [command = '', target] = line.replace(/^(?:npx )?trackflow ?/u, '').split(' > ');
      const host = memoryHost({ home, fallback: nodeFiles, cwd, files });
      const exit = await run(words(command), host);
      expect({ line, exit, stderr: exit === 0 ? '' : host.printed.stderr }).toEqual({ line, exit: 0, stderr: '' });
      files = Object.fromEntries(host.paths().map((path) => [path, host.text(path) ?? '']));
      if (target !== undefined) files[posix.resolve(cwd, target)] = host.printed.stdout;
    }
  });
});

function slug(heading: string): string {
  return heading
    .replace(/`/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
