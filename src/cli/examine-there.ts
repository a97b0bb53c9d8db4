/** Examining files in another thread: what it is told, and what it answers. */
import type { Examination, ExamineAsk } from './examine.js';
import type { Found } from './files/find.js';
import type { Host } from './host/host.js';
import type { Setup, Work } from './threads/work.js';

export interface ExamineSetup extends Setup {
  readonly role: 'examine';
  readonly ask: ExamineAsk;
}

export type ExamineTask = readonly Found[];
export type ExamineAnswer = readonly (Examination | undefined)[];

export async function work(host: Host, setup: Setup): Promise<Work> {
  const { createExaminer, withoutProcess } = await import('./examine.js');
  const { examine } = await createExaminer(host, (setup as ExamineSetup).ask);
  return async (task): Promise<ExamineAnswer> => {
    const answer: (Examination | undefined)[] = [];
    for (const found of task as ExamineTask) answer.push(withoutProcess(await examine(found)));
    // What a plugin throws late ends this thread, and the task is done again where that can be told.
    await host.strangers.late();
    return answer;
  };
}
