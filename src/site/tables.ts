/**
 * The matrices of a flow as parts of its page: those that have something to say, with links to steps and roles.
 */
import type { Element } from 'hast';
import type { MatrixSubject } from '../model/matrix.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import { matrixHast } from '../render/matrix/hast.js';
import { tabulate } from '../view/matrix/index.js';
import { matrices } from '../view/matrices/index.js';
import { h } from '../render/html/tree.js';

export interface SiteTable {
  readonly id: string;
  readonly name: string;
  readonly content: readonly Element[];
}

export function tablesOf(
  process: Process,
  language: Language,
  link: (subject: MatrixSubject) => string | undefined,
): readonly SiteTable[] {
  return matrices.flatMap(({ id }) => {
    const matrix = tabulate(process, id, { language });
    if (matrix.empty !== undefined) return [];
    const parts = matrixHast(matrix, { link, caption: '' });
    return [
      {
        id,
        name: matrix.name,
        content: [
          h('p', { class: 'details' }, matrix.description),
          ...parts.map((part) => (part.tagName === 'table' ? h('div', { class: 'scroll' }, part) : part)),
        ],
      },
    ];
  });
}
