/**
 * A matrix as one HTML file that needs nothing else: no script, no picture, nothing from elsewhere, which the page tells the browser to
 * hold it to. The one style sheet that may be used is known by its hash.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { printable } from '../../base/printable.js';
import type { Matrix } from '../../model/matrix.js';
import type { RenderOptions } from '../format.js';
import { matrixHast } from './hast.js';
import { pageStyle } from './style.js';

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function h(tagName: string, properties: Element['properties'], ...children: (ElementContent | string)[]): Element {
  const content = children.map((child): ElementContent =>
    typeof child === 'string' ? { type: 'text', value: printable(child) } : child,
  );
  return { type: 'element', tagName, properties, children: content };
}

export async function matrixPage(matrix: Matrix, { theme }: Pick<RenderOptions, 'theme'>): Promise<string> {
  const { title, subtitle, status, description, language, empty } = matrix;
  const style = pageStyle(theme);
  const policy = `default-src 'none'; style-src 'sha256-${await hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const [table, ...rest] = matrixHast(matrix, { caption: description });
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, title),
      h('style', {}, style),
    ),
    h(
      'body',
      {},
      h(
        'main',
        {},
        h('h1', {}, title),
        ...(status === undefined && subtitle === ''
          ? []
          : [
              h(
                'p',
                { className: ['control'] },
                ...(status === undefined
                  ? []
                  : [h('span', { className: ['status', `status-${status.id}`] }, status.text)]),
                ...(status === undefined || subtitle === '' ? [] : [' ']),
                subtitle,
              ),
            ]),
        // Wide tables scroll in a region of their own, which the keyboard can reach.
        ...(table === undefined || empty !== undefined
          ? matrixHast(matrix)
          : [
              h('div', { className: ['table'], role: 'region', ariaLabel: printable(title), tabIndex: 0 }, table),
              ...rest,
            ]),
      ),
    ),
  );
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}
