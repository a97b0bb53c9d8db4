/** Runs one command line on a machine made of a map. trackflow's own schemas, examples and package.json are the real ones. */
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../../src/cli/host/node.js';
import { run } from '../../src/cli/program.js';
import { memoryHost, type MemoryHost, type MemoryHostOptions } from './memory-host.js';

export const home = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/u, '');

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly host: MemoryHost;
}

/** `line` is cut at spaces; a part with spaces stands in single quotes. */
export async function cli(line: string, options: MemoryHostOptions = {}): Promise<Ran> {
  const host = memoryHost({ home, fallback: nodeFiles, ...options });
  const exit = await run(words(line), host);
  return { exit, ...host.printed, host };
}

export function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
