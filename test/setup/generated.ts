/** Before the unit tests: the types and validators that the sources import, so that `npm test` works on a clean clone. */
import { runScript } from './run-script.js';

export default function setup(): void {
  runScript('generate.mjs');
}
