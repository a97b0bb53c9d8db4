/** `trackflow explain`: what a diagnostic code means, why it matters, and how the mistake and its cure look. */
import { padCells, wrapWords } from '../../base/cells.js';
import { suggest } from '../../base/suggest.js';
import { choose } from '../choices.js';
import type { Command } from '../command.js';
import type { CodeEntry } from '../../model/codes.js';
import { exitCodes } from '../exit.js';
import type { Terminal } from '../terminal.js';

export const explain: Command = {
  id: 'explain',
  summary: 'Explain a diagnostic code; without one, list them all.',
  examples: [
    { line: 'trackflow explain unknown-owner', does: 'what is wrong, why it matters, and how to mend it' },
    { line: 'trackflow explain', does: 'every code in one line each' },
  ],
  args: [{ name: '[code]', summary: 'as printed behind the word "error"' }],
  options: [],
  async run(_, terminal, { args: [code] }) {
    const { codes } = await import('../../model/codes.js');
    const known = Object.keys(codes) as (keyof typeof codes)[];
    if (code === undefined) {
      const width = Math.max(...known.map((name) => name.length));
      for (const name of known)
        terminal.out.write(`${terminal.out.paint.bold(padCells(name, width))}  ${codes[name].summary}\n`);
      return exitCodes.clean;
    }
    const name = choose('diagnostic code', code, known, hintFor(code, known));
    describe(terminal, name, codes[name]);
    return exitCodes.clean;
  },
};

/** Without the list of all hundred codes that a wrong word of another option gets. */
function hintFor(code: string, known: readonly string[]): string {
  const near = suggest(code, known);
  return near === undefined ? 'trackflow explain lists them all.' : `Did you mean ${near}?`;
}

function describe({ out }: Terminal, code: string, { severity, summary, why, bad, good }: CodeEntry): void {
  const { paint } = out;
  const width = Math.min(out.columns, 100);
  const mark = severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue;
  out.write(`${mark.bold(severity)}  ${paint.bold(code)}\n${summary}.\n\n${wrapWords(why, width).join('\n')}\n`);
  if (bad !== undefined) out.write(`\n${paint.red('Not:')}\n${indented(bad)}`);
  if (good !== undefined) out.write(`\n${paint.green('But:')}\n${indented(good)}`);
}

function indented(yaml: string): string {
  const lines = yaml.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return `${lines.join('\n').trimEnd()}\n`;
}
