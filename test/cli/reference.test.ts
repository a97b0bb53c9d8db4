/** `schema`, `explain` and `init`: what they print and what they write. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes, type CodeEntry } from '../../src/model/codes.js';
import { minimals } from '../../src/cli/minimal.js';
import { rules } from '../../src/lint/rules/index.js';
import { cli, home } from './cli.js';

const schemas = readdirSync(join(home, 'schemas')).map((file) => file.replace('.schema.json', ''));

describe('schema', () => {
  it.each(schemas)('%s is printed as it is', async (name) => {
    const { exit, stdout, stderr } = await cli(`schema ${name}`);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toBe(readFileSync(join(home, 'schemas', `${name}.schema.json`), 'utf8'));
  });

  it('is named in the help, each of them', async () => {
    const { stdout } = await cli('schema --help');
    expect(schemas.filter((name) => !new RegExp(`(?:^|[\\s,])${name}(?:[\\s,]|$)`, 'u').test(stdout))).toEqual([]);
  });

  it('is that of flows when none is named', async () => {
    expect((await cli('schema')).stdout).toBe((await cli('schema flow')).stdout);
  });
});

describe('explain', () => {
  it('prints what is known of every code', async () => {
    for (const [code, { summary, bad, good }] of Object.entries<CodeEntry>(codes)) {
      const { exit, stdout, stderr } = await cli(`explain ${code}`);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(stdout).toContain(code);
      expect(stdout).toContain(summary);
      expect(stdout.includes('\nNot:\n')).toBe(bad !== undefined);
      expect(stdout.includes('\nBut:\n')).toBe(good !== undefined);
    }
  });

  it('lists every code and rule in a line each', async () => {
    const { stdout } = await cli('explain');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual([...Object.keys(codes), ...rules.map(({ id }) => id)]);
  });
});

describe('init', () => {
  const templates = readdirSync(join(home, 'examples'), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        readdirSync(join(home, 'examples', entry.name)).some((file) => file.endsWith('.flow.yaml')),
    )
    .map(({ name }) => name)
    .sort();

  it('lists the templates, each with what it shows', async () => {
    const { exit, stdout, stderr } = await cli('init');
    expect(exit).toBe(0);
    const names = stdout.split('\n').filter((line) => /^\S/u.test(line));
    expect(names.map((line) => line.split(' ')[0])).toEqual([...Object.keys(minimals), ...templates]);
    expect(names.filter((line) => !/^\S+ +\S/u.test(line))).toEqual([]);
    expect(stderr).toBe('\nNext: trackflow init <template> [folder]\n');
  });

  it.each(templates)('%s: a copy with the schemas, and the next command', async (template) => {
    const { exit, stdout, stderr, host } = await cli(`init ${template}`);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    const copied = readdirSync(join(home, 'examples', template), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    expect(host.written).toHaveLength(copied.length + 3);
    for (const path of host.written) expect(stderr).toContain(`wrote ${path.replace('/project/', '')}\n`);
    expect(stderr).toContain(`Next: trackflow render ${template}\n`);
    const flow = host.text(`${template}/${template}.flow.yaml`);
    expect(flow).toMatch(/^# yaml-language-server: \$schema=\.\/schemas\/flow\.schema\.json\n/u);

    const files = Object.fromEntries(host.paths().map((path) => [path, host.text(path) ?? '']));
    const checked = await cli(`validate ${template}`, { files });
    expect({ exit: checked.exit, stdout: checked.stdout }).toEqual({ exit: 0, stdout: '' });
  });

  it.each(Object.keys(minimals))(
    '%s: one screen, laid out by fmt, of which lint has nothing to say',
    async (template) => {
      const { exit, stderr, host } = await cli(`init ${template} mine`);
      expect(exit).toBe(0);
      expect(host.written).toHaveLength(4);
      expect(stderr).toContain('Next: trackflow render mine\n');
      const flow = host.text('mine/process.flow.yaml') ?? '';
      expect(flow).toMatch(/^# yaml-language-server: \$schema=\.\/schemas\/flow\.schema\.json\n/u);
      expect(flow.split('\n').length).toBeLessThan(40);
      const files = { 'process.flow.yaml': flow };
      expect(await cli('lint', { files })).toMatchObject({ exit: 0, stdout: '' });
      expect(await cli('fmt --check', { files })).toMatchObject({ exit: 0 });
    },
  );

  it('refuses to touch what exists, and then writes nothing', async () => {
    const { exit, stderr, host } = await cli('init five-stage .', { files: { 'README.md': 'mine' } });
    expect({ exit, written: host.written }).toEqual({ exit: 2, written: [] });
    expect(stderr).toContain('README.md exists already');
    expect(host.text('README.md')).toBe('mine');
  });

  it('refuses a folder that is a file', async () => {
    const { exit, stderr } = await cli('init five-stage here', { files: { here: '' } });
    expect(exit).toBe(2);
    expect(stderr).toContain('here is a file, not a folder');
  });

  it('does nothing the second time', async () => {
    const first = await cli('init five-stage');
    const files = Object.fromEntries(first.host.written.map((path) => [path, first.host.text(path) ?? '']));
    const { exit, stderr, host } = await cli('init five-stage', { files });
    expect({ exit, written: host.written }).toEqual({ exit: 0, written: [] });
    expect(stderr).toBe(first.stderr.replaceAll('wrote ', 'unchanged '));
  });
});
