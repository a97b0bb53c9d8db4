/**
 * One HTML file that needs nothing else: no script, nothing from elsewhere, which the page tells the browser to hold it to. The style
 * sheet that may be used is known by its hash.
 */
import { toHtml } from 'hast-util-to-html';
import { h, type Content } from './tree.js';

export interface Page {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  readonly body: Content;
}

export async function htmlPage({ language, title, style, body }: Page): Promise<string> {
  const policy = `default-src 'none'; style-src 'sha256-${await hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      {},
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, title),
      h('style', {}, style),
    ),
    h('body', {}, body),
  );
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
