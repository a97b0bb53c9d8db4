/**
 * Edges: the branches and timeouts of all nodes, joined to nodes that exist.
 *
 * Separate from the rules of branching: whatever is wrong with a branch, it is drawn if both its ends are there.
 */
import type { ChildEnd, Edge, ProcessNode } from '../model/process.js';
import { say, type Language, type Text } from '../model/text.js';
import { spokenLanguage } from '../model/words/index.js';
import type { Branch } from './branches.js';
import type { Children } from './children.js';
import { nameOf, textOf, textsOf, type Context } from './context.js';
import type { Home } from './entries.js';
import { ratio } from './quantities.js';
import { resolve, resolveAll } from './references.js';

export function compileEdges(
  context: Context,
  nodes: readonly ProcessNode[],
  branches: ReadonlyMap<string, readonly Branch[]>,
  children: Children,
): readonly Edge[] {
  const edges: Edge[] = [];
  const counts = new Map<string, number>();
  /** The second edge between the same two nodes is `a->b#2`. */
  const idOf = (from: string, to: string): string => {
    const id = `${from}->${to}`;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  };

  for (const node of nodes) {
    const home = context.nodes.get(node.id)?.home;
    if (home === undefined) continue;
    for (const branch of branches.get(node.id) ?? []) {
      const to = resolve(context, 'node', branch.to, home, branch.toPath);
      const segments = resolveAll(context, 'segment', branch.segments, home, [...branch.path, 'for']);
      if (to === undefined) continue;
      const chance = branch.chance === undefined ? undefined : ratio(branch.chance);
      edges.push({
        id: idOf(node.id, to),
        from: node.id,
        to,
        kind: 'next',
        ...condition(context, home, node, branch, children, segments),
        otherwise: branch.otherwise,
        ...(chance !== undefined && { chance }),
        segments,
        carries: textsOf(context, home, branch.carries),
        span: home.locate(branch.path),
      });
    }
    if (node.timeout !== undefined) {
      const { to, after } = node.timeout;
      const span = home.locate(['nodes', node.id, 'timeout'], 'key');
      edges.push({
        id: idOf(node.id, to),
        from: node.id,
        to,
        kind: 'timeout',
        otherwise: false,
        segments: [],
        carries: [],
        after,
        span,
      });
    }
  }
  return edges;
}

/** In words: as written, or what the child's end is called, or for whom the branch is. */
function condition(
  context: Context,
  home: Home,
  node: ProcessNode,
  { when }: Branch,
  children: Children,
  segments: readonly string[],
): Pick<Edge, 'when' | 'childEnd'> {
  if (node.type === 'subflow' && typeof when === 'string') {
    const end: ChildEnd | undefined = children.get(node.id)?.ends.get(when)?.end;
    return { when: end?.name ?? textOf(context, home, when), ...(end && { childEnd: end.id }) };
  }
  if (when !== undefined) return { when: textOf(context, home, when) };
  return node.type === 'decision' && segments.length > 0 ? { when: namesOf(context, segments) } : {};
}

/** `重点客户、普通客户` in Chinese, `Key accounts, Standard` in English. */
function namesOf(context: Context, segments: readonly string[]): Text {
  const names = segments.flatMap((id): readonly Text[] => {
    const entry = context.sections.segments.get(id);
    return entry === undefined ? [] : [nameOf(context, entry.home, id, entry.definition.name)];
  });
  const languages = [...new Set(names.flatMap((name) => Object.keys(name)))];
  const joined = (language: Language): string =>
    names.map((name) => say(name, language)).join(spokenLanguage(language) === 'zh' ? '、' : ', ');
  return Object.fromEntries(languages.map((language) => [language, joined(language)]));
}
