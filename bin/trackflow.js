#!/usr/bin/env node
// Loads the built program. Written for any Node that knows ES modules, so that a too old one gets a sentence, not a stack trace.
import fs from 'fs';
import module from 'module';
import { fileURLToPath } from 'url';
import v8 from 'v8';

const [major, minor] = process.versions.node.split('.').map(Number);
const program = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

if (major < 20 || (major === 20 && minor < 19)) {
  console.error('trackflow needs Node 20.19 or newer; this is Node ' + process.versions.node + '.');
  process.exitCode = 2;
} else if (!fs.existsSync(program)) {
  console.error('trackflow is not built yet. Run `npm install` and `npm run build` in its folder.');
  process.exitCode = 2;
} else {
  // A run is over before most of what V8 compiles a second time pays: in Node 20 that takes as long as all the rest, on other cores or on
  // the only one. So there code must have run several times longer first. Later ones begin gently by themselves and do not know the flag.
  if (major === 20) v8.setFlagsFromString('--interrupt-budget=500000');
  run();
}

function run() {
  if (module.enableCompileCache) {
    module.enableCompileCache();
    module.createRequire(program)(program);
  } else {
    import('./compile-cache.js').then(({ runCached }) => runCached(program));
  }
}
