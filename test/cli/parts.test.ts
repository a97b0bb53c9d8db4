/** `--segment`, `--phase`, `--owner`: which pictures come out, under which names, and what is said where there is no such part. */
import { describe, expect, it } from 'vitest';
import { render } from '../../src/index.js';
import { cli, type Ran } from './cli.js';
import { good } from './flows.js';

const shop = `trackflow: 1
title: {zh: 网店, en: Shop}
language: zh
owners:
  shopper: {name: {zh: 顾客, en: Shopper}, kind: customer}
  service: {name: {zh: 客服, en: Service}}
  idle: {name: {zh: 旁观, en: Idle}}
phases:
  buy: {name: {zh: 购买, en: Buy}}
  keep: {name: {zh: 维系, en: Keep}}
segments:
  vip: {name: {zh: 会员, en: VIP}}
  guest: {name: {zh: 访客, en: Guest}}
nodes:
  start: {type: start, name: {zh: 进店, en: Enter}, owner: shopper, phase: buy, next: pay}
  pay: {name: {zh: 付款, en: Pay}, owner: shopper, phase: buy, next: who}
  who:
    type: decision
    name: {zh: 是会员吗？, en: A member?}
    owner: service
    phase: keep
    next:
      - {when: {zh: 是, en: 'Yes'}, for: [vip], to: gift}
      - {otherwise: done}
  gift: {name: {zh: 送礼, en: Send a gift}, owner: service, phase: keep, next: done}
  done: {type: end, name: {zh: 结束, en: End}, owner: service, phase: keep}
`;
const files = { 'shop.flow.yaml': shop };
const both = { ...files, 'a.flow.yaml': good };
const below = (ran: Ran): readonly string[] => ran.host.written.map((path) => path.replace('/project/', ''));

describe('names', () => {
  it.each([
    ['render --segment vip', ['out/shop.swimlane.segment-vip.svg']],
    ['render --segment vip --rest dim -f mermaid', ['out/shop.swimlane.segment-vip.dim.mmd']],
    [
      'render --phase buy --view flow,overview -f mermaid',
      ['out/shop.flow.phase-buy.mmd', 'out/shop.overview.phase-buy.mmd'],
    ],
    ['render --owner service --lang en -f mermaid', ['out/shop.swimlane.owner-service.en.mmd']],
    ['render --segment guest --phase keep -f mermaid', ['out/shop.swimlane.segment-guest.phase-keep.mmd']],
    ['render --phase buy -f mermaid,json,sop', ['out/shop.swimlane.phase-buy.mmd', 'out/shop.json', 'out/shop.sop.md']],
    ['render --phase buy -f mermaid -o x.mmd', ['x.mmd']],
  ])('%s', async (line, expected) => {
    const ran = await cli(line, { files });
    expect({ exit: ran.exit, written: below(ran) }).toEqual({ exit: 0, written: expected });
  });

  it('say the part, and so does the title; the document of the whole shows no part', async () => {
    const ran = await cli('render --segment guest -f svg,sop', { files });
    const svg = ran.host.text('out/shop.swimlane.segment-guest.svg') ?? '';
    expect(svg).toContain('客户类别：访客');
    expect(svg).not.toContain('送礼');
    const sop = ran.host.text('out/shop.sop.md') ?? '';
    expect(sop).toContain('送礼');
    expect(sop).not.toContain('.svg');
  });

  it('dim what is around', async () => {
    const svg = (await cli('render --phase buy', { files })).host.text('out/shop.swimlane.phase-buy.svg') ?? '';
    expect(svg).toContain('class="dimmed"');
    expect(svg).toContain('class="line-dimmed"');
    expect(svg).not.toContain('送礼');
    const whole = (await cli('render', { files })).host.text('out/shop.swimlane.svg') ?? '';
    expect(whole).not.toContain('class="dimmed"');
  });
});

describe('what is not there', () => {
  it.each([
    ['render --segment vpi', 'shop.flow.yaml has no segment "vpi".', 'Did you mean vip? Known: vip, guest.'],
    ['render --phase after-sales', 'shop.flow.yaml has no phase "after-sales".', 'Known: buy, keep.'],
    ['render --owner idle', 'shop.flow.yaml has no step of owner "idle".', 'Known: shopper, service.'],
    [
      'render --rest dim',
      '--rest tells what becomes of what a segment cannot reach',
      'For example: --segment key --rest dim',
    ],
    ['render --segment vip --rest grey', 'There is no rest "grey".', 'Known: hide, dim.'],
    ['render --phase buy -f sop', '--phase is for pictures, and none is drawn.', 'Ask for one of svg,'],
  ])('%s', async (line, message, hint) => {
    const ran = await cli(line, { files });
    expect({ exit: ran.exit, stdout: ran.stdout, written: below(ran) }).toEqual({ exit: 2, stdout: '', written: [] });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toContain(hint);
  });

  it('in some of several flows is told, and the others are drawn', async () => {
    const ran = await cli('render --phase buy -f mermaid', { files: both });
    expect({ exit: ran.exit, written: below(ran) }).toEqual({ exit: 0, written: ['out/shop.swimlane.phase-buy.mmd'] });
    expect(ran.stderr).toContain('skipped a.flow.yaml: it has no phase "buy"\n');
  });

  it('in none of them is refused', async () => {
    const ran = await cli('render --phase by -f mermaid', { files: both });
    expect({ exit: ran.exit, written: below(ran) }).toEqual({ exit: 2, written: [] });
    expect(ran.stderr).toContain('None of the 2 flows has steps of phase "by".');
    expect(ran.stderr).toContain('Did you mean buy?');
  });

  it('is an error of the program that uses the library', async () => {
    const ask = (phase: string): ReturnType<typeof render> =>
      render({ text: shop, file: 'shop.flow.yaml' }, { formats: ['mermaid'], filter: { phase } });
    expect((await ask('buy')).artifacts.map(({ name }) => name)).toEqual(['shop.swimlane.phase-buy.mmd']);
    await expect(ask('bye')).rejects.toThrow("the flow has no step of phase 'bye'; it has buy, keep");
  });
});
