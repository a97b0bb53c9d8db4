/** XML read by a real parser into plain values; a text that is not well-formed fails. */
import { createRequire } from 'node:module';

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All text inside, in order. */
  readonly text: string;
}

// jsdom comes without types; this is all we use of it.
interface DomElement {
  readonly localName: string;
  readonly textContent: string;
  readonly children: Iterable<DomElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}
interface Dom {
  readonly window: {
    readonly DOMParser: new () => { parseFromString(source: string, type: string): { documentElement: DomElement } };
  };
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new (html: string) => Dom };
const { DOMParser } = new JSDOM('').window;

function plain(element: DomElement): XmlNode {
  return {
    name: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.children].map(plain),
    text: element.textContent,
  };
}

export function parseXml(source: string): XmlNode {
  const root = plain(new DOMParser().parseFromString(source, 'application/xml').documentElement);
  const fault = [root, ...descendants(root)].find(({ name }) => name === 'parsererror');
  if (fault !== undefined) throw new Error(`not well-formed: ${fault.text}`);
  return root;
}

export function descendants(node: XmlNode): readonly XmlNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}
