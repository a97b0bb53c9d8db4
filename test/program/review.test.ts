/** The other ways of docs/review.md, run as they stand there: the job of GitLab against a server that answers like it, and the hook in a bare repository. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hasGit, testRepository, type TestRepository } from '../cli/git/repository.js';
import { bareEnvironment, projectRoot } from '../setup/program.js';

const page = readFileSync(join(projectRoot, 'docs/review.md'), 'utf8');
/** The text of the block that begins with these words. */
const block = (begin: string): string => {
  const found = Array.from(page.matchAll(/```\w+\n([\s\S]*?)```/gu), ([, text = '']) => text).find((text) =>
    text.startsWith(begin),
  );
  if (found === undefined) throw new Error(`docs/review.md has no block that begins with ${begin}`);
  return found;
};
const flow = (sla: string, more = ''): string => `trackflow: 1
title: Follow-up
owners: {sales: {name: Sales}}
nodes:
  start: {type: start, owner: sales, next: call}
  call: {name: "Call @everyone", owner: sales, sla: ${sla}, next: won}
  won: {type: end, owner: sales}
${more}`;

interface Ran {
  readonly exit: number;
  readonly output: string;
}

/** Not `spawnSync`: the server that is asked runs in this process. */
async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, env: { ...bareEnvironment(), ...env } });
    return { exit: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as {
      readonly code: unknown;
      readonly stdout: string;
      readonly stderr: string;
    };
    return { exit: Number(code), output: stdout + stderr };
  }
}

describe.skipIf(!hasGit)('docs/review.md', { timeout: 60_000 }, () => {
  let folder: string;
  let bin: string;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-review-')));
    bin = join(folder, 'bin');
    mkdirSync(bin);
    symlinkSync(join(projectRoot, 'bin/trackflow.js'), join(bin, 'trackflow'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (): Readonly<Record<string, string>> => ({ PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` });

  describe('on GitLab', () => {
    const token = 'glpat-secret';
    let repository: TestRepository;
    let server: Server;
    let notes: { id: number; author: { id: number }; body: string; system?: boolean }[];
    let asked: string[];

    beforeAll(async () => {
      repository = testRepository();
      repository.commit('Begin', {
        'lead.flow.yaml': flow('4h'),
        '.gitlab/review.mjs': block('// .gitlab/review.mjs'),
      });
      server = createServer((request, response) => {
        const { method = '', url = '', headers } = request;
        let text = '';
        request.on('data', (chunk) => (text += String(chunk)));
        request.on('end', () => {
          asked.push(`${method} ${url}`);
          const { pathname, searchParams } = new URL(url, 'http://x');
          const answer = (value: unknown, more: Readonly<Record<string, string>> = {}): void => {
            response.writeHead(200, { 'Content-Type': 'application/json', ...more }).end(JSON.stringify(value));
          };
          const id = Number(/\/notes\/(\d+)$/u.exec(pathname)?.[1]);
          if (headers['private-token'] !== token) response.writeHead(401).end();
          else if (pathname === '/api/v4/user') answer({ id: 7 });
          else if (method === 'GET') {
            const at = Number(searchParams.get('page'));
            // Two notes make a page.
            answer(notes.slice(at * 2 - 2, at * 2), { 'X-Next-Page': at * 2 < notes.length ? String(at + 1) : '' });
          } else {
            const { body } = JSON.parse(text) as { readonly body: string };
            if (method === 'POST') notes.push({ id: 99, author: { id: 7 }, body });
            else notes = notes.map((note) => (note.id === id ? { ...note, body } : note));
            answer({});
          }
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    beforeEach(() => {
      notes = [];
      asked = [];
    });
    afterAll(() => {
      server.close();
      repository.remove();
    });

    /** The script of the job, on a merge request that sets the time limit; what lies in the checkout afterwards. */
    const job = async (text: string, env: Readonly<Record<string, string>> = { REVIEW_TOKEN: token }): Promise<Ran> => {
      const base = repository.git('rev-parse', 'main').trim();
      repository.git('clean', '-fdq');
      repository.git('checkout', '-q', '-f', '-B', 'feature', 'main');
      const head = repository.commit('Change', { 'lead.flow.yaml': text });
      const { 'process-review': asYaml } = parse(block('# .gitlab-ci.yml')) as {
        readonly 'process-review': { readonly script: readonly string[] };
      };
      const script = asYaml.script.join('\n').replaceAll('/tmp/trackflow/node_modules/.bin', bin);
      const { port } = server.address() as AddressInfo;
      return run('bash', ['-e', '-o', 'pipefail', '-c', script], repository.top, {
        ...path(),
        CI_API_V4_URL: `http://127.0.0.1:${String(port)}/api/v4`,
        CI_COMMIT_SHA: head,
        CI_JOB_URL: 'https://gitlab.example.com/acme/flows/-/jobs/1',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
        CI_MERGE_REQUEST_IID: '5',
        CI_PROJECT_ID: '3',
        ...env,
      });
    };

    it('the job writes a note, and over it the next time', async () => {
      notes = [
        { id: 1, author: { id: 1 }, body: '<!-- trackflow diff -->\nI am the job, too' },
        { id: 2, author: { id: 7 }, body: 'About something else' },
        { id: 3, author: { id: 1 }, body: 'LGTM' },
      ];
      const others = [...notes];
      const first = await job(flow('1d'));
      expect(first).toEqual({ exit: 0, output: expect.stringContaining('4 hours → 1 day') as string });
      expect(first.output).not.toContain(token);
      expect(notes.slice(0, 3)).toEqual(others);
      expect(notes[3]?.body).toMatch(/^<!-- trackflow diff -->\n### Process changes\n[\s\S]*4 hours → \*\*1 day\*\*/u);
      expect(notes[3]?.body).toContain(
        '(https://gitlab.example.com/acme/flows/-/jobs/1/artifacts/file/trackflow-diff.html)',
      );
      expect(notes[3]?.body).not.toMatch(/@everyone/u);
      expect(readFileSync(join(repository.top, 'trackflow-diff.html'), 'utf8')).toContain('<svg');
      await job(flow('2d'));
      expect(notes).toHaveLength(4);
      expect(notes[3]?.body).toContain('4 hours → **2 days**');
      await job(`# a comment\n${flow('4h')}`);
      expect(notes).toHaveLength(4);
      expect(notes[3]?.body).toContain('No change of the process');
      expect(notes.slice(0, 3)).toEqual(others);
    });

    it('writes none where nothing has changed, or without a token', async () => {
      expect((await job(`# a comment\n${flow('4h')}`)).exit).toBe(0);
      expect(asked.some((each) => each.startsWith('POST'))).toBe(false);
      asked = [];
      const without = await job(flow('1d'), {});
      expect([without.exit, asked]).toEqual([0, []]);
      expect(without.output).toContain('No REVIEW_TOKEN');
    });

    it('tells a flow with errors, and fails for what is none of its business', async () => {
      const { exit } = await job(flow('soon'));
      expect(exit).toBe(0);
      expect(notes[0]?.body).toContain('has errors and was not compared');
      expect((await job(flow('1d'), { REVIEW_TOKEN: 'wrong' })).output).toContain('GET user: 401');
      expect((await job(flow('1d'), { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'nowhere' })).exit).not.toBe(0);
    });
  });

  describe('on a bare server', () => {
    let repository: TestRepository;
    let bare: string;
    let pages: string;
    beforeEach(() => {
      repository = testRepository();
      bare = join(folder, 'bare.git');
      pages = join(folder, 'pages');
      mkdirSync(pages);
      repository.commit('Begin', { 'flows/lead.flow.yaml': flow('4h') });
      repository.git('clone', '-q', '--bare', repository.top, bare);
      const hook = block('#!/bin/sh\n# hooks/post-receive').replace('/var/www/reviews', pages);
      writeFileSync(join(bare, 'hooks/post-receive'), hook);
      chmodSync(join(bare, 'hooks/post-receive'), 0o755);
      writeFileSync(join(bin, 'sendmail'), `#!/bin/sh\ncat >> '${join(folder, 'mail')}'\n`);
      chmodSync(join(bin, 'sendmail'), 0o755);
    });
    afterEach(() => {
      repository.remove();
      for (const name of ['bare.git', 'pages', 'mail']) rmSync(join(folder, name), { recursive: true, force: true });
    });
    const push = async (...what: readonly string[]): Promise<string> => {
      rmSync(join(folder, 'mail'), { force: true });
      const { exit, output } = await run('git', ['push', '-q', bare, ...what], repository.top, {
        ...path(),
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
      });
      expect({ exit, output }).toEqual({ exit: 0, output: '' });
      return existsSync(join(folder, 'mail')) ? readFileSync(join(folder, 'mail'), 'utf8') : '';
    };

    it('the hook mails what a push has changed, with a page', async () => {
      const head = repository.commit('Slower', { 'flows/lead.flow.yaml': flow('1d') });
      const mail = await push('main');
      expect(mail).toMatch(
        new RegExp(
          `^To: process-owners@example\\.com\\nSubject: Processes in main\\nContent-Type: text/plain; charset=utf-8\\n\\nhttps://reviews\\.example\\.com/${head}\\.html\\n\\n[\\s\\S]*4 hours → 1 day`,
          'u',
        ),
      );
      expect(mail).not.toContain('wrote ');
      expect(readdirSync(pages)).toEqual([`${head}.html`]);
      expect(readFileSync(join(pages, `${head}.html`), 'utf8')).toContain('<svg');
      // Of a new branch, what it has done since it left the main one.
      repository.git('checkout', '-q', '-b', '$(touch${IFS}evil);x');
      repository.commit('Faster', { 'flows/lead.flow.yaml': flow('2h') });
      expect(await push('HEAD')).toMatch(/Subject: Processes in \$\(touch\$\{IFS\}evil\);x\n[\s\S]*1 day → 2 hours/u);
      expect(await push('--delete', '$(touch${IFS}evil);x')).toBe('');
    });

    it('it is silent where no process has changed, and tells what has errors', async () => {
      repository.commit('Text', { 'readme.md': 'x', 'flows/lead.flow.yaml': `# x\n${flow('4h')}` });
      repository.git('tag', 'v1');
      expect(await push('main', 'v1')).toBe('');
      repository.commit('Broken', { 'flows/lead.flow.yaml': flow('soon') });
      expect(await push('main')).toMatch(/has errors and was not compared[\s\S]*lead\.flow\.yaml:6/u);
    });
  });
});
