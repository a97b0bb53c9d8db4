/** What formats are told: from the request, with links to what is made along with each output. */
import type { Process } from '../model/process.js';
import type { RenderOptions } from '../render/format.js';
import { plan, type Planned, type RenderRequest } from './request.js';

export function optionsOf(
  process: Process,
  { format, language, owner }: Planned,
  request: RenderRequest,
  diagramLinks: readonly string[],
): RenderOptions {
  const sameOf = (other: Process, whose: string | undefined): string | undefined => {
    const same = plan(other, request).find(
      (one) => one.format === format && one.language === language && one.owner === whose,
    );
    return same && linkTo(same.name);
  };
  const history = request.history?.get(process.file);
  const procedure = owner === undefined ? undefined : sameOf(process, undefined);
  return {
    language,
    theme: request.theme ?? 'auto',
    mermaidDiagram: request.mermaidDiagram ?? 'flowchart',
    ...(request.background !== undefined && { background: request.background }),
    ...(request.scale !== undefined && { scale: request.scale }),
    ...(request.width !== undefined && { width: request.width }),
    ...(request.bom !== undefined && { bom: request.bom }),
    ...(request.from !== undefined && { from: request.from }),
    ...(diagramLinks.length > 0 && { diagramLinks }),
    ...(owner !== undefined && { owner }),
    ...(procedure !== undefined && { procedureLink: procedure }),
    ...(history && { history }),
    ...(request.template && { template: request.template }),
    ...(request.terms && { terms: request.terms }),
    children: (file) => request.inline?.get(file),
    childLink: (file) => {
      const child = request.together?.get(file);
      return child && sameOf(child, owner);
    },
  };
}

/** A file name as a relative link; brackets too, because Markdown ends a link at one. */
export function linkTo(name: string): string {
  return encodeURIComponent(name).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
