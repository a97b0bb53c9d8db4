/**
 * What `fmt` does with files: set, list or show.
 *
 * Invariants: a file is written only when its bytes change, whole or not at all; one with mistakes in its YAML, or of which the result would
 * not say exactly the same, is left as it is.
 */
import { createTwoFilesPatch } from 'diff';
import { formatFile, notFormatted, type Formatted } from '../../app/format.js';
import { sortDiagnostics, type Diagnostic } from '../../model/diagnostic.js';
import { plural } from '../../report/tally.js';
import { lineTable, maxBytes, tooLarge } from '../../source/index.js';
import type { Load } from '../../compile/index.js';
import type { CommandInput } from '../command.js';
import { exitCodes, type ExitCode } from '../exit.js';
import type { Found } from '../files/find.js';
import type { FormatAsk } from '../formats.js';
import { isForPrograms, printReports } from '../findings.js';
import { readStdin } from '../gather.js';
import { sameBytes, type Host } from '../host/host.js';
import type { Terminal } from '../terminal.js';
import { fmtFiles } from './files.js';

export async function runFmt(host: Host, terminal: Terminal, { args, options }: CommandInput): Promise<ExitCode> {
  const isCheck = options['check'] === true;
  const isDiff = options['diff'] === true;
  const stdin = await readStdin(host, args, options['stdinFilepath'] as string | undefined);
  const { found, drawnIn } = await fmtFiles(host, args, stdin?.path);
  const faults: Diagnostic[] = [];
  const unset: Diagnostic[] = [];
  // On stdout, people get a list of names, or a patch.
  const names = terminal.formats.some(isPretty);
  const texts = new Map<string, Uint8Array>();
  let changes = 0;

  const treat = (file: Found, bytes: Uint8Array, made: Formatted): void => {
    const isStream = file.path === stdin?.path;
    if (made.kind === 'faulty') {
      faults.push(...made.diagnostics);
      texts.set(file.file, bytes);
      return;
    }
    if (made.kind === 'left') {
      const where = made.line === undefined ? '' : ` (line ${String(made.line)})`;
      terminal.complain(`${file.file} is left as it is: ${made.reason}${where}.`);
    }
    const text = made.kind === 'changed' ? made.text : made.before;
    if (made.kind === 'changed') changes++;
    if (isDiff && made.kind === 'changed') terminal.out.write(patch(file.file, made.before, text));
    else if (isCheck && names && made.kind === 'changed') terminal.out.write(`${file.file}\n`);
    if (isCheck && made.kind === 'changed') {
      unset.push(notFormatted(file.file, made));
      texts.set(file.file, bytes);
    }
    if (isCheck || isDiff) return;
    if (isStream) terminal.out.write(text);
    else if (made.kind === 'changed') write(file, bytes, text, host, terminal);
  };

  const queue = [...found];
  const queued = [...found];
  const known = new Set(queue.map(({ path }) => host.files.realPath(path) ?? path));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const size = next.path === stdin?.path ? 0 : (host.files.stat(next.path)?.size ?? 0);
    if (size > maxBytes) {
      faults.push(tooLarge(next.file, size));
      continue;
    }
    const bytes = next.path === stdin?.path ? stdin.bytes : host.files.read(next.path);
    const made = formatFile(next.file, bytes);
    treat(next, bytes, made);
    for (const named of 'uses' in made ? made.uses : []) {
      const library = drawnIn(next, named);
      const real = library && (host.files.realPath(library.path) ?? library.path);
      if (library === undefined || real === undefined || known.has(real)) continue;
      known.add(real);
      queue.push(library);
      queued.push(library);
    }
  }

  const looked = queued.map(({ file }) => file);
  await tell({ faults, unset, texts, looked }, host, terminal, {
    beside: isDiff || (stdin !== undefined && !isCheck),
    namesBeside: isCheck || stdin !== undefined || isDiff,
  });
  const fails = faults.length > 0 || (isCheck && changes > 0);
  if (stdin === undefined && !isForPrograms(terminal)) {
    const what =
      changes === 0 ? 'nothing to change' : `${isCheck || isDiff ? 'would change' : 'changed'} ${String(changes)}`;
    const broken = new Set(faults.map(({ span }) => span?.file)).size;
    const left =
      broken > 0 ? `; left as ${broken === 1 ? 'it is' : 'they are'}: ${plural(broken, 'file')} with errors` : '';
    const ok = fails ? '' : `${terminal.err.paint.green('ok')}  `;
    terminal.note(`${ok}${plural(known.size, 'file')}, ${what}${left}`);
  }
  return fails ? exitCodes.findings : exitCodes.clean;
}

interface Told {
  /** What stands in the way. */
  readonly faults: readonly Diagnostic[];
  /** What would be changed, where that is asked. */
  readonly unset: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, Uint8Array>;
  readonly looked: readonly string[];
}

interface Places {
  /** Data is on stdout, and reports have no place there. */
  readonly beside: boolean;
  /** The same for what people read, who have a list of names there. */
  readonly namesBeside: boolean;
}

/** People have read the names of the files; every other report says of each what is to be said. */
async function tell(
  { faults, unset, texts, looked }: Told,
  host: Host,
  terminal: Terminal,
  { beside, namesBeside }: Places,
): Promise<void> {
  const linesOf = (file: string): readonly string[] | undefined => {
    const bytes = texts.get(file);
    return bytes && lineTable(new TextDecoder().decode(bytes)).lines;
  };
  const print = async (formats: readonly FormatAsk[], found: readonly Diagnostic[], beside: boolean): Promise<void> => {
    const findings = sortDiagnostics(found);
    const load: Load = (file) => {
      const bytes = texts.get(file);
      return bytes === undefined ? { kind: 'missing' } : { kind: 'ok', bytes };
    };
    const gathered = { batches: [], files: looked, findings, lines: linesOf, load };
    await printReports(gathered, findings, host, { ...terminal, formats }, beside ? terminal.err : terminal.out);
  };
  const others = terminal.formats.filter((format) => !isPretty(format));
  if (faults.length > 0) await print(terminal.formats.filter(isPretty), faults, namesBeside);
  if (others.length > 0) await print(others, [...faults, ...unset], beside);
}

function isPretty({ reporter, path }: FormatAsk): boolean {
  return path === undefined && reporter.id === 'pretty';
}

function write({ file, path }: Found, before: Uint8Array, text: string, { files }: Host, terminal: Terminal): void {
  if (!sameBytes(files.read(path), before)) {
    terminal.complain(
      `${file} was changed by something else meanwhile, and is left as it is.`,
      'Run the command again.',
    );
    return;
  }
  // Through a link, so that it stays one.
  files.write(files.realPath(path) ?? path, new TextEncoder().encode(text));
  terminal.note(`wrote ${file}`);
}

function patch(file: string, before: string, after: string): string {
  const made = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after).replace(/^=+\n/u, '');
  // As git does it: `patch` takes a name to end at its first space, unless there is a tab behind it.
  const [from = '', to = '', ...rest] = made.split('\n');
  const end = file.includes(' ') ? '\t' : '';
  return [from + end, to + end, ...rest].join('\n');
}
