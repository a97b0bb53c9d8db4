/**
 * The first thing that one runs after cloning, `npm start`: builds trackflow, checks an example and draws it, and says where
 * the files are.
 *
 * It calls the program itself, as a user would, so that what is seen here is what the program does.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './build/project.mjs';

const example = 'examples/guanghui';
const out = 'out';

runNode('scripts/build.mjs', '--no-types');
trackflow('validate', example);
trackflow('render', example, '--formats', 'svg,mermaid,sop', '--out', out);

console.log(`\nLook at these, then change ${example}/guanghui.flow.yaml and run npm start again:\n`);
for (const name of readdirSync(join(root, out), { recursive: true, encoding: 'utf8' }).sort()) {
  const { size } = statSync(join(root, out, name));
  console.log(`  ${join(out, name).padEnd(36)} ${`${Math.ceil(size / 1024)} KB`.padStart(7)}`);
}

function trackflow(...args) {
  console.log(`\n$ trackflow ${args.join(' ')}`);
  runNode('bin/trackflow.js', ...args);
}
