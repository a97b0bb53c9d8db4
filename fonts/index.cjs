/**
 * The fonts that trackflow draws with, for programs that run in Node: where they are, and what is in them.
 *
 * A module of its own beside the files, so that it finds them wherever the package lies and however its code is bundled. CommonJS,
 * because the program's bundle is, and can import nothing else at run time.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const font = (name) => {
  const path = join(__dirname, name);
  let bytes;
  return { path, read: () => (bytes ??= readFileSync(path)) };
};

exports.regular = font('NotoSansSC-Regular.ttf');
exports.bold = font('NotoSansSC-Bold.ttf');
