/** `trackflow build`: what is made, when it is made again, what is remembered and what is removed; and `check` of the outputs. */
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/cli/build/content.js';
import { namePictures } from '../../src/cli/build/maker.js';
import type { Threads } from '../../src/cli/host/host.js';
import { nodeFiles } from '../../src/cli/host/node.js';
import { run } from '../../src/cli/program.js';
import { openRole } from '../../src/cli/threads/roles.js';
import { buildingCodes } from '../../src/model/codes/building.js';
import { exampleFlows } from '../fixtures/site.js';
import { home, words } from './cli.js';
import { bad, clean, good } from './flows.js';
import { memoryHost, type MemoryHostOptions } from './memory-host.js';

type Tree = Readonly<Record<string, string>>;

interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Afterwards, without what is remembered. */
  readonly files: Tree;
  /** With it: what the next run begins with. */
  readonly all: Tree;
  readonly written: readonly string[];
}

const memory = '.trackflow/cache/build.json';
const config = 'outputs: [{format: mermaid}, {format: json}]\n';
const withChild = `trackflow: 1
title: 上级流程
nodes:
  start: {type: start, name: 客户来电, next: sub}
  sub: {type: subflow, name: 登记线索, flow: ./lead.flow.yaml, next: done}
  done: {type: end, name: 已登记}
`;
const project: Tree = {
  'trackflow.config.yaml': config,
  'lead.flow.yaml': clean,
  'parts/call.flow.yaml': clean.replace('客户来电', '客户来信'),
};

async function trackflow(line: string, files: Tree, options: MemoryHostOptions = {}, threads?: Threads): Promise<Ran> {
  const host = memoryHost({ home, fallback: nodeFiles, files, ...options });
  const own = { ...threads, cores: 3, files: host.files, start: startOn(host) };
  const exit = await run(words(line), threads ? Object.assign(host, { threads: own }) : host);
  const all: Tree = Object.fromEntries(
    host.paths().map((path) => [path.replace('/project/', ''), host.text(path) ?? '']),
  );
  const shown = Object.entries(all).filter(([path]) => !path.startsWith('.trackflow'));
  const written = host.written.map((path) => path.replace('/project/', '')).filter((path) => path.startsWith('out'));
  return { exit, ...host.printed, files: Object.fromEntries(shown), all, written };
}

function startOn(host: Parameters<typeof openRole>[0]): Threads['start'] {
  return (setup) => {
    const work = openRole(host, structuredClone(setup));
    return {
      ask: async (task) => structuredClone(await (await work)(structuredClone(task))),
      dismiss: () => undefined,
    };
  };
}

/** The same with changes; `undefined` takes a file away. */
function but(files: Tree, changes: Readonly<Record<string, string | undefined>>): Tree {
  const kept = Object.entries({ ...files, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(kept);
}

const built = (await trackflow('build', project)).all;
const all = ['out/lead.swimlane.mmd', 'out/lead.json', 'out/call.swimlane.mmd', 'out/call.json'];
const outputs = ['out/call.json', 'out/call.swimlane.mmd', 'out/lead.json', 'out/lead.swimlane.mmd'];

describe('build', () => {
  it('makes what the project file lists, as render would', async () => {
    const { exit, stdout, stderr, files, written } = await trackflow('build', project);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(stderr).toBe(
      'wrote out/lead.swimlane.mmd\nwrote out/lead.json\nwrote out/call.swimlane.mmd\nwrote out/call.json\nok  4 outputs: 4 written, 0 up to date\n',
    );
    expect([...written].sort()).toEqual(outputs);
    expect(files).toEqual((await trackflow('render', project)).files);
  });

  it('makes nothing the second time', async () => {
    const again = await trackflow('build', built);
    expect(again).toMatchObject({ exit: 0, stdout: '', stderr: 'ok  4 outputs up to date\n', written: [] });
    expect(again.all).toEqual(built);
  });

  it('tells warnings again without looking at the flow', async () => {
    // An anchor that no alias uses.
    const warned = {
      'trackflow.config.yaml': config,
      'a.flow.yaml': clean.replace('name: 登记线索', 'name: &who 登记线索'),
    };
    const first = await trackflow('build --format json', warned);
    const second = await trackflow('build --format json', first.all);
    expect(first.stdout).toContain('"warning"');
    expect(second.stdout).toBe(first.stdout);
    expect(second.written).toEqual([]);
  });

  it('keeps what it remembers out of the repository, and where caches lie', async () => {
    expect(built['.trackflow/cache/.gitignore']).toBe('*\n');
    const { all } = await trackflow('build', but(project, { 'node_modules/x/package.json': '{}' }));
    expect(Object.keys(all).filter((path) => path.includes('build.json'))).toEqual([
      'node_modules/.cache/trackflow/build.json',
    ]);
  });

  it('writes the same from a folder below', async () => {
    const { all } = await trackflow(
      'build',
      Object.fromEntries(Object.entries(project).map(([path, text]) => [`/project/${path}`, text])),
      {
        cwd: '/project/parts',
      },
    );
    expect(all).toEqual(built);
  });

  it('by several threads writes and tells the same', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`f${String(index)}.flow.yaml`, index === 5 ? bad : clean]),
    );
    const files = { ...project, ...many, 'parent.flow.yaml': withChild };
    const one = await trackflow('build --jobs 1', files);
    const three = await trackflow('build --jobs 3', files, {}, {} as Threads);
    expect(one.exit).toBe(1);
    expect({ ...three, all: null, written: [...three.written].sort() }).toEqual({
      ...one,
      all: null,
      written: [...one.written].sort(),
    });
    expect(JSON.parse(three.all[memory] ?? '')).toEqual(JSON.parse(one.all[memory] ?? ''));
  });
});

describe('what is made again', () => {
  it.each<[string, Readonly<Record<string, string | undefined>>, readonly string[]]>([
    [
      'a flow that has changed',
      { 'lead.flow.yaml': clean.replace('客户来电', '客户到访') },
      ['out/lead.swimlane.mmd', 'out/lead.json'],
    ],
    ['an output that was edited', { 'out/lead.swimlane.mmd': 'mine' }, ['out/lead.swimlane.mmd']],
    ['an output that was deleted', { 'out/call.json': undefined }, ['out/call.json']],
    ['a flow that is new', { 'new.flow.yaml': clean }, ['out/new.swimlane.mmd', 'out/new.json']],
    [
      'everything that another project file asks for, where nothing changes',
      { 'trackflow.config.yaml': `# mine\n${config}` },
      [],
    ],
    ['everything without a memory, and nothing is written', { [memory]: undefined }, []],
    [
      'everything with a broken memory',
      { [memory]: '{"edition":1,"flows":{"lead.flow.yaml":7},"written":[]}', 'out/lead.swimlane.mmd': 'x' },
      ['out/lead.swimlane.mmd'],
    ],
    [
      'everything with garbage for a memory',
      { [memory]: '{', 'out/lead.swimlane.mmd': 'x' },
      ['out/lead.swimlane.mmd'],
    ],
    ['what the project file says otherwise', { 'trackflow.config.yaml': `${config}language: en\n` }, all],
  ])('%s', async (_what, changes, expected) => {
    const { exit, written, files } = await trackflow('build', but(built, changes));
    expect(exit).toBe(0);
    expect(written).toEqual(expected);
    const fresh = await trackflow(
      'build',
      but(
        project,
        Object.fromEntries(Object.entries(changes).filter(([path]) => !path.startsWith('out') && path !== memory)),
      ),
    );
    expect(files).toEqual(fresh.files);
  });

  it('flows that link to pictures of a flow, when that comes, goes or breaks', async () => {
    const pictures = {
      'trackflow.config.yaml': 'outputs: [{format: svg, view: flow}]\n',
      'parent.flow.yaml': withChild,
    };
    const both = { ...pictures, 'lead.flow.yaml': clean };
    const first = await trackflow('build', both);
    expect(first.files['out/parent.flow.svg']).toContain('lead.flow.svg');
    // Its library breaks, and with it the child has no picture: the parent itself, and all files that it names, are as they were.
    const using = but(both, {
      'lead.flow.yaml': clean.replace('nodes:', 'use: [./org.yaml]\nnodes:'),
      'org.yaml': 'trackflow: 1\nowners:\n  sales: {name: 销售部}\n',
    });
    const whole = await trackflow('build', using);
    const broken = await trackflow(
      'build',
      but(whole.all, { 'org.yaml': 'trackflow: 1\nowners:\n  sales: {nmae: 销售部}\n' }),
    );
    expect(broken.exit).toBe(1);
    expect(broken.files['out/parent.flow.svg']).not.toContain('lead.flow.svg');
    const mended = await trackflow('build', but(broken.all, { 'org.yaml': using['org.yaml'] }));
    expect(mended.files['out/parent.flow.svg']).toBe(whole.files['out/parent.flow.svg']);
    // The project file takes it out of the outputs.
    const only = but(whole.all, {
      'trackflow.config.yaml': `flows: [parent.flow.yaml]\n${pictures['trackflow.config.yaml']}`,
    });
    expect((await trackflow('build', only)).files['out/parent.flow.svg']).not.toContain('lead.flow.svg');
  });

  it('of another trackflow', async () => {
    const other = (version: string): MemoryHostOptions => ({
      home: '/elsewhere',
      files: { ...project, '/elsewhere/package.json': JSON.stringify({ version }) },
    });
    const first = await trackflow('build', project, other('1.0.0'));
    // As if the one before had made something else of the flow.
    const path = 'out/lead.swimlane.mmd';
    const old = {
      ...first.all,
      [path]: 'x',
      [memory]: first.all[memory]?.replaceAll(hashOf(first.all[path] ?? ''), hashOf('x')) ?? '',
    };
    const at = { home: '/elsewhere' };
    expect((await trackflow('build --dry-run', old, at)).stdout).toBe('');
    const next = { ...old, '/elsewhere/package.json': JSON.stringify({ version: '1.0.1' }) };
    expect((await trackflow('build --dry-run', next, at)).stdout).toBe(
      `${path}  lead.flow.yaml: it has changed, or something that it depends on\n`,
    );
    expect((await trackflow('build', next, at)).written).toEqual([path]);
  });
});

describe('what fails', () => {
  it('is a flow with errors, alone; its outputs stay, and are not left over', async () => {
    const { exit, stderr, files, written } = await trackflow(
      'build --prune',
      but(built, { 'parts/call.flow.yaml': bad, 'lead.flow.yaml': good }),
    );
    expect(exit).toBe(1);
    expect(stderr).toContain('unknown-node');
    expect(stderr).toContain('skipped parts/call.flow.yaml: it has errors\n');
    expect(stderr).toContain('\n2 outputs: 2 written, 0 up to date\n');
    expect(written).toEqual(['out/lead.swimlane.mmd', 'out/lead.json']);
    expect(files['out/call.swimlane.mmd']).toBe(built['out/call.swimlane.mmd']);
  });

  it('is everything that a broken project file lists', async () => {
    const { exit, stderr, written } = await trackflow(
      'build',
      but(built, { 'trackflow.config.yaml': 'outputs: [{fromat: svg}]\n' }),
    );
    expect({ exit, written }).toEqual({ exit: 1, written: [] });
    expect(stderr).toContain('made nothing: trackflow.config.yaml has errors');
  });

  it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ['no project file', { 'trackflow.config.yaml': undefined }, 'There is no project file trackflow.config.yaml'],
    ['no outputs', { 'trackflow.config.yaml': 'language: zh\n' }, 'trackflow.config.yaml lists no outputs.'],
    [
      'two flows of one name',
      { 'parts/lead.flow.yaml': clean },
      'two outputs would be the same file: out/lead.swimlane.mmd',
    ],
    ['no flow', { 'trackflow.config.yaml': `flows: [none/**]\n${config}` }, 'No flow file matches'],
  ])('%s: exit 2, and nothing is written', async (_what, changes, message) => {
    const { exit, stderr, written } = await trackflow('build', but(project, changes));
    expect(stderr).toContain(message);
    expect({ exit, written }).toEqual({ exit: 2, written: [] });
  });

  it('is a disk that cannot be written to; what was written is remembered', async () => {
    let count = 0;
    const full: MemoryHostOptions = {
      wrapWrite: (write) => (path, content) => {
        if (path.includes('out/') && ++count > 3) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
        write(path, content);
      },
    };
    const { exit, all } = await trackflow('build --jobs 1', project, full);
    expect(exit).toBe(3);
    const again = await trackflow('build', all);
    expect(again.written).toEqual(['out/call.json']);
  });
});

describe('what is left over', () => {
  const gone = but(built, { 'parts/call.flow.yaml': undefined });

  it('is told, and removed on request', async () => {
    const told = await trackflow('build', gone);
    expect(told.stderr).toBe(
      'ok  2 outputs up to date\nleft over out/call.swimlane.mmd: no flow makes it any more\nleft over out/call.json: no flow makes it any more\n' +
        '  --prune removes 2 files that trackflow has written\n',
    );
    const removed = await trackflow('build --prune', told.all);
    expect(removed.stderr).toBe('ok  2 outputs up to date\nremoved out/call.swimlane.mmd\nremoved out/call.json\n');
    expect(Object.keys(removed.files).filter((path) => path.startsWith('out'))).toEqual([
      'out/lead.json',
      'out/lead.swimlane.mmd',
    ]);
    expect((await trackflow('build --prune', removed.all)).stderr).toBe('ok  2 outputs up to date\n');
  });

  it('is what the project file lists no more', async () => {
    const { files } = await trackflow(
      'build --prune',
      but(built, { 'trackflow.config.yaml': 'outputs: [{format: json}]\n' }),
    );
    expect(Object.keys(files).filter((path) => path.startsWith('out'))).toEqual(['out/call.json', 'out/lead.json']);
  });

  it('is never a file that somebody has changed since, or that was never written here', async () => {
    const mine = but(gone, { 'out/call.swimlane.mmd': 'mine', 'out/notes.txt': 'mine' });
    const { files } = await trackflow('build --prune', mine);
    expect(files['out/call.swimlane.mmd']).toBe('mine');
    expect(files['out/notes.txt']).toBe('mine');
    expect(files['out/call.json']).toBeUndefined();
  });

  it('is told where somebody has changed it, until it was told that it is kept', async () => {
    const told = await trackflow('build', but(gone, { 'out/call.swimlane.mmd': 'mine' }));
    const says =
      'ok  2 outputs up to date\n' +
      'left over out/call.swimlane.mmd: no flow makes it any more, but it was changed since it was written\n' +
      'left over out/call.json: no flow makes it any more\n' +
      '  --prune removes 1 file that trackflow has written\n';
    expect(told.stderr).toBe(says);
    expect((await trackflow('build', told.all)).stderr).toBe(says);
    const pruned = await trackflow('build --prune', told.all);
    expect(pruned.stderr).toBe(
      'ok  2 outputs up to date\n' +
        'kept out/call.swimlane.mmd: it was changed since it was written; from now on it is yours\nremoved out/call.json\n',
    );
    expect((await trackflow('build', pruned.all)).stderr).toBe('ok  2 outputs up to date\n');
  });

  it('is never a file outside of the project, whatever a memory says', async () => {
    const remembered = JSON.parse(gone[memory] ?? '') as { written: Record<string, string> };
    const [hash = ''] = Object.values(remembered.written);
    const evil = JSON.stringify({ ...remembered, written: { '../outside.mmd': hash, '/outside.mmd': hash } });
    const { all } = await trackflow(
      'build --prune',
      but(gone, { [memory]: evil, '/outside.mmd': built['out/lead.swimlane.mmd'] }),
    );
    expect(all['/outside.mmd']).toBe(built['out/lead.swimlane.mmd']);
  });
});

describe('an output that cannot be', () => {
  const says = async (outputs: string): Promise<readonly string[]> => {
    const { exit, stdout } = await trackflow('validate trackflow.config.yaml', {
      'trackflow.config.yaml': outputs,
      'lead.flow.yaml': clean,
    });
    const found = stdout.split('\n').filter((line) => line.includes('output-mismatch'));
    expect(exit).toBe(found.length > 0 ? 1 : 0);
    return found.map((line) => line.replace('trackflow.config.yaml:', '').replace('  error  output-mismatch', ''));
  };

  it('is told at its place', async () => {
    const { bad: wrong, good: right } = buildingCodes['output-mismatch'];
    expect(await says(wrong)).toEqual(['1:32  "docx" cannot show "kpi".']);
    expect(await says(right)).toEqual([]);
    expect(
      await says('outputs:\n  - {format: svg, view: kpi}\n  - {format: md, view: flow}\n  - {format: csv}\n'),
    ).toEqual(['3:24  "md" cannot show "flow".', '4:14  "csv" is for matrices, and none is named.']);
    expect(
      await says('outputs: [{format: json, view: kpi}, {format: ics, view: flow}, {format: sop, view: flow}]\n'),
    ).toEqual(['1:32  "json" cannot show "kpi".']);
  });

  it('is not called up to date', async () => {
    const files = { 'trackflow.config.yaml': 'outputs: [{format: md}]\n', 'lead.flow.yaml': clean };
    const { exit, stderr } = await trackflow('build --dry-run', files);
    expect(exit).toBe(1);
    expect(stderr).toContain('made nothing: trackflow.config.yaml has errors');
    expect(stderr).not.toContain('up to date');
  });
});

describe('--dry-run', () => {
  it('tells what would be made and why, and writes nothing', async () => {
    const files = but(built, { 'out/lead.swimlane.mmd': 'x', 'out/call.json': undefined, 'new.flow.yaml': clean });
    const { exit, stdout, stderr, all } = await trackflow('build --dry-run', files);
    expect({ exit, stdout, stderr }).toEqual({
      exit: 0,
      stdout: [
        'out/lead.swimlane.mmd  lead.flow.yaml: the file was changed by something else',
        'out/new.swimlane.mmd  new.flow.yaml: not made yet',
        'out/new.json  new.flow.yaml: not made yet',
        'out/call.json  parts/call.flow.yaml: the file is not there',
        '',
      ].join('\n'),
      stderr: 'would write 4 outputs\n',
    });
    expect(all).toEqual(files);
  });

  it('tells of a flow that has changed the outputs that will differ, each with its own reason', async () => {
    const formats = ['mermaid', 'json', 'sop', 'md, view: raci', 'md, view: handoffs'].map(
      (format) => `{format: ${format}}`,
    );
    const begun = await trackflow('build', {
      ...project,
      'trackflow.config.yaml': `outputs: [${formats.join(', ')}]\n`,
    });
    const changed = but(begun.all, {
      'lead.flow.yaml': clean.replace('name: 登记线索', 'name: 登记线索, sla: 2h'),
      'out/lead.raci.md': `${begun.all['out/lead.raci.md'] ?? ''}mine\n`,
      'out/lead.handoffs.md': undefined,
      'out/call.json': undefined,
      'out/call.sop.md': 'mine',
    });
    const { stdout, stderr, all: after } = await trackflow('build --dry-run', changed);
    expect(after).toEqual(changed);
    expect(stdout.split('\n')).toEqual([
      'out/lead.json  lead.flow.yaml: it has changed, or something that it depends on',
      'out/lead.sop.md  lead.flow.yaml: it has changed, or something that it depends on',
      'out/lead.raci.md  lead.flow.yaml: the file was changed by something else',
      'out/lead.handoffs.md  lead.flow.yaml: the file is not there',
      'out/call.json  parts/call.flow.yaml: the file is not there',
      'out/call.sop.md  parts/call.flow.yaml: the file was changed by something else',
      '',
    ]);
    const told = stdout.split('\n').flatMap((line) => /^(\S+) {2}/u.exec(line)?.[1] ?? []);
    expect(stderr).toBe(`would write ${String(told.length)} outputs\n`);
    expect((await trackflow('build', changed)).written).toEqual(told);
  });

  it('tells of outputs that nobody remembers those that will differ', async () => {
    const forgotten = but(built, { [memory]: undefined, 'out/lead.json': 'x', 'out/call.json': undefined });
    const { stdout } = await trackflow('build --dry-run', forgotten);
    expect(stdout).toBe(
      'out/lead.json  lead.flow.yaml: the file is not what would be made now\nout/call.json  parts/call.flow.yaml: not made yet\n',
    );
  });

  it('tells nothing of a change that no output shows', async () => {
    const { stdout, stderr } = await trackflow('build --dry-run', but(built, { 'lead.flow.yaml': `${clean}# mine\n` }));
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'everything is up to date\n' });
  });

  it('says so if there is nothing', async () => {
    const { stdout, stderr } = await trackflow('build --dry-run', built);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'everything is up to date\n' });
  });
});

describe('the site', () => {
  const sited = but(project, { 'trackflow.config.yaml': `${config}site: {title: 手册}\n` });

  it('is made with the outputs where the project file has one, and again when it has changed', async () => {
    const first = await trackflow('build', sited);
    expect(first.exit).toBe(0);
    expect(first.files['out/site/index.html']).toContain('手册');
    const again = await trackflow('build', first.all);
    expect(again.stderr).toBe('ok  4 outputs up to date\nsite out/site/index.html: up to date\n');
    expect(again.all).toEqual(first.all);
    for (const changes of [
      { 'lead.flow.yaml': clean.replace('客户来电', '客户到访') },
      { 'out/site/index.html': 'edited' },
      { 'lead.flow.yaml': undefined },
    ]) {
      const changed = but(first.all, changes);
      expect((await trackflow('build --dry-run', changed)).stdout).toContain(
        'out/site/  the site: something in it has changed\n',
      );
      const { all, files } = await trackflow('build', changed);
      const flows = Object.fromEntries(Object.entries(changes).filter(([path]) => !path.startsWith('out')));
      expect(files).toMatchObject((await trackflow('build', but(sited, flows))).files);
      const page = (await trackflow('site', all)).stderr;
      expect(page).toMatch(/: 0 written/u);
    }
    const folders = Object.fromEntries(Object.entries(first.all).filter(([path]) => !path.startsWith('out/site')));
    expect((await trackflow('build', folders)).files['out/site/index.html']).toBe(first.files['out/site/index.html']);
  });

  it('has the pictures that its outputs have drawn, and only while they are those of the flow', async () => {
    const outputs = 'outputs: [{format: svg}, {format: svg, view: flow, direction: down}]\n';
    const drawing = { ...sited, 'trackflow.config.yaml': `${outputs}site: {}\n` };
    const pages = ({ files }: Ran): readonly (readonly [string, string])[] =>
      Object.entries(files).filter(([path]) => path.startsWith('out/site/') && path.endsWith('.html'));
    const alone = await trackflow('site', drawing);
    expect(pages(await trackflow('build', drawing))).toEqual(pages(alone));
    expect(pages(await trackflow('build --jobs 3', drawing, {}, {} as Threads))).toEqual(pages(alone));
    // A flow is saved between the making of its outputs and that of the site: what was drawn of it is another flow's.
    const [flow] = exampleFlows;
    if (flow === undefined) throw new Error('no example');
    const { process } = flow;
    const version = (of: typeof process): string => namePictures(hashOf(JSON.stringify(of)), undefined);
    expect(version(process)).not.toBe(version({ ...process, title: { zh: '另一个', en: 'Another' } }));
    expect(version(process)).not.toBe(namePictures(hashOf(JSON.stringify(process)), []));
  });

  it('may be all that there is', async () => {
    const { exit, stderr } = await trackflow('build', but(sited, { 'trackflow.config.yaml': 'site: {}\n' }));
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^site out\/site\/index\.html: \d+ written, 0 unchanged\n$/u);
  });
});

describe('check', () => {
  const kept = but(project, { 'trackflow.config.yaml': `${config}check: {outputs: true}\n` });
  const codes = async (line: string, files: Tree): Promise<readonly string[]> => {
    const { stdout } = await trackflow(`${line} --format compact`, files);
    return stdout
      .split('\n')
      .flatMap((said) => /^(\S+?):.* (output-\w+) "(.+?)"/u.exec(said)?.slice(1).join(' ') ?? []);
  };

  it('finds outputs that are missing', async () => {
    const { exit, stdout } = await trackflow('check', kept);
    expect(exit).toBe(1);
    expect(stdout).toContain(
      'lead.flow.yaml:1:1  error  output-missing  "out/lead.swimlane.mmd" and "out/lead.json" have not been made of this flow.',
    );
    expect(stdout).toContain('Make them, and commit them with the flow: trackflow build');
    // One build makes them all, so one finding for each flow will do.
    expect(await codes('check', kept)).toEqual([
      'lead.flow.yaml output-missing out/lead.swimlane.mmd',
      'parts/call.flow.yaml output-missing out/call.swimlane.mmd',
    ]);
    const { all } = await trackflow('build', kept);
    expect((await trackflow('check', but(all, { 'out/lead.json': undefined }))).stdout).toContain(
      '"out/lead.json" has not been made of this flow.',
    );
    const many = but(kept, {
      'trackflow.config.yaml': `outputs: [{format: mermaid}, {format: json}, {format: svg, view: flow}, {format: sop}]\ncheck: {outputs: true}\n`,
    });
    expect((await trackflow('check', many)).stdout).toMatch(/, "[^"]+" and 1 more output have not been made/u);
  });

  it('is content after a build, with and without a memory', async () => {
    const { all } = await trackflow('build', kept);
    for (const files of [all, but(all, { [memory]: undefined })]) {
      const { exit, stderr, written } = await trackflow('check', files);
      expect({ exit, stderr, written }).toEqual({ exit: 0, stderr: 'ok  3 files, nothing to mend\n', written: [] });
    }
  });

  it.each(['with a memory', 'in a fresh clone'])('finds what is stale, %s', async (where) => {
    const { all } = await trackflow('build', kept);
    const stale = but(all, {
      'out/call.swimlane.mmd': 'edited',
      'lead.flow.yaml': clean.replace('客户来电', '客户到访'),
      ...(where === 'in a fresh clone' && { [memory]: undefined }),
    });
    const expected = [
      'lead.flow.yaml output-stale out/lead.swimlane.mmd',
      'lead.flow.yaml output-stale out/lead.json',
      'parts/call.flow.yaml output-stale out/call.swimlane.mmd',
    ];
    expect(await codes('check', stale)).toEqual(expected);
    expect(await codes('check lead.flow.yaml', stale)).toEqual(expected.slice(0, 2));
    // Who has the files and not the work of making them is not lied to by a memory that somebody has edited.
    expect(await codes('lint', stale)).toEqual([]);
    expect((await trackflow('check', (await trackflow('build', stale)).all)).exit).toBe(0);
  });

  it('looks at outputs only where the project file says so', async () => {
    expect((await trackflow('check', project)).exit).toBe(0);
    const without = { ...project, 'trackflow.config.yaml': 'check: {outputs: true}\n' };
    const { exit, stderr } = await trackflow('check', without);
    expect({ exit, stderr }).toEqual({
      exit: 0,
      stderr:
        'trackflow.config.yaml has outputs checked (check.outputs), and lists none\nok  3 files, nothing to mend\n',
    });
  });

  describe('of what is left over', () => {
    const list = 'out/.trackflow-outputs.json';
    const clone = (files: Tree): Tree => but(files, { [memory]: undefined });
    const call = ['out/call.json', 'out/call.swimlane.mmd'];
    const found = async (line: string, files: Tree): Promise<readonly string[]> => {
      const { stdout } = await trackflow(`${line} --format compact`, files);
      return [...stdout.matchAll(/output-left-over No flow makes "(.+?)"/gu)].map(([, path = '']) => path).sort();
    };

    it.each(['with a memory', 'in a fresh clone'])('finds what a removed flow has left, %s', async (where) => {
      const { all } = await trackflow('build', kept);
      expect(JSON.parse(all[list] ?? '')).toMatchObject({
        'trackflow-outputs': 1,
        files: { 'call.json': { of: 'parts/call.flow.yaml', hash: hashOf(all['out/call.json'] ?? '') } },
      });
      const gone = but(all, { 'parts/call.flow.yaml': undefined, 'out/notes.json': 'mine' });
      const files = where === 'in a fresh clone' ? clone(gone) : gone;
      const { exit, stdout } = await trackflow('check', files);
      expect(exit).toBe(1);
      expect(stdout).toContain(
        'trackflow.config.yaml:1:1  error  output-left-over  No flow makes "out/call.json" any more.',
      );
      expect(await found('check', files)).toEqual(call);
      // Single flows are looked at for their own sake.
      expect(await found('check lead.flow.yaml', but(files, { 'other.flow.yaml': clean }))).toEqual([]);
      const pruned = await trackflow('build --prune', files);
      expect(Object.keys(pruned.files).filter((path) => path.startsWith('out'))).toEqual([
        list,
        'out/lead.json',
        'out/lead.swimlane.mmd',
        'out/notes.json',
      ]);
      expect(pruned.files[list]).not.toContain('call');
      expect((await trackflow('check', clone(pruned.all))).exit).toBe(0);
    });

    it('finds what the project file lists no more', async () => {
      const { all } = await trackflow('build', kept);
      const less = but(all, { 'trackflow.config.yaml': 'check: {outputs: true}\noutputs: [{format: json}]\n' });
      const expected = ['out/call.swimlane.mmd', 'out/lead.swimlane.mmd'];
      expect(await found('check', less)).toEqual(expected);
      expect(await found('check', clone(less))).toEqual(expected);
      const built = await trackflow('build', clone(less));
      expect(built.stderr).toContain('left over out/lead.swimlane.mmd');
      expect(await found('check', clone(built.all))).toEqual(expected);
    });

    it('tells nothing of what a flow with errors has made', async () => {
      const { all } = await trackflow('build', kept);
      const broken = but(all, { 'lead.flow.yaml': bad });
      for (const files of [broken, clone(broken)]) {
        expect(await found('check', files)).toEqual([]);
        const pruned = await trackflow('build --prune', files);
        expect(pruned.files['out/lead.json']).toBe(all['out/lead.json']);
        expect(pruned.files[list]).toContain('lead.json');
      }
    });

    it('leaves alone what somebody has changed, and what a list only claims', async () => {
      const { all } = await trackflow('build', kept);
      const hash = hashOf('mine');
      const claimed = (name: string): string =>
        JSON.stringify({ 'trackflow-outputs': 1, files: { [name]: { of: '', hash } } });
      for (const [path, name] of [
        ['out/x.flow.yaml', 'x.flow.yaml'],
        ['notes.txt', '../notes.txt'],
        ['/etc/notes.txt', '/etc/notes.txt'],
      ] as const) {
        const files = but(clone(all), { [path]: 'mine', [list]: claimed(name), 'lead.flow.yaml': undefined });
        expect((await trackflow('build --prune', files)).all[path]).toBe('mine');
      }
      const edited = but(clone(all), { 'parts/call.flow.yaml': undefined, 'out/call.json': 'mine' });
      expect(await found('check', edited)).toEqual(call);
      // It is told in each clone, until somebody says that it is to be kept.
      const built = clone((await trackflow('build', edited)).all);
      expect((await trackflow('check --format compact', built)).stdout).toContain(
        'No flow makes "out/call.json" any more, and somebody has changed it.',
      );
      const pruned = await trackflow('build --prune', built);
      expect(pruned.files['out/call.json']).toBe('mine');
      expect(pruned.stderr).toContain('kept out/call.json');
      expect(await found('check', clone(pruned.all))).toEqual([]);
    });

    it.each(['<<<<<<< HEAD', '{}', '{"trackflow-outputs": 1, "files": {"a": 1, "b": {}}}', '[]'])(
      'makes nothing of the list %s, and writes it anew',
      async (text) => {
        const { all } = await trackflow('build', kept);
        const files = but(clone(all), { [list]: text });
        expect((await trackflow('check', files)).exit).toBe(0);
        expect((await trackflow('build', files)).files[list]).toBe(all[list]);
      },
    );

    it('keeps no list where outputs are not committed', () => {
      expect(built[list]).toBeUndefined();
    });
  });

  describe('of the site', () => {
    const sited = but(kept, { 'trackflow.config.yaml': `${config}check: {outputs: true}\nsite: {out: public}\n` });
    const said = async (files: Tree, line = 'check'): Promise<readonly string[]> => {
      const { stdout, all } = await trackflow(`${line} --format compact`, files);
      expect(all).toEqual(files);
      return stdout.split('\n').filter((each) => each.includes('The site'));
    };

    it('is content after a build, with and without a memory', async () => {
      const { all } = await trackflow('build', sited);
      expect(await said(all)).toEqual([]);
      const clone = Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('.trackflow/')));
      expect((await trackflow('check', clone)).exit).toBe(0);
      expect(await said(clone)).toEqual([]);
    });

    it.each<[string, Readonly<Record<string, string | undefined>>]>([
      ['a flow has changed', { 'lead.flow.yaml': clean.replace('name: 登记线索', 'name: 登记') }],
      ['a flow is gone', { 'lead.flow.yaml': undefined }],
      ['a page was edited', { 'public/flows/lead.html': 'mine' }],
      ['a page is gone', { 'public/search.html': undefined }],
      ['its title has changed', { 'trackflow.config.yaml': `${sited['trackflow.config.yaml'] ?? ''}language: en\n` }],
    ])('finds that %s, also in a fresh clone', async (_what, changes) => {
      const changed = but((await trackflow('build', sited)).all, changes);
      const found = await said(changed);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(
        /^trackflow\.config\.yaml:3:1.* output-stale The site "public" is not what .* such as \S+\./u,
      );
      const clone = Object.fromEntries(Object.entries(changed).filter(([path]) => !path.startsWith('.trackflow/')));
      expect(await said(clone)).toEqual(found);
      expect(await said((await trackflow('build', changed)).all)).toEqual([]);
    });

    it('says nothing where it is not kept, where flows have errors, or of single flows', async () => {
      const { all } = await trackflow('build', sited);
      const edited = but(all, { 'public/index.html': 'mine' });
      const gone = Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('public/')));
      expect(await said(gone)).toEqual([]);
      expect(await said(edited, 'check lead.flow.yaml')).toEqual([]);
      expect(await said(but(edited, { 'lead.flow.yaml': bad }))).toEqual([]);
    });

    it('looks where there is nothing but a site', async () => {
      const only = but(sited, { 'trackflow.config.yaml': 'check: {outputs: true}\n\nsite: {out: public}\n' });
      const { all } = await trackflow('build', only);
      expect(await said(all)).toEqual([]);
      expect(await said(but(all, { 'public/index.html': 'mine' }))).toHaveLength(1);
    });
  });

  it('tells nothing of the outputs of a flow with errors', async () => {
    expect(await codes('check', but(kept, { 'lead.flow.yaml': bad, 'parts/call.flow.yaml': undefined }))).toEqual([]);
  });
});
