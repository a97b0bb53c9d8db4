/**
 * Where a node leads: a line in its properties where there is nothing to decide, a table of conditions where there is.
 */
import type { RootContent } from 'mdast';
import type { Edge, ProcessNode } from '../../model/process.js';
import { capital, fill, joined, table, type Inline } from '../document/blocks.js';
import type { Sop } from './sop.js';

/** A choice is made here, by somebody or by the end of a child flow. */
function decides(node: ProcessNode, leaving: readonly Edge[]): boolean {
  return (
    node.type === 'decision' || leaving.some((edge) => isChoice(edge)) || (leaving.length > 1 && node.type !== 'fork')
  );
}

const isChoice = ({ when, otherwise, chance, segments, childEnd }: Edge): boolean =>
  when !== undefined || otherwise || chance !== undefined || segments.length > 0 || childEnd !== undefined;

export function nextSteps(sop: Sop, node: ProcessNode, leaving: readonly Edge[]): Inline {
  if (decides(node, leaving)) return '';
  return joined(
    leaving.map(({ to, carries }) => {
      const target = sop.step(to, undefined, node.id);
      return carries.length === 0
        ? target
        : fill(sop.phrases.carrying, { node: target, information: sop.words.list(carries.map(sop.line)) });
    }),
    sop.phrases.separator,
  );
}

/** What is left for the one branch that says no share where all others do. */
function restOf(leaving: readonly Edge[]): number | undefined {
  const said = leaving.flatMap(({ chance }) => chance ?? []);
  if (said.length === 0 || said.length !== leaving.length - 1) return undefined;
  const sum = said.reduce((total, chance) => total + chance, 0);
  // Without the digits that adding fractions leaves behind.
  return sum > 1 ? undefined : Math.round((1 - sum) * 1e6) / 1e6;
}

export function branchTable(sop: Sop, node: ProcessNode, leaving: readonly Edge[]): RootContent[] {
  if (!decides(node, leaving)) return [];
  const { words, phrases, process } = sop;
  const { when, end, to, chance, segments, carries } = phrases.branch;
  const rest = restOf(leaving);
  const audience = (edge: Edge): string =>
    words.list(process.segments.filter(({ id }) => edge.segments.includes(id)).map((segment) => sop.name(segment)));
  return table(
    [node.type === 'subflow' ? end : when, to, chance, segments, carries],
    leaving.map((edge) => {
      const said = sop.branch(edge);
      // A default branch that has a condition too is still the default.
      const condition =
        edge.otherwise && said !== words.otherwise
          ? said + phrases.inBrackets.replace('{text}', words.otherwise)
          : said;
      return [
        said === words.otherwise ? capital(said) : condition,
        sop.step(edge.to, undefined, node.id),
        edge.chance !== undefined
          ? words.percent(edge.chance)
          : rest === undefined
            ? ''
            : phrases.branch.rest.replace('{share}', words.percent(rest)),
        // A branch without a condition is called by whom it is for; no need to say so twice.
        condition === audience(edge) ? '' : audience(edge),
        sop.texts(edge.carries),
      ];
    }),
  );
}
