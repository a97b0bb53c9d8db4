/** The options that narrow pictures to a part of a process, and what to say where a flow has no such part. */
import { missingPart, type NoPart } from '../app/part.js';
import type { OutputRequest } from '../app/request.js';
import { suggest } from '../base/suggest.js';
import { filterKeys, isFiltering, rests, type Filter } from '../model/filter.js';
import type { Process } from '../model/process.js';
import { choose } from './choices.js';
import type { CommandInput } from './command.js';
import { UsageError } from './exit.js';
import type { Terminal } from './terminal.js';

type Options = CommandInput['options'];

export async function filterOf(options: Options, outputs: readonly OutputRequest[]): Promise<{ filter?: Filter }> {
  const said = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const asked = filterKeys.flatMap((key) => {
    const id = said(key);
    return id === undefined ? [] : [[key, id] as const];
  });
  const rest = said('rest');
  if (rest !== undefined && said('segment') === undefined) {
    throw new UsageError(
      '--rest tells what becomes of what a segment cannot reach, and no --segment is given.',
      'For example: --segment key --rest dim',
    );
  }
  const [first] = asked;
  if (first === undefined) return {};
  const { formats } = await import('../render/formats/index.js');
  // Without outputs, the project file has yet to be read.
  const ofPictures = formats.filter(({ needs }) => needs !== 'process').map(({ id }) => id);
  if (outputs.length > 0 && !outputs.some(({ format }) => ofPictures.some((id) => id === format))) {
    throw new UsageError(
      `--${first[0]} is for pictures, and none is drawn.`,
      `Ask for one of ${ofPictures.join(', ')} with -f, or leave --${first[0]} out.`,
    );
  }
  return {
    filter: {
      ...Object.fromEntries(asked),
      ...(rest !== undefined && { rest: choose('rest', rest, rests) }),
    },
  };
}

/** The flows that have the part that is asked for. Says which have not; refuses if none has. */
export function havingPart(
  processes: readonly Process[],
  filter: Filter | undefined,
  terminal: Terminal,
): readonly Process[] {
  if (!isFiltering(filter)) return processes;
  const without = processes.flatMap((process) => {
    const missing = missingPart(process, filter);
    return missing === undefined ? [] : [{ process, missing }];
  });
  const [first] = without;
  if (first !== undefined && without.length === processes.length) {
    throw processes.length === 1 ? alone(first.process, first.missing) : none(without);
  }
  for (const { process, missing } of without) terminal.note(`skipped ${process.file}: ${sentence(missing)}`);
  const skipped = new Set(without.map(({ process }) => process));
  return processes.filter((process) => !skipped.has(process));
}

function sentence({ kind, key, id }: NoPart): string {
  return kind === 'unknown' ? `it has no ${key} "${id}"` : `it has no step of ${key} "${id}"`;
}

function alone(process: Process, missing: NoPart): UsageError {
  const { kind, key, id, known } = missing;
  const what = kind === 'unknown' ? `no ${key} "${id}"` : `no step of ${key} "${id}"`;
  return new UsageError(`${process.file} has ${what}.`, meant(id, known, `It has no ${key}s to choose from.`));
}

function none(without: readonly { readonly process: Process; readonly missing: NoPart }[]): UsageError {
  const [first] = without;
  const { key = 'phase', id = '' } = first?.missing ?? {};
  const known = [...new Set(without.flatMap(({ missing }) => missing.known))];
  return new UsageError(
    `None of the ${String(without.length)} flows has steps of ${key} "${id}".`,
    meant(id, known, `They have no ${key}s to choose from.`),
  );
}

function meant(id: string, known: readonly string[], otherwise: string): string {
  const near = suggest(id, known);
  const list = known.length === 0 ? otherwise : `Known: ${known.join(', ')}.`;
  return near === undefined ? list : `Did you mean ${near}? ${list}`;
}
