/**
 * How a process speaks in one language: its texts as clean lines, and the words around them.
 *
 * Shared by pictures and documents, so that both say the same thing in the same characters and no raw author text slips past
 * `printable`.
 */
import { oneLine, printable } from '../../base/printable.js';
import type { Edge, NodeType, Process } from '../process.js';
import { say, type Language, type Text } from '../text.js';
import { words } from './index.js';
import type { Words } from './vocabulary.js';

interface Named {
  readonly id: string;
  readonly name?: Text;
  /** Of a node. */
  readonly type?: NodeType;
}

export interface Speaker {
  readonly language: Language;
  readonly words: Words;
  /** One line; empty for an absent text. */
  readonly line: (text: Text | undefined) => string;
  /** One line, never empty: where there is no name or it says nothing, what a fork or join is, else the id. */
  readonly name: (element: Named) => string;
  /** Whether it is none of the forks and joins that have no name of their own. */
  readonly isNamed: (element: Named) => boolean;
  /** Several lines allowed. */
  readonly paragraph: (text: Text | undefined) => string;
  /**
   * Why a branch is taken: its condition, else the end of the child flow that it handles, else the segments it is for, else that it
   * is the default; empty for a plain connection.
   */
  readonly branch: (edge: Edge) => string;
}

const isBar = (type: NodeType | undefined): type is 'fork' | 'join' => type === 'fork' || type === 'join';

export function speaker(process: Process, language: Language): Speaker {
  const vocabulary = words(language);
  const nodes = new Map(process.nodes.map((node) => [node.id, node]));
  const segments = new Map(process.segments.map((segment) => [segment.id, segment]));
  const line = (text: Text | undefined): string => oneLine(say(text, language, process.language));
  const isNamed = ({ id, name: own, type }: Named): boolean => !isBar(type) || ![oneLine(id), ''].includes(line(own));
  // Often a fork or join has no name of its own, and its id says nothing to a reader.
  const name = (element: Named): string =>
    isBar(element.type) && !isNamed(element)
      ? vocabulary.nodeTypes[element.type]
      : line(element.name) || oneLine(element.id) || '?';

  const childEnd = (edge: Edge): string => {
    if (edge.childEnd === undefined) return '';
    const from = nodes.get(edge.from);
    const end = from?.type === 'subflow' ? from.child?.ends.find(({ id }) => id === edge.childEnd) : undefined;
    return end ? name(end) : '';
  };
  const audience = (edge: Edge): string =>
    vocabulary.list(edge.segments.flatMap((id) => segments.get(id) ?? []).map((segment) => name(segment)));

  return {
    language,
    words: vocabulary,
    line,
    name,
    isNamed,
    paragraph: (text) => printable(say(text, language, process.language)).trim(),
    branch: (edge) =>
      childEnd(edge) ||
      line(edge.when) ||
      oneLine(edge.childEnd ?? '') ||
      audience(edge) ||
      (edge.otherwise ? vocabulary.otherwise : ''),
  };
}
