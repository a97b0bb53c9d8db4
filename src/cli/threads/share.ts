/**
 * Many tasks, shared between this thread and others: whoever is free takes the next.
 *
 * What must stay true: every task is answered once, and a thread that fails costs time and nothing else, because its tasks are then done
 * here. So a fault shows in this thread as it would without any other.
 */
import type { Host, Thread } from '../host/host.js';

export interface Sharing<Task, Answer> {
  readonly tasks: readonly Task[];
  readonly here: (task: Task) => Promise<Answer>;
  /** One task is done, here or there; in the order in which they are done. */
  readonly told: (at: number, answer: Answer) => void;
}

/** Other threads that have been told what they need to know, and stay until they are dismissed. */
export interface Crew {
  share<Task, Answer>(sharing: Sharing<Task, Answer>): Promise<void>;
  dismiss(): void;
}

/** `jobs`: how many threads there shall be, this one included. */
export function recruit({ threads }: Pick<Host, 'threads'>, jobs: number, setup: unknown): Crew {
  const others: Thread[] = [];
  try {
    while (threads !== undefined && others.length < jobs - 1) others.push(threads.start(setup));
  } catch {
    // No room for another: those that there are do it all.
  }
  return {
    share: (sharing) => share(others, sharing),
    dismiss() {
      for (const thread of others) thread.dismiss();
    },
  };
}

async function share<Task, Answer>(others: Thread[], { tasks, here, told }: Sharing<Task, Answer>): Promise<void> {
  const returned: number[] = [];
  let next = 0;
  const take = (): number | undefined => returned.pop() ?? (next < tasks.length ? next++ : undefined);

  const workHere = async (): Promise<void> => {
    for (let at = take(); at !== undefined; at = take()) {
      told(at, await here(tasks[at] as Task));
      await otherEvents();
    }
  };
  const workThere = async (thread: Thread): Promise<void> => {
    while (others.includes(thread)) {
      const at = take();
      if (at === undefined) return;
      const answer = await thread.ask(tasks[at]).catch(() => failed);
      if (answer === failed) {
        returned.push(at);
        if (others.includes(thread)) others.splice(others.indexOf(thread), 1);
        thread.dismiss();
      } else told(at, answer as Answer);
    }
  };
  // Two tasks at a time, so that none waits while this thread is too busy to hand it the next.
  await Promise.all([workHere(), ...others.flatMap((thread) => [workThere(thread), workThere(thread)])]);
  await workHere(); // what was returned after this one had ended
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
