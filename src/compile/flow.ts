/** A flow's definition and everything it refers to, put together to its process. */
import { quote } from '../base/quote.js';
import type { Process } from '../model/process.js';
import type { FlowDefinition } from '../schema/index.js';
import { branchesOf } from './branches.js';
import { checkBranches } from './branching.js';
import type { Children } from './children.js';
import { complain, optionalText, textOf, type Context } from './context.js';
import { compileDocument, compileObjective } from './document.js';
import { compileEdges } from './edges.js';
import type { Home } from './entries.js';
import { compileKpis } from './kpis.js';
import { compileNodes } from './nodes.js';
import { compileOwners } from './owners.js';
import { stem } from './paths.js';
import { written } from './salvaged.js';
import { compilePhases, compileSegments } from './phases.js';
import { compileStores } from './stores.js';

export interface FlowInput {
  readonly home: Home;
  readonly definition: FlowDefinition;
  /** What the definition was before anything faulty was taken out. */
  readonly data: unknown;
  readonly children: Children;
  /** The files that take part. */
  readonly sources: readonly string[];
}

export function compileFlow(context: Context, { home, definition, data, children, sources }: FlowInput): Process {
  const { language } = context;
  const title = textOf(context, home, definition.title);
  const nodes = compileNodes(context, children);
  return {
    id: stem(home.file),
    file: home.file,
    title,
    ...optionalText(context, home, 'description', definition.description),
    language,
    languages: [language, ...Object.keys(title).filter((other) => other !== language)],
    ...(definition.objective && { objective: compileObjective(context, home, definition.objective) }),
    ...(definition.document && { document: compileDocument(context, home, definition.document) }),
    ...compileShared(context),
    nodes,
    edges: edgesOf(context, home, definition, data, nodes, children),
    sources,
    span: home.locate(['title']),
  };
}

/** What libraries can hold too. */
export function compileShared(context: Context): Pick<Process, 'owners' | 'phases' | 'segments' | 'stores' | 'kpis'> {
  return {
    owners: compileOwners(context),
    phases: compilePhases(context),
    segments: compileSegments(context),
    stores: compileStores(context),
    kpis: compileKpis(context),
  };
}

function edgesOf(
  context: Context,
  home: Home,
  definition: FlowDefinition,
  data: unknown,
  nodes: Process['nodes'],
  children: Children,
): Process['edges'] {
  const branches = new Map(
    Array.from(context.nodes.values(), (entry) => {
      const next = 'next' in entry.definition ? entry.definition.next : undefined;
      const ways = branchesOf(next, [...entry.path, 'next']);
      // A node that lost something to an earlier mistake may have lost just this.
      if (entry.intact) checkBranches(context, entry, ways, children);
      return [entry.id, ways];
    }),
  );
  if (written(data, 'nodes') === definition.nodes) {
    checkTerminal(context, home, nodes, 'start', 'Cases have to enter somewhere: give the first node "type: start".');
    checkTerminal(
      context,
      home,
      nodes,
      'end',
      'Cases have to leave somewhere: a node with "type: end", best one for each outcome.',
    );
  }
  return compileEdges(context, nodes, branches, children);
}

function checkTerminal(
  context: Context,
  home: Home,
  nodes: Process['nodes'],
  type: 'start' | 'end',
  hint: string,
): void {
  if (nodes.some((node) => node.type === type)) return;
  complain(context, home, `no-${type}`, `The process has no ${quote(type)}.`, ['nodes'], { atKey: true, hint });
}
