/**
 * Linting of one project's files: each flow as it is checked, and at the end what concerns all of them.
 *
 * Separate from `check`, which must stay quick for those who ask for nothing else. A linter keeps findings and comments only, never
 * a flow's places: a thousand flows with those would fill the memory.
 */
import { directivesOf, suppress, type Directive } from '../lint/directives.js';
import type { Rule, Vocabulary } from '../lint/rule.js';
import { lint, type Applied, type LintDiagnostic, type LintOptions } from '../lint/run.js';
import { appliedRules, type RuleChoices, type RuleSettings } from '../lint/settings.js';
import type { Load } from '../compile/index.js';
import type { Diagnostic } from '../model/diagnostic.js';
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

export interface Linter {
  appliedTo(file: string): readonly Applied[];
  /** A flow without errors. */
  add(process: Process, locateIn: LintOptions['locateIn']): Promise<void>;
  /** A library that is looked at for its own sake. */
  addLibrary(file: string): void;
  /** `everything`: no flow of the project was left out, so that what no flow needs is needed by none. */
  finish(everything: boolean): readonly LintDiagnostic[];
  /** By file, the rules that have looked at it. */
  readonly lookedAt: ReadonlyMap<string, ReadonlySet<string>>;
}

export function createLinter(request: LintRequest): Linter {
  const { rules, settings = {}, choices = {}, vocabulary, today, fits, load } = request;
  const found: LintDiagnostic[] = [];
  const directives = new Map<string, readonly Directive[]>();
  const complaints: Diagnostic[] = [];
  const lookedAt = new Map<string, Set<string>>();
  const own = new Set<string>();

  const read = (file: string): void => {
    if (directives.has(file)) return;
    const loaded = load(file);
    const decoded = loaded.kind === 'ok' ? decode(file, loaded.bytes) : { text: '' };
    const said = directivesOf(file, 'text' in decoded ? decoded.text : '', rules);
    directives.set(file, said.directives);
    complaints.push(...said.diagnostics);
  };

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

  return {
    appliedTo,
    async add(process, locateIn) {
      const applied = appliedTo(process.file);
      const drawing = applied.some(({ rule }) => rule.needs === 'drawing')
        ? await import('./drawing.js').then(({ drawingOf }) => drawingOf(process))
        : undefined;
      found.push(
        ...lint(process, {
          rules: applied,
          locateIn,
          ...(vocabulary && { vocabulary }),
          ...(drawing && { drawing }),
          ...(today !== undefined && { today }),
        }),
      );
      own.add(process.file);
      // Child flows are no part of it: they have no places here.
      for (const file of process.sources.filter((source) => locateIn(source) !== undefined)) {
        read(file);
        const known = lookedAt.get(file) ?? new Set();
        for (const { rule } of applied) known.add(rule.id);
        lookedAt.set(file, known);
      }
    },
    addLibrary(file) {
      own.add(file);
      read(file);
    },
    finish(everything) {
      const { kept, unused } = suppress(
        onceEach(found),
        [...directives.values()].flat(),
        (file, rule) => (everything || own.has(file)) && (lookedAt.get(file)?.has(rule) ?? false),
      );
      return [...kept, ...complaints, ...unused];
    },
    lookedAt,
  };
}
