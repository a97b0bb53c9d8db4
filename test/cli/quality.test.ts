/** `trackflow render --quality`: the figures of pictures, for people and for programs, and nothing written. */
import { describe, expect, it } from 'vitest';
import { cli } from './cli.js';
import { bad, english, good } from './flows.js';

const files = { 'a.flow.yaml': good };

interface Report {
  readonly version: number;
  readonly summary: { readonly pictures: number; readonly violations: number };
  readonly pictures: readonly (Readonly<Record<string, unknown>> & { readonly violations: readonly unknown[] })[];
}

describe('the table', () => {
  it('has a line for each picture, and nothing is written', async () => {
    const ran = await cli('render --quality --view swimlane,flow --lang zh,en', { files });
    expect(ran.exit).toBe(0);
    expect(ran.host.written).toEqual([]);
    const lines = ran.stdout.split('\n');
    expect(lines[0]).toMatch(/violations +nodes +edges +crossings +bends/u);
    expect(lines.slice(1, 5).map((line) => line.split(' ')[0])).toEqual([
      'a.swimlane',
      'a.swimlane.en',
      'a.flow',
      'a.flow.en',
    ]);
    expect(ran.stderr).toBe('');
  });

  it('measures what the project file has drawn, in its directions', async () => {
    const config = 'outputs:\n  - { format: pdf, view: flow, direction: right }\n  - { format: sop }\n';
    const ran = await cli('render --quality', { files: { ...files, 'trackflow.config.yaml': config } });
    expect(ran.stdout.split('\n').slice(1, 3)).toEqual([expect.stringMatching(/^a\.flow \(right\) /u), '']);
  });
});

describe('for programs', () => {
  it('has every figure of every picture, and findings stand back', async () => {
    const ran = await cli('render --quality --format json --direction down a.flow.yaml e.flow.yaml', {
      files: { ...files, 'e.flow.yaml': english },
    });
    expect(ran.exit).toBe(0);
    const report = JSON.parse(ran.stdout) as Report;
    expect(report.version).toBe(1);
    expect(report.summary).toEqual({ pictures: 2, violations: 0 });
    expect(report.pictures.map(({ file, view, direction }) => [file, view, direction])).toEqual([
      ['a.flow.yaml', 'swimlane', 'down'],
      ['e.flow.yaml', 'swimlane', 'down'],
    ]);
    for (const picture of report.pictures) {
      expect(picture.violations).toEqual([]);
      for (const figure of ['nodes', 'edges', 'crossings', 'bends', 'length', 'aspect', 'area', 'width', 'height']) {
        expect(picture[figure], figure).toBeTypeOf('number');
      }
    }
  });

  it('still exits 1 for a flow with errors, and measures the others', async () => {
    const ran = await cli('render --quality --format json', { files: { ...files, 'b.flow.yaml': bad } });
    expect(ran.exit).toBe(1);
    expect((JSON.parse(ran.stdout) as Report).summary.pictures).toBe(1);
    expect(ran.stderr).toContain('b.flow.yaml');
  });
});

describe('what it does not go with', () => {
  it.each(['-f png', '-o x.svg', '--scale 2', '--embed-fonts', '--via mermaid-cli', '--theme dark'])(
    '%s',
    async (options) => {
      const ran = await cli(`render --quality ${options}`, { files });
      expect(ran.exit).toBe(2);
      expect(ran.stderr).toContain('--quality measures pictures and draws none');
      expect(ran.host.written).toEqual([]);
    },
  );

  it.each([
    ['--view swimlan', /Did you mean swimlane/u],
    ['--direction up', /no direction "up"/u],
  ])('and %s is still a mistake', async (options, complaint) => {
    const ran = await cli(`render --quality ${options}`, { files });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toMatch(complaint);
  });
});
