/** `trackflow sop`: the SOP, the handbooks of roles, child flows in the same document. */
import { describe, expect, it } from 'vitest';
import { cli } from './cli.js';

const parent = `trackflow: 1
title: 客户管理
language: zh
owners:
  sales: {name: 销售部, members: [rep]}
  rep: {name: 销售代表, kind: role}
  service: {name: 客服部}
  customer: {name: 客户, kind: customer}
nodes:
  start: {type: start, name: 客户来电, owner: customer, next: record}
  record: {name: 登记线索, owner: service, outputs: [线索], next: call}
  call: {name: 电话联系, owner: rep, steps: [看历史记录, 约定下一步], informed: [service], next: care}
  care:
    type: subflow
    name: 售后服务
    owner: service
    flow: ./care.flow.yaml
    next: [{when: closed, to: done}, {when: again, to: once-more}]
  once-more:
    type: subflow
    name: 再次服务
    owner: service
    flow: ./care.flow.yaml
    next: [{when: closed, to: done}, {when: again, to: call}]
  done: {type: end, name: 结束, owner: service}
`;

const child = `trackflow: 1
title: 售后流程
language: zh
owners:
  service: {name: 客服部}
nodes:
  start: {type: start, name: 收到问题, owner: service, next: mend}
  mend: {name: 处理问题, owner: service, next: more}
  more: {type: decision, name: 有新需求？, next: [{when: 有, to: again}, {otherwise: closed}]}
  closed: {type: end, name: 已解决}
  again: {type: end, name: 有新需求}
`;

const files = { 'a.flow.yaml': parent, 'care.flow.yaml': child };

describe('--for', () => {
  it('writes the handbook of one role', async () => {
    const ran = await cli('sop a.flow.yaml --for rep', { files });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({
      exit: 0,
      written: ['/project/out/a.handbook.rep.md'],
    });
    const text = ran.host.text('out/a.handbook.rep.md');
    expect(text).toMatch(/^# 销售代表岗位手册：客户管理\n/u);
    expect(text).toContain('- [ ] 看历史记录\n- [ ] 约定下一步\n');
    expect(text).toContain('| 客服部 | 登记线索 | | 线索 |');
    expect(text).not.toContain('### 登记线索');
  });

  it('writes one for everyone who has steps, but for customers', async () => {
    const ran = await cli('sop a.flow.yaml --for all', { files });
    expect(ran.exit).toBe(0);
    expect(ran.host.written).toEqual(['/project/out/a.handbook.rep.md', '/project/out/a.handbook.service.md']);
  });

  it('takes a department with its members', async () => {
    const ran = await cli('sop a.flow.yaml --for sales -o -', { files });
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain('### 电话联系');
  });

  it('names the files of other languages', async () => {
    const ran = await cli('sop a.flow.yaml --for rep --lang zh,en', { files });
    expect(ran.host.written).toEqual(['/project/out/a.handbook.rep.md', '/project/out/a.handbook.rep.en.md']);
  });

  it('is a mistake of usage for a role that there is not', async () => {
    const ran = await cli('sop a.flow.yaml --for servise', { files });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
    expect(ran.stderr).toContain('a.flow.yaml has no owner "servise".');
    expect(ran.stderr).toContain('Did you mean service?');
  });

  it('passes over flows that have no such role, and says so', async () => {
    const ran = await cli('sop --for rep', { files });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({
      exit: 0,
      written: ['/project/out/a.handbook.rep.md'],
    });
    expect(ran.stderr).toContain('skipped care.flow.yaml: it has no owner "rep"');
  });
});

describe('--inline-subflows', () => {
  it('makes one document, each flow in it once', async () => {
    const ran = await cli('sop a.flow.yaml --inline-subflows -o -', { files });
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain('\n### 售后流程\n\n子流程 5.7\n');
    expect(ran.stdout.match(/# 售后流程\n/gu)).toHaveLength(1);
    expect(ran.stdout).toContain('\n#### 处理问题\n');
    expect(ran.stdout.match(/- \*\*子流程\*\*：见 \[5.7 售后流程\]\(#售后流程\)/gu)).toHaveLength(2);
  });

  it('links without it', async () => {
    const ran = await cli('sop', { files });
    expect(ran.host.text('out/a.sop.md')).toContain('- **子流程**：[售后流程](care.sop.md)\n');
    expect(ran.host.text('out/a.sop.md')).not.toContain('处理问题');
  });
});

describe('--template', () => {
  const form = 'sections: [procedure, {heading: 培训要求, text: 上岗前须通过考核。}]\n';

  it('makes documents of these sections, from the command line or from the project file', async () => {
    const ran = await cli('sop a.flow.yaml --template form.yaml -o -', { files: { ...files, 'form.yaml': form } });
    expect(ran.exit).toBe(0);
    expect(ran.stdout.match(/^## .*$/gmu)).toEqual(['## 1 作业程序', '## 2 培训要求']);
    const project = { ...files, 'form.yaml': form, 'trackflow.config.yaml': 'sop: {template: form.yaml}\n' };
    for (const line of ['sop a.flow.yaml -o -', 'render a.flow.yaml -f sop -o -'])
      expect((await cli(line, { files: project })).stdout).toBe(ran.stdout);
  });

  it('tells its mistakes, and makes nothing', async () => {
    const bad = { ...files, 'form.yaml': 'sections: [procedur]\n' };
    const ran = await cli('sop a.flow.yaml --template form.yaml', { files: bad });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 1, written: [] });
    expect(ran.stderr).toContain('form.yaml:1:12');
    expect(ran.stderr).toContain('procedure');
    const config = await cli('sop a.flow.yaml', {
      files: { ...bad, 'trackflow.config.yaml': 'sop: {template: form.yaml}\n' },
    });
    expect({ exit: config.exit, written: config.host.written }).toEqual({ exit: 1, written: [] });
    expect(config.stderr).toContain('form.yaml:1:12');
  });

  it('is checked by name like any other file', async () => {
    const bad = { 'ours.sop-template.yaml': 'sections: [procedur]\n' };
    const ran = await cli('validate ours.sop-template.yaml', { files: bad });
    expect(ran.exit).toBe(1);
    expect(ran.stdout).toContain('ours.sop-template.yaml:1:12');
    const good = { 'ours.sop-template.yaml': 'sections: [procedure]\n' };
    expect((await cli('validate ours.sop-template.yaml', { files: good })).exit).toBe(0);
  });

  it('is a mistake of usage where there is no such file', async () => {
    const ran = await cli('sop a.flow.yaml --template frm.yaml', { files });
    expect(ran.exit).toBe(2);
    const config = await cli('sop a.flow.yaml', {
      files: { ...files, 'trackflow.config.yaml': 'sop: {template: frm.yaml}\n' },
    });
    expect(config.exit).toBe(1);
    expect(config.stderr).toContain('file-missing');
    expect(config.stderr).toContain('trackflow.config.yaml:1:17');
  });
});

describe('the vocabulary of the project', () => {
  it('is among the definitions', async () => {
    const config = 'vocabulary: {terms: [{use: 客户, not: [顾客, 用户], because: 与合同一致}]}\n';
    const ran = await cli('sop a.flow.yaml -o -', { files: { ...files, 'trackflow.config.yaml': config } });
    expect(ran.stdout).toContain('| 客户 | 顾客、用户 | 与合同一致 |');
  });
});

describe('outputs of the project file', () => {
  it('can be handbooks', async () => {
    const config = 'flows: [a.flow.yaml]\noutputs: [{format: sop}, {format: sop, for: all}]\n';
    const ran = await cli('render', { files: { ...files, 'trackflow.config.yaml': config } });
    expect(ran.exit).toBe(0);
    expect(ran.host.written).toEqual([
      '/project/out/a.sop.md',
      '/project/out/a.handbook.rep.md',
      '/project/out/a.handbook.service.md',
    ]);
    expect(ran.host.text('out/a.handbook.rep.md')).toContain('| 作业程序 | [客户管理](a.sop.md) |');
  });
});
