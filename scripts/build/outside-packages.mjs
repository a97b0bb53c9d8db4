/**
 * esbuild plugin: packages that stay outside the bundle.
 *
 * A CommonJS one is loaded by `require` from a small module of its own. Left as `import('elkjs/…')`, Node would first search all of its
 * 1.6 MB for the names that a CommonJS file exports: 260 ms instead of 100 measured for elkjs.
 */
import { readFileSync } from 'node:fs';
import { manifest, root } from './project.mjs';

export function outsidePackages(names) {
  return {
    name: 'outside-packages',
    setup({ onResolve, onLoad }) {
      // Filters are read as Go regular expressions, which know no flag `u`.
      for (const name of names) {
        onResolve({ filter: new RegExp(`^${name.replace(/[/.]/gu, '\\$&')}(/|$)`) }, ({ path, namespace }) =>
          isCommonJs(name) && namespace !== 'required' ? { path, namespace: 'required' } : { path, external: true },
        );
      }
      onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)});`,
        loader: 'js',
      }));
    },
  };
}

function isCommonJs(name) {
  if (name === manifest.name) return true; // what of our own package stays outside is fonts/
  try {
    const { type, exports } = JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8'));
    // Of a package that is both, the one to require: code that Node kept from an earlier run cannot `import()`.
    return type !== 'module' || exports?.['.']?.require !== undefined;
  } catch {
    return false; // an optional peer that is not installed: Node decides when it is
  }
}
