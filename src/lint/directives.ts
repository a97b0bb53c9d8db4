/**
 * Comments that switch rules off at a place, with a reason:
 *
 *     # trackflow-disable-next-line unreachable-node -- done by the night shift
 *     # trackflow-disable task-name, node-count -- as the auditor's template has it
 *
 * Separate from applying them, which needs the findings of all flows: a comment in a library holds for every flow that uses it.
 */
import { didYouMean } from '../base/look-alike.js';
import { quote } from '../base/quote.js';
import { suggest } from '../base/suggest.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Span } from '../model/diagnostic.js';
import { commentsOf, lineTable, type Comment } from '../source/index.js';
import { unknownRule } from './check-settings.js';
import type { Rule } from './rule.js';

export interface Directive {
  readonly file: string;
  /** The line for which it holds; absent: the whole file. */
  readonly line?: number;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly comment: Span;
  /** From where to where the text goes when the comment goes: with its whole line, if nothing else stands there. */
  readonly removal: { readonly from: number; readonly to: number };
}

const names = ['trackflow-disable-next-line', 'trackflow-disable'] as const;
const form = /^#+[ \t]*(?<name>trackflow-[\w-]*)(?:[ \t]+|$)(?<rest>.*)$/u;
/** People who write Chinese have other dashes and commas at hand; a colon is what many write from habit, and is as plain. */
const reasonSign = /[ \t]*(?:--+|[—–:：]+)[ \t]*/u;
const idSign = /[^\s,，、]+/gu;

export interface Directives {
  readonly directives: readonly Directive[];
  readonly diagnostics: readonly Diagnostic[];
}

export function directivesOf(file: string, text: string, rules: readonly Rule[]): Directives {
  // Hardly any file has one, and finding comments costs as much as reading the file.
  if (!/#[ \t]*trackflow-/u.test(text)) return { directives: [], diagnostics: [] };
  const table = lineTable(text);
  const comments = commentsOf(text);
  const lineOf = ({ offset }: Comment): number => table.position(offset).line;
  const ownLines = new Set(comments.filter(({ ownLine }) => ownLine).map(lineOf));
  const span = (from: number, to: number): Span => ({ file, start: table.position(from), end: table.position(to) });
  const directives: Directive[] = [];
  const diagnostics: Diagnostic[] = [];

  for (const comment of comments) {
    const { offset } = comment;
    const words = comment.text.trimEnd();
    const { name = '', rest = '' } = form.exec(words)?.groups ?? {};
    if (name === '') continue;
    const all = span(offset, offset + words.length);
    if (!isName(name)) {
      const near = suggest(name, names);
      const known = near === undefined ? `Known: ${names.join(', ')}.` : didYouMean(name, near, quote(near));
      const hint = `${known} As in: # ${near ?? names[0]} owner-missing -- the reason`;
      const at = offset + words.indexOf(name);
      const message = `There is no comment ${quote(name)}.`;
      diagnostics.push(diagnose('suppression-malformed', message, span(at, at + name.length), { hint }));
      continue;
    }
    const start = offset + words.length - rest.length;
    const sign = reasonSign.exec(rest);
    const listed = [...rest.slice(0, sign?.index ?? rest.length).matchAll(idSign)].map((match) => ({
      id: match[0],
      span: span(start + match.index, start + match.index + match[0].length),
    }));
    const reason = sign === null ? '' : rest.slice(sign.index + sign[0].length).trim();
    if (listed.length === 0) {
      const hint = `Name the rules: # ${name} unreachable-node -- the reason`;
      diagnostics.push(diagnose('suppression-malformed', 'The comment names no rule.', all, { hint }));
      continue;
    }
    if (reason === '') {
      const hint = `Write it after two dashes: # ${name} ${listed.map(({ id }) => id).join(', ')} -- the reason`;
      diagnostics.push(diagnose('suppression-without-reason', 'The comment gives no reason.', all, { hint }));
    }
    const known = listed.filter(({ id }) => rules.some((rule) => rule.id === id));
    for (const each of listed) if (!known.includes(each)) diagnostics.push(unknownRule(each.id, rules, each.span));
    directives.push({
      file,
      ...(name === 'trackflow-disable-next-line' && { line: lineAfter(lineOf(comment), ownLines, table.lines) }),
      rules: known,
      comment: all,
      removal: removalOf(text, comment, offset + words.length),
    });
  }
  return { directives, diagnostics };
}

function isName(name: string): name is (typeof names)[number] {
  return names.some((known) => known === name);
}

/** Comments may stand one above the other; all of them mean the first line that says something. */
function lineAfter(line: number, comments: ReadonlySet<number>, lines: readonly string[]): number {
  let next = line + 1;
  while (comments.has(next) || lines[next - 1]?.trim() === '') next++;
  return next;
}

function removalOf(text: string, { offset, ownLine }: Comment, end: number): Directive['removal'] {
  const before = text.slice(0, offset).trimEnd().length;
  if (!ownLine) return { from: before, to: end };
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', end);
  return { from, to: newline === -1 ? text.length : newline + 1 };
}

export interface Suppressed<F extends Diagnostic> {
  readonly kept: readonly F[];
  readonly unused: readonly Diagnostic[];
}

/** `judged`: whether the rule has looked at all that a comment in this file could be about, so that an unused one is a mistake. */
export function suppress<F extends Diagnostic>(
  findings: readonly F[],
  directives: readonly Directive[],
  judged: (file: string, rule: string) => boolean,
): Suppressed<F> {
  const used = new Set<object>();
  const byFile = new Map<string, Directive[]>();
  for (const directive of directives) {
    byFile.set(directive.file, [...(byFile.get(directive.file) ?? []), directive]);
  }
  const kept = findings.filter(({ code, span }) => {
    if (span === undefined) return true;
    let found = false;
    for (const { line = span.start.line, rules } of byFile.get(span.file) ?? []) {
      const entry = line === span.start.line ? rules.find(({ id }) => id === code) : undefined;
      if (entry === undefined) continue;
      used.add(entry);
      found = true;
    }
    return !found;
  });
  const unused = directives.flatMap((directive) => {
    const idle = directive.rules.filter((rule) => !used.has(rule) && judged(directive.file, rule.id));
    return idle.map(({ id, span }) => {
      const where = directive.line === undefined ? 'in this file' : 'on the next line';
      const { file, removal } = directive;
      const whole = idle.length === directive.rules.length;
      return diagnose('unused-suppression', `The rule ${quote(id)} finds nothing ${where}.`, span, {
        hint: whole ? 'Take the comment out.' : 'Take the rule out of the comment.',
        ...(whole && { fix: { title: 'Take the comment out', safe: true, edits: [{ file, ...removal, text: '' }] } }),
      });
    });
  });
  return { kept, unused };
}
