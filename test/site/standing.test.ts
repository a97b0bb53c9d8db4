/** What stands of a site is kept where it is what would be made, and nowhere else. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Process } from '../../src/model/process.js';
import {
  siteFiles,
  sitePaths,
  type Draw,
  type SiteFlow,
  type SiteOptions,
  type Standing,
} from '../../src/site/index.js';
import { examples } from '../fixtures/examples.js';
import { exampleFlows } from '../fixtures/site.js';

interface Made {
  readonly files: ReadonlyMap<string, string>;
  readonly origins: ReadonlyMap<string, string>;
  /** What was made anew. */
  readonly fresh: readonly string[];
}

const nothing: Made = { files: new Map(), origins: new Map(), fresh: [] };
// Nothing here is about drawing.
const draw: Draw = ({ process, view, language }) =>
  Promise.resolve(`<svg id="${process.id}-${view}-${language}"></svg>`);

async function make(flows: readonly SiteFlow[], before: Made = nothing, more: SiteOptions = {}): Promise<Made> {
  const standing: Standing = {
    digest: (text) => text,
    isMadeFrom: (path, origin) => before.files.has(path.split('#')[0] ?? '') && before.origins.get(path) === origin,
    text: (path) => before.files.get(path),
  };
  const files = new Map<string, string>();
  const origins = new Map<string, string>();
  const fresh: string[] = [];
  for await (const { path, content, origins: from } of siteFiles(flows, { draw, standing, ...more })) {
    for (const [part, origin] of from ?? []) origins.set(part, origin);
    files.set(path, content ?? before.files.get(path) ?? '');
    if (content !== undefined) fresh.push(path);
  }
  return { files, origins, fresh };
}

const versioned = (flows: readonly { readonly process: Process; readonly path: string }[]): readonly SiteFlow[] =>
  flows.map((flow) => ({ ...flow, version: JSON.stringify(flow.process) }));

/** The first flow of this name with something else in it. */
function changed(name: string, change: (process: Process) => Process): readonly SiteFlow[] {
  return versioned(
    exampleFlows.map((flow) =>
      flow.path.endsWith(`/${name}.flow.yaml`) ? { ...flow, process: change(flow.process) } : flow,
    ),
  );
}

const always = /^assets\/|(?:^|\/)index\.html$/u;

describe('a site that stands', () => {
  const flows = versioned(exampleFlows);
  let first: Made;
  beforeAll(async () => {
    first = await make(flows);
  }, 60_000);

  it('has the paths that are told before', () => {
    expect([...first.files.keys()].sort()).toEqual([...sitePaths(flows, {})].sort());
    expect([...first.fresh].sort()).toEqual([...first.files.keys()].sort());
  });

  it('is kept whole where nothing has changed', async () => {
    const second = await make(flows, first);
    expect(second.files).toEqual(first.files);
    expect(second.origins).toEqual(first.origins);
    expect(second.fresh.filter((path) => !always.test(path))).toEqual([]);
  });

  it('is made anew where nobody knows whether a flow is the same', async () => {
    const { fresh } = await make(exampleFlows, first);
    expect(fresh.filter((path) => !path.endsWith('search.html')).length).toBeGreaterThan(first.files.size - 4);
  });

  const rename = (process: Process): Process => ({
    ...process,
    nodes: process.nodes.map((node) =>
      node.id === 'assign' ? { ...node, name: { zh: '派单', en: 'Dispatch' } } : node,
    ),
  });

  it('of one flow that has changed makes its pages anew, and those of its roles', async () => {
    const edited = changed('guanghui', rename);
    const after = await make(edited, first);
    const whole = await make(edited);
    expect(after.files).toEqual(whole.files);
    expect(after.origins).toEqual(whole.origins);
    const pages = after.fresh.filter((path) => !always.test(path));
    expect(pages).toContain('flows/guanghui.html');
    expect(pages).toContain('en/roles/sales-rep.html');
    expect(pages.filter((path) => path.includes('flows/')).sort()).toEqual([
      'en/flows/guanghui.html',
      'flows/guanghui.html',
    ]);
    expect(pages.length).toBeLessThan(first.files.size / 2);
  });

  it.each<[string, (process: Process) => Process]>([
    ['the title', (process) => ({ ...process, title: { zh: '新流程', en: 'New' } })],
    [
      'the name of a role',
      (process) => ({
        ...process,
        owners: process.owners.map((owner) =>
          owner.id === 'sales-rep' ? { ...owner, name: { zh: '顾问', en: 'Adviser' } } : owner,
        ),
      }),
    ],
    [
      'what is said of a role',
      (process) => ({ ...process, owners: process.owners.map((owner) => ({ ...owner, contact: { zh: '8888' } })) }),
    ],
    ['a role that is gone', (process) => ({ ...process, owners: process.owners.slice(1) })],
    ['a language that is gone', (process) => ({ ...process, languages: ['zh'] })],
    ['the document', ({ document: _, ...process }) => process],
  ])('is the same with what stands and without: %s', async (_what, change) => {
    const edited = changed('guanghui', change);
    expect((await make(edited, first)).files).toEqual((await make(edited)).files);
  });

  describe('of flows that share their roles', () => {
    const [path, five] = examples.find(([at]) => at.endsWith('/five-stage.flow.yaml')) ?? [];
    if (path === undefined || five === undefined) throw new Error('an example is gone');
    const copy = (number: number, change: (process: Process) => Process = (process) => process): SiteFlow => {
      const process = change({ ...five, id: `five-${String(number)}`, file: `${String(number)}/${path}` });
      return { process, path: process.file, version: JSON.stringify(process) };
    };
    const renamed = copy(2, (process) => ({
      ...process,
      owners: process.owners.map((owner) => (owner.id === 'sales' ? { ...owner, name: { zh: '顾问' } } : owner)),
    }));
    const before = [copy(1), copy(2), copy(3)];
    it.each<[string, readonly SiteFlow[]]>([
      ['one calls a role otherwise', [copy(1), renamed, copy(3)]],
      ['one comes', [...before, copy(4)]],
      ['one goes', [copy(1), copy(3)]],
    ])('makes nothing anew that stays as it was: %s', async (_what, after) => {
      const standing = await make(before);
      const made = await make(after, standing);
      const whole = await make(after);
      expect(made.files).toEqual(whole.files);
      const pages = [...whole.files.keys()].filter((page) => page.startsWith('flows/'));
      const different = pages.filter((page) => standing.files.get(page) !== whole.files.get(page));
      expect(made.fresh.filter((page) => page.startsWith('flows/'))).toEqual(different);
      // Of a role that has another page now, everything is new.
      const parts = [...made.origins].filter(([part]) => /^roles\/(?!sales\b).*#in-five-[13]$/u.test(part));
      expect(parts.length).toBe(10);
      for (const [part, origin] of parts) expect(standing.origins.get(part)).toBe(origin);
    });

    it('makes pages anew that lead to one that has moved', async () => {
      const [one] = before;
      const [sub, ...rest] = five.nodes.filter(({ type }) => type === 'task');
      if (one === undefined || sub === undefined || rest.length === 0) throw new Error('an example has changed');
      const parent = copy(5, (process) => ({
        ...process,
        nodes: process.nodes.map((node) =>
          node === sub
            ? {
                ...node,
                type: 'subflow',
                flow: './1',
                child: { file: copy(1).process.file, id: 'five-1', title: five.title, ends: [] },
              }
            : node,
        ),
      }));
      const standing = await make([copy(1), parent]);
      expect(standing.files.get('flows/five-5.html')).toContain('href="five-1.html"');
      const named = copy(1, (process) => ({ ...process, id: 'first' }));
      const made = await make([named, parent], standing);
      expect(made.files.get('flows/five-5.html')).toContain('href="first.html"');
      expect(made.files).toEqual((await make([named, parent])).files);
    });
  });

  it.each<[string, SiteOptions]>([
    ['title', { title: '手册' }],
    ['languages', { languages: ['en', 'zh'] }],
    ['what steps show', { show: [] }],
  ])('is the same with what stands and without: another %s', async (_what, options) => {
    expect((await make(flows, first, options)).files).toEqual((await make(flows, nothing, options)).files);
  });

  it('is made anew where the words of the search are gone', async () => {
    const files = new Map([...first.files].filter(([path]) => !path.startsWith('assets/search-')));
    expect((await make(flows, { ...first, files })).files).toEqual(first.files);
  });
});
