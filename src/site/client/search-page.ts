/** The page for searching: shows what is found while one types, and keeps the words in the address. */
import { createFinder, excerpt, marked, type Hit, type Piece, type Row } from './find.js';

declare global {
  interface Window {
    trackflowSearch?: { readonly language: string; readonly rows: readonly Row[] };
  }
}

const most = 60;

export function startSearchPage(): void {
  const data = window.trackflowSearch;
  const results = document.querySelector<HTMLElement>('[data-results]');
  const all = document.querySelector<HTMLElement>('[data-all]');
  const status = document.querySelector<HTMLElement>('[data-found]');
  const input = document.querySelector<HTMLInputElement>('#q');
  if (!data || !results || !all || !status || !input) return;
  const find = createFinder(data.rows);

  const show = (): void => {
    const query = input.value.trim();
    const { hits, near } = find(query);
    const asked = query !== '';
    all.hidden = asked;
    results.hidden = hits.length === 0;
    results.replaceChildren(...hits.slice(0, most).map((hit) => item(hit, results)));
    const { found = '', near: nearby = '', none = '', more = '' } = status.dataset;
    const count = (phrase: string, value: number): string => phrase.replace('{count}', String(value));
    status.textContent = !asked
      ? ''
      : hits.length === 0
        ? none
        : count(near ? nearby : found, Math.min(hits.length, near ? most : hits.length)) +
          (hits.length > most && !near ? ` · ${count(more, most)}` : '');
    try {
      history.replaceState(null, '', asked ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch {
      // Some browsers do not let pages on disk change their address.
    }
  };
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  input.addEventListener('input', show);
  show();
  input.focus();
}

function item({ row: [kind, title, flow, owner, href, text], words }: Hit, { dataset }: HTMLElement): HTMLElement {
  const line = (className: string, content: readonly (Node | string)[]): HTMLElement => {
    const paragraph = document.createElement('p');
    paragraph.className = className;
    paragraph.append(...content);
    return paragraph;
  };
  const link = document.createElement('a');
  link.href = href;
  link.append(...written(marked(title, words)));
  const where =
    kind === 'step' ? [flow, owner].filter(Boolean).join(' · ') : kind === 'role' ? dataset['role'] : dataset['flow'];
  const element = document.createElement('li');
  element.append(
    line('result-title', [link]),
    line('result-where', [where ?? '']),
    line('result-text', written(excerpt(text, words, 160))),
  );
  return element;
}

function written(pieces: readonly Piece[]): readonly (Node | string)[] {
  return pieces.map((piece) => {
    if (!piece.marked) return piece.text;
    const mark = document.createElement('mark');
    mark.textContent = piece.text;
    return mark;
  });
}
