/** Every reporter, in the order of help and docs; the first is the default. */
import { json } from './json.js';
import { pretty } from './pretty.js';

export const reporters = [pretty, json] as const;
