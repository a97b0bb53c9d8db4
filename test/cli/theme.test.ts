/** `--theme` with a file, and `--show`: on the command line and in the project file. */
import { describe, expect, it } from 'vitest';
import { cli } from './cli.js';
import { good } from './flows.js';

const files = { 'a.flow.yaml': good, 'ours.theme.yaml': "ink: '#112200'\n" };

describe('--theme', () => {
  it.each(['mono', 'paper', 'dark'])('%s', async (theme) => {
    const ran = await cli(`render --theme ${theme}`, { files });
    expect(ran.exit).toBe(0);
    expect(ran.host.text('out/a.swimlane.svg')).not.toContain('prefers-color-scheme');
  });

  it('takes a file, from the command line or from the project file', async () => {
    const ran = await cli('render --theme ours.theme.yaml -f svg,mermaid', { files });
    expect(ran.exit).toBe(0);
    expect(ran.host.text('out/a.swimlane.svg')).toContain('.text{fill:#112200}');
    expect(ran.host.text('out/a.swimlane.mmd')).toContain('primaryTextColor: "#112200"');
    const project = await cli('render', {
      files: { ...files, 'trackflow.config.yaml': 'theme: ours.theme.yaml\n' },
    });
    expect(project.host.text('out/a.swimlane.svg')).toContain('.text{fill:#112200}');
    const other = await cli('render --theme light', {
      files: { ...files, 'trackflow.config.yaml': 'theme: ours.theme.yaml\n' },
    });
    expect(other.host.text('out/a.swimlane.svg')).not.toContain('#112200');
  });

  it('tells the mistakes of the file, and makes nothing', async () => {
    for (const line of ['render --theme bad.theme.yaml', 'sop --theme bad.theme.yaml']) {
      const ran = await cli(line, { files: { ...files, 'bad.theme.yaml': 'ink: red\n' } });
      expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 1, written: [] });
      expect(ran.stderr).toContain('bad.theme.yaml:1:6');
      expect(ran.stderr).toContain('made nothing: bad.theme.yaml has errors');
    }
  });

  it('tells contrast that is too low, and goes on', async () => {
    const ran = await cli('render --theme faint.theme.yaml', {
      files: { ...files, 'faint.theme.yaml': "muted: '#b0b8c4'\n" },
    });
    expect(ran.exit).toBe(0);
    expect(ran.stderr).toContain('theme-contrast');
    expect(ran.host.text('out/a.swimlane.svg')).toContain('#b0b8c4');
  });

  it('is a mistake of usage where there is no such theme or file', async () => {
    const wrong = await cli('render --theme drak', { files });
    expect({ exit: wrong.exit, stderr: wrong.stderr }).toEqual({
      exit: 2,
      stderr: expect.stringContaining('Did you mean dark?') as string,
    });
    const gone = await cli('render --theme gone.yaml', { files });
    expect({ exit: gone.exit, stderr: gone.stderr }).toEqual({
      exit: 2,
      stderr: expect.stringContaining('There is no theme file gone.yaml.') as string,
    });
  });

  it('is validated like any other file', async () => {
    const ran = await cli('validate ours.theme.yaml bad.theme.yaml', {
      files: { ...files, 'bad.theme.yaml': 'inc: red\n' },
    });
    expect(ran.exit).toBe(1);
    expect(ran.stdout + ran.stderr).toContain('Did you mean "ink"?');
  });
});

describe('--show', () => {
  const shown = async (line: string, config = ''): Promise<readonly string[]> => {
    const flow = good.replace('call: {', 'call: {sla: 4h, via: [phone], ');
    const more = config === '' ? {} : { 'trackflow.config.yaml': config };
    const ran = await cli(line, { files: { 'a.flow.yaml': flow, ...more } });
    expect(ran.stderr).not.toContain('error');
    const svg = ran.host.text('out/a.swimlane.svg') ?? '';
    return [svg.includes('4 小时') ? 'sla' : '', svg.includes('电话</text>') ? 'channels' : ''].filter(Boolean);
  };

  it('says what steps show', async () => {
    expect(await shown('render')).toEqual(['sla']);
    expect(await shown('render --show channels')).toEqual(['channels']);
    expect(await shown('render --show all')).toEqual(['sla', 'channels']);
    expect(await shown('render --show none')).toEqual([]);
    expect(await shown('render', 'show: [channels, sla]\n')).toEqual(['sla', 'channels']);
    expect(await shown('render', 'show: [none]\n')).toEqual([]);
    expect(await shown('render --show sla', 'show: [all]\n')).toEqual(['sla']);
  });

  it.each([
    ['--show slaa', 'Did you mean sla?'],
    ['--show none,sla', 'stands alone'],
  ])('%s', async (line, hint) => {
    const ran = await cli(`render ${line}`, { files });
    expect({ exit: ran.exit, stderr: ran.stderr }).toEqual({
      exit: 2,
      stderr: expect.stringContaining(hint) as string,
    });
  });
});
