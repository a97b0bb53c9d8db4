/** Own theme files: what they make of the theme that they extend, and what is said of their mistakes. */
import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/app/check.js';
import { checkTheme, type CheckedTheme } from '../../src/app/theme.js';
import type { Load } from '../../src/compile/index.js';
import { themingCodes } from '../../src/model/codes/theming.js';
import { dark } from '../../src/render/themes/dark.js';
import { light } from '../../src/render/themes/light.js';

const loader =
  (files: Readonly<Record<string, string>>): Load =>
  (path) =>
    path in files ? { kind: 'ok', bytes: new TextEncoder().encode(files[path]) } : { kind: 'missing' };
const theme = (source: string): CheckedTheme | undefined =>
  checkTheme('a.theme.yaml', loader({ 'a.theme.yaml': source }));
const said = (source: string): readonly string[] | undefined =>
  theme(source)?.diagnostics.map(({ code, span }) => `${code} ${span?.start.line ?? 0}:${span?.start.column ?? 0}`);

describe('a theme file', () => {
  it('is the theme that it extends, but for what it says', () => {
    expect(theme('')?.colours).toEqual({ roles: light.roles, lanes: light.lanes, nodes: light.nodes });
    expect(theme('extends: dark')?.colours?.nodes).toEqual(dark.nodes);
    const own = theme("ink: '#012'\nlanes: [{fill: '#EEF', line: '#003366'}]\nnodes: {task: {line: '#036'}}")?.colours;
    expect(own?.roles).toEqual({ ...light.roles, ink: '#001122' });
    expect(own?.lanes).toEqual([{ fill: '#eeeeff', line: '#003366' }]);
    expect(own?.nodes.task).toEqual({ fill: light.nodes.task.fill, line: '#003366' });
  });

  it.each([
    ['ink: #123456', ['schema-empty 1:1'], "Write # and three or six hexadecimal digits, in quotes: '#1b2433'"],
    ["inc: '#123456'", ['schema-unknown-property 1:1'], 'Did you mean "ink"?'],
    ['ink: red', ['schema-type 1:6'], 'hexadecimal'],
    ['ink: 1b2433', ['schema-type 1:6'], "Did you mean '#1b2433'?"],
    ['ink: 112233', ['schema-type 1:6'], "Did you mean '#112233'?"],
    ["ink: 'rgb(27, 36, 51)'", ['schema-type 1:6'], "Did you mean '#1b2433'?"],
    ["ink: '#12345'", ['schema-type 1:6'], 'three or six'],
    ['ink: \'#000;}*{background:url("//x")\'', ['schema-type 1:6'], 'hexadecimal'],
    ['extends: drak', ['schema-enum 1:10'], 'Did you mean dark?'],
    ['extends: auto', ['schema-enum 1:10'], 'Possible: light, dark, mono, paper.'],
    ["lanes:\n  - {fill: '#eee'}", ['schema-missing-property 2:5'], 'Add "line": a colour'],
    ['lanes: []', ['schema-empty 1:1'], 'Write [{fill'],
    ["nodes: {descision: {fill: '#fff'}}", ['schema-unknown-property 1:9'], 'Did you mean "decision"?'],
    ['- a', ['schema-root 1:1'], 'It may have "extends"'],
  ])('%s', (source, codes, hint) => {
    expect(said(source)).toEqual(codes);
    expect(theme(source)?.diagnostics[0]?.hint).toContain(hint);
    expect(theme(source)?.colours).toBeUndefined();
  });

  it('is warned of colours that can hardly be told apart, and used all the same', () => {
    const { bad, good } = themingCodes['theme-contrast'];
    expect(said(bad)).toEqual(['theme-contrast 2:8']);
    expect(said(good)).toEqual([]);
    expect(theme(bad)?.colours?.roles.muted).toBe('#9aa5b5');
    expect(theme(bad)?.diagnostics[0]).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(
        /^"muted" \(#9aa5b5\) on "[\w.]+" \(#[0-9a-f]{6}\) has a contrast of [12](?:\.\d+)?:1; at least 4\.5:1 is needed\.$/u,
      ) as string,
      hint: expect.stringMatching(/^Make "muted" darker(?:, or "[\w.]+" lighter)?\.$/u) as string,
    });
  });

  it('is warned at the colour that it says itself', () => {
    expect(said("extends: light\nnodes:\n  task: {fill: '#222222'}")).toEqual(
      expect.arrayContaining(['theme-contrast 3:16']),
    );
  });
});

describe('the project file', () => {
  const config = (source: string, files: Readonly<Record<string, string>> = {}): ReturnType<typeof checkConfig> =>
    checkConfig('sub/trackflow.config.yaml', loader({ 'sub/trackflow.config.yaml': source, ...files }), () => false);

  it('names a theme or a theme file, relative to itself', async () => {
    expect(await config('theme: mono')).toMatchObject({ diagnostics: [], config: { theme: 'mono' } });
    const own = await config('theme: brand/a.theme.yaml', { 'sub/brand/a.theme.yaml': "ink: '#001122'" });
    expect(own).toMatchObject({ diagnostics: [], colours: { roles: { ink: '#001122' } } });
  });

  it.each([
    ['theme: drak', 'schema-enum', 'Did you mean dark?'],
    ['theme: a.theme.yaml', 'file-missing', undefined],
    ['theme: https://example.com/a.yaml', 'schema-enum', 'Write auto, light'],
    ['show: [sla, dat]', 'schema-enum', 'Did you mean data?'],
  ])('%s', async (source, code, hint) => {
    const { diagnostics, config: value } = await config(source);
    expect(diagnostics).toMatchObject([{ code, span: { file: 'sub/trackflow.config.yaml', start: { line: 1 } } }]);
    if (hint !== undefined) expect(diagnostics[0]?.hint).toContain(hint);
    expect(value).toBeUndefined();
  });

  it('has the mistakes of its theme, and nothing is made with it', async () => {
    const { diagnostics, config: value } = await config('theme: a.theme.yaml', { 'sub/a.theme.yaml': 'ink: red' });
    expect(diagnostics).toMatchObject([{ code: 'schema-type', span: { file: 'sub/a.theme.yaml' } }]);
    expect(value).toBeUndefined();
  });
});
