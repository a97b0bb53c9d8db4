/** A matrix as one HTML file that needs nothing else: no script, no picture, nothing from elsewhere. */
import { htmlPage } from '../html/page.js';
import { h } from '../html/tree.js';
import type { Matrix } from '../../model/matrix.js';
import type { RenderOptions } from '../format.js';
import { matrixHast } from './hast.js';
import { pageStyle } from './style.js';

export async function matrixPage(matrix: Matrix, { theme }: Pick<RenderOptions, 'theme'>): Promise<string> {
  const { title, subtitle, status, description, language, empty } = matrix;
  const [table, ...rest] = matrixHast(matrix, { caption: description });
  const shown = [status && h('span', { class: ['status', `status-${status.id}`] }, status.text), subtitle];
  const control = shown.filter((part) => part !== undefined && part !== '');
  // Wide tables scroll in a region of their own, which the keyboard can reach.
  const content =
    table === undefined || empty !== undefined
      ? matrixHast(matrix)
      : [h('div', { class: ['table'], role: 'region', ariaLabel: title, tabIndex: 0 }, table), ...rest];
  const body = h('main', {}, [
    h('h1', {}, title),
    control.length === 0
      ? undefined
      : h(
          'p',
          { class: ['control'] },
          control.flatMap((part, at) => (at === 0 ? [part] : [' ', part])),
        ),
    content,
  ]);
  return htmlPage({ language, title, style: pageStyle(theme), body });
}
