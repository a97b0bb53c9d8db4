/** Comparing processes: what one says that the other does not, who is affected, what a reviewer should not overlook. */
export { apply } from './apply.js';
export { compare, type CompareOptions } from './compare.js';
export type { Verdict, Verdicts } from './risks.js';
export { union, withGhosts, type GhostedUnion, type Union } from './union.js';
