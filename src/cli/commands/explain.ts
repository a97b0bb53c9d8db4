/** `trackflow explain`: what a diagnostic code or a rule means, why it matters, and how the mistake and its cure look. */
import { padCells, wrapWords } from '../../base/cells.js';
import { ids } from '../../base/registry.js';
import { suggest } from '../../base/suggest.js';
import { presets } from '../../lint/presets.js';
import type { Rule } from '../../lint/rule.js';
import { choose } from '../choices.js';
import type { Command } from '../command.js';
import type { CodeEntry } from '../../model/codes.js';
import { exitCodes } from '../exit.js';
import type { Terminal } from '../terminal.js';

export const explain: Command = {
  id: 'explain',
  summary: 'Explain a diagnostic code or a rule; without one, list them all.',
  examples: [
    { line: 'trackflow explain unknown-owner', does: 'what is wrong, why it matters, and how to mend it' },
    { line: 'trackflow explain unreachable-node', does: 'the same for a rule, with its options' },
    { line: 'trackflow explain', does: 'every code and rule in one line each' },
  ],
  args: [{ name: '[code]', summary: 'as printed behind the word "error"' }],
  options: [],
  async run(host, terminal, { args: [code] }) {
    const [{ codes }, { rules: own }] = await Promise.all([
      import('../../model/codes.js'),
      import('../../lint/rules/index.js'),
    ]);
    // Those of plugins only when one is asked for by its name: to list what there is, no foreign code need run.
    const rules: readonly Rule[] =
      code?.includes('/') === true ? (await (await import('../project-rules.js')).projectRules(host, true)).rules : own;
    const known = Object.keys(codes) as (keyof typeof codes)[];
    const all: readonly string[] = [...known, ...ids(rules)];
    if (code === undefined) {
      const width = Math.max(...all.map((name) => name.length));
      for (const { id, summary } of [...known.map((id) => ({ id, ...codes[id] })), ...rules])
        terminal.out.write(`${terminal.out.paint.bold(padCells(id, width))}  ${summary}\n`);
      return exitCodes.clean;
    }
    const name = choose('diagnostic code or rule', code, all, hintFor(code, all));
    const rule = rules.find(({ id }) => id === name);
    if (rule) describeRule(terminal, rule);
    else for (const id of known) if (id === name) describe(terminal, id, codes[id]);
    return exitCodes.clean;
  },
};

/** Without the list of all hundred codes that a wrong word of another option gets. */
function hintFor(code: string, known: readonly string[]): string {
  const near = suggest(code, known);
  return near === undefined ? 'trackflow explain lists them all.' : `Did you mean ${near}?`;
}

function describeRule(terminal: Terminal, rule: Rule): void {
  const { out } = terminal;
  const on = presets.filter((preset) => preset.holds(rule)).map(({ id }) => id);
  const facts = [
    `Group ${rule.group}. ${on.length === 0 ? 'On only where it is named' : `On under ${on.join(', ')}`}.`,
    ...(rule.fixable === undefined ? [] : [`--fix mends it (${rule.fixable}).`]),
  ].join(' ');
  describe(terminal, rule.id, rule, () => {
    out.write(`\n${out.paint.dim(facts)}\n`);
    const options = Object.entries(rule.options ?? {});
    if (options.length > 0) out.write('\nOptions:\n');
    for (const [name, spec] of options) {
      const usual = JSON.stringify(spec.default);
      out.write(`  ${out.paint.bold(name)}  ${spec.summary} (${spec.kind}, default ${usual})\n`);
    }
    if (rule.given) out.write(`\nIn the examples the project says: ${JSON.stringify(rule.given)}\n`);
  });
  for (const [file, text] of Object.entries(rule.beside ?? {}))
    out.write(`\nBeside them stands ${file}:\n${indented(text)}`);
}

function describe(
  { out }: Terminal,
  code: string,
  { severity, summary, why, bad, good }: Pick<CodeEntry, 'severity' | 'summary' | 'why' | 'bad' | 'good'>,
  more?: () => void,
): void {
  const { paint } = out;
  const width = Math.min(out.columns, 100);
  const mark = severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue;
  out.write(`${mark.bold(severity)}  ${paint.bold(code)}\n${summary}.\n\n${wrapWords(why, width).join('\n')}\n`);
  more?.();
  if (bad !== undefined) out.write(`\n${paint.red('Not:')}\n${indented(bad)}`);
  if (good !== undefined) out.write(`\n${paint.green('But:')}\n${indented(good)}`);
}

function indented(yaml: string): string {
  const lines = yaml.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return `${lines.join('\n').trimEnd()}\n`;
}
