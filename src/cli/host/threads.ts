/**
 * Threads of this machine: each runs the same program file as the main one, which then answers messages instead of parsing a command
 * line.
 *
 * Separate from the rest of the host, because both ends of the wire are here. What must stay true: a thread that fails, in whatever
 * way, rejects all that it was asked, so that nobody waits for ever.
 */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Files, Thread, Threads } from './host.js';

export { isMainThread };

interface Question {
  readonly id: number;
  readonly task: unknown;
}

type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: string };

/** `program`: the file that starts trackflow. */
export function nodeThreads(program: string, files: Files): Threads {
  return { cores: availableParallelism(), files, start: (setup) => startThread(program, setup) };
}

function startThread(program: string, setup: unknown): Thread {
  // Where each core has a thread of ours, those that V8 would collect short-lived garbage with only take turns with them: a twelfth of
  // the time of lint for 1,000 flows.
  setFlagsFromString('--no-parallel-scavenge');
  // Its word on the command line names its share of the compiled code that is kept between runs.
  const worker = new Worker(program, { argv: ['thread'], workerData: setup });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  let broken: Error | undefined;
  const fail = (error: Error): void => {
    broken = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('failure' in answer) asker?.reject(new Error(answer.failure));
    else asker?.resolve(answer.value);
  });
  worker.on('messageerror', fail);
  worker.on('error', (error: unknown) => {
    fail(error instanceof Error ? error : new Error(String(error)));
  });
  worker.on('exit', () => {
    fail(new Error('the thread has ended'));
  });
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken);
          return;
        }
        const id = count++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, task } satisfies Question);
      }),
    dismiss: () => {
      worker.postMessage(null);
    },
  };
}

/** In a thread: answers what it is asked, in order, until it is dismissed. */
export function attend(open: (setup: unknown) => Promise<(task: unknown) => Promise<unknown>>): void {
  const port = parentPort;
  if (port === null) throw new Error('only a thread answers questions');
  const ready = open(workerData);
  let before: Promise<unknown> = ready.catch(() => undefined);
  port.on('message', (question: Question | null) => {
    if (question === null) {
      port.close();
      return;
    }
    const { id, task } = question;
    before = before.then(async () => {
      try {
        const answer = await ready;
        port.postMessage({ id, value: await answer(task) } satisfies Answer);
      } catch (error) {
        port.postMessage({ id, failure: String(error) } satisfies Answer);
      }
    });
  });
}
