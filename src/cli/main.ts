/**
 * Runs the program on this machine. The entry of the bundle; everything that can be tested is in `program.ts`.
 *
 * Other threads of the program start here, too, and answer what the first one asks.
 */
import { exitCodes } from './exit.js';
import { nodeHost } from './host/node.js';
import { attend, isMainThread } from './host/threads.js';
import { concludeLate, run } from './program.js';

if (isMainThread) {
  const host = nodeHost();
  const argv = process.argv.slice(2);
  // Thrown where no promise of ours hears it, by a stream or a timer of a library: still one line, and still exit 3.
  process.on('uncaughtException', (error) => {
    if (host.strangers.note(error)) return;
    process.stderr.write(
      `error: trackflow failed: ${error.message}. This is a bug in trackflow; --debug shows where.\n`,
    );
    if (process.argv.includes('--debug')) process.stderr.write(`${error.stack ?? ''}\n`);
    process.exit(exitCodes.internal);
  });
  // The code is set, not exited with: what was written to a pipe must arrive.
  void run(argv, host).then((code) => {
    process.exitCode = code;
  });
  process.on('beforeExit', () => {
    const late = host.strangers.untold();
    if (late.length === 0) return;
    void concludeLate(late, argv, host).then((code) => {
      process.exitCode = Number(process.exitCode) || code;
    });
  });
} else {
  attend(async (setup) => (await import('./threads/roles.js')).openRole(nodeHost(), setup));
}
