/** `trackflow lint --print-config FILE`: which rules apply to a file, how severely, with which options, and why, as JSON. */
import { dirname } from 'node:path';
import { checkConfig } from '../app/check.js';
import type { CommandInput } from './command.js';
import { exitCodes, UsageError, type ExitCode } from './exit.js';
import { absolute, tidy } from './files/paths.js';
import { createReader } from './files/load.js';
import { findProject, pathsFor } from './files/project.js';
import type { Host } from './host/host.js';
import { wishesOf } from './lint-options.js';
import { openLinter } from './open-linter.js';
import { readSettings } from './settings.js';
import type { Terminal } from './terminal.js';

export async function printConfig(host: Host, terminal: Terminal, { args, options }: CommandInput): Promise<ExitCode> {
  const given = String(options['printConfig']);
  if (args.length > 0)
    throw new UsageError('--print-config looks at no other file.', `Leave out ${args.join(' ')}, or --print-config.`);
  const path = absolute(host.cwd, given);
  const project = findProject(dirname(path), host.cwd, host.files);
  const reader = createReader({ cwd: host.cwd, files: host.files, root: project.root });
  const settings = await readSettings(host, project, reader.load, checkConfig);
  const ask = wishesOf(options);
  const shown = pathsFor(host);
  if (settings !== undefined && settings.config === undefined) {
    throw new UsageError(`${settings.file} has errors.`, `trackflow validate ${settings.file}`);
  }
  const { linter, diagnostics } = await openLinter(host, { project, settings, load: reader.load, ask });
  for (const { message } of diagnostics) terminal.complain(message);
  const applied = linter.appliedTo(tidy(given));
  const { presets } = ask.choices;
  const said = {
    file: tidy(given),
    project: project.config === undefined ? null : shown(project.config),
    presets: presets ?? settings?.config?.rules?.presets ?? ['recommended'],
    plugins: ask.plugins ? (settings?.config?.rules?.plugins ?? []) : [],
    today: ask.today ?? null,
    rules: Object.fromEntries(
      applied.map(({ rule, severity, options: set }) => {
        const defaults = Object.entries(rule.options ?? {}).map(([name, spec]) => [name, spec.default] as const);
        const all = { ...Object.fromEntries(defaults), ...set };
        return [rule.id, Object.keys(all).length === 0 ? severity : { level: severity, options: all }];
      }),
    ),
    vocabulary: settings?.config?.vocabulary ?? {},
  };
  terminal.out.write(`${JSON.stringify(said, null, 2)}\n`);
  return diagnostics.length > 0 ? exitCodes.findings : exitCodes.clean;
}
