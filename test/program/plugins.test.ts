/** The built program runs plugins: also when it comes out of V8's cache, whose code has no import() of its own. */
import { expect, it } from 'vitest';
import { trackflow } from '../setup/program.js';

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
