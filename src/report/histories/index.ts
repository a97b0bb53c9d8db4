/** Every form of a history, in the order of help and docs; the first is the default. */
import { json } from './json.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';

export const historyReporters = [pretty, markdown, json] as const;
