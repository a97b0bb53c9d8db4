/**
 * Many tasks, shared between this thread and others: whoever is free takes the next.
 *
 * What must stay true: the answers are in the order of the tasks, whoever gave them, and a thread that fails costs time and nothing else,
 * because its tasks are then done here. So a fault shows in this thread as it would without any other.
 */
import type { Host, Thread } from '../host/host.js';

export interface Sharing<Task, Answer> {
  readonly tasks: readonly Task[];
  readonly here: (task: Task) => Promise<Answer>;
  /** How many threads there shall be, this one included. */
  readonly jobs: number;
  /** What another thread is to know. */
  readonly setup: unknown;
  /** A task is done, here or there. */
  readonly told?: (task: Task, answer: Answer) => void;
}

export async function share<Task, Answer>(
  { threads }: Pick<Host, 'threads'>,
  { tasks, here, jobs, setup, told }: Sharing<Task, Answer>,
): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  const returned: number[] = [];
  let next = 0;
  const take = (): number | undefined => returned.pop() ?? (next < tasks.length ? next++ : undefined);

  const keep = (at: number, answer: Answer): void => {
    answers.set(at, answer);
    told?.(tasks[at] as Task, answer);
  };

  const workHere = async (): Promise<void> => {
    for (let at = take(); at !== undefined; at = take()) {
      keep(at, await here(tasks[at] as Task));
      await otherEvents();
    }
  };
  const workThere = async (thread: Thread): Promise<void> => {
    for (let at = take(); at !== undefined; at = take()) {
      const answer = await thread.ask(tasks[at]).catch(() => failed);
      if (answer === failed) {
        returned.push(at);
        return;
      }
      keep(at, answer as Answer);
    }
  };

  const others: Thread[] = [];
  try {
    while (threads !== undefined && others.length < Math.min(jobs, tasks.length) - 1) others.push(threads.start(setup));
  } catch {
    // No room for another: those that there are do it all.
  }
  try {
    // Two tasks at a time, so that none waits while this one is too busy to hand it the next.
    await Promise.all([workHere(), ...others.flatMap((thread) => [workThere(thread), workThere(thread)])]);
    await workHere(); // what was returned after this one had ended
  } finally {
    for (const thread of others) thread.dismiss();
  }
  return tasks.map((_, index) => answers.get(index) as Answer);
}

const failed = Symbol('failed');

/** Lets the answers of other threads come in. */
function otherEvents(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Cuts a list into tasks that are small enough to be shared evenly, and large enough to be worth sending. */
export function chunks<T>(list: readonly T[], jobs: number, most: number): readonly (readonly T[])[] {
  const size = Math.min(most, Math.max(1, Math.ceil(list.length / (jobs * 8))));
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
