/**
 * `--fix`: flows as their rules would have them.
 *
 * Texts are changed in memory and linted there; with `--dry-run`, and for a text from stdin, no file is written at all. Invariants:
 * only files that the run was given are changed; what has errors is left alone; a file that somebody else has changed meanwhile too.
 */
import { createTwoFilesPatch } from 'diff';
import { fix, type Proposal } from '../app/fix.js';
import type { LintDiagnostic } from '../lint/run.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { plural } from '../report/tally.js';
import { maxBytes } from '../source/limits.js';
import { overlay, type Overlay } from './files/overlay.js';
import { absolute } from './files/paths.js';
import { gather, type Gathered } from './gather.js';
import { placedBefore, type Versions } from './fix-places.js';
import { sameBytes, type Host } from './host/host.js';
import type { FixKind } from './lint-options.js';
import type { LintAsk } from './open-linter.js';
import type { Terminal } from './terminal.js';

export interface FixInput {
  readonly paths: readonly string[];
  /** What a text from stdin is called. */
  readonly stdinFile: string | undefined;
  readonly lint: LintAsk;
  /** `--jobs`, if it is given. */
  readonly jobs: number | undefined;
  readonly kind: FixKind;
  /** Show what would be changed and write nothing. */
  readonly dryRun: boolean;
}

export interface Mended {
  /** What is found after the fixes, at its places in the files on disk. */
  readonly gathered: Gathered;
  /** Something would be mended, and is still there. */
  readonly pending: boolean;
  /** The fixed text or the patch is on stdout, and findings have no place there. */
  readonly printed: boolean;
}

/** Mends and writes. */
export async function mend(host: Host, terminal: Terminal, input: FixInput): Promise<Mended> {
  const { lint, jobs, kind, dryRun } = input;
  const over = overlay(host);
  const { paths, stdin } = await withStdin(host, over, input);
  const ask = { lint, jobs, findingsOnly: true };
  const find = (which: readonly string[]): Promise<Gathered> => gather(over.host, terminal, which, undefined, ask);
  // As long as no text is changed, the machine itself will do, and has threads that see it.
  const before = await (stdin === undefined ? gather(host, terminal, paths, undefined, ask) : find(paths));
  const given = new Set(before.files);
  const original = new Map<string, Uint8Array>();
  const made: Proposal[] = [];
  for (const { file, sources } of before.batches.flatMap(({ checked }) => checked)) {
    const wanted = before.findings.some((finding) => finding.span?.file === file && isWanted(finding, kind));
    if (sources === undefined || !wanted) continue;
    const texts = new Map<string, string>();
    for (const source of sources.filter((each) => given.has(each))) {
      const bytes = over.host.files.read(absolute(host.cwd, source));
      if (!original.has(source)) original.set(source, bytes);
      texts.set(source, new TextDecoder().decode(bytes));
    }
    const put = (changed: ReadonlyMap<string, string>): void => {
      for (const [name, text] of changed) {
        const mark = hasMark(original.get(name)) ? byteOrderMark : '';
        over.put(absolute(host.cwd, name), new TextEncoder().encode(mark + text));
      }
    };
    const fixed = await fix({
      texts,
      async propose(changed) {
        put(changed);
        const { findings, rules = [] } = await find([file]);
        const ids = new Set(rules.map(({ id }) => id));
        const isBroken = findings.some(
          ({ code, severity, span }) =>
            // A comment that is no good for switching rules off hinders no fix, nor does a rule that fails.
            severity === 'error' && !ids.has(code) && !isAboutRules(code) && texts.has(span?.file ?? file),
        );
        return isBroken ? undefined : proposals(findings, kind);
      },
    });
    put(fixed.texts);
    made.push(...fixed.made);
  }
  const changed = [...original].filter(
    ([file, bytes]) => !sameBytes(bytes, over.host.files.read(absolute(host.cwd, file))),
  );
  if (dryRun) for (const [file, bytes] of changed) terminal.out.write(patch(file, bytes, over, host));
  else for (const [file, bytes] of changed) write(file, bytes, stdin, { over, host, terminal });
  if (!dryRun && stdin !== undefined) terminal.out.write(over.host.files.read(stdin));
  const gathered = made.length === 0 ? before : await find(paths);
  tell(terminal, input, { made, files: changed.length, left: gathered });
  const shown = dryRun && changed.length > 0 ? onDisk(before, gathered, versionsOf(changed, over, host)) : gathered;
  return { gathered: shown, pending: dryRun && made.length > 0, printed: dryRun || stdin !== undefined };
}

function versionsOf(
  changed: readonly (readonly [string, Uint8Array])[],
  over: Overlay,
  { cwd }: Host,
): ReadonlyMap<string, Versions> {
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return new Map(
    changed.map(([file, bytes]) => [
      file,
      { before: decode(bytes), after: decode(over.host.files.read(absolute(cwd, file))) },
    ]),
  );
}

/** Nothing was written, so places, excerpts and what programs look up belong to the texts as they are. */
function onDisk(before: Gathered, after: Gathered, versions: ReadonlyMap<string, Versions>): Gathered {
  return {
    ...after,
    findings: placedBefore(before.findings, after.findings, versions),
    lines: (file) => versions.get(file)?.before.split(/\r?\n/u) ?? after.lines(file),
    load(file) {
      const text = versions.get(file)?.before;
      return text === undefined ? after.load(file) : { kind: 'ok', bytes: new TextEncoder().encode(text) };
    },
  };
}

function isAboutRules(code: string): boolean {
  return code.startsWith('suppression-') || code === 'unknown-rule' || code === 'rule-crashed';
}

const byteOrderMark = '\uFEFF';

function hasMark(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** A text from stdin stands in the overlay like any other. */
async function withStdin(
  host: Host,
  over: Overlay,
  { paths, stdinFile }: FixInput,
): Promise<{ readonly paths: readonly string[]; readonly stdin?: string }> {
  if (host.stdinIsTTY || !paths.includes('-')) return { paths };
  const name = stdinFile ?? 'stdin.flow.yaml';
  const stdin = absolute(host.cwd, name);
  over.put(stdin, await host.readStdin(maxBytes));
  return { paths: paths.map((path) => (path === '-' ? name : path)), stdin };
}

function isWanted(finding: Diagnostic & Pick<LintDiagnostic, 'proposed'>, kind: FixKind): boolean {
  return finding.proposed !== undefined && (kind === 'all' || finding.proposed.safe);
}

function proposals(findings: readonly LintDiagnostic[], kind: FixKind): readonly Proposal[] {
  return findings.flatMap((finding) =>
    finding.proposed && isWanted(finding, kind) ? [{ rule: finding.code, fix: finding.proposed }] : [],
  );
}

interface Machines {
  readonly over: Overlay;
  readonly host: Host;
  readonly terminal: Terminal;
}

function write(file: string, before: Uint8Array, stdin: string | undefined, { over, host, terminal }: Machines): void {
  const path = absolute(host.cwd, file);
  if (path === stdin) return;
  if (!sameBytes(host.files.read(path), before)) {
    terminal.complain(
      `${file} was changed by something else meanwhile, and is left as it is.`,
      'Run the command again.',
    );
    return;
  }
  // Through a link, so that it stays one.
  host.files.write(host.files.realPath(path) ?? path, over.host.files.read(path));
  terminal.note(`wrote ${file}`);
}

function patch(file: string, before: Uint8Array, over: Overlay, { cwd }: Host): string {
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const after = over.host.files.read(absolute(cwd, file));
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, decode(before), decode(after)).replace(/^=+\n/u, '');
}

function tell(
  terminal: Terminal,
  { kind, dryRun }: FixInput,
  { made, files, left }: { readonly made: readonly Proposal[]; readonly files: number; readonly left: Gathered },
): void {
  const more = kind === 'safe' ? proposals(left.findings, 'all').length : 0;
  const others = more > 0 ? `; ${String(more)} more with --fix=all, to be looked at` : '';
  if (made.length === 0) terminal.note(`nothing to mend by itself${others}`);
  else
    terminal.note(
      `${dryRun ? 'would mend' : 'mended'} ${plural(made.length, 'finding')} in ${plural(files, 'file')}${others}`,
    );
}
