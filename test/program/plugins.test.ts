/** The built program runs plugins: also when it comes out of V8's cache, whose code has no import() of its own. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { trackflow, type Ending } from '../setup/program.js';

it.each(['the first time', 'again, out of the cache'])('the example of the docs, %s', () => {
  const { status, stdout, stderr } = trackflow(['lint', 'docs/plugin', '--format', 'compact']);
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout:
      'docs/plugin/repair.flow.yaml:5:43: error acme/call-before-visit Nobody asks the customer before "repair".\n',
    stderr: '',
  });
});

it('not with --no-plugins', () => {
  const { status, stdout } = trackflow(['lint', 'docs/plugin', '--no-plugins']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

describe('what a plugin throws when nobody listens', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'trackflow-plugin-')));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'trackflow.config.yaml'), 'rules:\n  plugins: [rules/acme.mjs]\n');
  const flow = `trackflow: 1
title: Intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  done: {type: end, name: Lead recorded}
`;
  const names = Array.from({ length: 45 }, (_, index) => `${String(index)}.flow.yaml`);
  for (const name of names) writeFileSync(join(folder, name), flow);
  const withRule = (check: string, ...args: readonly string[]): Ending => {
    const words =
      "group: 'customer', summary: 's', severity: 'warning', level: 'recommended', why: 'w', bad: 'b', good: 'g'";
    const rules = check.startsWith('top:') ? '' : `{ id: 'night', ${words}, ${check} }`;
    const top = check.startsWith('top:') ? check.slice(4) : '';
    writeFileSync(join(folder, 'rules/acme.mjs'), `${top}\nexport default { name: 'acme', rules: [${rules}] };\n`);
    return trackflow(['lint', '--format', 'compact', ...args], { cwd: folder });
  };
  const place = 'trackflow.config.yaml:2:13: error';

  it.each([
    ['a timer', 'check() { setTimeout(() => { throw new Error("late") }, 0); return [] }'],
    ['a promise', 'check() { Promise.reject(new Error("late")); return [] }'],
    ['a promise, with no error', 'check() { Promise.reject("late"); return [] }'],
    ['a generator', '*check() { setImmediate(() => { throw "late" }) }'],
  ])('by %s is a finding with its rule, in one thread or several', (_what, check) => {
    for (const jobs of ['1', '3']) {
      expect(withRule(check, '--jobs', jobs)).toEqual({
        status: 1,
        stdout: `${place} rule-crashed The rule "acme/night" failed: "late".\n`,
        stderr: '',
      });
    }
  });

  it('without any rule is a finding of the plugin', () => {
    expect(withRule('top:setTimeout(() => { throw new Error("late") }, 0);', '0.flow.yaml')).toEqual({
      status: 1,
      stdout: `${place} plugin-failed The plugin "rules/acme.mjs" failed: "late".\n`,
      stderr: '',
    });
  });

  it('after all has been told is an error of its own, and no bug of trackflow', () => {
    const check = 'check() { setTimeout(() => { throw new Error("too late") }, 700); return [] }';
    const { status, stderr } = withRule(check, '0.flow.yaml');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'ok  2 files, nothing to mend\nerror: The rule "acme/night" failed: "too late".\n' +
        '  hint: It is of the plugin rules/acme.mjs: mend it there, or switch the rule off.\n',
    });
  });
});
