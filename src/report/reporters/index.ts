/** Every reporter, in the order of help and docs; the first is the default. */
import { checkstyle } from './checkstyle.js';
import { compact } from './compact.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';
import { sarif } from './sarif.js';

export const reporters = [pretty, compact, json, sarif, github, gitlab, junit, checkstyle, markdown] as const;
