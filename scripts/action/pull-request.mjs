/**
 * Finds out which pull request this run is of, and fetches the two commits that its diff is of: where it left its base, and its head.
 *
 * A checkout has one commit, and that one is the merge of both. What is fetched are objects only: the working tree stays as it is, and no
 * branch is made. Nothing of the pull request is run: no hook, no submodule.
 */
import { readFileSync } from 'node:fs';
import { URLSearchParams } from 'node:url';
import { Refused, rest } from './gh.mjs';
import { fail, git as askGit, input, log, output, repository } from './runner.mjs';

const event = JSON.parse(readFileSync(input('GITHUB_EVENT_PATH'), 'utf8'));
const name = input('GITHUB_REPOSITORY');
const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules'];
try {
  review(event.pull_request ?? (event.workflow_run && pullOfRun(event.workflow_run)));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  fail(error.message);
}

function review(pull) {
  if (pull === undefined) {
    log('There is no open pull request to review.');
    return;
  }
  if (repository() === undefined)
    fail('There is no git repository here. Before this step: - uses: actions/checkout@v7');
  const after = hash(pull.head.sha);
  const before = mergeBase(pull.base.ref, hash(pull.base.sha), after);
  fetchMissing([before, after]);
  output('number', String(Number(pull.number)));
  output('before', before);
  output('after', after);
  output('fork', String(pull.head.repo?.full_name !== name));
}

/** Of the run of another workflow. The list that GitHub gives with it is empty where the pull request comes from a fork. */
function pullOfRun({ event: cause, head_repository: from, head_branch: branch, head_sha: sha }) {
  if (cause !== 'pull_request' || !from?.owner?.login || !branch) return undefined;
  const query = new URLSearchParams({ state: 'open', head: `${from.owner.login}:${branch}`, per_page: '100' });
  // Of a head that has moved on meanwhile, the next run tells.
  return rest(`repos/${name}/pulls?${query}`).find(({ head }) => head.sha === sha);
}

/** GitHub knows it without anything being fetched. Where it does not say, git looks through all of the history. */
function mergeBase(ref, base, head) {
  for (const from of [encodeURIComponent(ref), base]) {
    try {
      return hash(rest(`repos/${name}/compare/${from}...${head}?per_page=1`).merge_base_commit?.sha);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      log(`GitHub does not say where ${head} left ${from}: ${error.message}`);
    }
  }
  // The branch may have moved on since the event; it may also be gone.
  const tip = fetchAll(`refs/heads/${ref}`, head) ?? fetchAll(base, head);
  if (tip === undefined) throw unfetched();
  const { status, stdout } = git(['merge-base', tip, head]);
  if (status === 0) return hash(stdout.trim());
  throw new Refused('The pull request and its base have no commit in common.');
}

/** The commit that is called so; undefined if it is not to be had. */
function fetchAll(from, head) {
  const { status } = git(['fetch', ...quietly, ...(isShallow() ? ['--unshallow'] : []), 'origin', from, head]);
  return status === 0 ? git(['rev-parse', 'FETCH_HEAD']).stdout.trim() : undefined;
}

function fetchMissing(commits) {
  const isHere = (commit) => git(['cat-file', '-e', `${commit}^{commit}`]).status === 0;
  const missing = commits.filter((commit) => !isHere(commit));
  if (missing.length === 0) return;
  // A depth would cut the history of a clone that has all of it.
  git(['fetch', ...quietly, ...(isShallow() ? ['--depth=1'] : []), 'origin', ...missing]);
  if (!missing.every(isHere)) throw unfetched();
}

function unfetched() {
  return new Refused(
    'The commits of the pull request could not be fetched; git says above why. With fetch-depth: 0, actions/checkout fetches all of the history.',
  );
}

function isShallow() {
  return git(['rev-parse', '--is-shallow-repository']).stdout.trim() === 'true';
}

/** Where the checkout has left no credentials, gh gives git the token when it is asked for one. */
function git(args) {
  const server = input('GITHUB_SERVER_URL') || 'https://github.com';
  const answer = askGit(args, { [`credential.${server}.helper`]: '!gh auth git-credential' });
  if (answer.status !== 0 && answer.stderr !== '') log(answer.stderr.trimEnd());
  return answer;
}

function hash(text) {
  if (typeof text === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(text)) return text;
  throw new Refused(`${JSON.stringify(text)} is no commit.`);
}
