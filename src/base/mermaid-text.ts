/**
 * Author's text made safe for Mermaid source, so that a label can only ever be a label.
 *
 * Mermaid has no quoting that protects everything: between the source and the picture a label passes a front-matter split, a search
 * for directives and comments, its own entity code (`#35;`), a grammar, an HTML sanitiser and, for some shapes and older versions,
 * Markdown, icon names and TeX. An entity code survives all of them, so every character that means something to any of them
 * becomes one. Invariant: `decodeLabel(label(text)) === text` for every single-line printable text.
 */
import { printable } from './printable.js';

// Letters, digits, spaces and all that is not ASCII are safe but for ﬂ and ¶, with which Mermaid writes entities internally. Of ASCII
// punctuation only what no stage reads stays readable. The colon is no harmless one: after the letters "style" Mermaid drops the
// semicolon of a later code on the same line, and `fa:fa-user` is an icon.
const special = /[^A-Za-z0-9 ,!?'()/.+\-\u0080-\u{10FFFF}]|[ﬂ¶]/gu;

// Where a harmless character begins a list or a rule, or `www.` a link, for versions that read Markdown in every label.
const opening = /^[-+]|^\d+(?=[.)])|\bwww(?=\.)/giu;

// Mermaid trims labels, also of the ideographic space that an author may have meant.
const edges = /^\s+|\s+$/gu;

const code = (character: string): string => `#${character.codePointAt(0) ?? 0};`;

/** The inside of a quoted label. */
export function label(text: string): string {
  return text
    .replace(special, code)
    .replace(edges, (run) => run.replace(/./gsu, code))
    .replace(opening, (start) => start.slice(0, -1) + code(start.slice(-1)));
}

/** A label in its quotes; further lines stand under the first. */
export function quoted(...lines: readonly string[]): string {
  // A real line break, not <br/>: a label with markup has its codes resolved before icons, TeX and Markdown are looked for.
  return `"${lines.map(label).join('\n')}"`;
}

/** What a reader sees of an escaped label. */
export function decodeLabel(escaped: string): string {
  return escaped.replace(/#(\d+);/gu, (_, digits: string) => String.fromCodePoint(Number(digits)));
}

/**
 * A value in the YAML front matter: JSON's string with everything escaped that Mermaid looks for before it reads the YAML. A title is
 * shown as it is unless it has a `<`, which the sanitiser would take for a tag; the full-width one looks the same and is none.
 */
export function yamlString(text: string): string {
  return JSON.stringify(text.replaceAll('<', '＜')).replace(
    /[<>&#;%`=\u007F-\u009F\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** A link target in quotes: what is not plain URL text is percent-encoded, what already is stays. */
export function quotedLink(href: string): string {
  const plain = printable(href).replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~/?#=&%+,@!$()*:]/gu, encodeURIComponent);
  return `"${plain}"`;
}
