/** The library: what its three functions promise to a program. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { check, lint, render, type Rule } from '../../src/index.js';
import { bad, clean, good, library, usesLibrary } from '../cli/flows.js';

const folder = mkdtempSync(join(tmpdir(), 'trackflow-api-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('lint', () => {
  const island = clean.replace('  done:', '  other: {name: 回访客户, next: done}\n  done:');
  const codes = async (text: string, options?: Parameters<typeof lint>[1]): Promise<readonly string[]> =>
    (await lint({ text }, options)).diagnostics.map(({ code, severity }) => `${code} ${severity}`);

  it('says what the rules find, in addition to what check says', async () => {
    expect(await codes(clean)).toEqual([]);
    expect(await codes(island)).toEqual(['unreachable-node error']);
    expect(await codes(bad)).toEqual(['unknown-node error']);
    expect((await lint({ text: island })).process?.id).toBe('flow');
  });

  it('takes presets, levels and rules of the caller', async () => {
    expect(await codes(island, { presets: [] })).toEqual([]);
    expect(await codes(island, { levels: { 'unreachable-node': 'info' } })).toEqual(['unreachable-node info']);
    const rule: Rule = {
      id: 'own/first',
      group: 'customer',
      summary: 'The first step',
      severity: 'warning',
      level: 'recommended',
      why: 'For this test.',
      bad: '',
      good: '',
      check: ({ process, at }) => process.nodes.slice(0, 1).map((node) => ({ message: 'Here.', at: at(node) })),
    };
    expect(await codes(clean, { rules: [rule] })).toEqual(['own/first warning']);
  });

  it('obeys comments', async () => {
    const quiet = island.replace('  other:', '  # trackflow-disable-next-line unreachable-node -- 夜班\n  other:');
    expect(await codes(quiet)).toEqual([]);
  });
});

describe('check', () => {
  it('gives the process of a text', () => {
    const { process, diagnostics } = check({ text: good });
    expect(diagnostics).toEqual([]);
    expect(process?.nodes.map(({ id }) => id)).toEqual(['start', 'call', 'done']);
    expect(process?.id).toBe('flow');
  });

  it('gives findings with places, and no process, of a text with errors', () => {
    const { process, diagnostics } = check({ text: bad, file: 'flows/lead.flow.yaml' });
    expect(process).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'unknown-node', span: { file: 'flows/lead.flow.yaml', start: { line: 8 } } },
    ]);
  });

  it('takes bytes', () => {
    expect(check({ text: new TextEncoder().encode(good) }).process?.id).toBe('flow');
    expect(check({ text: new Uint8Array([0xff, 0xfe, 0, 0]) }).diagnostics).toHaveLength(1);
  });

  it('asks the loader for the file and what it uses, and takes readFileSync for one', () => {
    writeFileSync(join(folder, 'org.yaml'), library);
    writeFileSync(join(folder, 'a.flow.yaml'), usesLibrary);
    const { process, diagnostics } = check({ file: join(folder, 'a.flow.yaml') }, { load: readFileSync, root: folder });
    expect(diagnostics).toEqual([]);
    expect(process?.owners.map(({ id }) => id)).toEqual(['sales']);
  });

  it('says what the loader does not have, or cannot read', () => {
    const gone = check({ file: join(folder, 'gone.flow.yaml') }, { load: readFileSync, root: folder });
    expect(gone.diagnostics).toMatchObject([{ code: 'file-missing' }]);
    const broken = check(
      { text: usesLibrary },
      {
        load: () => {
          throw new Error('out of paper');
        },
      },
    );
    expect(JSON.stringify(broken.diagnostics)).toContain('out of paper');
    expect(check({ text: usesLibrary }).diagnostics).toHaveLength(1);
  });
});

describe('render', () => {
  it('makes an SVG of the swimlanes unless told otherwise', async () => {
    const { artifacts, diagnostics } = await render({ text: good, file: 'lead.flow.yaml' });
    expect(diagnostics).toEqual([]);
    expect(artifacts.map(({ name, mediaType }) => [name, mediaType])).toEqual([['lead.swimlane.svg', 'image/svg+xml']]);
    expect(artifacts[0]?.content).toContain('<svg');
  });

  it('makes every format, view and language that is asked for', async () => {
    const { artifacts } = await render(
      { text: good },
      { formats: ['mermaid', 'sop'], views: ['flow', 'swimlane'], languages: ['zh', 'en'] },
    );
    expect(artifacts.map(({ name }) => name)).toEqual([
      'flow.flow.mmd',
      'flow.flow.en.mmd',
      'flow.swimlane.mmd',
      'flow.swimlane.en.mmd',
      'flow.sop.md',
      'flow.en.sop.md',
    ]);
  });

  it('makes nothing of a flow with errors', async () => {
    const { artifacts, diagnostics } = await render({ text: bad });
    expect(artifacts).toEqual([]);
    expect(diagnostics).toHaveLength(1);
  });

  it('prints nothing', async () => {
    const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    await render({ text: good }, { formats: ['svg', 'mermaid', 'json', 'sop'] });
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    for (const spy of spies) spy.mockRestore();
  });
});
