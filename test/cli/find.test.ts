/** Which flows a command looks at: none drops out without a word, and none comes in from outside of the project. */
import { describe, expect, it } from 'vitest';
import { buildingCodes } from '../../src/model/codes/building.js';
import { cli } from './cli.js';
import { bad, clean } from './flows.js';

const commands = ['validate', 'lint', 'check', 'render -f json', 'build'];
const outputs = 'outputs: [{format: json}]\n';

describe('flows of the project file', () => {
  it.each([
    '../other/b.flow.yaml',
    '../**',
    '/other/*.flow.yaml',
    'in/../../other/*.flow.yaml',
    '**/../../other/*',
    '{..,in}/other/*',
  ])('%s leads out, and every command says so', async (pattern) => {
    const files = {
      'trackflow.config.yaml': `flows: ["*.flow.yaml", "${pattern}"]\n${outputs}`,
      'a.flow.yaml': clean,
      'in/c.flow.yaml': clean,
      '/other/b.flow.yaml': bad,
    };
    for (const line of commands) {
      const { exit, stdout, stderr, host } = await cli(line, { files });
      expect({ line, exit, written: host.written }).toEqual({ line, exit: 1, written: [] });
      expect(stdout + stderr).toMatch(/^trackflow\.config\.yaml:1:24 {2}error {2}file-outside/mu);
      expect(stdout + stderr).not.toContain('b.flow.yaml:');
    }
  });

  it.each(['in/../*.flow.yaml', './a.flow.yaml', '!../**', 'a..b/*', 'in/{a,..b}/*'])(
    '%s does not',
    async (pattern) => {
      const files = { 'trackflow.config.yaml': `flows: ["*.flow.yaml", "${pattern}"]\n`, 'a.flow.yaml': clean };
      expect((await cli('validate', { files })).exit).toBe(0);
    },
  );

  it('that match nothing beside others that do are told at their place', async () => {
    const { bad: wrong, good: right } = buildingCodes['flows-unmatched'];
    const files = { 'processes/a.flow.yaml': clean, 'flows/b.flow.yaml': clean };
    for (const line of ['validate', 'lint', 'check']) {
      const { exit, stdout } = await cli(line, { files: { ...files, 'trackflow.config.yaml': wrong } });
      expect(exit).toBe(0);
      expect(stdout).toContain(
        'trackflow.config.yaml:1:35  warning  flows-unmatched  No flow file matches "folws/**/*.flow.yaml".',
      );
      expect((await cli(line, { files: { ...files, 'trackflow.config.yaml': right } })).stdout).toBe('');
    }
    const built = await cli('build', { files: { ...files, 'trackflow.config.yaml': wrong + outputs } });
    expect(built.stderr).toContain('flows-unmatched');
    expect((await cli('validate processes', { files: { ...files, 'trackflow.config.yaml': wrong } })).stdout).toBe('');
  });
});

describe('a link that leads nowhere', () => {
  it.each([
    ['to nothing', { link: 'gone.flow.yaml' }],
    ['in a circle', { link: 'b.flow.yaml' }],
  ])('%s is told', async (_, link) => {
    const files = { 'a.flow.yaml': clean, 'b.flow.yaml': link };
    for (const line of ['check', 'check .', "check '*.flow.yaml'", 'validate']) {
      const { exit, stdout } = await cli(line, { files });
      expect({ line, exit }).toEqual({ line, exit: 1 });
      expect(stdout).toContain(
        'error  file-unreadable  "b.flow.yaml" cannot be read: it is a link that leads nowhere.',
      );
    }
    const { exit, stderr } = await cli('check b.flow.yaml', { files });
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: 'error: b.flow.yaml is a link that leads nowhere.\n  hint: Mend the link, or take it away.\n',
    });
  });
});

it('a folder called like the project file is told', async () => {
  const { exit, stderr } = await cli('check', { files: { 'a.flow.yaml': clean, 'trackflow.config.yaml/x': '' } });
  expect(exit).toBe(2);
  expect(stderr).toContain('trackflow.config.yaml is not a file, and so cannot be read as the project file.');
});

it('a file whose name is only composed differently, as on a Mac, is proposed with the reason', async () => {
  const { exit, stderr } = await cli('check cafe\u0301.flow.yaml', { files: { 'caf\u00E9.flow.yaml': clean } });
  expect(exit).toBe(2);
  expect(stderr).toContain(
    'hint: Did you mean caf\u00E9.flow.yaml? They look the same and are composed differently: U+0065 U+0301 here, U+00E9 there.',
  );
});
