/** Where each kind of work is done that a thread can be started for. */
import type { Host } from '../host/host.js';
import type { Role, Setup, Work } from './work.js';

const roles: Readonly<Record<Role, (host: Host, setup: Setup) => Promise<Work>>> = {
  examine: async (host, setup) => (await import('../examine-there.js')).work(host, setup),
  build: async (host, setup) => (await import('../build/there.js')).work(host, setup),
  picture: async () => (await import('../site/draw.js')).work(),
};

export function openRole(host: Host, setup: unknown): Promise<Work> {
  const { role } = setup as Setup;
  return roles[role](host, setup as Setup);
}
