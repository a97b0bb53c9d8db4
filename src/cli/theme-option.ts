/**
 * `--theme` with a theme file: read from wherever the command line says, judged, and its findings told along with the rest.
 *
 * Separate from `gather`, because the file belongs to the run and to no project.
 */
import { dirname } from 'node:path';
import type { CheckedTheme } from '../app/theme.js';
import { hasErrors, sortDiagnostics } from '../model/diagnostic.js';
import type { Colours } from '../render/theme/colours.js';
import { UsageError } from './exit.js';
import { createReader } from './files/load.js';
import { absolute } from './files/paths.js';
import { pathsFor } from './files/project.js';
import type { Gathered } from './gather.js';
import type { Host } from './host/host.js';
import type { Terminal } from './terminal.js';

export interface ThemeOption {
  /** What it makes of a request: nothing where the option names a built-in theme or nothing. */
  readonly look: { readonly theme?: Colours };
  /** The file has errors: what pictures should look like is not known. */
  readonly failed: boolean;
  /** With what the theme file has to say. */
  add(gathered: Gathered): Gathered;
}

export const isThemePath = (said: string): boolean => /\.ya?ml$/iu.test(said);

export async function readTheme(host: Host, terminal: Terminal, said: string | undefined): Promise<ThemeOption> {
  if (said === undefined || !isThemePath(said)) return { look: {}, failed: false, add: (gathered) => gathered };
  const path = absolute(host.cwd, said);
  const file = pathsFor(host)(path);
  if (host.files.stat(path)?.kind !== 'file') throw new UsageError(`There is no theme file ${said}.`);
  const reader = createReader({ cwd: host.cwd, files: host.files, root: dirname(host.files.realPath(path) ?? path) });
  const checked = await checkFile(file, reader.load, said);
  const failed = hasErrors(checked.diagnostics);
  if (failed) terminal.note(`made nothing: ${file} has errors`);
  return {
    look: checked.colours ? { theme: checked.colours } : {},
    failed,
    add: (gathered) => ({
      ...gathered,
      files: [...gathered.files, file],
      findings: sortDiagnostics([...gathered.findings, ...checked.diagnostics]),
      lines: (asked) => gathered.lines(asked) ?? (asked === file ? reader.lines(file) : undefined),
    }),
  };
}

async function checkFile(
  file: string,
  load: ReturnType<typeof createReader>['load'],
  said: string,
): Promise<CheckedTheme> {
  const { checkTheme } = await import('../app/theme.js');
  const checked = checkTheme(file, load);
  if (checked === undefined) throw new UsageError(`The theme file ${said} cannot be read.`);
  return checked;
}
