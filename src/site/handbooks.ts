/**
 * The handbooks of a site, each made once: pages in several languages show that of a flow which has only one, and all handbooks of a flow
 * need its procedure, by whose numbers colleagues speak of steps.
 */
import type { Root } from 'mdast';
import { withMembers } from '../model/handovers.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { RenderOptions } from '../render/format.js';
import { handbookDocument } from '../render/handbook/document.js';
import { sopDocument } from '../render/sop/document.js';
import { procedureForm, type SiteFlow } from './plan.js';

/** Undefined for those who do nothing in the flow, and for customers, partners and machines, who read no handbook of ours. */
export type Handbooks = (flow: SiteFlow, owner: string, language: Language) => Root | undefined;

export function createHandbooks(): Handbooks {
  const made = new Map<Process, Map<string, Root | undefined>>();
  const procedures = new Map<Process, Map<Language, Root>>();
  return (flow, id, language) => {
    const { process } = flow;
    const options: RenderOptions = { language, theme: 'auto', mermaidDiagram: 'flowchart', ...procedureForm(flow) };
    return once(made, process, JSON.stringify([id, language]), () => {
      const owner = process.owners.find((one) => one.id === id);
      if (owner === undefined || ['customer', 'partner', 'system'].includes(owner.kind)) return undefined;
      const mine = withMembers(process, id);
      if (!process.nodes.some((node) => node.owner !== undefined && mine.has(node.owner))) return undefined;
      const procedure = once(procedures, process, language, () => sopDocument(process, options));
      return handbookDocument(process, owner, options, procedure);
    });
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
