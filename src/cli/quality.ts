/**
 * `trackflow render --quality`: how good the pictures are, as a table or, with `--format json`, for programs. Nothing is drawn or written.
 *
 * Exit 1 where a picture breaks a hard rule: something in it is hidden, ambiguous or out of place.
 */
import type { MeasuredPicture } from '../app/measure.js';
import type { OutputRequest } from '../app/request.js';
import { cells, padCells, visible } from '../base/cells.js';
import type { CommandInput } from './command.js';
import { exitCodes, UsageError, type ExitCode } from './exit.js';
import { isForPrograms, report } from './findings.js';
import { gather, type Batch } from './gather.js';
import type { Host } from './host/host.js';
import { outputsOf, requestFor, text, viewsOf } from './render-options.js';
import { reportBug, type Channel, type Terminal } from './terminal.js';

/** Options that say how a picture is drawn or where it goes. */
const ofDrawing = ['formats', 'out', 'via', 'theme', 'mermaid', 'scale', 'width', 'background', 'embedFonts'] as const;

interface Measured extends MeasuredPicture {
  readonly file: string;
}

export async function printQuality(host: Host, terminal: Terminal, { args, options }: CommandInput): Promise<ExitCode> {
  const useless = ofDrawing.find((name) => options[name] !== undefined);
  if (useless !== undefined) {
    const flag = `--${useless.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new UsageError(
      `--quality measures pictures and draws none, so that ${flag} says nothing.`,
      `Leave one of the two out. --view, --direction and --lang choose what is measured, --format json prints it for programs.`,
    );
  }
  const views = viewsOf(options);
  const asked = views && outputsOf(['svg'], views);
  await requestFor(asked ?? [], options, undefined); // a misspelt option is told before any file is read
  const gathered = await gather(host, terminal, args, text(options, 'stdinFilepath'));
  const { renderJobs } = await import('./jobs.js');
  const { measureProcess } = await import('../app/measure.js');
  const requestOf = async (batch: Batch) =>
    requestFor(asked ?? (await picturesOf(batch.config?.outputs)), options, batch);
  const jobs = await renderJobs(gathered, terminal, requestOf);

  // The figures are the data on stdout, so findings stand back.
  let exit: ExitCode = await report(gathered, host, terminal, terminal.err);
  const measured: Measured[] = [];
  for (const [index, { process, batch }] of jobs.entries()) {
    if (jobs.length > 1) terminal.progress(`measuring ${String(index + 1)}/${String(jobs.length)} ${process.file}`);
    try {
      const pictures = await measureProcess(process, await requestOf(batch));
      measured.push(...pictures.map((picture) => ({ file: process.file, ...picture })));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      reportBug(error, terminal, `${process.file}: `);
      exit = exitCodes.internal;
    }
  }
  terminal.out.write(isForPrograms(terminal) ? forPrograms(measured) : forPeople(measured, terminal.out));
  const broken = measured.some(({ quality }) => quality.violations.length > 0);
  return exit === exitCodes.clean && broken ? exitCodes.findings : exit;
}

/** What the project file has drawn, as pictures that can be measured. */
async function picturesOf(outputs: readonly OutputRequest[] = []): Promise<readonly OutputRequest[]> {
  const { formats } = await import('../render/formats/index.js');
  const pictures = outputs.filter(({ format }) => formats.find(({ id }) => id === format)?.needs === 'scene');
  return pictures.length === 0 ? [{ format: 'svg' }] : pictures.map((output) => ({ ...output, format: 'svg' }));
}

/** Properties may be added, none removed or renamed while `version` is 1. */
function forPrograms(measured: readonly Measured[]): string {
  const violations = measured.reduce((sum, { quality }) => sum + quality.violations.length, 0);
  const pictures = measured.map(({ quality, ...picture }) => ({ ...picture, ...quality }));
  return `${JSON.stringify({ version: 1, summary: { pictures: measured.length, violations }, pictures }, null, 2)}\n`;
}

const columns: readonly (readonly [name: string, of: (picture: Measured) => string])[] = [
  ['violations', ({ quality }) => String(quality.violations.length)],
  ['nodes', ({ nodes }) => String(nodes)],
  ['edges', ({ edges }) => String(edges)],
  ['crossings', ({ quality }) => String(quality.crossings)],
  ['bends', ({ quality }) => String(quality.bends)],
  ['length', ({ quality }) => String(quality.length)],
  ['level', ({ quality }) => part(quality.levelHandoffs, quality.handoffs)],
  ['straight', ({ quality }) => part(quality.straightMain, quality.main)],
  ['size', ({ width, height }) => `${String(Math.round(width))} × ${String(Math.round(height))}`],
  ['aspect', ({ quality }) => quality.aspect.toFixed(2)],
];

const part = (some: number, all: number): string => (all === 0 ? '–' : `${String(some)}/${String(all)}`);

function forPeople(measured: readonly Measured[], { paint }: Channel): string {
  const rows = [
    ['', ...columns.map(([name]) => name)],
    ...measured.map((picture) => [
      `${visible(picture.name)} (${picture.direction})`,
      ...columns.map(([, of]) => of(picture)),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? padCells(cell, width) : ' '.repeat(width - cells(cell)) + cell;
      })
      .join('  '),
  );
  const broken = measured.flatMap(({ name, quality }) =>
    quality.violations.map(({ rule, what }) => `${paint.red.bold(rule)} ${visible(name)}: ${visible(what)}`),
  );
  const legend =
    'level: handoffs between lanes that run as one straight line; straight: main branches within a lane that do; length in px.';
  return [
    ...lines.map((line, index) => (index === 0 ? paint.bold(line) : line)),
    '',
    paint.dim(legend),
    ...(broken.length === 0 ? [] : ['', ...broken]),
    '',
  ].join('\n');
}
