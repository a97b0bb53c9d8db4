/**
 * Which reporters a run has: the readable one, and a JSON report beside it where TRACKFLOW_REPORTS names a folder.
 *
 * Shared by every vitest configuration, so that CI can add up what really ran instead of believing an exit code.
 */
import { join } from 'node:path';

export function reportersOf(run: string): { reporters: string[]; outputFile?: { json: string } } {
  const folder = process.env['TRACKFLOW_REPORTS'];
  if (folder === undefined || folder === '') return { reporters: ['default'] };
  // The process id keeps two runs of one configuration apart.
  return { reporters: ['default', 'json'], outputFile: { json: join(folder, `${run}-${String(process.pid)}.json`) } };
}
