/**
 * What every part of the compiler is handed: the entries that may be referred to, the language, and one way to complain.
 *
 * Separate so that a flow and a library are compiled by the same functions. Invariant: only the file at hand is complained about.
 * What a library has to answer for is found when the library itself is at hand, and passed on from there to every flow that
 * uses it, so that three hundred flows report it once.
 */
import { diagnose, type Code } from '../model/codes.js';
import type { Diagnostic, Fix, Related } from '../model/diagnostic.js';
import type { Language, Text } from '../model/text.js';
import type { TextDefinition } from '../schema/index.js';
import type { Home, NodeEntries, Path, Sections } from './entries.js';
import type { SectionName } from './salvaged.js';
import { text } from './texts.js';

export interface Complaint {
  readonly hint?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** Point at the key of the entry instead of its value. */
  readonly atKey?: boolean;
}

export interface Context {
  /** The file at hand. */
  readonly file: string;
  /** Of texts in files that name none. */
  readonly language: Language;
  readonly sections: Sections;
  /** Empty for a library. */
  readonly nodes: NodeEntries;
  /** Sections that lost entries to errors: an id that is not in them may well be right. */
  readonly partial: ReadonlySet<SectionName | 'nodes'>;
  readonly diagnostics: Diagnostic[];
  /** Which of them is about a certain id that leads nowhere. */
  readonly lost: Map<string, number>;
}

/** Where complaints about the file at hand go. */
export type Complaints = Pick<Context, 'file' | 'diagnostics'>;

export function complain(
  context: Complaints,
  home: Home,
  code: Code,
  message: string,
  path: Path,
  { atKey = false, ...more }: Complaint = {},
): void {
  if (home.file !== context.file) return;
  context.diagnostics.push(diagnose(code, message, home.locate(path, atKey ? 'key' : 'value'), more));
}

/**
 * Complains of an id that leads nowhere: at the first place where it stands. The others are only named there, because they are
 * one mistake; a definition that is misspelt or missing would else be told as often as it is used.
 */
export function complainOfLost(
  context: Context,
  home: Home,
  code: Code,
  message: string,
  path: Path,
  more: Complaint,
): void {
  if (home.file !== context.file) return;
  const key = `${code} ${message}`;
  const index = context.lost.get(key);
  const first = index === undefined ? undefined : context.diagnostics[index];
  if (index === undefined || first === undefined) {
    context.lost.set(key, context.diagnostics.length);
    complain(context, home, code, message, path, more);
    return;
  }
  const span = home.locate(path, more.atKey === true ? 'key' : 'value');
  // Parts of the process are not compiled in the order of the file.
  const isEarlier = first.span !== undefined && span.start.offset < first.span.start.offset;
  const [place, other] = isEarlier ? [span, first.span] : [first.span ?? span, span];
  const related = [...(first.related ?? []), { message: 'also here', span: other }];
  const edits = [...(first.fix?.edits ?? []), ...(more.fix?.edits ?? [])];
  context.diagnostics[index] = { ...first, span: place, related, ...(first.fix && { fix: { ...first.fix, edits } }) };
}

export function textOf(context: Context, home: Home, written: TextDefinition): Text {
  return text(written, home.language ?? context.language);
}

/** `{name: …}` for an object that may have one; texts and absent properties look alike everywhere. */
export function optionalText<K extends string>(
  context: Context,
  home: Home,
  key: K,
  written: TextDefinition | undefined,
): { readonly [P in K]?: Text } {
  return (written === undefined ? {} : { [key]: textOf(context, home, written) }) as { readonly [P in K]?: Text };
}

export function textsOf(context: Context, home: Home, written: readonly TextDefinition[] | undefined): readonly Text[] {
  return (written ?? []).map((each) => textOf(context, home, each));
}

/** The name of an element without one is its id. */
export function nameOf(context: Context, home: Home, id: string, written: TextDefinition | undefined): Text {
  return written === undefined ? { [context.language]: id } : textOf(context, home, written);
}
