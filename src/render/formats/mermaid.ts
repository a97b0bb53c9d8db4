/** Mermaid text, for the places that draw it themselves: GitHub, GitLab, wikis, documentation sites. */
import type { Format } from '../format.js';
import { mermaidText } from '../mermaid/diagram.js';

export const mermaid = {
  id: 'mermaid',
  summary: 'Mermaid text for GitHub, wikis and documentation sites',
  extension: '.mmd',
  mediaType: 'text/vnd.mermaid',
  needs: 'view',
  render: mermaidText,
} as const satisfies Format;
