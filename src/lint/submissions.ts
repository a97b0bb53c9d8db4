/**
 * What lies before an approver: the work right before the approval, and behind a step that only looks at work, the work looked at.
 *
 * Separate because the rules on segregation of duties must mean the same by it. A check passes on what it has looked at only where the
 * flow says so, by data or by a paper: a check of something else is work of its own.
 */
import type { Process, ProcessNode } from '../model/process.js';
import { overlap } from './data-use.js';
import { isReview } from './words/subjects.js';
import { waysOf, workBefore } from './ways.js';

/** The nearest first. */
export function submittedTo(process: Process, approval: string): readonly ProcessNode[] {
  const found = new Set(workBefore(process, approval));
  for (const node of found) {
    if (node.type !== 'task' || node.kind === 'approval' || !isReview(node)) continue;
    for (const earlier of workBefore(process, node.id)) if (isGiven(process, earlier, node)) found.add(earlier);
  }
  return [...found];
}

/** The second reads what the first has written, or takes what the first has made. */
function isGiven(process: Process, giver: ProcessNode, taker: ProcessNode): boolean {
  if (giver.writes.some((write) => taker.reads.some((read) => overlap(read, write)))) return true;
  const carried = waysOf(process)
    .out(giver.id)
    .flatMap(({ carries }) => carries);
  const made = new Set([...giver.outputs, ...carried].flatMap((text) => Object.values(text)));
  return taker.inputs.some((text) => Object.values(text).some((words) => made.has(words)));
}
