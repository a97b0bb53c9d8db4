/**
 * One HTML file that needs nothing else: nothing from elsewhere, which the page tells the browser to hold it to. The style
 * sheet that may be used is known by its hash.
 */
import { toHtml } from 'hast-util-to-html';
import { h, type Content } from './tree.js';

export interface Page {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  /** A few lines of program that the page may run; without it, it must still say everything. */
  readonly program?: string;
  readonly body: Content;
}

export async function htmlPage({ language, title, style, program, body }: Page): Promise<string> {
  const script = program === undefined ? '' : ` script-src 'sha256-${await hashOf(program)}';`;
  const policy = `default-src 'none'; style-src 'sha256-${await hashOf(style)}';${script} base-uri 'none'; form-action 'none'`;
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
    h('body', {}, [body, program === undefined ? undefined : h('script', {}, program)]),
  );
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })}\n`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
