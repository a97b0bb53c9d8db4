/**
 * Child flows: what a subflow needs to know of the file it names, which is its title, its ends and which document it is.
 *
 * Separate because a child is read and not compiled: its own mistakes are reported when it is checked itself, and its parent says
 * only that it cannot be used. So a hundred parents of one broken child say so once each, in their own files.
 */
import { quotePath } from '../base/quote.js';
import type { Span } from '../model/diagnostic.js';
import type { ChildDocument, ChildEnd, SubflowNode } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { FlowDefinition } from '../schema/index.js';
import type { Link } from './circles.js';
import { complain, type Context } from './context.js';
import { daysShort } from './dates.js';
import type { Opened } from './files.js';
import { namedFile, type Project } from './named-files.js';
import { resolveFrom } from './paths.js';
import { written } from './salvaged.js';
import { fallbackLanguage, languageOf, text } from './texts.js';

/** What is remembered of a flow for those that contain it. */
export interface FlowSummary {
  /** Undefined if the flow has mistakes. */
  readonly child: SubflowNode['child'] | undefined;
  /** Where each of its ends is defined. */
  readonly ends: ReadonlyMap<string, { readonly end: ChildEnd; readonly span: Span }>;
  /** The flows that it contains. */
  readonly links: readonly Link[];
  /** The libraries that it uses. */
  readonly uses: readonly string[];
}

/** By the id of the subflow's node; only children that can be used. */
export type Children = ReadonlyMap<string, FlowSummary & { readonly child: NonNullable<SubflowNode['child']> }>;

export function compileChildren(
  context: Context,
  project: Project,
  summaryOf: (file: string) => FlowSummary,
): Children {
  const children = new Map<string, FlowSummary & { readonly child: NonNullable<SubflowNode['child']> }>();
  for (const { id, definition, home, path } of context.nodes.values()) {
    if (definition.type !== 'subflow') continue;
    const at = [...path, 'flow'];
    const file = namedFile(context, home, definition.flow, at, project);
    if (file === undefined) continue;
    const summary = summaryOf(file);
    const { child } = summary;
    if (child !== undefined) children.set(id, { ...summary, child });
    else {
      const message = `The child flow ${quotePath(definition.flow)} has mistakes of its own, so that its ends are not known.`;
      complain(context, home, 'child-unreadable', message, at, { hint: `Mend it first: trackflow validate ${file}` });
    }
  }
  return children;
}

/** As it is written: a date that there is not is told where the child itself is checked. */
function documentOf({ document = {} }: FlowDefinition): { readonly document?: ChildDocument } {
  const { number, version, status, effective } = document;
  const said = {
    ...(number !== undefined && { number }),
    ...(version !== undefined && { version }),
    ...(status !== undefined && { status }),
    ...(effective !== undefined && daysShort(effective) === undefined && { effective }),
  };
  return Object.keys(said).length === 0 ? {} : { document: said };
}

export function summarize(
  { file, definition, data, locate }: Opened<FlowDefinition>,
  usual: Language | undefined,
): FlowSummary {
  const language = definition === undefined ? fallbackLanguage : languageOf(definition, usual);
  const ends = new Map<string, { readonly end: ChildEnd; readonly span: Span }>();
  const links: Link[] = [];
  for (const [id, node] of Object.entries(definition?.nodes ?? {})) {
    const path = ['nodes', id];
    if (node.type === 'subflow') links.push({ to: resolveFrom(file, node.flow), span: locate([...path, 'flow']) });
    if (node.type !== 'end') continue;
    const name = text(node.name ?? id, language);
    ends.set(id, { end: { id, name, ...(node.outcome && { outcome: node.outcome }) }, span: locate(path, 'key') });
  }
  const uses = (definition?.use ?? []).map((path) => resolveFrom(file, path));
  if (definition === undefined || written(data, 'nodes') !== definition.nodes)
    return { child: undefined, ends, links, uses };
  return {
    child: {
      title: text(definition.title, language),
      file,
      ends: Array.from(ends.values(), ({ end }) => end),
      ...documentOf(definition),
    },
    ends,
    links,
    uses,
  };
}
