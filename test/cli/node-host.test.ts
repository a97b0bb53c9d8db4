/** The host that is this machine: what it promises of files. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileError } from '../../src/cli/host/host.js';
import { nodeFiles, nodeHost } from '../../src/cli/host/node.js';

const root = mkdtempSync(join(tmpdir(), 'trackflow-host-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('write', () => {
  it('makes folders, replaces whole files, and leaves nothing beside them', () => {
    const path = join(root, 'a/b/c.svg');
    nodeFiles.write(path, bytes('one'));
    nodeFiles.write(path, bytes('two'));
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(root, 'a/b'))).toEqual(['c.svg']);
  });

  it('keeps the rights of what it replaces, and a link as a link', () => {
    const target = join(root, 'target.svg');
    const link = join(root, 'link.svg');
    writeFileSync(target, 'old', { mode: 0o640 });
    symlinkSync('target.svg', link);
    nodeFiles.write(link, bytes('new'));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readlinkSync(link)).toBe('target.svg');
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  it('that fails leaves what was there, and no draft', () => {
    const folder = join(root, 'full');
    mkdirSync(join(folder, 'x.svg'), { recursive: true });
    expect(() => {
      nodeFiles.write(join(folder, 'x.svg'), bytes('new'));
    }).toThrow(FileError);
    expect(readdirSync(folder)).toEqual(['x.svg']);
    expect(statSync(join(folder, 'x.svg')).isDirectory()).toBe(true);
  });

  it('says in words why it cannot', () => {
    writeFileSync(join(root, 'file'), '');
    const reasons = ['file/x.svg', 'file/deep/x.svg', `${'n'.repeat(300)}.svg`].map((name) => {
      try {
        nodeFiles.write(join(root, name), bytes(''));
        return undefined;
      } catch (error) {
        return error instanceof FileError ? error.reason : error;
      }
    });
    expect(reasons).toEqual([
      'a folder is needed here, but it is a file',
      'a part of the path is a file, not a folder',
      'the name is too long',
    ]);
  });

  it('leaves a file alone that is read-only', () => {
    const path = join(root, 'protected.yaml');
    writeFileSync(path, 'mine', { mode: 0o444 });
    expect(() => {
      nodeFiles.write(path, bytes('new'));
    }).toThrow('the file is read-only');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('does not replace a device', () => {
    nodeFiles.write('/dev/null', bytes('gone'));
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('looking', () => {
  it('lists in code-unit order, with kinds', () => {
    const folder = join(root, 'list');
    mkdirSync(join(folder, 'b'), { recursive: true });
    writeFileSync(join(folder, 'a'), '');
    writeFileSync(join(folder, '客'), '');
    writeFileSync(join(folder, 'Z'), '');
    symlinkSync('nowhere', join(folder, 'l'));
    expect(nodeFiles.list(folder)).toEqual([
      { name: 'Z', kind: 'file' },
      { name: 'a', kind: 'file' },
      { name: 'b', kind: 'folder' },
      { name: 'l', kind: 'link' },
      { name: '客', kind: 'file' },
    ]);
    expect(nodeFiles.stat(join(folder, 'l'))).toBeUndefined();
    expect(nodeFiles.realPath(join(folder, 'l'))).toBeUndefined();
    expect(nodeFiles.stat('/dev/null')?.kind).toBe('other');
    expect(nodeFiles.stat(join(folder, 'a/below'))).toBeUndefined();
  });

  it('reads, or says why not', () => {
    expect(() => nodeFiles.read(join(root, 'gone'))).toThrow('there is no such file or folder');
    expect(() => nodeFiles.read(root)).toThrow('it is a folder');
  });

  it('knows where trackflow is', () => {
    const { name } = JSON.parse(readFileSync(join(nodeHost().home, 'package.json'), 'utf8')) as { name: string };
    expect(name).toBe('trackflow');
  });

  it('finds packages that are installed, and only those', () => {
    expect(nodeHost().resolvePackage('commander', nodeHost().home)).toContain('node_modules/commander/');
    expect(nodeHost().resolvePackage('commander', root)).toBeUndefined();
  });
});
