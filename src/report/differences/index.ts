/** Every form of a difference, in the order of help and docs; the first is the default. */
import { github } from './github.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';

export const differenceReporters = [pretty, markdown, json, github] as const;
