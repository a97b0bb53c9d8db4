/**
 * A page with the pictures of all examples, before and after a change, side by side with their figures: for people to look at.
 *
 *   node scripts/gallery.mjs [--before REVISION] [--corpus N] [--out FOLDER]
 *
 * Without `--before`, the last commit is set against the working tree. A revision is drawn by its own code, in a work tree that is removed
 * afterwards. `--corpus` adds N models of ../shared/corpus. A figure that got worse is red, one that got better green.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build/project.mjs';
import { draw } from './gallery/draw.mjs';
import { page } from './gallery/page.mjs';

const { values } = parseArgs({
  options: {
    before: { type: 'string', default: 'HEAD' },
    corpus: { type: 'string', default: '0' },
    out: { type: 'string', default: 'out/gallery' },
  },
});
const models = Number(values.corpus);
if (!Number.isInteger(models) || models < 0) {
  console.error('--corpus is how many models are drawn: a whole number from 0');
  process.exit(2);
}
const corpus = join(root, '../shared/corpus');
if (models > 0 && !existsSync(corpus)) console.error('No models are drawn: ../shared/corpus is not there.');

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const revision = git('rev-parse', '--short', values.before);
const title = `${revision} ${git('log', '-1', '--format=%s', revision)}`;

const out = join(root, values.out);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), 'trackflow-gallery-'));
const old = join(folder, 'tree');
let before;
try {
  git('worktree', 'add', '--quiet', '--detach', old, revision);
  symlinkSync(join(root, 'node_modules'), join(old, 'node_modules'));
  console.log(`Drawing ${title}`);
  before = await draw(old, { examples: root, corpus, models });
} finally {
  rmSync(folder, { recursive: true, force: true });
  git('worktree', 'prune');
}
console.log('Drawing the working tree');
const after = await draw(root, { examples: root, corpus, models });

const pairs = after.map((picture) => ({ after: picture, before: before.find(({ id }) => id === picture.id) }));
for (const [side, pictures] of Object.entries({ before, after })) {
  mkdirSync(join(out, side));
  for (const { id, svg } of pictures) writeFileSync(join(out, side, `${id}.svg`), svg);
}
writeFileSync(join(out, 'index.html'), page(title, pairs));
console.log(`${pairs.length} pictures: ${relative(process.cwd(), join(out, 'index.html'))}`);
