/**
 * Asks GitHub by `gh`, which knows its proxies, its servers and how to send the token. The token is in the environment and is never named.
 *
 * Questions go in by stdin: a comment is longer than a command line may be, and none of it can be taken for an option.
 */
import { spawnSync } from 'node:child_process';
import { input } from './runner.mjs';

/** GitHub's answer that it does not do it, or that it cannot be reached; in a line for people. */
export class Refused extends Error {}

/** The answer to a GET, as JSON. */
export function rest(path) {
  return ask(['--method', 'GET', path]);
}

/** The data of a query or mutation. */
export function graphql(query, variables) {
  return ask(['graphql', '--input', '-'], JSON.stringify({ query, variables })).data;
}

function ask(args, text = '') {
  const { status, stdout, stderr, error } = spawnSync('gh', ['api', ...args], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...ofServer(), GH_PROMPT_DISABLED: '1', NO_COLOR: '1' },
  });
  if (error !== undefined) throw new Refused(`gh, the command line of GitHub, could not be run: ${error.message}`);
  if (status !== 0) {
    const [line = `gh ended with ${status}`] = stderr.split('\n').filter((each) => each.trim() !== '');
    throw new Refused(line.replace(/^gh: /u, ''));
  }
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Refused('gh gave no JSON.');
  }
}

/** Of a server of one's own, gh takes the token by another name. */
function ofServer() {
  const { host } = new URL(input('GITHUB_SERVER_URL') || 'https://github.com');
  return host === 'github.com' ? {} : { GH_HOST: host, GH_ENTERPRISE_TOKEN: input('GH_TOKEN') };
}
