/** Outputs of the project file that cannot be: what the command line says of `-f` and `--view`, at the place where the file says it. */
import { findById } from '../base/registry.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Locate } from '../model/diagnostic.js';
import { matrixIds } from '../model/matrix.js';
import { viewIds } from '../model/view.js';
import type { Format } from '../render/format.js';
import { formats } from '../render/formats/index.js';
import type { ConfigDefinition } from '../schema/index.js';
import { defaultView } from './request.js';
import { combine } from './views.js';

export function mismatches(outputs: NonNullable<ConfigDefinition['outputs']>, locate: Locate): readonly Diagnostic[] {
  return outputs.flatMap(({ format: id, view }, place): readonly Diagnostic[] => {
    const format = findById(formats, id);
    if (format === undefined) return [];
    const lost = combine([format], [view ?? defaultView]);
    if (lost.formats.length + lost.views.length === 0) return [];
    return [
      diagnose(
        'output-mismatch',
        view === undefined ? `"${id}" is for matrices, and none is named.` : `"${id}" cannot show "${view}".`,
        locate(['outputs', place, view === undefined ? 'format' : 'view']),
        { hint: wayOut(format) },
      ),
    ];
  });
}

function wayOut(format: Format): string {
  if (format.needs === 'process' && format.isDocument !== true)
    return 'It tells of the whole process: leave out "view".';
  return `It can show: ${(format.needs === 'matrix' ? matrixIds : viewIds).join(', ')}.`;
}
