/**
 * The five-minute tour of both READMEs, walked: its edits applied to the template, its commands run, and the diagnostic that it prints
 * compared with the real one.
 *
 * Apart from docs.test.ts, which runs commands alone: here the state of the files between two commands is what matters.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';
import { nodeFiles } from '../src/cli/host/node.js';
import { run } from '../src/cli/program.js';
import { home, words } from './cli/cli.js';
import { memoryHost } from './cli/memory-host.js';

type Files = Record<string, string>;

it.each(['README.md', 'README.zh-CN.md'])(
  '%s: every step does what the tour says',
  async (page) => {
    const tour = /^## (?:Five-minute tour|五分钟上手)\n([\s\S]*?)^## /mu.exec(
      readFileSync(join(home, page), 'utf8'),
    )?.[1];
    const blocks = [...(tour ?? '').matchAll(/^```(sh|diff|text)\n([\s\S]*?)^```/gmu)].map(([, kind, body]) => ({
      kind,
      body: body ?? '',
    }));
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['sh', 'diff', 'text']));

    let cwd = '/somewhere';
    let files: Files = {};
    let undo: Files | undefined;
    let said = '';
    let exit = 0;
    for (const [index, { kind, body }] of blocks.entries()) {
      if (kind === 'diff') {
        undo = files;
        files = edited(files, body);
      } else if (kind === 'text') {
        // What the reader sees is what the command before it printed; then the reader mends it.
        expect(said).toBe(body);
        expect(exit).toBe(1);
        files = undo ?? files;
      } else {
        for (const line of body.trimEnd().split('\n')) {
          if (line.startsWith('cd ')) {
            cwd = posix.resolve(cwd, line.slice(3));
            continue;
          }
          const host = memoryHost({ home, fallback: nodeFiles, cwd, files });
          exit = await run(words(line.replace(/^trackflow /u, '')), host);
          said = host.printed.stdout;
          files = Object.fromEntries(host.paths().map((path) => [path, host.text(path) ?? '']));
          if (blocks[index + 1]?.kind !== 'text') expect({ line, exit }).toEqual({ line, exit: 0 });
        }
      }
    }

    // The files that the text names are there.
    const named = [...(tour ?? '').matchAll(/`(out\/[^`]+)`/gu)].map(([, path = '']) => posix.resolve(cwd, path));
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((path) => !(path in files))).toEqual([]);
  },
  120_000,
);

/** The one flow file with the change: lines that stay in the diff lead to the place, `-` lines begin like the file's, `+` replaces that. */
function edited(files: Files, diff: string): Files {
  const [path, text] = Object.entries(files).find(([name]) => name.endsWith('.flow.yaml')) ?? ['', ''];
  const lines = text.split('\n');
  let at = 0;
  let removed = '';
  for (const line of diff.trimEnd().split('\n')) {
    const content = line.slice(1);
    if (line.startsWith('+')) {
      lines[at] = content + (lines[at] ?? '').slice(removed.length);
      continue;
    }
    at = lines.findIndex((candidate, index) => index >= at && candidate.startsWith(content));
    expect(at, `"${content}" in ${path}`).toBeGreaterThanOrEqual(0);
    removed = content;
  }
  return { ...files, [path]: lines.join('\n') };
}
