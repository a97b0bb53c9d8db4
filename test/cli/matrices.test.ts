/** Matrices and calendars on the command line: which files come out, and what is refused. */
import { describe, expect, it } from 'vitest';
import { cli, type Ran } from './cli.js';
import { good } from './flows.js';

const files = { 'a.flow.yaml': good };
const below = (ran: Ran): readonly string[] => ran.host.written.map((path) => path.replace('/project/', ''));
const ids = ['raci', 'crud', 'kpi', 'cadence', 'controls', 'data-dictionary', 'handoffs'];

describe('outputs', () => {
  it.each([
    ['render --view raci', ['out/a.raci.svg']],
    ['render --view raci -f md,csv,html', ['out/a.raci.md', 'out/a.raci.csv', 'out/a.raci.html']],
    ['render --view matrices -f csv', ids.map((id) => `out/a.${id}.csv`)],
    ['render --view swimlane,raci -f svg,md', ['out/a.swimlane.svg', 'out/a.raci.svg', 'out/a.raci.md']],
    ['render --view raci -f png,pdf', ['out/a.raci.png', 'out/a.raci.pdf']],
    ['render --view raci --pages a4 -f pdf', ['out/a.raci.pdf']],
    ['render --view raci -o duties.md', ['duties.md']],
    ['render --view raci -o duties.csv', ['duties.csv']],
    ['render -o handbook.md', ['handbook.md']],
    ['render -f ics --from 2026-12-01', ['out/a.ics']],
    ['render --view kpi -f json,md', ['out/a.json', 'out/a.kpi.md']],
  ])('%s', async (line, expected) => {
    const ran = await cli(line, { files });
    expect({ exit: ran.exit, written: below(ran) }).toEqual({ exit: 0, written: expected });
  });

  it('a name without a matrix asked for is that of an SOP', async () => {
    const sop = await cli('render -o handbook.md', { files });
    const table = await cli('render --view raci -o handbook.md', { files });
    expect(sop.host.text('/project/handbook.md')).not.toBe(table.host.text('/project/handbook.md'));
  });

  it('-f all makes of each view what can be made of it', async () => {
    const ran = await cli('render --view raci -f all', { files });
    expect(ran.exit).toBe(0);
    expect(below(ran)).toEqual(
      expect.arrayContaining(['out/a.raci.svg', 'out/a.raci.md', 'out/a.sop.md', 'out/a.json']),
    );
    expect(below(ran).filter((path) => /drawio|mmd/u.test(path))).toEqual([]);
  });

  it('csv goes to stdout as it is, without its mark where that is asked', async () => {
    const with_ = await cli('render --view raci -f csv -o -', { files });
    const without = await cli('render --view raci -f csv --no-bom -o -', { files });
    expect(with_.stdout).toBe(`\uFEFF${without.stdout}`);
    expect(without.stdout).toMatch(/\r\n$/u);
  });
});

describe('refused, in words of the user', () => {
  it.each([
    ['render --view raci -f mermaid', 'mermaid cannot show raci', 'md, csv, html, svg, png or pdf'],
    ['render --view raci -f drawio', 'drawio cannot show raci', 'md, csv, html, svg, png or pdf'],
    ['render --view kpi -f docx', 'docx cannot show kpi', 'md, csv, html, svg, png or pdf'],
    ['render --view raci -f sop,json', 'sop, json cannot show raci', 'md, csv, html, svg, png or pdf'],
    ['render -f md', 'md cannot show swimlane', '--view raci'],
    ['render --view flow -f csv', 'csv cannot show flow', '--view matrices'],
    ['render --view rcai', 'There is no view "rcai"', 'Did you mean raci?'],
    ['render --view raci --quality', '"raci" is no picture', 'trackflow render --view raci'],
    ['render --view matrices --quality', '"matrices" is no picture', 'trackflow render --view matrices'],
    ['sop --view raci', '"raci" is no picture', 'trackflow render --view raci'],
    ['render -f ics --from tomorrow', '--from is "tomorrow"', '2026-11-22'],
    ['render --from 2026-12-01', '--from is for ics', '-f ics'],
    ['render --no-bom', '--no-bom is for csv', '-f csv'],
  ])('%s', async (line, message, hint) => {
    const { exit, stderr, stdout } = await cli(line, { files });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

describe('the project file', () => {
  const config = (outputs: string) => ({ ...files, 'trackflow.config.yaml': `outputs: ${outputs}\n` });

  it('lists matrices like pictures', async () => {
    const ran = await cli('render', { files: config('[{format: csv, view: raci}, {format: svg, view: kpi}]') });
    expect([ran.exit, below(ran)]).toEqual([0, ['out/a.raci.csv', 'out/a.kpi.svg']]);
  });

  it('is told what cannot be', async () => {
    const { exit, stderr } = await cli('render', { files: config('[{format: mermaid, view: raci}]') });
    expect(exit).toBe(1);
    expect(stderr).toContain('"mermaid" cannot show "raci"');
  });
});
