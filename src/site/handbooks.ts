/**
 * The handbooks of a site, each made once: pages in several languages show that of a flow which has only one, and all handbooks of a flow
 * need its procedure, by whose numbers colleagues speak of steps.
 *
 * What must stay true: of a large site there are never more handbooks in memory than one role has, and of procedures only their headings.
 */
import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import { withMembers } from '../model/handovers.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { RenderOptions } from '../render/format.js';
import { handbookDocument } from '../render/handbook/document.js';
import { sopDocument } from '../render/sop/document.js';
import { blocksOf } from './document.js';
import { procedureForm, type PlannedFlow } from './plan.js';

/**
 * Its blocks as parts of a page, without the title; undefined for those who do nothing in the flow, and for customers, partners and
 * machines, who read no handbook of ours.
 */
export type Handbooks = (flow: PlannedFlow, owner: string, language: Language) => readonly ElementContent[] | undefined;

/** What stands in front of all ids of the handbook of a flow: a page has several. */
export function handbookPrefix({ name }: PlannedFlow): string {
  return `${name}-`;
}

/** One role after the other: asking for the next begins anew. */
export function createHandbooks(): () => Handbooks {
  const procedures = new Map<Process, Map<Language, Root>>();
  return () => handbooksOfRole(procedures);
}

function handbooksOfRole(procedures: Map<Process, Map<Language, Root>>): Handbooks {
  const made = new Map<Process, Map<string, readonly ElementContent[] | undefined>>();
  return (flow, id, language) => {
    const { process } = flow;
    const options: RenderOptions = { language, theme: 'auto', mermaidDiagram: 'flowchart', ...procedureForm(flow) };
    return once(made, process, JSON.stringify([id, language]), () => {
      const owner = process.owners.find((one) => one.id === id);
      if (owner === undefined || ['customer', 'partner', 'system'].includes(owner.kind)) return undefined;
      const mine = withMembers(process, id);
      if (!process.nodes.some((node) => node.owner !== undefined && mine.has(node.owner))) return undefined;
      const procedure = once(procedures, process, language, () => headingsOf(sopDocument(process, options)));
      const document = handbookDocument(process, owner, options, procedure);
      return blocksOf(document, { pages: new Set(), prefix: handbookPrefix(flow), deeper: 1 });
    });
  };
}

/** All that a handbook asks of the procedure. */
function headingsOf({ children }: Root): Root {
  return {
    type: 'root',
    children: children.flatMap((block) => (block.type === 'heading' ? [{ ...block, children: [] }] : [])),
  };
}

function once<V>(known: Map<Process, Map<string, V>>, process: Process, key: string, make: () => V): V {
  const own = known.get(process) ?? new Map<string, V>();
  known.set(process, own);
  const before = own.get(key);
  if (before !== undefined || own.has(key)) return before as V;
  const value = make();
  own.set(key, value);
  return value;
}
