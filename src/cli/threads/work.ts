/** What the work of a thread looks like, whatever it is. Apart from the kinds of work, which all need it. */

/** The kinds of work: `roles.ts` knows where each is done. */
export type Role = 'examine' | 'build' | 'picture';

/** All that a thread knows of its work when it begins. Plain data. */
export interface Setup {
  readonly role: Role;
}

/** Does one task after the other, as the thread that started it would. */
export type Work = (task: unknown) => Promise<unknown>;
