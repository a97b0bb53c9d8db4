/** The parser: help, version, and what is said to a command line that cannot be understood. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { cli } from './cli.js';

describe('help', () => {
  it('shows examples before usage, for the program and every command', async () => {
    for (const line of [
      '--help',
      ...commands.map(({ id }) => `${id} --help`),
      ...commands.map(({ id }) => `help ${id}`),
    ]) {
      const { exit, stdout, stderr } = await cli(line);
      expect({ line, exit, stderr }).toEqual({ line, exit: 0, stderr: '' });
      expect(stdout.indexOf('Examples:'), line).toBeGreaterThan(0);
      expect(stdout, line).toContain('--no-color');
      expect(stdout.indexOf('Usage:'), line).toBeGreaterThan(stdout.indexOf('Examples:'));
    }
  });

  it('is what a bare `trackflow` prints, on stdout', async () => {
    const { exit, stdout } = await cli('');
    expect(exit).toBe(0);
    expect(stdout).toBe((await cli('--help')).stdout);
    for (const { id, summary } of commands) {
      expect(stdout).toContain(`  ${id}`);
      expect(stdout.replace(/\s+/gu, ' ')).toContain(summary);
    }
  });

  it('keeps to the width of the terminal', async () => {
    for (const { id } of commands) {
      const { stdout } = await cli(`${id} --help`, { tty: true, columns: 70, env: { NO_COLOR: '1' } });
      const long = stdout
        .split('\n')
        .filter((line) => line.length > 70 && !line.startsWith('  trackflow') && !line.startsWith('Usage'));
      expect(long).toEqual([]);
    }
  });
});

describe('version', () => {
  it.each(['--version', '-v'])('%s', async (flag) => {
    const { exit, stdout, stderr } = await cli(flag);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe('what cannot be understood is exit 2, one message on stderr, and nothing on stdout', () => {
  it.each([
    ['valdate', 'There is no command "valdate".', 'Did you mean trackflow validate?'],
    ['frobnicate', 'There is no command "frobnicate".', 'trackflow --help shows what there is.'],
    [
      'lead.flow.yaml',
      'There is no command "lead.flow.yaml".',
      'Name the command first: trackflow validate lead.flow.yaml',
    ],
    ['version', 'There is no command version.', 'trackflow -v or trackflow --version'],
    ['-V', 'There is no option -V.', 'trackflow -v or trackflow --version'],
    ['validate -V', 'There is no option -V.', 'trackflow -v or trackflow --version'],
    ['explain --colour', 'There is no option --colour.', 'Did you mean --color?'],
    ['render --veiw flow', 'There is no option --veiw.', 'Did you mean --view?'],
    ['render --frobnicate', 'There is no option --frobnicate.', 'trackflow render --help shows what there is.'],
    ['render -o', "Option '-o, --out <path>' argument missing.", 'trackflow render --help shows what there is.'],
    ['schema flow config', 'Too many arguments', 'trackflow schema --help shows what there is.'],
    ['explain --format pritty', 'There is no format of findings "pritty".', 'Did you mean pretty?'],
    ['render --format svg', 'There is no format of findings "svg".', "the output's format is -f or --formats"],
    ['render --view swimlanes', 'There is no view "swimlanes".', 'Did you mean swimlane?'],
    ['render -f svgs', 'There is no format "svgs".', 'Did you mean svg?'],
    ['render -f ,', '--formats needs at least one value.', undefined],
    ['render x.flow.yaml --theme drak', 'There is no theme "drak".', 'Did you mean dark?'],
    ['render x.flow.yaml --direction up', 'There is no direction "up".', 'Known: auto, right, down.'],
    ['render x.flow.yaml --mermaid swimlane', 'There is no kind of Mermaid diagram "swimlane".', 'swimlane-beta'],
    ['render x.flow.yaml --lang ../../x', '"../../x" is no language tag.', 'Tags look like zh, en, zh-TW.'],
    ['schema flwo', 'There is no schema "flwo".', 'Did you mean flow?'],
    ['explain unknown-onwer', 'There is no diagnostic code or rule "unknown-onwer".', 'Did you mean unknown-owner?'],
    ['init five-stages', 'There is no template "five-stages".', 'Did you mean five-stage?'],
  ])('%s', async (line, message, hint) => {
    const files = { 'x.flow.yaml': 'trackflow: 1\ntitle: X\nnodes:\n  a: {type: start, next: b}\n  b: {type: end}\n' };
    const { exit, stdout, stderr, host } = await cli(line, { files });
    expect(stderr).toContain(`error: ${message}`);
    if (hint !== undefined) expect(stderr).toContain(hint);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect({ exit, stdout, written: host.written }).toEqual({ exit: 2, stdout: '', written: [] });
  });
});
