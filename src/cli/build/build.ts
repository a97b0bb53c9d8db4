/**
 * `trackflow build`: makes what the project file lists, as far as it is not up to date.
 *
 * What must stay true: names and places are settled before the first byte is written; a flow that fails, fails alone; and what was written
 * is remembered however the run ends.
 */
import { join, relative } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.js';
import { plural } from '../../report/tally.js';
import type { CommandInput } from '../command.js';
import { exitCodes, type ExitCode } from '../exit.js';
import type { Found } from '../files/find.js';
import { placesFor } from '../files/output.js';
import { absolute } from '../files/paths.js';
import { pathsFor } from '../files/project.js';
import { isForPrograms, report } from '../findings.js';
import type { Gathered } from '../gather.js';
import type { Host } from '../host/host.js';
import { sayWhatIsLeftOut } from '../produce.js';
import { reportBug, type Terminal } from '../terminal.js';
import { jobsOf } from '../threads/jobs.js';
import { foresee, reasons } from './foresee.js';
import { clear, keepLists } from './left-over.js';
import { openProjects, type Opened } from './open.js';
import { assess, type Standing } from './project.js';
import { isSound, openRounds, type Planned, type Rounds } from './rounds.js';
import { buildSite, sitesOf, type MadeForSite, type SiteState } from './site.js';
import type { Failure } from './there.js';
import { withFiles } from './told.js';
import { createWriter } from './write.js';

/** A flow of the run. */
interface Flow extends Standing {
  /** Absent for one that is up to date. */
  readonly planned: Planned | undefined;
}

export async function runBuild(host: Host, terminal: Terminal, { options }: CommandInput): Promise<ExitCode> {
  const jobs = jobsOf(options);
  const opened = await openProjects(host);
  const { projects } = opened;
  const standing = projects.flatMap((project) => assess(host, project));
  const due = standing.filter(({ reason }) => reason !== undefined).map(({ flow }) => flow);
  const rounds = await openRounds(host, { flows: projects.flatMap(({ flows }) => flows), due: due.length, jobs });
  try {
    const plans = await rounds.plan(due, (done) => {
      if (due.length > 1) terminal.progress(`checking ${String(done)}/${String(due.length)}`);
    });
    const flows = standing.map((each): Flow => ({ ...each, planned: plans.get(each.flow) }));
    const exit = await tell(host, terminal, opened, flows);
    settle(host, flows);
    const sites = sitesOf(host, projects, flows);
    if (options['dryRun'] === true) {
      const failed = await preview(host, terminal, rounds, { flows, sites, faultless: exit === exitCodes.clean });
      // How many pages there will be is known only when they are laid out.
      const unknown = namesOfFlows(flows.filter(({ planned }) => planned !== undefined));
      clear(host, terminal, projects, { made: plannedPaths(flows), unknown }, 'tell');
      return failed ? exitCodes.internal : exit;
    }
    const writer = createWriter(host, terminal, projects, flows);
    const failures: Failure[] = [];
    const forSites = new Map<Found, MadeForSite>();
    try {
      const making = flows.filter(({ planned }) => planned !== undefined && isSound(planned)).map(({ flow }) => flow);
      let done = 0;
      await rounds.make(making, (flow, made) => {
        if (making.length > 1) terminal.progress(`building ${String(++done)}/${String(making.length)} ${flow.file}`);
        if ('made' in made) {
          writer.write(flow, made.made);
          const { reach, forSite } = made.made;
          if (forSite !== undefined) forSites.set(flow, { reach, ...forSite });
          return;
        }
        failures.push(made.failure);
        reportFailure(made.failure, terminal, flow.file);
        writer.pass(flow);
      });
    } finally {
      writer.remember();
    }
    const crashed = failures.length > 0 || flows.some(({ planned }) => planned && 'failure' in planned);
    const ending = crashed ? exitCodes.internal : exit;
    writer.sum(ending === exitCodes.clean);
    for (const site of sites) await buildSite(host, terminal, site, jobs, { made: forSites, rounds });
    const outputs = writer.outputs();
    const made = new Set(
      [...outputs].flatMap(([{ open }, list]) => list.map(({ path }) => join(open.project.root, path))),
    );
    const unknown = namesOfFlows(flows.filter(({ flow, planned }) => planned !== undefined && !writer.wrote(flow)));
    const what = options['prune'] === true ? 'remove' : 'tell';
    clear(host, terminal, projects, { made, unknown }, what);
    keepLists(host, projects, outputs, what);
    return ending;
  } finally {
    rounds.end();
  }
}

/** Says what the files have to say, those that are up to date included: it was found when they were made. */
async function tell(
  host: Host,
  terminal: Terminal,
  { opened, projects, findings }: Opened,
  flows: readonly Flow[],
): Promise<ExitCode> {
  const { findingsOf } = await import('../../app/check.js');
  const shown = pathsFor(host);
  const remembered = flows.flatMap(({ planned, record, project }): readonly Diagnostic[] => {
    if (planned !== undefined) return [];
    const file = (name: string): string => shown(join(project.open.project.root, name));
    return (record?.findings ?? []).map((finding) => withFiles(finding, file));
  });
  const checked = flows.flatMap(({ planned }) => (planned && 'plan' in planned ? [planned.plan.checked] : []));
  const settings = opened.flatMap((open) => open.settings);
  const broken = checked.filter(({ sources }) => sources === undefined);
  const gathered: Gathered = {
    batches: opened.map((open, index) => ({ ...open, checked: index === 0 ? broken : [] })),
    files: [...settings.map(({ file }) => file), ...flows.map(({ flow }) => flow.file)],
    findings: findingsOf([...settings, ...checked, { diagnostics: findings }, { diagnostics: remembered }]),
    lines: (file) => opened.map(({ reader }) => reader.lines(file)).find((lines) => lines !== undefined),
    load: (file) =>
      opened.map(({ reader }) => reader.load(file)).find(({ kind }) => kind === 'ok') ?? { kind: 'missing' },
  };
  const channel = isForPrograms(terminal) ? terminal.out : terminal.err;
  const exit = await report(gathered, host, terminal, channel);
  if (!isForPrograms(terminal)) sayWhatIsLeftOut(gathered, terminal, shown);
  for (const { project, unsettled } of opened.filter((open) => !projects.some((built) => built.open === open)))
    if (!unsettled && project.config !== undefined) terminal.note(`${shown(project.config)} lists no outputs`);
  for (const { planned, flow } of flows) {
    if (planned === undefined) continue;
    if ('failure' in planned) reportFailure(planned.failure, terminal, flow.file);
    else for (const note of planned.plan.notes) terminal.note(note);
  }
  return exit;
}

function reportFailure({ message, stack }: Failure, terminal: Terminal, file: string): void {
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  reportBug(error, terminal, `${file}: `);
}

/** Throws `UsageError` where two outputs would be one file, or one would write over a source. */
function settle(host: Host, flows: readonly Flow[]): void {
  const wanted = flows.flatMap((flow) =>
    namesOf(flow).map((name) => ({
      name,
      from: flow.flow.file,
      target: { kind: 'folder', path: flow.project.out, within: [flow.project.open.project.root] } as const,
    })),
  );
  const sources = flows.flatMap(({ flow, project, planned, record }) => [
    flow.path,
    ...(project.open.project.config === undefined ? [] : [project.open.project.config]),
    ...(planned && 'plan' in planned ? planned.plan.reach.map(({ file }) => absolute(host.cwd, file)) : []),
    ...(record?.inputs ?? []).map(({ file }) => join(project.open.project.root, file)),
  ]);
  placesFor(wanted, { files: host.files, sources: [...new Set(sources)], shown: pathsFor(host) });
}

/** The outputs of a flow below its folder; of one that is not planned anew, as they were made, page by page. */
function namesOf({ planned, record, project }: Flow): readonly string[] {
  if (planned !== undefined) return 'plan' in planned ? planned.plan.names : [];
  return (record?.outputs ?? []).map(({ path }) => relative(project.out, join(project.open.project.root, path)));
}

/** As their project names them. */
function namesOfFlows(flows: readonly Flow[]): ReadonlySet<string> {
  return new Set(flows.map(({ flow, project }) => project.nameOf(flow.file)));
}

/** Absolute. Those of a flow with errors stay what they were. */
function plannedPaths(flows: readonly Flow[]): ReadonlySet<string> {
  return new Set(
    flows.flatMap((flow) => {
      const { project, record } = flow;
      const before = (record?.outputs ?? []).map(({ path }) => join(project.open.project.root, path));
      const names = namesOf(flow).map((name) => join(project.out, name));
      // How many pages there will be is known only when they are laid out.
      return [...before, ...names];
    }),
  );
}

/** What would be written, on stdout: one line for each output. */
async function preview(
  host: Host,
  terminal: Terminal,
  rounds: Rounds,
  { flows, sites, faultless }: { flows: readonly Flow[]; sites: readonly SiteState[]; faultless: boolean },
): Promise<boolean> {
  const shown = pathsFor(host);
  let crashed = false;
  const foreseen = await foresee(host, rounds, flows, {
    failed(flow, failure) {
      crashed = true;
      reportFailure(failure, terminal, flow.file);
    },
    progress(done, of) {
      if (of > 1) terminal.progress(`comparing outputs ${String(done)}/${String(of)}`);
    },
  });
  let count = 0;
  for (const { flow } of flows) {
    for (const { path, reason } of foreseen.get(flow) ?? []) {
      count++;
      terminal.out.write(`${shown(path)}  ${flow.file}: ${reasons[reason]}\n`);
    }
  }
  const due = sites.filter(({ isDue }) => isDue);
  for (const { folder } of due) terminal.out.write(`${shown(folder)}/  the site: something in it has changed\n`);
  const what = [...(count > 0 ? [plural(count, 'output')] : []), ...(due.length > 0 ? ['the site'] : [])];
  if (what.length > 0) terminal.note(`would write ${what.join(' and ')}`);
  // Of what has errors nobody knows whether it is.
  else if (faultless) terminal.note('everything is up to date');
  return crashed;
}
