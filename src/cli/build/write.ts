/**
 * Writes what has been made, flow by flow as it comes in, and remembers it.
 *
 * What is told comes in the order of the flows, whichever thread is done first.
 */
import { join, relative } from 'node:path';
import { plural } from '../../report/tally.js';
import type { Found } from '../files/find.js';
import { refuseLinkOut, writeOutput } from '../files/output.js';
import { tidy } from '../files/paths.js';
import { pathsFor } from '../files/project.js';
import type { Host } from '../host/host.js';
import type { Terminal } from '../terminal.js';
import { hashOf } from './content.js';
import type { FlowMade } from './maker.js';
import type { Listed } from './list.js';
import type { BuildProject, Standing } from './project.js';
import { writeRecords, type FlowRecord, type OutputRecord } from './records.js';
import { isSound, type Planned } from './rounds.js';
import { withFiles } from './told.js';

export interface Writer {
  write(flow: Found, made: FlowMade): void;
  /** It could not be made. */
  pass(flow: Found): void;
  /** Whether it was made in this run. */
  wrote(flow: Found): boolean;
  /** Puts down for the next run what is known now. */
  remember(): void;
  /** Says how many outputs there are, and what has become of them. `well`: nothing is wrong with any flow. */
  sum(well: boolean): void;
  /** All outputs that there should be. */
  outputs(): ReadonlyMap<BuildProject, readonly Listed[]>;
}

type Flow = Standing & { readonly planned: Planned | undefined };

export function createWriter(
  host: Host,
  terminal: Terminal,
  projects: readonly BuildProject[],
  flows: readonly Flow[],
): Writer {
  const shown = pathsFor(host);
  const byFound = new Map(flows.map((flow) => [flow.flow, flow]));
  const records = new Map<Found, FlowRecord>();
  const lines = new Map<Found, readonly string[]>();
  const waiting = flows.filter(({ planned }) => planned !== undefined && isSound(planned));
  let wrote = 0;

  const sayInOrder = (): void => {
    for (;;) {
      const said = waiting[0] && lines.get(waiting[0].flow);
      if (said === undefined) return;
      waiting.shift();
      for (const line of said) terminal.note(line);
    }
  };

  return {
    write(found, { artifacts, reach }) {
      const flow = byFound.get(found);
      if (flow === undefined) return;
      const { project, planned } = flow;
      const { root } = project.open.project;
      const members = new Set(project.flows.map(({ file }) => file));
      const outputs: OutputRecord[] = [];
      const said: string[] = [];
      for (const { name, content, notes = [] } of artifacts) {
        const path = join(project.out, name);
        refuseLinkOut(path, [root], host.files, shown(path)); // pages have names that were not known before
        const done = writeOutput(path, content, host.files);
        if (done === 'wrote') {
          wrote++;
          said.push(`wrote ${shown(path)}`);
        }
        for (const note of notes) said.push(`${shown(path)}: ${note}`);
        outputs.push({ path: tidy(relative(root, path)), hash: hashOf(content) });
      }
      const findings = planned && 'plan' in planned ? planned.plan.checked.diagnostics : [];
      records.set(found, {
        settings: project.settings,
        inputs: reach.map(({ file, hash }) => ({ file: project.nameOf(file), hash, flow: members.has(file) })),
        outputs,
        findings: findings.map((finding) => withFiles(finding, project.nameOf)),
      });
      lines.set(found, said);
      sayInOrder();
    },
    pass(found) {
      lines.set(found, []);
      sayInOrder();
    },
    wrote: (found) => records.has(found),
    remember() {
      for (const project of projects) {
        const own = flows.filter((flow) => flow.project === project);
        const kept = own.flatMap(({ flow, record, reason }): (readonly [string, FlowRecord])[] => {
          const now = records.get(flow) ?? (record && reason === undefined ? record : withoutEffect(record));
          return now === undefined ? [] : [[project.nameOf(flow.file), now]];
        });
        const written = [...own].flatMap(({ flow }) => records.get(flow)?.outputs ?? []);
        writeRecords(project.open.project, host, {
          ...project.records,
          flows: new Map(kept),
          written: new Map([...project.records.written, ...written.map(({ path, hash }) => [path, hash] as const)]),
        });
      }
    },
    sum(well) {
      const outputs = flows.flatMap(({ flow, record, planned }) => {
        const now = records.get(flow) ?? (planned === undefined ? record : undefined);
        return now?.outputs ?? [];
      });
      if (outputs.length === 0) return; // a site may be all that there is
      const total = plural(outputs.length, 'output');
      const ok = well ? `${terminal.err.paint.green('ok')}  ` : '';
      if (wrote === 0) terminal.note(`${ok}${total} up to date`);
      else terminal.note(`${ok}${total}: ${String(wrote)} written, ${String(outputs.length - wrote)} up to date`);
    },
    outputs: () =>
      new Map(
        projects.map((project) => [
          project,
          flows
            .filter((flow) => flow.project === project)
            .flatMap(({ flow, record }) => {
              const of = project.nameOf(flow.file);
              return ((records.get(flow) ?? record)?.outputs ?? []).map((output) => ({ ...output, of }));
            }),
        ]),
      ),
  };
}

/** Which outputs a flow with errors had is worth knowing: they are not left over. */
function withoutEffect(record: FlowRecord | undefined): FlowRecord | undefined {
  return record && { ...record, settings: '' };
}
