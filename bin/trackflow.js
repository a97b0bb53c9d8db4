#!/usr/bin/env node
// Loads the built program. Written for any Node that knows ES modules, so that a too old one gets a sentence, not a stack trace.
import fs from 'fs';
import module from 'module';
import { fileURLToPath } from 'url';

const [major, minor] = process.versions.node.split('.').map(Number);
const program = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

if (major < 20 || (major === 20 && minor < 19)) {
  console.error('trackflow needs Node 20.19 or newer; this is Node ' + process.versions.node + '.');
  process.exitCode = 2;
} else if (!fs.existsSync(program)) {
  console.error('trackflow is not built yet. Run `npm install` and `npm run build` in its folder.');
  process.exitCode = 2;
} else if (module.enableCompileCache) {
  module.enableCompileCache();
  module.createRequire(program)(program);
} else {
  import('./compile-cache.js').then(({ runCached }) => runCached(program));
}
