/**
 * `trackflow init`: a small flow to write over, or a copy of one of the examples. Of those exists what lies in the package's `examples/`.
 *
 * Nothing is ever overwritten: one file in the way, and nothing at all is written.
 */
import { join } from 'node:path';
import { padCells, wrapWords } from '../../base/cells.js';
import { choose } from '../choices.js';
import type { Command } from '../command.js';
import { exitCodes, UsageError } from '../exit.js';
import { FileError, sameBytes, type Files, type Host } from '../host/host.js';
import { absolute, tidy } from '../files/paths.js';
import { pathsFor, projectFile } from '../files/project.js';
import { minimalFile, minimals } from '../minimal.js';
import type { Terminal } from '../terminal.js';

export const init: Command = {
  id: 'init',
  summary:
    'Start from a template; without a name, list the templates. With --git, teach git to compare and merge flows.',
  examples: [
    { line: 'trackflow init', does: 'what there is' },
    { line: 'trackflow init minimal my-process', does: 'a small flow to write your own over' },
    { line: 'trackflow init five-stage', does: 'a copy in ./five-stage' },
    { line: 'trackflow init five-stage .', does: 'a copy in this folder' },
    { line: 'trackflow init --git', does: 'git compares and merges flows by ids; shows what it writes, and asks' },
  ],
  args: [
    { name: '[template]', summary: 'one of the names that `trackflow init` lists' },
    { name: '[folder]', summary: 'where to put it (default: a new folder with the name of the template)' },
  ],
  options: [
    { flags: '--git', summary: 'set up `git diff` and `git merge` for flows in this repository' },
    { flags: '--undo', summary: 'with --git: take that back' },
    { flags: '--yes', summary: 'with --git: do not ask' },
  ],
  async run(host, terminal, { args: [template, folder], options: { git, undo, yes } }) {
    if (git === true) {
      if (template !== undefined)
        throw new UsageError('init --git takes no template.', 'Run the two one after the other.');
      const { setUpGit } = await import('../git/setup.js');
      return setUpGit(host, terminal, { yes: yes === true, undo: undo === true });
    }
    if (undo === true || yes === true) throw new UsageError('--undo and --yes go with --git.');
    if (template === undefined) list(host, terminal);
    else create(host, terminal, template, folder);
    return exitCodes.clean;
  },
};

function create(host: Host, terminal: Terminal, template: string, folder: string | undefined): void {
  const names = templates(host);
  const name = choose('template', template, names);
  const shown = tidy(folder ?? name);
  const target = absolute(host.cwd, shown);
  if (host.files.stat(target) && host.files.stat(target)?.kind !== 'folder')
    throw new UsageError(`${shown} is a file, not a folder.`);

  const shownPath = pathsFor(host);
  const copies = [...copy(host, name, target)].map((file) => ({
    ...file,
    there: isThere(host.files, file.path, file.bytes),
  }));
  const inTheWay = copies.filter(({ path, there }) => !there && host.files.stat(path) !== undefined);
  if (inTheWay.length > 0) {
    const listed = inTheWay.map(({ path }) => shownPath(path)).join(', ');
    throw new UsageError(
      `Nothing was written, because init never overwrites: ${listed} ${inTheWay.length === 1 ? 'exists' : 'exist'} already.`,
      `Name another folder: trackflow init ${name} <folder>`,
    );
  }
  for (const { path, bytes, there } of copies) {
    if (!there) host.files.write(path, bytes);
    terminal.note(`${there ? 'unchanged' : 'wrote'} ${shownPath(path)}`);
  }
  const where = shown === '.' ? '' : ` ${/\s/u.test(shown) ? JSON.stringify(shown) : shown}`;
  terminal.note('');
  terminal.note(`Next: trackflow render${where}`);
}

function templates(host: Host): readonly string[] {
  return [...Object.keys(minimals), ...examples(host)];
}

function examples({ files, home }: Host): readonly string[] {
  const folder = join(home, 'examples');
  const isTemplate = (name: string): boolean =>
    files.list(join(folder, name)).some((entry) => entry.name.endsWith('.flow.yaml'));
  return files
    .list(folder)
    .filter(({ name, kind }) => kind === 'folder' && isTemplate(name))
    .map(({ name }) => name);
}

/** Each with what its README says first: the heading, and what it shows, in English. */
function list(host: Host, terminal: Terminal): void {
  const names = templates(host);
  const margin = Math.max(...names.map((name) => name.length)) + 2;
  for (const name of names) {
    const { title, about } = minimals[name] ?? exampleOf(host, name);
    terminal.out.write(`${terminal.out.paint.bold(padCells(name, margin))}${title}\n`);
    for (const line of wrapWords(about, terminal.out.columns - margin))
      terminal.out.write(`${' '.repeat(margin)}${line}\n`);
  }
  terminal.note('');
  terminal.note('Next: trackflow init <template> [folder]');
}

function exampleOf({ files, home }: Host, name: string): { readonly title: string; readonly about: string } {
  const readme = join(home, 'examples', name, 'README.md');
  const text = files.stat(readme) ? new TextDecoder().decode(files.read(readme)) : '';
  return { title: /^# (.+)$/mu.exec(text)?.[1] ?? '', about: aboutOf(text) };
}

/** The line in italics; in a README that is English throughout, the first sentence. */
function aboutOf(readme: string): string {
  const [, italics] = /^\*(?:English: )?(.+)\*$/mu.exec(readme) ?? [];
  const [, first] = /^# [^\n]+\n\n(.+?\.)(?:\s|$)/su.exec(readme) ?? [];
  return (italics ?? first ?? '').replaceAll('\n', ' ').replace(/^./u, (letter) => letter.toUpperCase());
}

/** Every file of a template with its target; the schema comes along, so that editors complete without a network. */
function* copy(host: Host, template: string, target: string): Generator<{ path: string; bytes: Uint8Array }> {
  for (const [name, bytes] of filesOf(host, template)) {
    yield { path: join(target, name), bytes: /\.ya?ml$/u.test(name) ? pointToSchema(name, bytes) : bytes };
  }
  for (const name of ['flow', 'library', 'config']) {
    const file = `${name}.schema.json`;
    yield { path: join(target, 'schemas', file), bytes: host.files.read(join(host.home, 'schemas', file)) };
  }
}

function* filesOf({ files, home }: Host, template: string): Generator<readonly [name: string, bytes: Uint8Array]> {
  const minimal = minimals[template];
  if (minimal !== undefined) yield [minimalFile, new TextEncoder().encode(minimal.text)];
  const source = join(home, 'examples', template);
  if (minimal === undefined) for (const name of filesBelow(files, source)) yield [name, files.read(join(source, name))];
}

/** A file that already says the same is not in the way; a second template may share the schemas. */
function isThere(files: Files, path: string, bytes: Uint8Array): boolean {
  return files.stat(path)?.kind === 'file' && sameBytes(files.read(path), bytes);
}

function filesBelow(files: Files, folder: string): readonly string[] {
  return files.list(folder).flatMap(({ name, kind }) => {
    if (kind === 'folder') return filesBelow(files, join(folder, name)).map((below) => join(name, below));
    if (kind === 'file') return [name];
    throw new FileError(join(folder, name), 'neither a file nor a folder');
  });
}

/** Editors look for this comment. In a copy the schemas lie in a folder beside the files. */
function pointToSchema(name: string, bytes: Uint8Array): Uint8Array {
  const schema = name.endsWith('.flow.yaml') ? 'flow' : name === projectFile ? 'config' : 'library';
  const line = `# yaml-language-server: $schema=${'../'.repeat(name.split(/[\\/]/u).length - 1) || './'}schemas/${schema}.schema.json\n`;
  const text = new TextDecoder().decode(bytes).replace(/^# yaml-language-server:.*\n/mu, '');
  return new TextEncoder().encode(line + text);
}
