/**
 * `--template`: read from wherever the command line says, judged, and its findings told along with the rest.
 *
 * Separate from `gather`, because the file belongs to the run and to no project.
 */
import { dirname } from 'node:path';
import { hasErrors, sortDiagnostics } from '../model/diagnostic.js';
import type { SopTemplate } from '../model/sop-template.js';
import { UsageError } from './exit.js';
import { createReader } from './files/load.js';
import { absolute } from './files/paths.js';
import { pathsFor } from './files/project.js';
import type { Gathered } from './gather.js';
import type { Host } from './host/host.js';
import type { Terminal } from './terminal.js';

export interface TemplateOption {
  /** What it makes of a request: nothing without the option. */
  readonly sections: { readonly template?: SopTemplate };
  /** The file has errors: what a document should consist of is not known. */
  readonly failed: boolean;
  /** With what the template has to say. */
  add(gathered: Gathered): Gathered;
}

export async function readTemplate(host: Host, terminal: Terminal, said: string | undefined): Promise<TemplateOption> {
  if (said === undefined) return { sections: {}, failed: false, add: (gathered) => gathered };
  const path = absolute(host.cwd, said);
  const file = pathsFor(host)(path);
  if (host.files.stat(path)?.kind !== 'file') throw new UsageError(`There is no template ${said}.`);
  const reader = createReader({ cwd: host.cwd, files: host.files, root: dirname(host.files.realPath(path) ?? path) });
  const { checkTemplate } = await import('../app/template.js');
  const checked = checkTemplate(file, reader.load);
  if (checked === undefined) throw new UsageError(`The template ${said} cannot be read.`);
  const failed = hasErrors(checked.diagnostics);
  if (failed) terminal.note(`made nothing: ${file} has errors`);
  return {
    sections: checked.template ? { template: checked.template } : {},
    failed,
    add: (gathered) => ({
      ...gathered,
      files: [...gathered.files, file],
      findings: sortDiagnostics([...gathered.findings, ...checked.diagnostics]),
      lines: (asked) => gathered.lines(asked) ?? (asked === file ? reader.lines(file) : undefined),
    }),
  };
}
