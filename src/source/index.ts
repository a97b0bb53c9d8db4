/** Reading: bytes to text, data and places; and back, the edits that change a text. */
export { commentsOf, type Comment } from './comments.js';
export { applyEdits, editsOf } from './edit/index.js';
export { decode, tooLarge } from './decode.js';
export { maxBytes } from './limits.js';
export { lineTable } from './line-table.js';
export { readSource } from './read.js';
export type { Source } from './source.js';
