/** `trackflow site`: which folder, whose files, what is written and what is never touched. */
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/cli/site/manifest.js';
import { nodeFiles } from '../../src/cli/host/node.js';
import { run as program } from '../../src/cli/program.js';
import { cli, home } from './cli.js';
import { bad, good } from './flows.js';
import { memoryHost, type MemoryHost, type MemoryHostOptions } from './memory-host.js';

type Contents = NonNullable<MemoryHostOptions['files']>;

/** The files of the machine after a run, to begin the next one with. */
function filesOf(host: MemoryHost): Record<string, string> {
  return Object.fromEntries(host.paths().map((path) => [path, host.text(path) ?? '']));
}

const run = (line: string, files: Contents): ReturnType<typeof cli> => cli(line, { files });

describe('trackflow site', () => {
  it('writes a site with a list of its files', async () => {
    const { exit, stderr, host } = await run('site', { 'lead.flow.yaml': good });
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^site out\/site\/index\.html: \d+ written, 0 unchanged\n$/u);
    expect(host.text('out/site/index.html')).toContain('href="flows/lead.html"');
    const { files } = JSON.parse(host.text('out/site/.trackflow-site.json') ?? '') as { files: Record<string, string> };
    const written = host.paths().flatMap((path) => /^\/project\/out\/site\/(?!\.)(.+)$/u.exec(path)?.[1] ?? []);
    expect(Object.keys(files)).toEqual([...written].sort());
  });

  it('numbers steps as the form of the project does, and makes pages anew when the form changes', async () => {
    const form = (heading: string): string => `sections: [{heading: ${heading}, text: x}, diagram, procedure]\n`;
    const files = {
      'lead.flow.yaml': good,
      'form.yaml': form('总则'),
      'trackflow.config.yaml': 'sop: {template: form.yaml}\n',
    };
    const first = await run('site', files);
    expect(first.host.text('out/site/flows/lead.html')).toMatch(/<h2 id="section-own-1">1 总则<\/h2>.*>3\.1 /su);
    const second = await run('site', { ...filesOf(first.host), 'form.yaml': form('附则') });
    expect(second.host.text('out/site/flows/lead.html')).toContain('>1 附则</h2>');
  });

  it('writes nothing where nothing has changed, and only what has', async () => {
    const first = await run('site', { 'lead.flow.yaml': good });
    const second = await run('site', filesOf(first.host));
    expect(second.host.written).toEqual([]);
    expect(second.stderr).toMatch(/: 0 written, \d+ unchanged\n$/u);
    const third = await run('site', { ...filesOf(first.host), 'lead.flow.yaml': good.replace('en: Call', 'en: Ring') });
    expect(third.host.written.map((path) => path.replace('/project/out/site/', ''))).toEqual(
      expect.arrayContaining(['en/flows/lead.html', 'assets/search-en.js']),
    );
    expect(third.host.written).not.toContain('/project/out/site/flows/lead.html');
    expect(third.host.written).not.toContain('/project/out/site/assets/site.js');
  });

  it('makes a page that somebody has changed anew', async () => {
    const first = await run('site', { 'lead.flow.yaml': good });
    const page = '/project/out/site/flows/lead.html';
    const files = filesOf(first.host);
    const second = await run('site', { ...files, [page]: files[page]?.replaceAll('电话联系', '打电话') ?? '' });
    expect(second.host.text(page)).toBe(files[page]);
  });

  it('draws a picture anew only if what it is made from has changed', async () => {
    const first = await run('site', { 'lead.flow.yaml': good });
    const page = '/project/out/site/flows/lead.html';
    const list = '/project/out/site/.trackflow-site.json';
    const files = filesOf(first.host);
    // A picture that can be told from a new one, and a list that takes it for what was written.
    const marked = files[page]?.replace('<svg ', '<svg data-old="" ') ?? '';
    const hash = (text: string | undefined): string => hashOf(text ?? '');
    const listed = files[list]?.replace(hash(files[page]), hash(marked)) ?? '';
    const same = await run('site --title 手册', { ...files, [page]: marked, [list]: listed });
    expect(same.host.text(page)).toContain('data-old');
    expect(same.host.text(page)).toContain('手册');
    const changed = good.replace('zh: 电话联系', 'zh: 打电话');
    const other = await run('site', { ...files, [page]: marked, [list]: listed, 'lead.flow.yaml': changed });
    expect(other.host.text(page)).not.toContain('data-old');
  });

  it('may be made by two runs at the same time', async () => {
    for (const second of [['site'], ['site', 'lead.flow.yaml'], ['site', 'lead.flow.yaml', 'new.flow.yaml']]) {
      const host = memoryHost({ home, fallback: nodeFiles, files: { 'lead.flow.yaml': good, 'new.flow.yaml': good } });
      const exits = await Promise.all([program(['site'], host), program(second, host)]);
      expect({ second, exits, stderr: host.printed.stderr }).toMatchObject({
        exits: [0, 0],
        stderr: expect.not.stringContaining('error') as unknown,
      });
      // Whatever one of them has made, the next knows as the site's.
      expect(await program(['site'], host)).toBe(0);
      const list = JSON.parse(host.text('out/site/.trackflow-site.json') ?? '') as { files: object };
      const pages = host.paths().flatMap((path) => /site\/([^.].*)$/u.exec(path)?.[1] ?? []);
      expect(Object.keys(list.files)).toEqual(pages);
      expect(pages).toContain('flows/new.html');
    }
  });

  it('removes what the site no longer has, and nothing else', async () => {
    const first = await run('site', { 'lead.flow.yaml': good, 'other.flow.yaml': good });
    const files = filesOf(first.host);
    expect(files['/project/out/site/flows/other.html']).toBeDefined();
    delete files['/project/other.flow.yaml'];
    files['/project/out/site/CNAME'] = 'flows.example.com';
    const { exit, stderr, host } = await run('site', files);
    expect(exit).toBe(0);
    expect(stderr).toMatch(/, 2 removed\n$/u);
    expect(host.text('out/site/flows/other.html')).toBeUndefined();
    expect(host.text('out/site/CNAME')).toBe('flows.example.com');
  });

  it('keeps a page that is gone but was changed by hand, and says so', async () => {
    const first = await run('site', { 'lead.flow.yaml': good, 'other.flow.yaml': good });
    const files = filesOf(first.host);
    delete files['/project/other.flow.yaml'];
    files['/project/out/site/flows/other.html'] = 'my notes';
    const { stderr, host } = await run('site', files);
    expect(stderr).toContain('kept out/site/flows/other.html');
    expect(host.text('out/site/flows/other.html')).toBe('my notes');
  });

  it('refuses a folder that is somebody else’s', async () => {
    const { exit, stderr, host } = await run('site -o docs', { 'lead.flow.yaml': good, 'docs/index.html': 'mine' });
    expect(exit).toBe(2);
    expect(stderr).toContain("error: The folder docs is not a site of trackflow's: it holds index.html");
    expect(host.written).toEqual([]);
  });

  it('says what names a folder that is somebody else’s', async () => {
    const files = { 'lead.flow.yaml': good, 'trackflow.config.yaml': 'site: {out: .}\n' };
    for (const line of ['site', 'build']) {
      const { exit, stderr, host } = await run(line, files);
      const written = host.written.filter((path) => !path.includes('/.trackflow/'));
      expect({ exit, written }).toEqual({ exit: 2, written: [] });
      expect(stderr).toContain('hint: Name an empty folder or a new one with site.out of trackflow.config.yaml.');
    }
    const { stderr } = await run('site -o .', files);
    expect(stderr).toContain('hint: Name an empty folder or a new one with --out.');
    const foreign = {
      ...files,
      'trackflow.config.yaml': 'site: {out: s}\n',
      's/index.html': 'mine',
      's/.trackflow-site.json': '{"trackflow-site": 1, "files": {}}',
    };
    expect((await run('site', foreign)).stderr).toContain(
      'hint: Move it away, or name another folder with site.out of trackflow.config.yaml.',
    );
  });

  it('refuses to write over a file in its folder that is not its own', async () => {
    const first = await run('site', { 'lead.flow.yaml': good });
    const { exit, stderr, host } = await run('site', {
      ...filesOf(first.host),
      'other.flow.yaml': good,
      'out/site/flows/other.html': 'mine',
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('out/site/flows/other.html was to be written');
    expect(host.written).toEqual([]);
  });

  it.each([
    ['no JSON', 'x'],
    ['another thing', '{"version": 1}'],
    ['files of others', '{"trackflow-site": 1, "files": {"../lead.flow.yaml": "0"}}'],
    ['absolute paths', '{"trackflow-site": 1, "files": {"/etc/passwd": "0"}}'],
  ])('refuses a list that holds %s', async (_, list) => {
    const { exit, stderr, host } = await run('site -o s', { 'lead.flow.yaml': good, 's/.trackflow-site.json': list });
    expect(exit).toBe(2);
    expect(stderr).toContain('s/.trackflow-site.json cannot be understood');
    expect(host.written).toEqual([]);
    expect(host.text('lead.flow.yaml')).toBe(good);
  });

  it('does not follow links out of its folder', async () => {
    const { exit, stderr, host } = await run('site -o s', {
      'lead.flow.yaml': good,
      's/.trackflow-site.json': '{"trackflow-site": 1, "files": {}}',
      's/flows': { link: '/elsewhere' },
      '/elsewhere/note.txt': 'x',
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('leads out of the folder of the site by a link');
    expect(host.written).toEqual([]);
  });

  it('leaves out a flow with errors, says so, and makes the others', async () => {
    const { exit, stderr, host } = await run('site', { 'lead.flow.yaml': good, 'wrong.flow.yaml': bad });
    expect(exit).toBe(1);
    expect(stderr).toContain('skipped wrong.flow.yaml: it has errors');
    expect(host.text('out/site/index.html')).toContain('flows/lead.html');
    expect(host.text('out/site/index.html')).not.toContain('wrong');
  });

  it('makes nothing of nothing', async () => {
    const { exit, host } = await run('site', { 'wrong.flow.yaml': bad });
    expect(exit).toBe(1);
    expect(host.written).toEqual([]);
  });

  it('tells flows of one name in different folders apart', async () => {
    const { exit, host } = await run('site', { 'sales/lead.flow.yaml': good, 'service/lead.flow.yaml': good });
    expect(exit).toBe(0);
    expect(host.paths().filter((path) => /\/site\/flows\/lead-[0-9a-f]{8}\.html$/u.test(path))).toHaveLength(2);
  });

  it('reads title, folder and languages from the project file, and the command line goes before it', async () => {
    const files = {
      'trackflow.config.yaml': 'site: {out: public, title: 手册}\nlanguages: [en, zh]\n',
      'lead.flow.yaml': good,
    };
    const said = await run('site', files);
    expect(said.host.text('public/index.html')).toContain('<html lang="en">');
    expect(said.host.text('public/index.html')).toContain('<h1>手册</h1>');
    const asked = await run("site -o other --title 'My book' --lang zh", files);
    expect(asked.host.text('other/index.html')).toContain('<h1>My book</h1>');
    expect(asked.host.text('other/en/index.html')).toBeUndefined();
  });

  it('takes the language of the project file where no other is that of more flows', async () => {
    const one = (language: string): string =>
      `trackflow: 1\ntitle: T\nlanguage: ${language}\nnodes:\n  a: {type: start, next: b}\n  b: {type: end}\n`;
    const files = { 'a.flow.yaml': one('en'), 'b.flow.yaml': one('zh') };
    const top = async (more: Contents): Promise<string | undefined> =>
      /<html lang="(\w+)">/u.exec(
        (await run('site', { ...files, ...more })).host.text('out/site/index.html') ?? '',
      )?.[1];
    expect(await top({})).toBe('en');
    expect(await top({ 'trackflow.config.yaml': 'language: zh\n' })).toBe('zh');
    expect(await top({ 'trackflow.config.yaml': 'language: zh\n', 'c.flow.yaml': one('en') })).toBe('en');
  });

  it('tells of languages that flows have not', async () => {
    const files = {
      'lead.flow.yaml': good,
      'zh.flow.yaml': good.replace('{zh: 线索跟进, en: Lead follow-up}', '线索'),
    };
    const notes = async (line: string): Promise<readonly string[]> =>
      (await run(line, files)).stderr.split('\n').filter((said) => said.includes('title'));
    expect(await notes('site')).toEqual([]);
    expect(await notes('site --lang fr')).toEqual(['no flow has a title in fr; what is not translated stays as it is']);
    expect(await notes('site --lang en')).toEqual([
      'zh.flow.yaml has no title in en; what is not translated stays as it is',
    ]);
    expect(await notes('site --lang en,zh')).toEqual([]);
  });

  it('does not let the project file name a folder outside the project', async () => {
    const { exit, stderr, host } = await run('site', {
      'trackflow.config.yaml': 'site: {out: ../elsewhere}\n',
      'lead.flow.yaml': good,
    });
    expect(exit).toBe(1);
    expect(stderr).toContain('lies outside the project folder');
    expect(host.written).toEqual([]);
  });

  it.each(['site -o -', "site -o ''"])('%s is no folder', async (line) => {
    const { exit } = await run(line, { 'lead.flow.yaml': good });
    expect(exit).toBe(2);
  });
});
