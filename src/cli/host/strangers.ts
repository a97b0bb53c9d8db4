/**
 * Code of others in this program: Node remembers whose it is across timers and promises, so that what it throws when nobody listens is
 * told as theirs and not as a fault of trackflow.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Late, Strangers } from './host.js';

export interface NodeStrangers extends Strangers {
  /** An error that nobody has caught, and at the moment nobody can: whether it is a stranger's, and has been noted. */
  note(error: unknown): boolean;
  /** What was noted and nobody has asked for. */
  untold(): readonly Late[];
}

export function nodeStrangers(): NodeStrangers {
  const owners = new AsyncLocalStorage<object>();
  const noted: Late[] = [];
  let asked = false;
  return {
    run(owner, code) {
      asked = true;
      return owners.run(owner, code);
    },
    async late() {
      if (!asked) return []; // nobody has to wait for those that are not there
      // A second turn: the first ends before the timers that were due with it.
      await turn();
      await turn();
      return noted.splice(0);
    },
    note(error) {
      const owner = owners.getStore();
      if (owner === undefined) return false;
      const late = { owner, error: reasonOf(error) };
      const known = noted.some((each) => each.owner === owner && String(each.error) === String(late.error));
      if (!known) noted.push(late);
      return true;
    },
    untold: () => noted.splice(0),
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
}

/** Of a rejection with something that is no error, Node makes one of three lines that ends in the reason. */
function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_UNHANDLED_REJECTION') return error;
  return /reason "([\s\S]*)"\.$/u.exec(error.message)?.[1] ?? error;
}
