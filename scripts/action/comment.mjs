/**
 * Tells on the pull request what it changes in the processes: in one comment, which every run brings up to date.
 *
 * A comment is ours if the token's user has written it and it begins with our mark; anybody can write the mark. Without a difference none
 * is made, and one that is there says so. Where the token may not write, as that of a pull request from a fork, the job does not fail: the
 * summary of the job says the same.
 *
 * The picture is an artifact of the run, and the comment links to it: GitHub's API takes no files with a comment, only its web page does,
 * and what is drawn elsewhere would have to be published there first.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { graphql, Refused } from './gh.mjs';
import { annotate, input, log, summarise } from './runner.mjs';

/** Of GitHub, in characters. */
const limit = 65_536;

const says = input('SAYS') === 'true';
const folder = input('WORKING_DIRECTORY');
// In a comment of HTML, > must not stand; of two folders of a repository, each has its own comment.
const mark = `<!-- trackflow diff${['', '.'].includes(folder) ? '' : ` ${encodeURIComponent(folder)}`} -->`;

appendFileSync(input('COMMENT'), `\n${footer()}\n`);
if (says) summarise(input('COMMENT'));
try {
  post();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  const summary = 'The summary of the job has what it would say.';
  annotate('notice', `The comment could not be written: ${error.message}. ${remedy(error.message)}${summary}`);
}

function remedy(reason) {
  if (input('FORK') === 'true')
    return 'The token of a pull request from a fork may not write; docs/review.md tells how another workflow can. ';
  const forbidden = /not accessible|HTTP 403|FORBIDDEN/iu.test(reason);
  return forbidden ? 'The job needs permissions: {contents: read, pull-requests: write}. ' : '';
}

function post() {
  const { id, own } = pullRequest();
  if (own === undefined && !says) {
    log('The processes are the same as in the base: there is nothing to say.');
    return;
  }
  const body = bodyOf(readFileSync(input('COMMENT'), 'utf8'));
  if (own?.body === body) return;
  if (own === undefined) {
    graphql(
      'mutation($id: ID!, $body: String!) { addComment(input: {subjectId: $id, body: $body}) { clientMutationId } }',
      {
        id,
        body,
      },
    );
  } else {
    graphql(
      'mutation($id: ID!, $body: String!) { updateIssueComment(input: {id: $id, body: $body}) { clientMutationId } }',
      {
        id: own.id,
        body,
      },
    );
  }
  log(own === undefined ? 'The comment is written.' : 'The comment is up to date.');
}

/** Its id, and our comment, where there is one: the oldest. */
function pullRequest() {
  const [owner, name] = input('GITHUB_REPOSITORY').split('/');
  const query = `query($owner: String!, $name: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $name) { pullRequest(number: $number) { id
      comments(first: 100, after: $after) { nodes { id body viewerDidAuthor } pageInfo { hasNextPage endCursor } } } } }`;
  for (let after = null; ;) {
    const { repository } = graphql(query, { owner, name, number: Number(input('NUMBER')), after });
    const { id, comments } = repository.pullRequest;
    const own = comments.nodes.find(({ body, viewerDidAuthor }) => viewerDidAuthor && body.startsWith(mark));
    if (own !== undefined || !comments.pageInfo.hasNextPage) return { id, own };
    after = comments.pageInfo.endCursor;
  }
}

function bodyOf(text) {
  const body = `${mark}\n${text}`;
  return body.length <= limit ? body : `${mark}\n${footer()}\n`;
}

/** The commits that were compared, and where the picture is. */
function footer() {
  const [before, after] = [input('BEFORE'), input('AFTER')].map((commit) => commit.slice(0, 10));
  const run = `${input('GITHUB_SERVER_URL')}/${input('GITHUB_REPOSITORY')}/actions/runs/${input('GITHUB_RUN_ID')}`;
  const url = input('PAGE_URL');
  const picture = url === '' ? '' : `🖼️ [${basename(input('PAGE'))}](${url}) · `;
  return `${picture}<sub>\`${before}\` → \`${after}\` · [trackflow](${run})</sub>`;
}
