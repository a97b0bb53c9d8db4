/**
 * `trackflow check` of outputs: whether the files on the disk are what `trackflow build` would make.
 *
 * What must stay true: nothing is written, and nothing is believed that the bytes do not show. What is remembered of the last build saves
 * work only where everything that an output depends on is what it was; in a fresh clone there is no memory, and all is made to compare.
 */
import { join } from 'node:path';
import { quotePath } from '../../base/quote.js';
import { diagnose } from '../../model/codes.js';
import type { Diagnostic, Span } from '../../model/diagnostic.js';
import type { Found } from '../files/find.js';
import { pathsFor } from '../files/project.js';
import { plural } from '../../report/tally.js';
import type { Gathered } from '../gather.js';
import type { Host } from '../host/host.js';
import { reportBug, type Terminal } from '../terminal.js';
import { hashOf } from './content.js';
import { leftOver } from './left-over.js';
import { openProject } from './open.js';
import { assess, onDisk, type BuildProject } from './project.js';
import { isSound, openRounds, type Planned } from './rounds.js';
import { sitesOf, staleSite, type SiteState } from './site.js';

export interface StaleCheck {
  readonly findings: readonly Diagnostic[];
  /** What would be made of some flow is not known, because trackflow failed; that has been told. */
  readonly crashed: boolean;
}

/** Of the flows that were looked at, and only in projects that ask for it. */
export async function staleOutputs(
  host: Host,
  terminal: Terminal,
  { batches, files }: Pick<Gathered, 'batches' | 'files'>,
  jobs: number | undefined,
): Promise<StaleCheck> {
  const looked = new Set(files);
  const findings: Diagnostic[] = [];
  let crashed = false;
  for (const { project, config } of batches) {
    if (config?.check?.outputs !== true) continue;
    if ((config.outputs ?? []).length === 0 && config.site === undefined) {
      if (project.config !== undefined)
        terminal.note(`${pathsFor(host)(project.config)} has outputs checked (check.outputs), and lists none`);
      continue;
    }
    const opened = await openProject(host, project.root);
    if (opened === undefined) continue;
    const checked = await checkProject(host, terminal, { project: opened, looked, jobs });
    findings.push(...checked.findings);
    crashed ||= checked.crashed;
  }
  return { findings, crashed };
}

interface Ask {
  readonly project: BuildProject;
  readonly looked: ReadonlySet<string>;
  readonly jobs: number | undefined;
}

async function checkProject(host: Host, terminal: Terminal, { project, looked, jobs }: Ask): Promise<StaleCheck> {
  const { root } = project.open.project;
  const shown = pathsFor(host);
  const findings: Diagnostic[] = [];
  let crashed = false;
  const current = new Set<string>();
  /** By flow. Before the first build that is all of them, and one build makes them all. */
  const missing = new Map<string, readonly string[]>();
  const compare = (flow: string, path: string, hash: string): void => {
    current.add(join(root, path));
    const standing = onDisk(host, project, { path });
    if (standing === hash) return;
    const file = quotePath(shown(join(root, path)));
    if (standing === undefined) missing.set(flow, [...(missing.get(flow) ?? []), file]);
    else
      findings.push(
        diagnose('output-stale', `${file} is not what would be made of this flow now.`, beginOf(flow), {
          hint: 'Make it, and commit it with the flow: trackflow build',
        }),
      );
  };

  const standing = assess(host, project).filter(({ flow }) => looked.has(flow.file));
  for (const { flow, spoilt } of standing) for (const { path, hash } of spoilt) compare(flow.file, path, hash);
  const unknown = standing.filter(({ reason }) => reason === 'new' || reason === 'changed').map(({ flow }) => flow);
  const isWhole = project.flows.every(({ file }) => looked.has(file));
  const sites = (plans: ReadonlyMap<Found, Planned>): readonly SiteState[] =>
    isWhole // pages say something of every flow
      ? sitesOf(
          host,
          [project],
          standing.map((each) => ({ ...each, planned: plans.get(each.flow) })),
        )
      : [];
  const rounds = await openRounds(host, { flows: project.flows, due: unknown.length, jobs });
  try {
    const plans = await rounds.plan(unknown, () => undefined);
    for (const site of sites(plans)) {
      const paths = await staleSite(host, terminal, site, jobs);
      if (paths.length > 0) findings.push(siteFinding(host, site, paths));
    }
    if ((project.open.config?.outputs ?? []).length === 0) return { findings, crashed };
    const compared = new Set<Found>();
    let done = 0;
    const sound = unknown.filter((flow) => {
      const planned = plans.get(flow);
      return planned !== undefined && ('failure' in planned || isSound(planned)); // what failed will say so again
    });
    await rounds.make(sound, (flow, made) => {
      if (sound.length > 1)
        terminal.progress(`comparing outputs ${String(++done)}/${String(sound.length)} ${flow.file}`);
      if ('failure' in made) {
        crashed = true;
        const error = new Error(made.failure.message);
        if (made.failure.stack !== undefined) error.stack = made.failure.stack;
        reportBug(error, terminal, `${flow.file}: `);
        return;
      }
      compared.add(flow);
      for (const { name, content } of made.made.artifacts)
        compare(flow.file, project.nameOf(join(project.out, name)), hashOf(content));
    });
    if (isWhole) {
      // What flows with errors would make is not known: what they have made stays.
      const others = standing.filter(({ flow }) => !compared.has(flow));
      for (const { record } of others) for (const { path } of record?.outputs ?? []) current.add(join(root, path));
      const unsound = others.filter(({ flow }) => unknown.includes(flow));
      const names = new Set(unsound.map(({ flow }) => project.nameOf(flow.file)));
      const left = leftOver(host, project, { made: current, unknown: names });
      findings.push(...left.map((each) => leftOverFinding(project, shown(join(root, each.path)), each.changed)));
    }
  } finally {
    rounds.end();
  }
  findings.push(...[...missing].map(([flow, files]) => missingFinding(flow, files)));
  return { findings, crashed };
}

const beginOf = (file: string): Span => {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
};

/** One for each flow. `files`: quoted. */
function missingFinding(flow: string, files: readonly string[]): Diagnostic {
  const named = files.slice(0, 3);
  const others = files.length - named.length;
  const list = [...named, ...(others > 0 ? [plural(others, 'more output')] : [])];
  const said = list.length === 1 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`;
  return diagnose(
    'output-missing',
    `${said} ${files.length === 1 ? 'has' : 'have'} not been made of this flow.`,
    beginOf(flow),
    {
      hint: `Make ${files.length === 1 ? 'it, and commit it' : 'them, and commit them'} with the flow: trackflow build`,
    },
  );
}

/** At the words of the project file that list outputs. */
function leftOverFinding({ open }: BuildProject, file: string, changed: boolean): Diagnostic {
  return diagnose(
    'output-left-over',
    `No flow makes ${quotePath(file)} any more${changed ? ', and somebody has changed it' : ''}.`,
    open.settings[0]?.locate?.(['outputs'], 'key'),
    {
      hint: changed
        ? 'Remove it yourself, or keep it as your own: trackflow build --prune leaves it, and lists it no more.'
        : 'Remove it, and commit that: trackflow build --prune',
    },
  );
}

/** At the words of the project file that ask for the site. */
function siteFinding(host: Host, { project, folder }: SiteState, paths: readonly string[]): Diagnostic {
  const shown = pathsFor(host);
  const { config = '' } = project.open.project;
  const text = new TextDecoder().decode(host.files.read(config));
  const offset = Math.max(0, text.search(/^site[ \t]*:/mu));
  const line = text.slice(0, offset).split('\n').length;
  const start = { line, column: 1, offset };
  const end = { line, column: 5, offset: offset + 4 };
  const files = `${plural(paths.length, 'file')} of it ${paths.length === 1 ? 'differs' : 'differ'}`;
  return diagnose(
    'output-stale',
    `The site ${quotePath(shown(folder))} is not what would be made of the flows now: ${files}, such as ${paths[0] ?? ''}.`,
    { file: shown(config), start, end },
    { hint: 'Make it, and commit it with the flows: trackflow build' },
  );
}
