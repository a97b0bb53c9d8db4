/**
 * The linter of one project: trackflow's own rules and those of the project's plugins, set as the project file and the command line
 * say; and what is wrong with any of these.
 *
 * Plugins are code: they run only here, when rules are asked for, the project file names them, and `--no-plugins` is not said.
 */
import { join, relative } from 'node:path';
import picomatch from 'picomatch';
import type { CheckedConfig } from '../app/check.js';
import { createLinter, type Linter } from '../app/lint.js';
import { quote, quotePath } from '../base/quote.js';
import type { Load } from '../compile/index.js';
import { checkSettings } from '../lint/check-settings.js';
import { rulesOfPlugin } from '../lint/plugin.js';
import type { Rule } from '../lint/rule.js';
import { rules as own } from '../lint/rules/index.js';
import type { RuleChoices } from '../lint/settings.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { absolute, tidy } from './files/paths.js';
import { leavesProject, type Project } from './files/project.js';
import type { Host } from './host/host.js';

/** What the command line says about rules. */
export interface LintAsk {
  readonly choices?: RuleChoices;
  readonly today?: string;
  /** False: none is loaded. */
  readonly plugins?: boolean;
}

export interface OpenLinter {
  readonly linter: Linter;
  readonly rules: readonly Rule[];
  /** About the project file. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Options {
  readonly project: Project;
  readonly settings: CheckedConfig | undefined;
  readonly load: Load;
  readonly ask: LintAsk;
}

export async function openLinter(host: Host, { project, settings, load, ask }: Options): Promise<OpenLinter> {
  const { config, locate } = settings ?? {};
  const said = config?.rules ?? {};
  const plugins = await loadPlugins(host, project, settings, ask.plugins === false);
  const rules = [...own, ...plugins.rules];
  const linter = createLinter({
    rules,
    settings: said,
    ...(ask.choices && { choices: ask.choices }),
    ...(config?.vocabulary && { vocabulary: config.vocabulary }),
    ...(ask.today !== undefined && { today: ask.today }),
    fits: (globs, file) => fits(globs, tidy(relative(project.root, absolute(host.cwd, file)))),
    load,
  });
  return {
    linter,
    rules,
    diagnostics: [
      ...plugins.diagnostics,
      ...(locate ? checkSettings(said, rules, locate, { plugins: plugins.incomplete }) : []),
    ],
  };
}

/** A file fits if one of the globs names it and none with `!` does, as where flows are looked for. */
export function fits(globs: readonly string[], path: string): boolean {
  const named = globs.filter((glob) => !glob.startsWith('!'));
  const ignore = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  return picomatch(named, { ignore })(path);
}

interface Plugins {
  readonly rules: readonly Rule[];
  readonly diagnostics: readonly Diagnostic[];
  /** Some of their rules are not there, so that settings may name rules that nobody knows. */
  readonly incomplete: boolean;
}

async function loadPlugins(
  host: Host,
  project: Project,
  settings: CheckedConfig | undefined,
  without: boolean,
): Promise<Plugins> {
  const paths = settings?.config?.rules?.plugins ?? [];
  if (without) return { rules: [], diagnostics: [], incomplete: paths.length > 0 };
  const rules: Rule[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, given] of paths.entries()) {
    const span = settings?.locate?.(['rules', 'plugins', index]);
    const path = join(project.root, given);
    if (leavesProject(project, path, host.files)) {
      diagnostics.push(diagnose('file-outside', `${quotePath(given)} lies outside the project folder.`, span));
      continue;
    }
    if (host.files.stat(path)?.kind !== 'file') {
      diagnostics.push(diagnose('plugin-failed', `There is no plugin ${quotePath(given)}.`, span));
      continue;
    }
    try {
      const found = rulesOfPlugin(await host.importModule(path));
      if ('faults' in found) {
        for (const fault of found.faults)
          diagnostics.push(diagnose('plugin-malformed', `${quotePath(given)}: ${fault}`, span));
        continue;
      }
      const twice = found.rules.find(({ id }) => rules.some((rule) => rule.id === id));
      if (twice === undefined) rules.push(...found.rules);
      else
        diagnostics.push(
          diagnose(
            'plugin-malformed',
            `${quotePath(given)}: An earlier plugin has a rule ${quote(twice.id)}, too.`,
            span,
          ),
        );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push(
        diagnose('plugin-failed', `The plugin ${quotePath(given)} failed: ${quote(reason, 120)}.`, span),
      );
    }
  }
  return { rules, diagnostics, incomplete: diagnostics.length > 0 };
}
