/** Every command, in the order of help and docs. */
import { build } from './build.js';
import { check } from './check.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { fmt } from './fmt.js';
import { init } from './init.js';
import { lint } from './lint.js';
import { log } from './log.js';
import { mergeDriver } from './merge-driver.js';
import { render } from './render.js';
import { rules } from './rules.js';
import { schema } from './schema.js';
import { site } from './site.js';
import { sop } from './sop.js';
import { textconv } from './textconv.js';
import { validate } from './validate.js';

export const commands = [
  validate,
  lint,
  check,
  fmt,
  render,
  sop,
  site,
  build,
  diff,
  log,
  init,
  schema,
  explain,
  rules,
  textconv,
  mergeDriver,
] as const;
