/** Paths as a repository's web pages know them: services that read reports look for files from its top, wherever the command ran. */
import { dirname, join } from 'node:path';
import type { Host } from '../host/host.js';
import { absolute, seenFrom } from './paths.js';

/** The nearest folder with `.git`, else the workspace of the CI job, else the working folder. */
export function inRepository({ cwd, files, env }: Pick<Host, 'cwd' | 'files' | 'env'>): (file: string) => string {
  let top: string | undefined;
  const find = (): string => {
    for (let at = cwd; ; at = dirname(at)) {
      if (files.stat(join(at, '.git')) !== undefined) return at;
      if (dirname(at) === at) return env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? cwd;
    }
  };
  return (file) => {
    top ??= find();
    return seenFrom(top, absolute(cwd, file));
  };
}
