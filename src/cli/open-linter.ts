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
import { crashed } from '../lint/run.js';
import { rules as own } from '../lint/rules/index.js';
import type { RuleChoices } from '../lint/settings.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Span } from '../model/diagnostic.js';
import { absolute, tidy } from './files/paths.js';
import { leavesProject, type Project } from './files/project.js';
import type { Host, Late } from './host/host.js';

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

/** Whose code it is, for what it throws when nobody listens any more. */
interface Owner {
  readonly rule?: Rule;
  readonly plugin: string;
  /** Where the project file names the plugin. */
  readonly span: Span | undefined;
}

/** What plugins have thrown late, in a timer or a promise that nobody awaits. */
export async function lateFaults({ strangers }: Host): Promise<readonly Diagnostic[]> {
  return faultsOf(await strangers.late());
}

export function faultsOf(late: readonly Late[]): readonly Diagnostic[] {
  return late.map(({ owner, error }) => {
    const { rule, plugin, span } = owner as Owner;
    return rule === undefined ? failed(plugin, error, span) : crashed(rule, error, span);
  });
}

function failed(plugin: string, error: unknown, span: Span | undefined): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return diagnose('plugin-failed', `The plugin ${quotePath(plugin)} failed: ${quote(reason, 120)}.`, span);
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
      const { run } = host.strangers;
      const owner: Owner = { plugin: given, span };
      const owners = new Map<Rule, Owner>();
      const ownerOf = (rule: Rule): Owner => {
        const known = owners.get(rule) ?? { ...owner, rule };
        owners.set(rule, known);
        return known;
      };
      const module = await run(owner, () => host.importModule(path));
      const found = rulesOfPlugin(module, given, (rule, code) => run(ownerOf(rule), code));
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
      diagnostics.push(failed(given, error, span));
    }
  }
  return { rules, diagnostics, incomplete: diagnostics.length > 0 };
}
