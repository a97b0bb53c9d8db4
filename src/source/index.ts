/** Reading: bytes to text, data and places. */
export { tooLarge } from './decode.js';
export { maxBytes } from './limits.js';
export { readSource } from './read.js';
export type { Source } from './source.js';
