/**
 * Linting of one project's files: each flow as it is checked, and at the end what concerns all of them.
 *
 * Separate from `check`, which must stay quick for those who ask for nothing else. What is seen of a file are findings and comments
 * only, never a flow's places: a thousand flows with those would fill the memory. A linter itself remembers nothing of the flows, so
 * that several may look at the files of one project at the same time.
 */
import { directivesOf, suppress, type Directives } from '../lint/directives.js';
import type { Rule, Vocabulary } from '../lint/rule.js';
import { lint, type Applied, type LintDiagnostic, type LintOptions } from '../lint/run.js';
import { appliedRules, type RuleChoices, type RuleSettings } from '../lint/settings.js';
import type { Load } from '../compile/index.js';
import type { Process } from '../model/process.js';
import { decode } from '../source/index.js';
import { onceEach } from './findings.js';

export interface LintRequest {
  /** All that there are, those of plugins included. */
  readonly rules: readonly Rule[];
  readonly settings?: RuleSettings;
  readonly choices?: RuleChoices;
  readonly vocabulary?: Partial<Vocabulary>;
  /** `YYYY-MM-DD`. */
  readonly today?: string;
  /** Whether globs of the project file name a file. */
  readonly fits: (globs: readonly string[], file: string) => boolean;
  readonly load: Load;
}

/** What was seen when one file was looked at. Plain data: it may have been seen in another thread than the one that tells it. */
export interface Seen {
  readonly file: string;
  /** The files that its rules have looked at: a flow's own, and those of the libraries that it uses. */
  readonly lookedAt: readonly string[];
  readonly found: readonly LintDiagnostic[];
  /** Of those files, the comments of each that has some. */
  readonly comments: readonly ({ readonly file: string } & Directives)[];
}

export interface Linter {
  appliedTo(file: string): readonly Applied[];
  /** A flow without errors. */
  look(process: Process, locateIn: LintOptions['locateIn']): Promise<Seen>;
  /** A library that is looked at for its own sake. */
  lookAtLibrary(file: string): Seen;
  /**
   * What is to be told of all that was seen, in the order of the files. `everything`: no flow of the project was left out, so that what no
   * flow needs is needed by none.
   */
  finish(seen: readonly Seen[], everything: boolean): readonly LintDiagnostic[];
  /** By file, the rules that have looked at it. */
  lookedAt(seen: readonly Seen[]): ReadonlyMap<string, ReadonlySet<string>>;
}

export function createLinter(request: LintRequest): Linter {
  const { rules, settings = {}, choices = {}, vocabulary, today, fits, load } = request;

  const commentsKnown = new Map<string, Directives>();
  const commentsIn = (files: readonly string[]): Seen['comments'] =>
    files
      .map((file) => {
        const said = commentsKnown.get(file) ?? readComments(file, load, rules);
        commentsKnown.set(file, said);
        return { file, ...said };
      })
      .filter(({ directives, diagnostics }) => directives.length + diagnostics.length > 0);

  // Most files fit the same overrides, and so have the same rules.
  const known = new Map<string, readonly Applied[]>();
  const appliedTo = (file: string): readonly Applied[] => {
    const fitting = new Set((settings.overrides ?? []).map(({ files }) => files).filter((globs) => fits(globs, file)));
    const key = (settings.overrides ?? []).map(({ files }) => (fitting.has(files) ? '1' : '0')).join('');
    const before = known.get(key);
    if (before !== undefined) return before;
    const applied = appliedRules(rules, settings, choices, (globs) => fitting.has(globs));
    known.set(key, applied);
    return applied;
  };

  const lookedAt: Linter['lookedAt'] = (seen) => {
    const ids = new Map<readonly Applied[], ReadonlySet<string>>();
    const looked = new Map<string, ReadonlySet<string>>();
    for (const { file, lookedAt: files } of seen) {
      const applied = appliedTo(file);
      const own = ids.get(applied) ?? new Set(applied.map(({ rule }) => rule.id));
      ids.set(applied, own);
      for (const each of files) {
        const before = looked.get(each) ?? own;
        looked.set(each, before === own ? own : new Set([...before, ...own]));
      }
    }
    return looked;
  };

  return {
    appliedTo,
    async look(process, locateIn) {
      const applied = appliedTo(process.file);
      const drawing = applied.some(({ rule }) => rule.needs === 'drawing')
        ? await import('./drawing.js').then(({ drawingOf }) => drawingOf(process))
        : undefined;
      const found = lint(process, {
        rules: applied,
        locateIn,
        ...(vocabulary && { vocabulary }),
        ...(drawing && { drawing }),
        ...(today !== undefined && { today }),
      });
      // Child flows are no part of it: they have no places here.
      const files = process.sources.filter((source) => locateIn(source) !== undefined);
      return { file: process.file, lookedAt: files, found, comments: commentsIn(files) };
    },
    lookAtLibrary: (file) => ({ file, lookedAt: [], found: [], comments: commentsIn([file]) }),
    finish(seen, everything) {
      const comments = new Map(seen.flatMap((each) => each.comments).map((each) => [each.file, each]));
      const own = new Set(seen.map(({ file }) => file));
      const looked = lookedAt(seen);
      const { kept, unused } = suppress(
        onceEach(seen.flatMap(({ found }) => found)),
        [...comments.values()].flatMap(({ directives }) => directives),
        (file, rule) => (everything || own.has(file)) && (looked.get(file)?.has(rule) ?? false),
      );
      return [...kept, ...[...comments.values()].flatMap(({ diagnostics }) => diagnostics), ...unused];
    },
    lookedAt,
  };
}

function readComments(file: string, load: Load, rules: readonly Rule[]): Directives {
  const loaded = load(file);
  const decoded = loaded.kind === 'ok' ? decode(file, loaded.bytes) : { text: '' };
  return directivesOf(file, 'text' in decoded ? decoded.text : '', rules);
}
