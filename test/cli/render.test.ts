/** `trackflow render` and `sop`: which files come out, where, and what is never written. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../../src/cli/host/host.js';
import { FileError } from '../../src/cli/host/host.js';
import { cli, type Ran } from './cli.js';
import { bad, english, good, library, usesLibrary } from './flows.js';

const files = { 'a.flow.yaml': good };
const below = (ran: Ran): readonly string[] => ran.host.written.map((path) => path.replace('/project/', ''));

describe('outputs', () => {
  it.each([
    ['render a.flow.yaml', ['out/a.swimlane.svg']],
    ['render', ['out/a.swimlane.svg']],
    ['render -f png', ['out/a.swimlane.png']],
    ['render -f pdf --view flow', ['out/a.flow.pdf']],
    ['render -o x.png', ['x.png']],
    ['render -o x.pdf --background transparent', ['x.pdf']],
    ['render --embed-fonts', ['out/a.swimlane.svg']],
    ['render -f mermaid', ['out/a.swimlane.mmd']],
    ['render -f svg,mermaid,json', ['out/a.swimlane.svg', 'out/a.swimlane.mmd', 'out/a.json']],
    ['render -f json -f mermaid', ['out/a.json', 'out/a.swimlane.mmd']],
    ['render -f mermaid,mermaid', ['out/a.swimlane.mmd']],
    ['render -f mermaid --view flow', ['out/a.flow.mmd']],
    ['render -f mermaid --view data-flow', ['out/a.data-flow.mmd']],
    ['render -f mermaid --view flow,swimlane', ['out/a.flow.mmd', 'out/a.swimlane.mmd']],
    ['render --view flow', ['out/a.flow.svg']],
    ['render -f mermaid --lang en', ['out/a.swimlane.en.mmd']],
    [
      'render -f mermaid,json,sop --lang zh,en',
      ['out/a.swimlane.mmd', 'out/a.swimlane.en.mmd', 'out/a.json', 'out/a.sop.md', 'out/a.en.sop.md'],
    ],
    ['render -f mermaid --lang all', ['out/a.swimlane.mmd', 'out/a.swimlane.en.mmd']],
    ['render -f mermaid -o docs', ['docs/a.swimlane.mmd']],
    ['render -f mermaid -o docs/img/', ['docs/img/a.swimlane.mmd']],
    ['render -f mermaid -o v1.2/', ['v1.2/a.swimlane.mmd']],
    ['render -o x.svg', ['x.svg']],
    ['render -o docs/x.mmd', ['docs/x.mmd']],
    ['render -o x.json', ['x.json']],
    ['render -o x.sop.md', ['x.sop.md']],
    ['render -o handbook.md', ['handbook.md']],
    ['render -f mermaid -o docs/X.MMD', ['docs/X.MMD']],
    ['render -f sop -o handbook.md', ['handbook.md']],
    ['render --direction down', ['out/a.swimlane.svg']],
    ['render --view flow -o X.SVG', ['X.SVG']],
    ['sop', ['out/a.sop.md', 'out/a.swimlane.svg']],
    ['sop --view flow', ['out/a.sop.md', 'out/a.flow.svg']],
    ['sop --no-picture', ['out/a.sop.md']],
    ['sop -o docs/handbook.md', ['docs/handbook.md', 'docs/a.swimlane.svg']],
    ['sop --lang zh,en', ['out/a.sop.md', 'out/a.en.sop.md', 'out/a.swimlane.svg', 'out/a.swimlane.en.svg']],
  ])('%s', async (line, expected) => {
    const ran = await cli(line, { files });
    expect({ exit: ran.exit, stdout: ran.stdout, written: below(ran) }).toEqual({
      exit: 0,
      stdout: '',
      written: expected,
    });
    expect(ran.stderr).toBe(expected.map((path) => `wrote ${path}\n`).join(''));
    for (const path of expected) expect(ran.host.text(path)).not.toBe('');
  });

  it('are written beside each other for every flow, however deep it lies', async () => {
    const ran = await cli('render -f mermaid', { files: { 'x/a.flow.yaml': good, 'y/b.flow.yaml': good } });
    expect(below(ran)).toEqual(['out/a.swimlane.mmd', 'out/b.swimlane.mmd']);
  });

  it('are one for each view; one that would have nothing to show is left out among several, and that is said', async () => {
    const ran = await cli('render -f mermaid --view all', { files });
    expect(below(ran)).toEqual(['out/a.swimlane.mmd', 'out/a.flow.mmd', 'out/a.overview.mmd']);
    expect(ran.stderr).toContain('a.flow.yaml: left out the view data-flow, which would have nothing to show\n');
    const withData = good.replace('nodes:', 'stores:\n  crm: {name: 客户库, kind: database}\nnodes:');
    const data = {
      'a.flow.yaml': withData.replace('owner: sales, next: done', 'owner: sales, writes: [crm], next: done'),
    };
    const drawn = await cli('render -f mermaid --view all', { files: data });
    expect(below(drawn)).toContain('out/a.data-flow.mmd');
    expect(drawn.stderr).not.toContain('left out');
  });

  it('are left alone when their bytes would not change', async () => {
    const first = await cli('render -f mermaid,json', { files });
    const second = await cli('render -f mermaid,json', {
      files: { ...files, 'out/a.swimlane.mmd': first.host.text('out/a.swimlane.mmd') ?? '', 'out/a.json': 'old' },
    });
    expect(below(second)).toEqual(['out/a.json']);
    expect(second.stderr).toBe('unchanged out/a.swimlane.mmd\nwrote out/a.json\n');
  });
});

describe('-o -', () => {
  it.each([
    ['mermaid', 'x.mmd'],
    ['json', 'x.json'],
    ['svg', 'x.svg'],
  ])('prints %s, and nothing but it, on stdout', async (format, name) => {
    const file = await cli(`render -f ${format} -o ${name}`, { files });
    const ran = await cli(`render -f ${format} -o -`, { files });
    expect({ exit: ran.exit, stderr: ran.stderr, written: ran.host.written }).toEqual({
      exit: 0,
      stderr: '',
      written: [],
    });
    expect(ran.stdout).toBe(file.host.text(name));
  });

  it('of the SOP names no picture, because none is written', async () => {
    const ran = await cli('sop -o -', { files });
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toMatch(/^# 线索跟进/mu);
    expect(ran.stdout).not.toContain('.svg');
  });

  it.each([
    'render -f svg,json -o -',
    'render --view all -o -',
    'render --lang zh,en -o -',
    'render a.flow.yaml b.flow.yaml -o -',
    'render -f svg,json -o x.svg',
  ])('%s is more than one output: exit 2, nothing written', async (line) => {
    const ran = await cli(line, { files: { ...files, ...(line.includes('b.flow') && { 'b.flow.yaml': good }) } });
    expect({ exit: ran.exit, stdout: ran.stdout, written: ran.host.written }).toEqual({
      exit: 2,
      stdout: '',
      written: [],
    });
    expect(ran.stderr).toMatch(/takes one output, but [2-4] were asked for/u);
  });
});

describe('-o with a name that does not fit', () => {
  it.each([
    ['render -o x.bmp', 'The name x.bmp tells no format.', 'x.bmp/'],
    ['render -f mermaid -o x.svg', '-f asks for mermaid, but the name x.svg is that of svg.', 'Name it x.mmd.'],
    ['render -f svg -o x.pdf', '-f asks for svg, but the name x.pdf is that of pdf.', 'Name it x.svg.'],
    ['render -f svg -o x.tiff', '-f asks for svg, but the name x.tiff is that of something else.', 'Name it x.svg.'],
    ['render -f svg,mermaid -o docs/x.pdf', '-f asks for svg, mermaid', 'Name it docs/x.svg or docs/x.mmd.'],
    ['render -f sop -o x.svg', '-f asks for sop, but the name x.svg is that of svg.', 'Name it x.md.'],
    ['render -f json -o x.flow.yaml', '-f asks for json', 'Name it x.flow.json.'],
    [
      'sop -o x.csv',
      'sop writes md or html or docx, but the name x.csv is that of something else.',
      'Name it x.md or x.html or x.docx.',
    ],
    ['render a.flow.yaml -f sop -o a.flow.yaml/', 'the name a.flow.yaml/ is that of', 'Name it a.flow.md.'],
    ['sop --no-picture -o x.svg', 'sop writes md or html or docx', 'Name it x.md or x.html or x.docx.'],
    ["render -o ''", 'An empty path was given to --out.', undefined],
  ])('%s', async (line, message, hint) => {
    const ran = await cli(line, { files });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
    expect(ran.stderr).toContain(message);
    if (hint !== undefined) expect(ran.stderr).toContain(hint);
  });
});

describe('what is never overwritten', () => {
  it.each([
    [
      'another flow behind a link',
      'render a.flow.yaml -f mermaid -o x.mmd',
      { 'b.flow.yaml': good, 'x.mmd': { link: 'b.flow.yaml' } },
    ],
    [
      'a library behind a link',
      'render a.flow.yaml -f mermaid -o x.mmd',
      { 'org.yaml': library, 'a.flow.yaml': usesLibrary, 'x.mmd': { link: 'org.yaml' } },
    ],
    [
      'any YAML behind a link',
      'render a.flow.yaml -f mermaid -o x.mmd',
      { 'ci.yml': 'on: push', 'x.mmd': { link: 'ci.yml' } },
    ],
    ['a flow behind a link', 'render a.flow.yaml -f mermaid -o x.mmd', { 'x.mmd': { link: 'a.flow.yaml' } }],
    [
      'a file that is a source under another name',
      'render notes.yaml -f mermaid -o n.mmd',
      { 'notes.yaml': good, 'n.mmd': { link: 'notes.yaml' } },
    ],
  ])('%s', async (_, line, more) => {
    const all: Record<string, string | { link: string }> = { ...files, ...more };
    const ran = await cli(line, { files: all });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
    expect(ran.stderr).toContain('is a source file');
  });

  it.each(['a.flow.yaml', 'b.flow.yaml', 'org.yaml', 'ci.yml', 'trackflow.config.yaml'])(
    '%s under its own name: no format is called so',
    async (name) => {
      const sources = { ...files, 'b.flow.yaml': good, 'org.yaml': library, 'ci.yml': 'on: push' };
      const all = { ...sources, 'trackflow.config.yaml': '' };
      for (const line of [`render a.flow.yaml -o ${name}`, `render a.flow.yaml -f json -o ${name}`]) {
        const ran = await cli(line, { files: all });
        expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
      }
    },
  );

  it('languages that differ in capital letters only: the message says so', async () => {
    const ran = await cli('render -f mermaid --lang zh-TW,zh-tw', { files });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
    expect(ran.stderr).toContain('a.swimlane.zh-TW.mmd and a.swimlane.zh-tw.mmd differ only in capital letters');
  });

  it('two flows of one name would write the same file: nothing is written', async () => {
    const ran = await cli('render -f mermaid', { files: { 'x/a.flow.yaml': good, 'y/a.flow.yaml': good } });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
    expect(ran.stderr).toContain('out/a.swimlane.mmd, from x/a.flow.yaml and from y/a.flow.yaml');
  });

  it('a folder in the way is told', async () => {
    const ran = await cli('render -f mermaid', { files: { ...files, 'out/a.swimlane.mmd/x': '' } });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toContain('out/a.swimlane.mmd is a folder');
  });
});

describe('flows with errors', () => {
  it('are told on stderr and skipped; the others are made; exit 1', async () => {
    const ran = await cli('render -f mermaid', { files: { 'a.flow.yaml': good, 'b.flow.yaml': bad } });
    expect({ exit: ran.exit, stdout: ran.stdout, written: below(ran) }).toEqual({
      exit: 1,
      stdout: '',
      written: ['out/a.swimlane.mmd'],
    });
    expect(ran.stderr).toMatch(/^b\.flow\.yaml:8:\d+ {2}error {2}unknown-node/mu);
    expect(ran.stderr).toContain('skipped b.flow.yaml: it has errors\n');
  });

  it('leave stdout empty', async () => {
    const ran = await cli('render -f mermaid -o - --format json', { files: { 'a.flow.yaml': bad } });
    expect({ exit: ran.exit, stdout: ran.stdout }).toEqual({ exit: 1, stdout: '' });
    expect(JSON.parse(ran.stderr)).toMatchObject({ summary: { errors: 1 } });
  });

  it('as json are data: on stdout, with what was written on stderr', async () => {
    const ran = await cli('render -f mermaid --format json', { files: { 'a.flow.yaml': good, 'b.flow.yaml': bad } });
    expect({ exit: ran.exit, stderr: ran.stderr }).toEqual({ exit: 1, stderr: 'wrote out/a.swimlane.mmd\n' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ summary: { files: 2, errors: 1 } });
  });

  it('leave the old output as it was', async () => {
    const ran = await cli('render -f mermaid', { files: { 'a.flow.yaml': bad, 'out/a.swimlane.mmd': 'old' } });
    expect(ran.host.text('out/a.swimlane.mmd')).toBe('old');
  });

  it('300 of them in one call: a bad one fails only itself', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`f${String(n).padStart(3, '0')}.flow.yaml`, n === 137 ? bad : good]),
    );
    const ran = await cli('render -f mermaid', { files: many, tty: true, env: { NO_COLOR: '1' } });
    expect(ran.exit).toBe(1);
    expect(ran.host.written).toHaveLength(299);
    expect(ran.stderr).toContain('checking 300/300');
    expect(ran.stderr).toContain('rendering 299/299');
    expect(ran.stderr.match(/error {2}unknown-node/gu)).toHaveLength(1);
  });

  it('without a terminal, progress is not shown', async () => {
    const ran = await cli('render -f mermaid', { files: { 'a.flow.yaml': good, 'b.flow.yaml': good } });
    expect(ran.stderr).toBe('wrote out/a.swimlane.mmd\nwrote out/b.swimlane.mmd\n');
  });
});

describe('libraries', () => {
  it('among flows are left out with a word', async () => {
    const ran = await cli('render a.flow.yaml org.yaml -f mermaid', {
      files: { 'org.yaml': library, 'a.flow.yaml': usesLibrary },
    });
    expect({ exit: ran.exit, written: below(ran) }).toEqual({ exit: 0, written: ['out/a.swimlane.mmd'] });
    expect(ran.stderr).toContain('org.yaml is a library');
  });

  it('alone are nothing to render: exit 2', async () => {
    const ran = await cli('render org.yaml', { files: { 'org.yaml': library } });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toContain('There is no flow among org.yaml.');
  });
});

describe('languages', () => {
  it('that a flow does not speak are told, and its own words stay', async () => {
    const ran = await cli('render -f mermaid --lang fr -o -', { files });
    expect(ran.exit).toBe(0);
    expect(ran.stderr).toBe('a.flow.yaml has no title in fr; what is not translated stays as it is\n');
    expect(ran.stdout).toContain('电话联系');
  });

  it('are told for a region, too: its words are those of the language alone', async () => {
    const ran = await cli('render -f mermaid --lang zh-TW -o -', { files });
    expect(ran.stderr).toBe('a.flow.yaml has no title in zh-TW; what is not translated stays as it is\n');
    expect(ran.stdout).toContain('电话联系');
  });

  it('choose the words', async () => {
    expect((await cli('render -f mermaid --lang en -o -', { files })).stdout).toContain('Call');
    expect((await cli('render -f mermaid -o -', { files: { 'a.flow.yaml': english } })).stdout).toContain('Call');
  });
});

describe('the project file', () => {
  const project = {
    'flows/a.flow.yaml': good,
    'trackflow.config.yaml':
      'out: docs\noutputs:\n  - {format: mermaid, view: flow, direction: down}\n  - {format: json}\nlanguages: [en]\n',
  };

  it('says what to make and where, also from a folder below', async () => {
    const ran = await cli('render', { files: project });
    expect(below(ran)).toEqual(['docs/a.flow.en.mmd', 'docs/a.json']);
    expect(ran.host.text('docs/a.flow.en.mmd')).toContain('Call');
    const prefixed = Object.fromEntries(Object.entries(project).map(([path, text]) => [`/project/${path}`, text]));
    const deep = await cli('render a.flow.yaml', { files: prefixed, cwd: '/project/flows' });
    expect(below(deep)).toEqual(['docs/a.flow.en.mmd', 'docs/a.json']);
  });

  it('may ask for two directions of one view: the name tells them apart', async () => {
    const output = (format: string, direction: string): string => `  - {format: ${format}, direction: ${direction}}\n`;
    const both = `outputs:\n${output('svg', 'right')}${output('svg', 'down')}${output('json', 'right')}${output('json', 'down')}`;
    const ran = await cli('render', { files: { ...files, 'trackflow.config.yaml': both } });
    expect({ exit: ran.exit, written: below(ran) }).toEqual({
      exit: 0,
      written: ['out/a.swimlane.right.svg', 'out/a.swimlane.down.svg', 'out/a.json'],
    });
    expect(ran.host.text('out/a.swimlane.right.svg')).not.toBe(ran.host.text('out/a.swimlane.down.svg'));

    const auto = `languages: [en]\noutputs:\n  - {format: mermaid}\n${output('mermaid', 'down')}`;
    const beside = await cli('render', { files: { ...files, 'trackflow.config.yaml': auto } });
    expect(below(beside)).toEqual(['out/a.swimlane.en.mmd', 'out/a.swimlane.down.en.mmd']);
    const one = await cli('render --direction right', { files: { ...files, 'trackflow.config.yaml': both } });
    expect(below(one)).toEqual(['out/a.swimlane.svg', 'out/a.json']);
  });

  it.each(['render', 'render a.flow.yaml', 'render -f json -o x.json', 'sop', 'sop -o -', 'validate'])(
    'with an error: `%s` makes nothing, exit 1',
    async (line) => {
      const broken = { ...files, 'trackflow.config.yaml': 'theme: drak\nout: docs\n' };
      const ran = await cli(line, { files: broken });
      expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 1, written: [] });
      expect(ran.stdout + ran.stderr).toMatch(/^trackflow\.config\.yaml:1:8 {2}error/mu);
      expect(ran.stderr.includes('made nothing: trackflow.config.yaml has errors')).toBe(line !== 'validate');
      expect(ran.stdout === '').toBe(line !== 'validate');
    },
  );

  it.each([
    ['../x', {}],
    ['docs/../../x', {}],
    ['linked/x', { linked: { link: '/elsewhere' }, '/elsewhere/y': '' }],
  ])('does not lead out of the project: out: %s', async (out, more) => {
    const project = { ...files, ...more, 'trackflow.config.yaml': `out: ${out}\n` };
    const ran = await cli('render -f mermaid', { files: project });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 1, written: [] });
    expect(ran.stderr).toMatch(/^trackflow\.config\.yaml:1:\d+ {2}error {2}file-outside/mu);
    expect(ran.stderr).toContain(`The folder "${out}" lies outside the project folder.`);
    const named = await cli('render -f mermaid -o ../x', {
      files: { ...files, 'trackflow.config.yaml': 'out: docs\n' },
    });
    expect(named.host.written).toEqual(['/x/a.swimlane.mmd']);
  });

  it.each(['trackflow.config.yml', 'trackflow.config.json'])(
    'under the name %s is told, not passed over',
    async (name) => {
      for (const line of ['render', 'sop', 'validate', 'render deep/b.flow.yaml']) {
        const ran = await cli(line, { files: { ...files, 'deep/b.flow.yaml': good, [name]: 'out: docs\n' } });
        expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
        expect(ran.stderr).toContain(`${name} is not read: the project file is called trackflow.config.yaml.`);
      }
      const deep = await cli('render', { files: { [`/project/${name}`]: '' }, cwd: '/project/flows' });
      expect(deep.stderr).toContain(`error: ../${name} is not read`);
    },
  );

  it('lets messages name paths from where the user stands', async () => {
    const at = (path: string): string => `/project/${path}`;
    const tree = {
      [at('trackflow.config.yaml')]: "flows: ['flows/**/*.flow.yaml']\nout: docs\noutputs: [{format: json}]\n",
      [at('flows/a.flow.yaml')]: good,
      [at('flows/b.flow.yaml')]: bad,
    };
    const ran = await cli('render', { files: tree, cwd: '/project/img' });
    expect(ran.stderr).toMatch(/^\.\.\/flows\/b\.flow\.yaml:8:/u);
    expect(ran.stderr).toContain('skipped ../flows/b.flow.yaml: it has errors\nwrote ../docs/a.json\n');
    expect(ran.stderr).not.toContain('/project');
    const broken = { ...tree, [at('trackflow.config.yaml')]: 'theme: drak\n' };
    expect((await cli('validate', { files: broken, cwd: '/project/img' })).stdout).toMatch(
      /^\.\.\/trackflow\.config\.yaml:1:8 /u,
    );
    const outside = await cli('render ../flows/a.flow.yaml -o /elsewhere/', { files: tree, cwd: '/project/img' });
    expect(outside.stderr).toBe('wrote /elsewhere/a.json\n');
  });

  it('gives way to the command line', async () => {
    const ran = await cli('render -f mermaid --lang zh -o img', { files: project });
    expect(below(ran)).toEqual(['img/a.swimlane.mmd']);
    expect(ran.host.text('img/a.swimlane.mmd')).toContain('电话联系');
  });
});

describe('pictures link to each other', () => {
  const parent = good.replace(
    'call: {name: {zh: 电话联系, en: Call}, owner: sales, next: done}',
    "call: {type: subflow, name: 售后, owner: sales, flow: './售后.flow.yaml', next: done}",
  );

  it('a subflow to the picture of its child, where that is made too', async () => {
    const both = { 'a.flow.yaml': parent, '售后.flow.yaml': good };
    const ran = await cli('render', { files: both });
    expect(ran.stderr).toBe('wrote out/a.swimlane.svg\nwrote out/售后.swimlane.svg\n');
    expect(ran.host.text('out/a.swimlane.svg')).toContain(`href="${encodeURIComponent('售后')}.swimlane.svg"`);
    const alone = await cli('render a.flow.yaml', { files: both });
    expect(alone.host.text('out/a.swimlane.svg')).not.toContain('.swimlane.svg"');
  });

  it.each([
    ['render -f mermaid', 'out/a.swimlane.mmd', 'click'],
    ['render a.flow.yaml -f mermaid,svg,sop', 'out/a.swimlane.mmd', 'click'],
    ['render a.flow.yaml -f mermaid,svg,sop', 'out/a.swimlane.svg', '.swimlane.svg'],
    ['render a.flow.yaml -f mermaid,svg,sop', 'out/a.sop.md', encodeURIComponent('售后')],
    ['render -f svg -o out/x.svg a.flow.yaml', 'out/x.svg', 'href='],
    ['sop a.flow.yaml --no-picture', 'out/a.sop.md', '.svg'],
  ])('%s: %s has no %s, because this run writes no such file', async (line, path, link) => {
    const ran = await cli(line, { files: { 'a.flow.yaml': parent, '售后.flow.yaml': good } });
    expect(ran.exit).toBe(0);
    expect(ran.host.text(path)).toContain('售后');
    expect(ran.host.text(path)).not.toContain(link);
  });

  it('a picture to the picture that runs the same way', async () => {
    const config =
      'outputs:\n  - {format: svg, direction: right}\n  - {format: svg, direction: down}\n  - {format: sop}\n';
    const ran = await cli('render', {
      files: { 'a.flow.yaml': parent, '售后.flow.yaml': good, 'trackflow.config.yaml': config },
    });
    for (const way of ['right', 'down'])
      expect(ran.host.text(`out/a.swimlane.${way}.svg`)).toContain(
        `href="${encodeURIComponent('售后')}.swimlane.${way}.svg"`,
      );
    expect(ran.host.text('out/a.sop.md')).toContain('(a.swimlane.right.svg)');
  });

  it('an SVG to an SVG, and a PDF to a PDF', async () => {
    const both = { 'a.flow.yaml': parent, '售后.flow.yaml': good };
    const linked = (ran: Ran, format: string): RegExpExecArray | null =>
      /%E5%94%AE%E5%90%8E\.swimlane\.(?:svg|pdf)/u.exec(ran.host.text(`out/a.swimlane.${format}`) ?? '');
    for (const formats of ['svg,pdf', 'pdf,svg']) {
      const ran = await cli(`render -f ${formats}`, { files: both });
      for (const format of ['svg', 'pdf']) expect(linked(ran, format)?.[0]).toMatch(new RegExp(`\\.${format}$`, 'u'));
    }
    expect(linked(await cli('render -f svg,png', { files: both }), 'svg')).not.toBeNull();
    expect(linked(await cli('render a.flow.yaml -f pdf', { files: both }), 'pdf')).toBeNull();
  });

  it('the SOP shows the picture beside it', async () => {
    const ran = await cli('sop', { files: { '线索 (1).flow.yaml': good } });
    expect(ran.host.text('out/线索 (1).sop.md')).toContain(`(${encodeURIComponent('线索 ')}%281%29.swimlane.svg)`);
  });
});

describe('a text from stdin, and nothing else', () => {
  it.each([
    'render -',
    'render - -f mermaid --view flow',
    'sop - --no-picture',
    'render - --stdin-filepath x/b.flow.yaml',
  ])('%s: one output goes to stdout', async (line) => {
    const ran = await cli(line, { stdin: good });
    const named = await cli(`${line} -o -`, { stdin: good });
    expect({ exit: ran.exit, stderr: ran.stderr, written: ran.host.written }).toEqual({
      exit: 0,
      stderr: '',
      written: [],
    });
    expect(ran.stdout.length).toBeGreaterThan(100);
    expect(ran.stdout).toBe(named.stdout);
  });

  it.each([
    ['render - -f svg,json', ['out/stdin.swimlane.svg', 'out/stdin.json']],
    ['render - -f json -o docs/', ['docs/stdin.json']],
    ['render - a.flow.yaml -f json', ['out/stdin.json', 'out/a.json']],
    ['sop -', ['out/stdin.sop.md', 'out/stdin.swimlane.svg']],
  ])('%s: files', async (line, expected) => {
    const ran = await cli(line, { files, stdin: good });
    expect({ exit: ran.exit, stdout: ran.stdout, written: below(ran) }).toEqual({
      exit: 0,
      stdout: '',
      written: expected,
    });
  });
});

describe('a machine that fails', () => {
  const failing =
    (reason: string) =>
    (write: Files['write']): Files['write'] =>
    (path, content) => {
      if (path.endsWith('.mmd')) throw new FileError(path, reason);
      write(path, content);
    };

  it('is told in one line, exit 2', async () => {
    const ran = await cli('render -f mermaid', { files, wrapWrite: failing('no space left on the device') });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toBe('error: out/a.swimlane.mmd: no space left on the device.\n');
  });

  it('a fault of trackflow itself is exit 3, one line, and a stack only with --debug', async () => {
    const broken = (): Files['write'] => () => {
      throw new RangeError('Maximum call stack size exceeded');
    };
    const ran = await cli('render -f mermaid', { files: { ...files, 'b.flow.yaml': good }, wrapWrite: broken });
    expect(ran.exit).toBe(3);
    expect(ran.stderr).toMatch(
      /^error: a\.flow\.yaml: trackflow \S+ failed: Maximum call stack size exceeded\. This is a bug in trackflow\. .*--debug\.\nerror: b\.flow\.yaml: /u,
    );
    expect(ran.stderr).not.toContain('    at ');
    const debug = await cli('render -f mermaid --debug', { files, wrapWrite: broken });
    expect(debug.stderr).toContain('    at ');
    const env = await cli('render -f mermaid', { files, wrapWrite: broken, env: { TRACKFLOW_DEBUG: '1' } });
    expect(env.stderr).toContain('    at ');
  });
});

describe('--via mermaid-cli', () => {
  it.each([
    [
      'render --via mermaid-cli',
      '--via mermaid-cli needs @mermaid-js/mermaid-cli, which is not installed here.',
      'npm install',
    ],
    ['render --via mermiad-cli', 'There is no tool "mermiad-cli".', 'Did you mean mermaid-cli?'],
    ['render --via mermaid-cli -f gif', 'There is no format that mermaid-cli draws "gif".', 'Known: svg, png, pdf.'],
    ['render --via mermaid-cli -f png -o x.pdf', '-f asks for png, but the name x.pdf is that of pdf.', undefined],
  ])('%s', async (line, message, hint) => {
    const ran = await cli(line, { files });
    expect({ exit: ran.exit, stdout: ran.stdout, written: ran.host.written }).toEqual({
      exit: 2,
      stdout: '',
      written: [],
    });
    expect(ran.stderr).toContain(message);
    if (hint !== undefined) expect(ran.stderr).toContain(hint);
    expect(ran.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });
});

describe('links from a picture into the procedure made along with it', () => {
  const linksOf = (svg = ''): readonly string[] => [...svg.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href ?? '');
  const anchorsOf = (markdown = ''): readonly string[] =>
    [...markdown.matchAll(/\]\(#([^)]*)\)/gu)].map(([, anchor]) => anchor ?? '');

  it('lead to the section of each step, by the name that the document has', async () => {
    for (const [line, name] of [
      ['sop', 'a.sop.md'],
      ['sop -o docs/handbook.md', 'handbook.md'],
      ['render -f svg,sop', 'a.sop.md'],
    ] as const) {
      const ran = await cli(line, { files });
      const folder = line.includes('docs/') ? 'docs' : 'out';
      const links = linksOf(ran.host.text(`${folder}/a.swimlane.svg`));
      expect(links).toHaveLength(3);
      const anchors = anchorsOf(ran.host.text(`${folder}/${name}`)).map((anchor) => decodeURIComponent(anchor));
      for (const link of links) {
        const [file, anchor = ''] = link.split('#');
        expect(file).toBe(name);
        expect(anchors).toContain(decodeURIComponent(anchor));
      }
    }
  });

  it('are in the language of the document, and in no picture that is made alone', async () => {
    const ran = await cli('sop --lang zh,en', { files });
    expect(linksOf(ran.host.text('out/a.swimlane.en.svg'))[0]).toMatch(/^a\.en\.sop\.md#/u);
    expect(linksOf((await cli('render', { files })).host.text('out/a.swimlane.svg'))).toEqual([]);
  });
});
