/** What formats are told: from the request, with links to what is made along with each output. */
import type { RenderOptions } from '../render/format.js';
import { plan, type Planned, type RenderRequest } from './request.js';

export function optionsOf(
  { format, language }: Planned,
  request: RenderRequest,
  diagramLinks: readonly string[],
): RenderOptions {
  return {
    language,
    theme: request.theme ?? 'auto',
    mermaidDiagram: request.mermaidDiagram ?? 'flowchart',
    ...(request.background !== undefined && { background: request.background }),
    ...(request.scale !== undefined && { scale: request.scale }),
    ...(request.width !== undefined && { width: request.width }),
    ...(diagramLinks.length > 0 && { diagramLinks }),
    childLink: (file) => {
      const child = request.together?.get(file);
      const same =
        child && plan(child, request).find((other) => other.format === format && other.language === language);
      return same && linkTo(same.name);
    },
  };
}

/** A file name as a relative link; brackets too, because Markdown ends a link at one. */
export function linkTo(name: string): string {
  return encodeURIComponent(name).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
