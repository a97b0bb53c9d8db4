/** `lint --fix`: what is mended, what is written and shown, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { cli } from './cli.js';
import { clean } from './flows.js';

const flow = `# 客户回访
trackflow: 1
title: 客户回访
owners:
  sales: {name: 销售部}
nodes:
  start: {type: start, name: 到期提醒, owner: sales, next: call}
  call: # 每周一次
    name: 电话回访客户。 # 句号
    owner: sales
    accountable: sales
    next: [done]
  done: {type: end, name: 回访完成, owner: sales, outcome: success}
`;
const mended = flow.replace('电话回访客户。', '电话回访客户').replace('    accountable: sales\n', '');
const broken = flow.replace('owner: sales, next', 'owner: salse, next');

describe('lint --fix', () => {
  it('writes what it mends and nothing else, and tells what is left', async () => {
    const { exit, stdout, stderr, host } = await cli('lint a.flow.yaml --fix', { files: { 'a.flow.yaml': flow } });
    expect({ exit, stdout, stderr }).toEqual({
      exit: 0,
      stdout: '',
      stderr: 'wrote a.flow.yaml\nmended 2 findings in 1 file\nok  1 file, nothing to mend\n',
    });
    expect(host.text('a.flow.yaml')).toBe(mended);
    expect(host.written).toEqual(['/project/a.flow.yaml']);
  });

  it('mends beside a comment that is no good for switching rules off', async () => {
    const text = `# trackflow-ignore vague-name\n${flow}`;
    const { exit, stderr, host } = await cli('lint a.flow.yaml --fix', { files: { 'a.flow.yaml': text } });
    expect(exit).toBe(1);
    expect(stderr).toContain('mended 2 findings in 1 file\n');
    expect(host.text('a.flow.yaml')).toBe(`# trackflow-ignore vague-name\n${mended}`);
  });

  it('of a text from stdin names the file as without --fix', async () => {
    const stdin = flow.replace('电话回访客户。', '跟进');
    const { stderr } = await cli('lint - --fix --format compact', { stdin });
    expect(stderr).toContain('stdin.flow.yaml:9:11: warning vague-name');
    expect(stderr).not.toContain('/project');
  });

  it('keeps a byte order mark, and Windows line ends', async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const { host } = await cli('lint --fix', { files: { 'a.flow.yaml': windows(flow) } });
    // The text of a file is decoded, so that the mark is looked for in the bytes.
    const bytes = host.files.read('/project/a.flow.yaml');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(mended.replaceAll('\n', '\r\n'));
  });

  it('with --dry-run shows a patch and writes nothing', async () => {
    const { exit, stdout, stderr, host } = await cli('lint a.flow.yaml --fix --dry-run', {
      files: { 'a.flow.yaml': flow },
    });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^--- a\/a\.flow\.yaml\n\+\+\+ b\/a\.flow\.yaml\n@@ /u);
    expect(stdout).toContain('-    name: 电话回访客户。 # 句号\n');
    expect(stdout).toContain('+    name: 电话回访客户 # 句号\n');
    expect(stderr).toContain('would mend 2 findings in 1 file\n');
    expect(host.written).toEqual([]);
  });

  it('with --dry-run tells what is left at its places on disk', async () => {
    const left = flow.replace('next: [done]', 'next: more\n  more: {name: 跟进, owner: sales, next: done}');
    const files = { 'a.flow.yaml': left };
    const told = (text: string): readonly string[] => text.split('\n').filter((line) => line.includes('vague-name'));
    const plain = await cli('lint a.flow.yaml --format compact', { files });
    const dry = await cli('lint a.flow.yaml --fix --dry-run --format compact', { files });
    expect(told(plain.stdout)).toEqual([expect.stringContaining('a.flow.yaml:13:16: ')]);
    expect(told(dry.stderr)).toEqual(told(plain.stdout));
    const pretty = await cli('lint a.flow.yaml --fix --dry-run', { files });
    expect(pretty.stderr).toContain('more: {name: 跟进');
    const stdin = await cli('lint - --fix --dry-run --format compact', { stdin: left });
    expect(told(stdin.stderr)).toEqual([expect.stringContaining('stdin.flow.yaml:13:16: ')]);
  });

  it('with --dry-run does not say that there is nothing to mend', async () => {
    const files = { 'a.flow.yaml': flow };
    const { stderr } = await cli('lint a.flow.yaml --fix --dry-run', { files });
    expect(stderr).toBe('would mend 2 findings in 1 file\nok  1 file, nothing else to mend\n');
  });

  it('of a text from stdin gives the text, and findings on stderr', async () => {
    const { exit, stdout, stderr, host } = await cli('lint - --fix --stdin-filepath flows/a.flow.yaml', {
      stdin: flow,
      files: { 'other.flow.yaml': flow },
    });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: mended });
    expect(stderr).toContain('mended 2 findings in 1 file\n');
    expect(host.written).toEqual([]);
  });

  it('leaves a flow with errors as it is, and mends the others', async () => {
    const files = { 'a.flow.yaml': flow, 'b.flow.yaml': broken };
    const { exit, stdout, host } = await cli('lint --fix', { files });
    expect(exit).toBe(1);
    expect(stdout).toContain('unknown-owner');
    expect(host.written).toEqual(['/project/a.flow.yaml']);
    expect(host.text('b.flow.yaml')).toBe(broken);
  });

  it('makes what may change the meaning only when it is told to', async () => {
    const unused = flow.replace('nodes:', '  ops: {name: 运营部} # 待定\nnodes:');
    const options = { files: { 'a.flow.yaml': unused } };
    const safe = await cli('lint --fix --preset strict --fail-on never', options);
    expect(safe.host.text('a.flow.yaml')).toContain('  ops: {name: 运营部} # 待定\n');
    expect(safe.stderr).toMatch(/mended 2 findings in 1 file; \d+ more with --fix=all, to be looked at\n/u);
    const all = await cli('lint --fix=all --preset strict --fail-on never', options);
    expect(all.host.text('a.flow.yaml')).not.toContain('ops');
    expect(all.host.text('a.flow.yaml')).toContain('# 待定');
  });

  it('grants no right to a store with sensitive data that the step does not need', async () => {
    const store = (fields: string): string =>
      flow
        .replace('nodes:', `stores: {crm: {fields: ${fields}, access: {boss: crud}}}\nnodes:`)
        .replace('  sales: {', '  boss: {name: 店长}\n  sales: {')
        .replace('    accountable: sales\n', '    reads: [crm.basic]\n');
    const mend = async (fields: string): Promise<string> => {
      const options = { files: { 'a.flow.yaml': store(fields) } };
      const { host } = await cli('lint --fix=all --rule access-missing=warning --fail-on never', options);
      return host.text('a.flow.yaml') ?? '';
    };
    expect(await mend('{basic: {姓名: personal}}')).toContain('access: {boss: crud, sales: r}');
    expect(await mend('{basic: {姓名: personal}, health: {诊断: sensitive}}')).toContain('access: {boss: crud}');
    expect(await mend('{basic: {诊断: sensitive}}')).toContain('access: {boss: crud, sales: r}');
  });

  it('does not mend what is suppressed', async () => {
    const suppressed = flow.replace(
      '    accountable',
      '    # trackflow-disable-next-line raci-twice -- said by the auditor\n    accountable',
    );
    const { host } = await cli('lint --fix', { files: { 'a.flow.yaml': suppressed } });
    expect(host.text('a.flow.yaml')).toContain('accountable: sales');
    expect(host.text('a.flow.yaml')).toContain('name: 电话回访客户 #');
  });

  it('does not write over what somebody else has changed meanwhile', async () => {
    const { exit, stderr, host } = await cli('lint --fix', {
      files: { 'a.flow.yaml': flow, 'b.flow.yaml': flow },
      // While the first file is written, the second gets another text.
      wrapWrite: (write) => (path, content) => {
        write(path, content);
        if (path.endsWith('a.flow.yaml')) write('/project/b.flow.yaml', new TextEncoder().encode(`${flow}# mine\n`));
      },
    });
    expect(exit).toBe(0);
    expect(stderr).toContain('b.flow.yaml was changed by something else meanwhile');
    expect(host.text('b.flow.yaml')).toContain('# mine');
  });

  it.each([
    'lint --fix a.flow.yaml',
    'check --fix a.flow.yaml',
    'lint --fix ./a.flow.yaml',
    "lint --fix '*.flow.yaml'",
    'lint --fix flows',
    'lint --fix clean.flow.yaml a.flow.yaml',
    'lint --fix safe a.flow.yaml',
    'lint a.flow.yaml --fix',
  ])('%s: what follows may be a path, as behind the options of a hook', async (line) => {
    const files = { 'a.flow.yaml': flow, 'flows/b.flow.yaml': flow, 'clean.flow.yaml': clean };
    const { exit, stderr, host } = await cli(line, { files });
    expect({ exit, stderr: exit === 2 ? stderr : '' }).toEqual({ exit: 0, stderr: '' });
    expect(host.written).toEqual([line.endsWith('flows') ? '/project/flows/b.flow.yaml' : '/project/a.flow.yaml']);
  });

  it.each([
    ['lint --dry-run', '--dry-run goes with --fix'],
    ['lint --fix=everything', 'everything'],
  ])('%s is a mistake', async (line, said) => {
    const { exit, stderr, host } = await cli(line, { files: { 'a.flow.yaml': flow } });
    expect(exit).toBe(2);
    expect(stderr).toContain(said);
    expect(host.written).toEqual([]);
  });
});
