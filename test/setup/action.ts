/**
 * Runs action.yml as GitHub's runner does: its steps one after the other, by their conditions, with the environment that they name, in a
 * workspace and a temporary folder. `gh` and `npm` are stand-ins that write down what they were asked; git and trackflow are real.
 *
 * Of the runner's expressions it knows those that action.yml uses, and fails at any other.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { bareEnvironment, projectRoot } from './program.js';

export interface Step {
  readonly id: string;
  readonly if?: string;
  readonly shell?: string;
  readonly 'working-directory'?: string;
  readonly 'continue-on-error'?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const readAction = (): Action => parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as Action;

/** What is on the pull request, as the stand-in of gh keeps it. */
export interface Comment {
  readonly id: string;
  readonly body: string;
  readonly mine: boolean;
}

export interface GitHub {
  readonly comments: readonly Comment[];
  /** What the token may not do. */
  readonly deny?: 'writing' | 'everything';
  /** The repository whose commits it compares; absent: it does not compare. */
  readonly compares?: string;
  /** Open pull requests by `owner:branch`. */
  readonly pulls?: Readonly<Record<string, readonly unknown[]>>;
}

export interface RunOptions {
  readonly workspace: string;
  readonly event: string;
  readonly payload: object;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Absent: gh is not installed. */
  readonly github?: GitHub;
  /** The upload fails. */
  readonly noUpload?: boolean;
}

export interface Ran {
  readonly failed: boolean;
  /** How each step ended, in order; a step that was not run is not among them. */
  readonly steps: Readonly<Record<string, 'success' | 'failure'>>;
  readonly log: string;
  /** What the runner would have taken for commands. */
  readonly commands: readonly string[];
  readonly summary: string;
  readonly comments: readonly Comment[];
  /** The command lines of gh and npm, and where they ran. */
  readonly calls: readonly { readonly program: string; readonly args: readonly string[]; readonly cwd: string }[];
  /** What was uploaded, by its name. */
  readonly artifacts: Readonly<Record<string, string>>;
}

export const token = 'ghs_secretTokenOfThisRun';
export const artifactUrl = 'https://github.com/acme/flows/actions/runs/42/artifacts/7';

export function runAction({ workspace, event, payload, inputs = {}, github, noUpload = false }: RunOptions): Ran {
  const action = readAction();
  const temp = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-runner-')));
  try {
    const bin = join(temp, 'bin');
    mkdirSync(bin);
    const calls = join(temp, 'calls');
    const state = join(temp, 'github.json');
    const summary = join(temp, 'summary');
    writeFileSync(calls, '');
    writeFileSync(summary, '');
    writeFileSync(state, JSON.stringify(github ?? { comments: [] }));
    writeFileSync(join(temp, 'event.json'), JSON.stringify(payload));
    standIn(bin, 'npm', npm);
    if (github !== undefined) standIn(bin, 'gh', gh);
    const given = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default]),
    );
    const outputs: Record<string, Record<string, string>> = {};
    const outcomes: Record<string, 'success' | 'failure'> = {};
    const artifacts: Record<string, string> = {};
    let failed = false;
    let log = '';
    const known = {
      inputs: given,
      github: { token, event_name: event },
      steps: new Proxy(
        {},
        { get: (_, id: string) => ({ outcome: outcomes[id] ?? 'skipped', outputs: orEmpty(outputs[id] ?? {}) }) },
      ),
    };
    for (const step of action.runs.steps) {
      const condition = step.if === undefined ? 'success()' : inside(step.if);
      const wanted = /\b(?:success|cancelled|always|failure)\(\)/u.test(condition)
        ? condition
        : `success() && (${condition})`;
      if (!isTrue(evaluate(wanted, known, failed))) continue;
      const filled = (text: string): string =>
        text.replace(/\$\{\{(.*?)\}\}/gu, (_, expression: string) => toText(evaluate(expression, known, failed)));
      if (step.uses !== undefined) {
        const path = filled(String(step.with?.['path']));
        outcomes[step.id] = noUpload ? 'failure' : 'success';
        if (noUpload && step['continue-on-error'] !== true) failed = true;
        if (noUpload) continue;
        artifacts[path.slice(path.lastIndexOf('/') + 1)] = readFileSync(path, 'utf8');
        outputs[step.id] = { 'artifact-url': artifactUrl };
        continue;
      }
      const output = join(temp, `output-${step.id}`);
      writeFileSync(output, '');
      const { status, stdout, stderr } = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''],
        {
          cwd: join(workspace, filled(step['working-directory'] ?? '.')),
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
          env: {
            ...bareEnvironment(),
            PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
            HOME: temp,
            CI: 'true',
            GITHUB_ACTIONS: 'true',
            GITHUB_ACTION_PATH: projectRoot.replace(/\/$/u, ''),
            GITHUB_EVENT_NAME: event,
            GITHUB_EVENT_PATH: join(temp, 'event.json'),
            GITHUB_OUTPUT: output,
            GITHUB_REPOSITORY: 'acme/flows',
            GITHUB_RUN_ID: '42',
            GITHUB_SERVER_URL: 'https://github.com',
            GITHUB_STEP_SUMMARY: summary,
            GITHUB_WORKSPACE: workspace,
            RUNNER_TEMP: temp,
            GIT_CONFIG_NOSYSTEM: '1',
            CALLS: calls,
            STATE: state,
            PROJECT_ROOT: projectRoot,
            ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)])),
          },
        },
      );
      log += `${stdout}${stderr}`;
      outcomes[step.id] = status === 0 ? 'success' : 'failure';
      if (status !== 0 && step['continue-on-error'] !== true) failed = true;
      outputs[step.id] = Object.fromEntries(
        readFileSync(output, 'utf8')
          .split('\n')
          .flatMap((line) =>
            line === '' ? [] : [[line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]],
          ),
      );
    }
    return {
      failed,
      steps: outcomes,
      log,
      commands: commandsIn(log),
      summary: readFileSync(summary, 'utf8'),
      comments: (JSON.parse(readFileSync(state, 'utf8')) as GitHub).comments,
      calls: readFileSync(calls, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Ran['calls'][number]),
      artifacts,
    };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** What was never put out is empty. */
function orEmpty(outputs: Readonly<Record<string, string>>): object {
  return new Proxy({}, { get: (_, name: string) => outputs[name] ?? '' });
}

function inside(text: string): string {
  return /^\s*\$\{\{(.*)\}\}\s*$/su.exec(text)?.[1] ?? text;
}

/** The runner's expressions are close to JavaScript; whatever is not known here is an error. */
function evaluate(expression: string, known: object, failed: boolean): unknown {
  const script = expression
    .replace(/fromJSON\('([^']*)'\)/gu, '($1)')
    .replace(/\.([a-z]+(?:-[a-z]+)+)/gu, "['$1']")
    .replace(/([!=])=/gu, '$1==');
  const functions = {
    success: () => !failed,
    failure: () => failed,
    cancelled: () => false,
    always: () => true,
    contains: (list: readonly unknown[], one: unknown) => list.includes(one),
  };
  const names = { ...known, ...functions };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function(...Object.keys(names), `return (${script});`) as (...values: readonly unknown[]) => unknown;
  const value = run(...Object.values(names));
  return value === undefined ? '' : value;
}

const isTrue = (value: unknown): boolean => value !== '' && Boolean(value);
const toText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** As GitHub's runner reads a log: a command may be indented, and while commands are stopped only the word counts that ends it. */
function commandsIn(log: string): readonly string[] {
  const found: string[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/u)) {
    const [, name = '', rest = ''] = /^\s*::([\w-]+)(.*)$/u.exec(line) ?? /##\[([\w-]+)(.*)$/u.exec(line) ?? [];
    if (name === '') continue;
    if (stopped !== undefined) {
      if (name === stopped) stopped = undefined;
    } else if (name === 'stop-commands') stopped = rest.replace(/^::/u, '');
    else found.push(line.trim());
  }
  if (stopped !== undefined) throw new Error('the runner would never listen again');
  return found;
}

function standIn(folder: string, name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!${process.execPath}\n${script}`);
  chmodSync(path, 0o755);
}

const writtenDown = `
const { spawnSync } = require('node:child_process');
const { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const args = process.argv.slice(2);
appendFileSync(process.env.CALLS, JSON.stringify({ program: basename(process.argv[1]), args, cwd: process.cwd() }) + '\\n');
`;

/** Installs the trackflow of this repository, whatever version is asked for. */
const npm = `${writtenDown}
const at = join(args[args.indexOf('--prefix') + 1], 'node_modules');
if (args.at(-1) === 'trackflow@9.9.9') { console.error('npm error notarget No matching version'); process.exit(1); }
mkdirSync(at, { recursive: true });
symlinkSync(process.env.PROJECT_ROOT, join(at, 'trackflow'));
`;

/** Three comments make a page. */
const gh = `${writtenDown}
const state = JSON.parse(readFileSync(process.env.STATE, 'utf8'));
const refuse = (why) => { console.error('gh: ' + why); process.exit(1); };
if (!process.env.GH_TOKEN) { console.error('gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable.'); process.exit(4); }
if (state.deny === 'everything') refuse('Resource not accessible by integration (HTTP 403)');
const answer = (value) => { console.log(JSON.stringify(value)); };
const path = args.at(-1);
if (args[1] === 'graphql') {
  const { query, variables } = JSON.parse(readFileSync(0, 'utf8'));
  const mutation = query.trim().startsWith('mutation');
  if (mutation && state.deny === 'writing') refuse('Resource not accessible by integration');
  if (mutation && variables.body.length > 65536) refuse('Body is too long (maximum is 65536 characters)');
  if (query.includes('addComment')) {
    if (variables.id !== 'PR_5') refuse('no such subject');
    state.comments.push({ id: 'IC_new' + state.comments.length, body: variables.body, mine: true });
  } else if (query.includes('updateIssueComment')) {
    const comment = state.comments.find(({ id }) => id === variables.id);
    if (comment === undefined || !comment.mine) refuse('may not be edited');
    comment.body = variables.body;
  } else {
    if (variables.number !== 5 || variables.owner !== 'acme' || variables.name !== 'flows') refuse('Could not resolve');
    const from = variables.after === null ? 0 : Number(variables.after);
    const nodes = state.comments.slice(from, from + 3).map(({ id, body, mine }) => ({ id, body, viewerDidAuthor: mine }));
    const pageInfo = { hasNextPage: from + 3 < state.comments.length, endCursor: String(from + 3) };
    answer({ data: { repository: { pullRequest: { id: 'PR_5', comments: { nodes, pageInfo } } } } });
  }
  if (mutation) answer({ data: {} });
  writeFileSync(process.env.STATE, JSON.stringify(state));
} else if (path.startsWith('repos/acme/flows/compare/')) {
  const [, base, head] = /compare\\/(.*)\\.\\.\\.(\\w+)\\?/.exec(path);
  const { status, stdout } = spawnSync('git', ['-C', state.compares ?? '/nowhere', 'merge-base', decodeURIComponent(base), head]);
  if (status !== 0) refuse('Not Found (HTTP 404)');
  answer({ merge_base_commit: { sha: String(stdout).trim() } });
} else if (path.startsWith('repos/acme/flows/pulls?')) {
  const query = new URLSearchParams(path.slice(path.indexOf('?')));
  answer(state.pulls?.[query.get('head')] ?? []);
} else refuse('unknown');
`;
