/** `trackflow rules`: which rules there are, in a table or as JSON. */
import { cells, padCells } from '../../base/cells.js';
import { ids } from '../../base/registry.js';
import { presets } from '../../lint/presets.js';
import type { Rule } from '../../lint/rule.js';
import { chooseSome } from '../choices.js';
import type { Command } from '../command.js';
import { exitCodes, UsageError } from '../exit.js';
import type { Channel, Terminal } from '../terminal.js';

export const rules: Command = {
  id: 'rules',
  summary: 'List the rules of lint: what each finds, how severe, and in which preset.',
  examples: [
    { line: 'trackflow rules', does: 'all of them, those of plugins of this project too' },
    { line: 'trackflow rules --preset security', does: 'those that a preset switches on' },
    { line: 'trackflow rules --format json', does: 'with options and explanations, for a program' },
  ],
  args: [],
  options: [
    {
      flags: '--preset <list>',
      summary: 'only those that one of these switches on',
      list: true,
      choices: ids(presets),
    },
    { flags: '--no-plugins', summary: 'run no plugin' },
  ],
  async run(host, terminal, { options }) {
    const { projectRules } = await import('../project-rules.js');
    const asked = options['preset'] as readonly string[] | undefined;
    const sets = asked && chooseSome('preset', asked, ids(presets));
    const format = formatOf(terminal);
    const all = await projectRules(host, options['plugins'] !== false);
    for (const { message } of all.diagnostics) terminal.complain(message);
    const shown = all.rules.filter((rule) => sets === undefined || presetsOf(rule).some((id) => sets.includes(id)));
    if (format === 'json') terminal.out.write(`${JSON.stringify(shown.map(plain), null, 2)}\n`);
    else printTable(shown, terminal.out);
    return all.diagnostics.length > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

type PresetId = (typeof presets)[number]['id'];

/** The presets that switch it on. */
function presetsOf(rule: Rule): readonly PresetId[] {
  return presets.filter((preset) => preset.holds(rule)).map(({ id }) => id);
}

/** The smallest of the nested presets, else the others. */
function smallest(rule: Rule): string {
  const [first = 'by name', ...more] = presetsOf(rule);
  return more.includes('security') ? `${first}, security` : first;
}

function formatOf({ formats }: Terminal): 'pretty' | 'json' {
  const known = formats.flatMap(({ reporter: { id }, path }) => (path === undefined ? [id] : []));
  if (known[0] === 'json') return 'json';
  if (known[0] === 'pretty' && known.length === formats.length) return 'pretty';
  throw new UsageError('Rules are listed as pretty or json, on stdout.', 'Leave out --format, or take --format json.');
}

function plain(rule: Rule): object {
  const { id, group, severity, level, fixable, summary, why, options = {}, bad, good } = rule;
  return {
    id,
    group,
    severity,
    level,
    presets: presetsOf(rule),
    fixable: fixable ?? null,
    summary,
    why,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { kind, default: usual, summary: says }]) => [
        name,
        { kind, default: usual, summary: says },
      ]),
    ),
    bad,
    good,
  };
}

function printTable(shown: readonly Rule[], out: Channel): void {
  const head = ['rule', 'group', 'severity', 'preset', 'fix', 'what it finds'];
  const rows = shown.map((rule) => [
    rule.id,
    rule.group,
    rule.severity,
    smallest(rule),
    rule.fixable ?? '',
    rule.summary,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => cells(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === row.length - 1 ? cell : padCells(cell, widths[column] ?? 0))).join('  ');
  out.write(`${out.paint.dim(line(head))}\n`);
  for (const row of rows) out.write(`${line(row).replace(row[0] ?? '', (id) => out.paint.bold(id))}\n`);
}
