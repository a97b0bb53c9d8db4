/**
 * Bytes to Source: the only door into this folder. Every way in which a file can be no text, no YAML, or hostile ends here in a
 * diagnostic; nothing throws, and nothing takes longer or more memory than the limits allow.
 */
import { isScalar } from 'yaml';
import { diagnose, type Code } from '../model/codes.js';
import { sortDiagnostics, type Diagnostic, type Outcome, type Span } from '../model/diagnostic.js';
import { build, type Built } from './data.js';
import { dataWords } from './data-words.js';
import { conflictsIn } from './conflicts.js';
import { controlCharacters } from './control-characters.js';
import { atStart, decode, splitHint } from './decode.js';
import { maxDepth, maxTokens } from './limits.js';
import { lineTable } from './line-table.js';
import { createLocate } from './locate.js';
import { parse, type Parsed } from './parse.js';
import { pathAt } from './path-at.js';
import type { Source } from './source.js';
import { colonHint, noEntry, remedyOf } from './syntax-words.js';
import { syntax } from './syntax.js';
import { endOfWords } from './text-places.js';

/** `allowEmpty`: a file of comments only is an empty map, as a project file with everything commented out should be. */
export function readSource(file: string, bytes: Uint8Array, { allowEmpty = false } = {}): Outcome<Source> {
  const decoded = decode(file, bytes);
  if ('refused' in decoded) return { value: undefined, diagnostics: [decoded.refused] };
  const { text } = decoded;
  const table = lineTable(text);
  const diagnostics: Diagnostic[] = [];
  const span = (from: number, to: number): Span => ({
    file,
    start: table.position(from),
    end: table.position(Math.max(from, to)),
  });
  const add = (
    code: Code,
    message: string,
    from: number,
    to: number,
    more?: Pick<Diagnostic, 'hint' | 'related' | 'fix'>,
  ): void => {
    diagnostics.push(diagnose(code, message, span(from, to), more));
  };
  const source = (parsed: Parsed, built: Built, sound: boolean): Outcome<Source> => ({
    value: {
      file,
      text,
      get lines() {
        return table.lines;
      },
      data: built.data,
      sound,
      locate: createLocate({ file, text, table, root: parsed.root, targets: built.targets }),
      pathAt: (offset) => pathAt(parsed.root, offset),
    },
    diagnostics: sortDiagnostics(diagnostics),
  });
  const nothing = { root: null, errors: [] };

  for (const { from, to } of conflictsIn(text)) {
    const lines = `lines ${String(table.position(from).line)}–${String(table.position(to).line)}`;
    add('file-conflict', `A merge conflict is undecided here (${lines}).`, from, endOfWords(text, from), {
      hint: 'Keep one side, or both together, delete the lines with <<<<<<<, ======= and >>>>>>>, then: git add',
    });
  }
  if (diagnostics.length > 0) return source(nothing, build(null, text), false);
  const fit = controlCharacters(text, (from, message, hint) =>
    add('file-control-character', message, from, from + 1, { hint }),
  );
  if (!fit) return source(nothing, build(null, text), false);
  const parsed = parse(text);
  if (parsed.limit !== undefined) {
    const { kind, offset } = parsed.limit;
    if (kind === 'depth')
      add('yaml-too-deep', `Lists and maps are nested more than ${String(maxDepth)} levels deep.`, offset, offset + 1);
    else
      add('file-too-large', `The file has more than ${String(maxTokens)} pieces of YAML.`, 0, 0, { hint: splitHint });
    return source(nothing, build(null, text), false);
  }

  const { faults, sound } = syntax(parsed, text, (offset) => table.position(offset).line);
  for (const fault of faults) add(fault.code, fault.message, fault.from, fault.to, remedyOf(fault, file));
  if (parsed.second !== undefined) {
    const hint = 'A file holds one process: make a file of each document.';
    add(
      'yaml-multiple-documents',
      'A second YAML document begins here.',
      parsed.second,
      endOfWords(text, parsed.second),
      { hint },
    );
  }
  const { root } = parsed;
  if (root === null || (isScalar(root) && root.value === null)) {
    if (allowEmpty && faults.length === 0) return source(parsed, { ...build(null, text), data: {} }, true);
    const hint = 'Begin with `trackflow: 1`, a `title` and `nodes`, or let `trackflow init` write an example.';
    if (faults.length === 0)
      diagnostics.push(diagnose('file-empty', 'There is nothing in this file.', atStart(file), { hint }));
    return source(parsed, build(null, text), false);
  }
  const built = build(root, text);
  if (isScalar(root) && sound) {
    const line = text.slice(root.range[0], endOfWords(text, root.range[0]));
    add('yaml-colon-missing', noEntry(line), root.range[0], root.range[0] + line.length, { hint: colonHint(line) });
  }
  // Where the structure is broken, a repeated key or a missing anchor is as likely an echo as a mistake.
  if (sound) for (const mistake of built.mistakes) diagnostics.push(dataWords(mistake, text, file, span));
  return source(parsed, built, sound && built.whole && !isScalar(root));
}
