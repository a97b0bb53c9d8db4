/** `trackflow diff` of files and folders; of revisions, the tests of git. */
import { describe, expect, it } from 'vitest';
import { cli } from './cli.js';

const flow = (
  more: { readonly title?: string; readonly nodes?: string; readonly owners?: string } = {},
): string => `trackflow: 1
title: ${more.title ?? '线索跟进'}
language: zh
owners: ${more.owners ?? '{sales: {name: 销售部}, boss: {name: 销售总监}}'}
nodes:
${
  more.nodes ??
  `  start: {type: start, name: 收到咨询, owner: sales, next: call}
  call: {name: 电话跟进, owner: sales, sla: 4h, next: approve}
  approve: {name: 审批折扣, kind: approval, owner: boss, next: done}
  done: {type: end, name: 结束, owner: sales}`
}
`;
const changed = flow({
  nodes: `  done: {type: end, name: 结束, owner: sales}
  start: {type: start, name: 收到咨询, owner: sales, next: visit}
  visit: {name: 电话跟进, owner: boss, sla: 1d, next: done}`,
});

describe('two files', () => {
  it('pretty', async () => {
    const { exit, stdout, stderr } = await cli('diff a.flow.yaml b.flow.yaml', {
      files: { 'a.flow.yaml': flow(), 'b.flow.yaml': changed },
    });
    expect(stderr).toBe('');
    expect(exit).toBe(0);
    // Once: the two files are the two sides.
    expect(stdout).toBe(`a.flow.yaml → b.flow.yaml  线索跟进
  1 step removed, 1 step changed, 1 connection removed, 1 connection changed, 1
  risk, 2 owners affected

Look twice
  ⚠ The approval “审批折扣” is gone.

Who is affected
  销售部
    loses “电话跟进” (now 销售总监)
  销售总监
    gains “电话跟进” (was 销售部)
    loses “审批折扣”
    has more time for “电话跟进”: time limit 4 hours → 1 day

Steps
  → 电话跟进
      id: call → visit
      owner: 销售部 → 销售总监
      time limit: 4 hours → 1 day
  − 审批折扣 (Approval · 销售总监)

Connections
  → 电话跟进 → 审批折扣
      leads to: 审批折扣 → 结束
  − 审批折扣 → 结束
`);
  });

  it('--exit-code', async () => {
    const files = { 'a.flow.yaml': flow(), 'b.flow.yaml': changed, 'c.flow.yaml': `# the same\n${flow()}` };
    expect((await cli('diff a.flow.yaml b.flow.yaml --exit-code', { files })).exit).toBe(1);
    const same = await cli('diff a.flow.yaml c.flow.yaml --exit-code', { files });
    expect(same.exit).toBe(0);
    expect(same.stdout).toBe('a.flow.yaml → c.flow.yaml\nNo change of the process.\n');
  });

  it('markdown in the language of the flow, or in another', async () => {
    const files = { 'a.flow.yaml': flow(), 'b.flow.yaml': changed };
    const own = await cli('diff a.flow.yaml b.flow.yaml --format markdown', { files });
    expect(own.stdout).toContain('### 流程变更');
    expect(own.stdout).toContain('> - ⚠️ 取消了审批「审批折扣」。');
    expect(own.stdout).toContain('```mermaid\nflowchart TB\n');
    const english = await cli('diff a.flow.yaml b.flow.yaml --format markdown --lang en', { files });
    expect(english.stdout).toContain('### Process changes');
    expect((await cli('diff a.flow.yaml b.flow.yaml --lang zh', { files })).stdout).toContain('请特别留意');
  });

  it('several formats, some in files', async () => {
    const files = { 'a.flow.yaml': flow(), 'b.flow.yaml': changed };
    const { exit, stdout, host } = await cli(
      'diff a.flow.yaml b.flow.yaml --format pretty,json:out/d.json,markdown:d.md',
      { files },
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('Look twice');
    expect(JSON.parse(host.text('out/d.json') ?? '')).toMatchObject({
      trackflow: 1,
      flows: [{ file: 'b.flow.yaml', oldFile: 'a.flow.yaml' }],
    });
    expect(host.text('d.md')).toContain('流程变更');
    const single = await cli('diff a.flow.yaml b.flow.yaml --format json -o d.json', { files });
    expect(single.stdout).toBe('');
    expect(single.host.text('d.json')).toBe(host.text('out/d.json'));
  });

  it('the extension of the file tells the format, unless one was asked for', async () => {
    const files = { 'a.flow.yaml': flow(), 'b.flow.yaml': changed };
    const written = async (out: string, more = ''): Promise<string> => {
      const { host, stderr } = await cli(`diff a.flow.yaml b.flow.yaml -o ${out}${more}`, { files });
      expect(stderr).toBe(`wrote ${out}\n`);
      return host.text(out) ?? '';
    };
    expect(await written('d.html')).toMatch(/^<!doctype html>/iu);
    expect(await written('d.SVG')).toContain('</svg>');
    expect(await written('d.md')).toContain('流程变更');
    expect(JSON.parse(await written('d.json'))).toMatchObject({ trackflow: 1 });
    for (const out of ['d.txt', 'd.log', 'd']) expect(await written(out)).toContain('Look twice');
    expect(await written('d.html', ' --format markdown')).toContain('流程变更');
    const { exit, stderr } = await cli('diff a.flow.yaml b.flow.yaml -o d.pdf', { files });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('Differences are not written as .pdf.\n')]);
  });

  it('wording is a count, and told by --wording', async () => {
    const files = { 'a.flow.yaml': flow(), 'b.flow.yaml': flow({ title: '线索跟进流程' }) };
    const folded = await cli('diff a.flow.yaml b.flow.yaml', { files });
    expect(folded.stdout).toContain('1 change of wording, not shown; --wording shows them');
    expect(folded.stdout).not.toContain('title:');
    expect(folded.stdout.split('\n').slice(0, 3)).toEqual([
      'a.flow.yaml → b.flow.yaml  线索跟进流程',
      '',
      '1 change of wording, not shown; --wording shows them',
    ]);
    const told = await cli('diff a.flow.yaml b.flow.yaml --wording', { files });
    expect(told.stdout).toContain('title: 线索跟进 → 线索跟进流程');
  });

  it('wording is folded in a comment and on a page, and there to be unfolded', async () => {
    const files = { 'a.flow.yaml': flow(), 'b.flow.yaml': flow({ title: '线索跟进流程' }) };
    const { stdout } = await cli('diff a.flow.yaml b.flow.yaml --format markdown', { files });
    expect(stdout).toContain(
      '<details>\n<summary>1 处文字修改</summary>\n\n- ✏️ **线索跟进流程**\n  - 标题: 线索跟进 → **线索跟进流程**\n\n</details>',
    );
    expect(stdout).not.toContain('****');
    const page = await cli('diff a.flow.yaml b.flow.yaml --format html -o d.html', { files });
    expect(page.host.text('d.html')).toMatch(
      /<details><summary>1 处文字修改<\/summary>.*<del>线索跟进<\/del> → <ins>线索跟进流程<\/ins>/u,
    );
  });
});

describe('two folders', () => {
  const files = {
    'old/lead.flow.yaml': flow(),
    'old/same.flow.yaml': flow({ title: '不变' }),
    'old/gone.flow.yaml': flow({
      title: '旧流程',
      nodes: '  s: {type: start, name: 开始报修, next: e}\n  e: {type: end, name: 报修结束}',
    }),
    'old/before.flow.yaml': flow({
      title: '改名',
      nodes: '  s: {type: start, name: 收货, next: t}\n  t: {name: 质检, next: e}\n  e: {type: end, name: 入库}',
    }),
    'new/lead.flow.yaml': changed,
    'new/same.flow.yaml': flow({ title: '不变' }),
    'new/fresh.flow.yaml': flow({
      title: '新流程',
      nodes: '  a: {type: start, name: 提出申请, next: b}\n  b: {type: end, name: 申请关闭}',
    }),
    'new/after.flow.yaml': flow({
      title: '改名',
      nodes:
        '  s: {type: start, name: 收货, next: t}\n  t: {name: 质检, sla: 1d, next: e}\n  e: {type: end, name: 入库}',
    }),
  };

  it('by path, then by likeness; the rest is new or gone', async () => {
    const { stdout, exit } = await cli('diff old new --format json', { files });
    expect(exit).toBe(0);
    const { flows, unchanged } = JSON.parse(stdout) as {
      flows: { file: string; oldFile?: string; before?: object; after?: object }[];
      unchanged: number;
    };
    expect(unchanged).toBe(1);
    expect(
      flows.map(({ file, oldFile, before, after }) => [file, oldFile, before !== undefined, after !== undefined]),
    ).toEqual([
      ['new/after.flow.yaml', 'old/before.flow.yaml', true, true],
      ['new/fresh.flow.yaml', undefined, false, true],
      ['new/lead.flow.yaml', 'old/lead.flow.yaml', true, true],
      ['old/gone.flow.yaml', undefined, true, false],
    ]);
    const pretty = (await cli('diff old new', { files })).stdout;
    expect(pretty).toContain('the whole flow is new');
    expect(pretty).toContain('the whole flow is gone');
    expect(pretty).toContain('1 flow without a change.');
  });

  it('a flow with errors is told and not compared', async () => {
    const broken = {
      ...files,
      'new/lead.flow.yaml': flow({ nodes: '  start: {type: start, name: 开始, next: nowhere}' }),
    };
    const { exit, stdout, stderr } = await cli('diff old new', { files: broken });
    expect(exit).toBe(1);
    expect(stderr).toContain('In new:');
    expect(stderr).toContain('new/lead.flow.yaml:6');
    expect(stdout).toContain('! new/lead.flow.yaml has errors and was not compared.');
    expect(stdout).not.toContain('lead.flow.yaml  ');
    expect(stdout).toContain('old/gone.flow.yaml');
  });
});

describe('asked wrongly', () => {
  const files = { 'a.flow.yaml': flow(), 'd/b.flow.yaml': flow() };
  it.each([
    ['diff a.flow.yaml d', 'a.flow.yaml is a file and d a folder'],
    ['diff a.flow.yaml d a.flow.yaml', 'Two sides are compared'],
    ['diff a.flow.yaml d/b.flow.yaml --format html5', 'There is no format of differences "html5"'],
    ['diff a.flow.yaml d/b.flow.yaml --format json,pretty', 'would be mixed up'],
    ['diff a.flow.yaml d/b.flow.yaml --format json:x.yaml', 'source file'],
    ['diff a.flow.yaml d/b.flow.yaml -o a.flow.yaml', 'source file'],
    ['diff a.flow.yaml d/b.flow.yaml --lang Chinese!', 'is no language'],
    ['diff a.flow.yaml missing.flow.yaml', ''],
  ])('%s', async (line, message) => {
    const { exit, stdout, stderr } = await cli(line, { files });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error: /u);
    expect(stdout).toBe('');
    expect(exit).toBe(2);
  });
});
