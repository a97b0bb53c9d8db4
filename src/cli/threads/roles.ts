/** What a thread can be started for: each kind of work that commands share, by its name. */
import type { Host } from '../host/host.js';

/** Does one task after the other, as the thread that started it would. */
export type Work = (task: unknown) => Promise<unknown>;

/** Plain data. */
export interface Setup {
  readonly role: keyof typeof roles;
}

const roles = {
  examine: async (host: Host, setup: Setup): Promise<Work> => (await import('../examine-there.js')).work(host, setup),
  build: async (host: Host, setup: Setup): Promise<Work> => (await import('../build/there.js')).work(host, setup),
} as const;

export function openRole(host: Host, setup: unknown): Promise<Work> {
  const { role } = setup as Setup;
  return roles[role](host, setup as Setup);
}
