/** Every example that help shows is run: what the program tells users to type must work. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { cli } from './cli.js';
import { clean, good } from './flows.js';

const baseline = '{"trackflow-baseline": 1, "findings": []}';

const files = {
  'lead.flow.yaml': good,
  'flows/lead.flow.yaml': good.replace('线索跟进', '另一个'),
  'flows/b.flow.yaml': good,
};

describe.each(commands)('$id', ({ id, examples }) => {
  it.each(examples)('$line', async ({ line }) => {
    expect(line.startsWith(`trackflow ${id}`)).toBe(true);
    const [command = '', target] = line.replace('trackflow ', '').split(' > ');
    const piped = command.includes(' - ') && !`${command} `.includes('-o - ');
    // Two files of one name is what `flows/` and the working folder would give here.
    const known =
      id === 'validate'
        ? files
        : { 'lead.flow.yaml': ['lint', 'check'].includes(id) ? clean : good, 'trackflow-baseline.json': baseline };
    const ran = await cli(command, { files: known, ...(piped && { stdin: good }) });
    if (line.includes('--via')) {
      expect(ran.stderr).toContain('npm install');
      return;
    }
    expect({ line, exit: ran.exit, stderr: ran.exit === 0 ? '' : ran.stderr }).toEqual({ line, exit: 0, stderr: '' });
    if (target !== undefined) expect(ran.stdout.length).toBeGreaterThan(100);
  });
});
