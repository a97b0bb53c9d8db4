/** Before the tests of the program: a fresh dist/, because a stale one would let a broken source pass. */
import { runScript } from './run-script.js';

export default function setup(): void {
  runScript('build.mjs', '--no-types');
}
