/** The rules that there are where one stands: trackflow's own, and those of the plugins that the project file here names. */
import { checkConfig } from '../app/check.js';
import type { Rule } from '../lint/rule.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { createReader } from './files/load.js';
import { findProject } from './files/project.js';
import type { Host } from './host/host.js';
import { openLinter } from './open-linter.js';
import { readSettings } from './settings.js';

export async function projectRules(
  host: Host,
  plugins: boolean,
): Promise<{ readonly rules: readonly Rule[]; readonly diagnostics: readonly Diagnostic[] }> {
  const project = findProject(host.cwd, host.cwd, host.files);
  const { load } = createReader({ cwd: host.cwd, files: host.files, root: project.root });
  const settings = await readSettings(host, project, load, checkConfig);
  const { rules, diagnostics } = await openLinter(host, { project, settings, load, ask: { plugins } });
  // What the project file sets is judged where files are.
  return {
    rules,
    diagnostics: diagnostics.filter(({ code }) => code.startsWith('plugin-') || code === 'file-outside'),
  };
}
