/**
 * Writes XML. Elements are values; text and attributes are escaped when the tree becomes a string, in one place, and there
 * is no way to put ready-made markup in: a hostile label stays a label.
 *
 * Attributes come out in the order given. Names are the program's own and checked; anything else is a bug and throws.
 */
import { printable } from './printable.js';

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;
/** A string is text, whatever it looks like; undefined is nothing. */
export type XmlChild = XmlElement | string | undefined;

export interface XmlElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlChild[];
  /** Each child on a line of its own. Only where white space between children means nothing. */
  readonly block: boolean;
}

/** An element written without any white space of ours inside. Attributes that are undefined are left out. */
export function element(name: string, attributes: XmlAttributes = {}, ...children: readonly XmlChild[]): XmlElement {
  return { name, attributes, children, block: false };
}

/** An element with each child on an indented line of its own. Not for elements whose text is shown. */
export function block(name: string, attributes: XmlAttributes = {}, ...children: readonly XmlChild[]): XmlElement {
  return { name, attributes, children, block: true };
}

/** The element as a whole XML file, ending in a line end. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(root)}\n`;
}

export function writeXml(root: XmlElement): string {
  const parts: string[] = [];
  write(root, '', parts);
  return parts.join('');
}

function write(node: XmlElement, indent: string, parts: string[]): void {
  const name = checkedName(node.name);
  parts.push('<', name);
  for (const [key, value] of Object.entries(node.attributes)) {
    if (value === undefined) continue;
    parts.push(
      ' ',
      checkedName(key),
      '="',
      typeof value === 'number' ? formatNumber(value) : escapeAttribute(value),
      '"',
    );
  }
  const children = node.children.filter((child) => child !== undefined && child !== '');
  if (children.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  const inner = indent + '  ';
  for (const child of children) {
    if (node.block) parts.push('\n', inner);
    if (typeof child === 'string') parts.push(escapeText(child));
    else if (child) write(child, inner, parts);
  }
  if (node.block) parts.push('\n', indent);
  parts.push('</', name, '>');
}

export function escapeText(text: string): string {
  return printable(text).replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** For a value between double or single quotes; line ends and tabs survive reading. */
export function escapeAttribute(text: string): string {
  return printable(text).replace(/[&<>"'\n\t]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** At most two decimals, never `-0`: coordinates stay short and the same on every machine. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Not a finite number: ${value}`);
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}

function checkedName(name: string): string {
  if (!/^[A-Za-z_][\w:.-]*$/.test(name)) throw new TypeError(`Not an XML name: ${JSON.stringify(name)}`);
  return name;
}
