/**
 * `--format` and `-o` of `diff`: which forms are made, and where each goes.
 *
 * Separate from `--format` of findings, because these forms are others, and `-o` gives the printed one a file.
 */
import { extname } from 'node:path';
import { findById, ids } from '../base/registry.js';
import type { DifferenceReporter } from '../report/difference-reporter.js';
import { comparisonForms } from '../app/comparison/forms/index.js';
import { formats } from '../render/formats/index.js';
import { differenceReporters } from '../report/differences/index.js';
import { choose } from './choices.js';
import type { CommandInput } from './command.js';
import { UsageError } from './exit.js';
import { absolute } from './files/paths.js';
import { pathsFor } from './files/project.js';
import { refusePlaces } from './files/report-file.js';
import type { Host } from './host/host.js';

/** What is said, then what is drawn; the first is the default. */
export const differenceForms = [...differenceReporters, ...comparisonForms] as const;

export interface DifferenceAsk {
  readonly reporter: DifferenceReporter;
  /** Absolute; absent: stdout. */
  readonly path?: string;
}

/** Throws `UsageError`, before any file is read. */
export function formatsOfDifference(options: CommandInput['options'], host: Host): readonly DifferenceAsk[] {
  const asks = asksOf(options, host);
  const places = asks.flatMap(({ reporter, path }) =>
    path === undefined ? [] : [{ id: reporter.id, given: pathsFor(host)(path), path }],
  );
  refusePlaces(places, host.files);
  return asks;
}

function asksOf(options: CommandInput['options'], { cwd }: Host): readonly DifferenceAsk[] {
  const asked = options['format'];
  const out = options['out'];
  const said = Array.isArray(asked) && asked.length > 0 ? (asked as readonly string[]) : [formFor(out)];
  const asks = said.map((each) => askOf(each, cwd));
  const printed = asks.filter(({ path }) => path === undefined);
  if (printed.length > 1 && (out !== undefined || printed.some(({ reporter }) => reporter.readers === 'programs'))) {
    const names = printed.map(({ reporter }) => reporter.id);
    const id = printed.find(({ reporter }) => reporter.readers === 'programs')?.reporter.id ?? names[0] ?? '';
    throw new UsageError(`${names.join(' and ')} would be mixed up.`, `Give it a file: --format ${id}:diff.${id}`);
  }
  if (typeof out !== 'string' || out === '-') return asks;
  if (printed.length === 0)
    throw new UsageError(`Nothing is left to write to ${out}.`, 'Every format has a file of its own.');
  return asks.map((ask) => (ask.path === undefined ? { ...ask, path: fileOf(out, cwd) } : ask));
}

/** By the extension of the file. Throws `UsageError` for one that belongs to an output which differences are not told in. */
function formFor(out: unknown): string {
  const extension = typeof out === 'string' ? extname(out).toLowerCase() : '';
  const forms: readonly DifferenceReporter[] = differenceForms;
  const form = forms.find((each) => each.extension === extension);
  if (form !== undefined || !formats.some((each) => extname(`x${each.extension}`) === extension)) {
    return form?.id ?? differenceForms[0].id;
  }
  const known = forms.flatMap((each) => each.extension ?? []);
  throw new UsageError(`Differences are not written as ${extension}.`, `As one of these: ${known.join(', ')}`);
}

function askOf(said: string, cwd: string): DifferenceAsk {
  const [, name = '', path] = /^([^:=]*)(?:[:=](.*))?$/su.exec(said) ?? [];
  const id = choose('format of differences', name, ids(differenceForms));
  const reporter: DifferenceReporter = findById(differenceForms, id) ?? differenceForms[0];
  return { reporter, ...(path !== undefined && { path: fileOf(path, cwd, said) }) };
}

function fileOf(given: string, cwd: string, said = '--out'): string {
  if (given === '') throw new UsageError(`${said} names no file.`, 'For example: --format json:diff.json');
  if (/\.ya?ml$/iu.test(given)) {
    throw new UsageError(`A difference is not written to ${given}: that is the name of a source file.`);
  }
  return absolute(cwd, given);
}
