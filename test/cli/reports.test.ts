/** `--format name:file`: where reports go, and what they never overwrite. */
import { describe, expect, it } from 'vitest';
import { differenceForms } from '../../src/cli/difference-formats.js';
import { reporters } from '../../src/report/reporters/index.js';
import { cli } from './cli.js';
import { bad, clean, english } from './flows.js';

const baseline = '{\n  "trackflow-baseline": 1,\n  "findings": []\n}\n';

describe('a report', () => {
  it.each(reporters.map(({ id }) => id))(
    '%s is written over its own former one, with findings and without',
    async (id) => {
      let report = 'r.txt';
      for (const flow of [bad, clean, bad, english, bad]) {
        const before = report === 'r.txt' ? {} : { 'r.txt': report };
        const { exit, host, stderr } = await cli(`lint --format ${id}:r.txt`, {
          files: { 'a.flow.yaml': flow, ...before },
        });
        expect({ exit, stderr: exit === 2 ? stderr : '' }).toEqual({ exit: flow === bad ? 1 : 0, stderr: '' });
        report = host.text('r.txt') ?? 'none';
      }
    },
  );

  it.each([
    ['package.json', '{\n  "name": "x",\n  "version": "1.0.0"\n}\n', 'it holds something else than a report'],
    ['data.json', '{"version": 1}', 'it holds something else than a report'],
    ['trackflow-baseline.json', baseline, 'it holds a baseline of trackflow'],
    ['.gitignore', 'node_modules\n', 'it holds something else than a report'],
    ['README.md', '# trackflow\n', 'it holds something else than a report'],
    ['picture.png', new Uint8Array([0, 255, 1]), 'it holds something else than a report'],
    ['linked.txt', { link: 'notes.txt' }, 'it holds something else than a report'],
    ['source.txt', { link: 'a.flow.yaml' }, 'that is the name of a source file'],
    ['docs', { link: '/project/.git' }, 'it belongs to git'],
    ['.git/config', '[core]\n', 'it belongs to git'],
    ['.git/new.json', undefined, 'it belongs to git'],
    ['sub/.git', 'gitdir: ../x\n', 'it belongs to git'],
    ['sub', undefined, 'it is a folder'],
  ])('is never written over %s', async (name, content, reason) => {
    const files = {
      'a.flow.yaml': english,
      'notes.txt': 'mine\n',
      '.git/HEAD': 'ref',
      'sub/x': '',
      ...(content && { [name]: content }),
    };
    for (const line of [
      `validate --format json:${name}`,
      `check --format pretty,junit=${name}`,
      `diff --format json:${name}`,
    ]) {
      const { exit, stdout, stderr, host } = await cli(line, { files });
      expect({ exit, stdout, written: host.written }).toEqual({ exit: 2, stdout: '', written: [] });
      expect(stderr).toContain(`error: A report is not written to ${name}: ${reason}.`);
    }
  });

  it('nor over a baseline that the same run has written', async () => {
    const line = 'lint --update-baseline --format json:trackflow-baseline.json';
    const { exit, stderr, host } = await cli(line, { files: { 'a.flow.yaml': english } });
    expect(exit).toBe(2);
    expect(stderr).toContain('it holds a baseline of trackflow');
    expect(host.text('trackflow-baseline.json')).toContain('trackflow-baseline');
  });

  it.each([
    'json:r.json,junit:r.json',
    'json:r.json,sarif:./r.json',
    'json:r.json,gitlab:R.JSON',
    'json:r.json,junit:here/r.json',
  ])('and another are not one file: %s', async (formats) => {
    const { exit, stderr, host } = await cli(`check --format ${formats}`, {
      files: { 'a.flow.yaml': english, here: { link: '.' } },
    });
    expect({ exit, written: host.written }).toEqual({ exit: 2, written: [] });
    expect(stderr).toContain('would both be written to');
  });

  it.each(differenceForms.map(({ id }) => id))('of differences, %s, is written over its own former one', async (id) => {
    const flows = { 'a.flow.yaml': clean, 'b.flow.yaml': clean.replace('客户来电', '客户来信') };
    const first = await cli(`diff a.flow.yaml b.flow.yaml --format ${id}:r.${id}`, { files: flows });
    const [path = ''] = first.host.written;
    const files = { ...flows, [`r.${id}`]: first.host.files.read(path), 'b.flow.yaml': clean };
    const second = await cli(`diff a.flow.yaml b.flow.yaml --format ${id}:r.${id}`, { files });
    expect({ exit: second.exit, written: second.host.written }).toEqual({ exit: 0, written: [path] });
  });

  it('of differences neither', async () => {
    const { exit, stderr } = await cli('diff --format json:r.json,markdown:r.json', {
      files: { 'a.flow.yaml': english },
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('json and markdown would both be written to r.json.');
  });

  it.each(["validate --format ''", 'validate --format ,', "diff --format ''"])('%s names no format', async (line) => {
    const { exit, stderr } = await cli(line, { files: { 'a.flow.yaml': english } });
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: 'error: --format names no format.\n  hint: A variable of your shell script may be unset.\n',
    });
  });
});
