/**
 * Mermaid's own parser in plain Node, to ask it what it understood.
 *
 * Mermaid wants a browser's globals at the moment it is imported, so they are set first and the import is dynamic.
 */
import { createRequire } from 'node:module';

// jsdom comes without types; this is all we use of it.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string) => { window: { document: object } };
};
const { window } = new JSDOM('<!doctype html><body></body>');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, maxEdges: 2000, maxTextSize: 1_000_000 });

export interface ParsedVertex {
  readonly id: string;
  readonly text: string;
  readonly type: string;
  readonly classes: readonly string[];
  readonly link?: string;
}

export interface ParsedDiagram {
  readonly type: string;
  readonly direction: string;
  readonly accTitle: string;
  readonly accDescription: string;
  readonly vertices: readonly ParsedVertex[];
  readonly edges: readonly {
    readonly start: string;
    readonly end: string;
    readonly text: string;
    readonly stroke: string;
  }[];
  readonly subGraphs: readonly {
    readonly id: string;
    readonly title: string;
    readonly nodes: readonly string[];
    readonly classes: readonly string[];
  }[];
  readonly classes: readonly string[];
}

interface FlowDb {
  getVertices(): Map<string, ParsedVertex>;
  getEdges(): ParsedDiagram['edges'];
  getSubGraphs(): ParsedDiagram['subGraphs'];
  getClasses(): Map<string, unknown>;
  getDirection(): string;
  getAccTitle(): string;
  getAccDescription(): string;
}

/** What a reader sees of a text in Mermaid's database, where entity codes wait under other characters for the end of the drawing. */
export function shown(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/gu, (_, digits: string) => String.fromCodePoint(Number(digits)));
}

/** Throws what Mermaid throws. */
export async function parse(text: string): Promise<ParsedDiagram> {
  // Deprecated for pages, which shall draw; nothing else tells what was understood.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const db = diagram.db as unknown as FlowDb;
  return {
    type: diagram.type,
    direction: db.getDirection(),
    accTitle: shown(db.getAccTitle()),
    accDescription: shown(db.getAccDescription()),
    vertices: [...db.getVertices().values()].map((vertex) => ({ ...vertex, text: shown(vertex.text) })),
    edges: db.getEdges().map(({ start, end, text, stroke }) => ({ start, end, text: shown(text), stroke })),
    subGraphs: db.getSubGraphs().map(({ id, title, nodes, classes }) => ({ id, title: shown(title), nodes, classes })),
    classes: [...db.getClasses().keys()],
  };
}

/** The configuration that Mermaid takes from the text, and what kind of diagram it holds it for. */
export async function configuration(text: string): Promise<unknown> {
  const result = await mermaid.parse(text);
  return result.config;
}
