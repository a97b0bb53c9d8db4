/** Every command, in the order of help and docs. */
import { explain } from './explain.js';
import { init } from './init.js';
import { render } from './render.js';
import { schema } from './schema.js';
import { sop } from './sop.js';
import { validate } from './validate.js';

export const commands = [validate, render, sop, init, schema, explain] as const;
