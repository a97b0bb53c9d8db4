/**
 * Makes the outputs of single flows: first says which there will be, then makes them. The same here and in other threads.
 *
 * What must stay true: the bytes are those that `trackflow render` would write, whichever flows are made in the same run.
 */
import { dirname } from 'node:path';
import type { Checked } from '../../app/check.js';
import { createLayouts } from '../../app/layouts.js';
import { renderProcess } from '../../app/render.js';
import { plan, type RenderRequest } from '../../app/request.js';
import type { Artifact } from '../../model/artifact.js';
import type { Process } from '../../model/process.js';
import { drawKnown, type DrawnPicture } from '../../site/index.js';
import { createExaminer, type OpenProject } from '../examine.js';
import type { Found } from '../files/find.js';
import type { Host } from '../host/host.js';
import { requestNotes } from '../jobs.js';
import { requestFor } from '../render-options.js';
import { contentsOf, hashOf } from './content.js';

/** A file that a flow depends on, and what it held when it was read. */
export interface Read {
  readonly file: string;
  readonly hash: string;
}

/** What a flow will be made into. Plain data. */
export interface FlowPlan {
  /** Without the process. */
  readonly checked: Checked;
  /** What it depends on, itself first. */
  readonly reach: readonly Read[];
  /** None for a flow with errors. */
  readonly names: readonly string[];
  /** What somebody who has asked for these outputs should know. */
  readonly notes: readonly string[];
}

/** What has been made of a flow. Plain data. */
export interface FlowMade {
  readonly artifacts: readonly Artifact[];
  /** What it was made from: it may have changed since it was planned. */
  readonly reach: readonly Read[];
  /** Of a flow that is in a site. */
  readonly forSite?: ForSite;
}

/** What the page of a flow needs and its outputs have needed before. */
export interface ForSite {
  /** As JSON. */
  readonly process: string;
  /** What the pictures are drawn from, by `namePictures`. */
  readonly from: string;
  /** Those whose views have been laid out. */
  readonly pictures: readonly DrawnPicture[];
}

/** A short name for all that the pictures of a page are drawn from. `version`: of the process, as `processOf` names it. */
export function namePictures(version: string, show: readonly string[] | undefined): string {
  return hashOf(JSON.stringify([version, show]));
}

export interface Maker {
  plan(found: Found): Promise<FlowPlan>;
  make(found: Found): Promise<FlowMade>;
}

interface Known {
  readonly checked: Checked;
  readonly process: Process | undefined;
  readonly reach: readonly string[];
}

/** So many processes are kept: those of a thousand flows would fill the memory. */
const most = 100;

/** `flows`: all that outputs are made of, in order. */
export async function createMaker(host: Host, flows: readonly Found[]): Promise<Maker> {
  const { open } = await createExaminer(host, {});
  const known = new Map<string, Known>();
  const contentsKnown = new WeakMap<object, (file: string) => string>();

  const look = async ({ file, path }: Found): Promise<{ readonly project: OpenProject } & Known> => {
    const project = await open(dirname(path));
    const before = known.get(file);
    if (before !== undefined) return { project, ...before };
    const { locateIn: _, reach = () => [], process, ...checked } = project.check(file);
    const seen = { checked, process, reach: [...new Set([file, ...reach()])] };
    known.set(file, seen);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    return { project, ...seen };
  };

  /** The flows that it reaches are made by the same run, so that it can link to their pictures. */
  const requestOf = async (project: OpenProject, reach: readonly string[]): Promise<RenderRequest> => {
    const together = new Map<string, Process>();
    for (const flow of flows.filter(({ file }) => reach.includes(file))) {
      const other = await look(flow);
      if (other.project === project && other.process !== undefined) together.set(flow.file, other.process);
    }
    return { ...(await requestFor(project.config?.outputs ?? [], {}, project)), together };
  };

  const read = ({ reader }: OpenProject, files: readonly string[]): readonly Read[] => {
    const contents = contentsKnown.get(reader) ?? contentsOf(reader.load);
    contentsKnown.set(reader, contents);
    return files.map((file) => ({ file, hash: contents(file) }));
  };

  return {
    async plan(found) {
      const { project, checked, process, reach: files } = await look(found);
      const reach = read(project, files);
      if (process === undefined) return { checked, reach, names: [], notes: [] };
      const request = await requestOf(project, files);
      const names = plan(process, request).map(({ name }) => name);
      return { checked, reach, names, notes: requestNotes(process, request) };
    },
    async make(found) {
      const { project, process, reach: files } = await look(found);
      const reach = read(project, files);
      if (process === undefined) return { artifacts: [], reach };
      const request = await requestOf(project, files);
      const layouts = createLayouts();
      const artifacts = await renderProcess(process, request, undefined, layouts);
      if (project.config?.site === undefined) return { artifacts, reach };
      const text = JSON.stringify(process);
      const from = namePictures(hashOf(text), request.show);
      const pictures = await drawKnown(process, request.show, layouts);
      return { artifacts, reach, forSite: { process: text, from, pictures } };
    },
  };
}
