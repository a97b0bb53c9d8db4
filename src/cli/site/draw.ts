/**
 * The pictures of a site, drawn before its pages are made: those that are the same as last time are taken from the pages that stand there,
 * the others are shared among threads.
 *
 * With a build, what its outputs have drawn already is taken, too, and its threads go on with the rest.
 *
 * A picture is the same if all that it is made from is the same, trackflow itself included, and nobody has changed the page by hand.
 */
import { join } from 'node:path';
import type { Process } from '../../model/process.js';
import {
  drawPicture,
  picturesFor,
  picturesOf,
  type Draw,
  type DrawnPicture,
  type PictureRequest,
  type SiteFlow,
  type SiteOptions,
} from '../../site/index.js';
import { editionOf } from '../build/content.js';
import type { Host } from '../host/host.js';
import { threadsFor } from '../threads/jobs.js';
import { recruit } from '../threads/share.js';
import type { Setup, Work } from '../threads/work.js';
import { hashOf, type Owned } from './manifest.js';

export interface Drawings {
  readonly draw: Draw;
  /** Path of a page → hash of all that its pictures are made from. */
  readonly made: ReadonlyMap<string, string>;
}

/** Threads that draw. */
export interface Drawing {
  /** How many there are, this one included. */
  readonly threads: number;
  share(requests: readonly PictureRequest[], told: (at: number, picture: string) => void): Promise<void>;
}

/** What others have done for a site, and can do. */
export interface Helpers {
  /** Pictures that have just been drawn. */
  readonly pictures: ReadonlyMap<Process, readonly DrawnPicture[]>;
  readonly drawing: Drawing;
}

export interface DrawingsAsk {
  readonly folder: string;
  readonly owned: Owned;
  readonly flows: readonly SiteFlow[];
  readonly options: SiteOptions;
  readonly jobs?: number | undefined;
  readonly helpers?: Helpers | undefined;
  readonly progress: (done: number, count: number) => void;
}

interface PictureSetup extends Setup {
  readonly role: 'picture';
}

/** In another thread. */
export function work(): Work {
  return (task) => drawPicture(task as PictureRequest);
}

export async function drawPictures(host: Host, ask: DrawingsAsk): Promise<Drawings> {
  const { flows, options, jobs, helpers, progress } = ask;
  const edition = editionOf(host);
  const drawn = new Map<Process, Map<string, string>>();
  const keep = ({ process, view, language }: PictureRequest, picture: string): void => {
    const own = drawn.get(process) ?? new Map<string, string>();
    drawn.set(process, own.set(`${view} ${language}`, picture));
  };
  const made = new Map<string, string>();
  const due: PictureRequest[] = [];
  for (const { path, requests } of picturesFor(flows, options)) {
    const key = hashOf(JSON.stringify([edition, requests]));
    made.set(path, key);
    const standing = standingPictures(host, ask, path, key);
    requests.forEach((request, index) => {
      const picture = standing.length === requests.length ? standing[index] : drawnAlready(request, helpers?.pictures);
      if (picture === undefined) due.push(request);
      else keep(request, picture);
    });
  }
  let done = 0;
  const threads = threadsFor(host, jobs, due.length, 6);
  const share =
    helpers !== undefined && helpers.drawing.threads >= threads ? helpers.drawing.share : recruits(host, threads);
  await share(due, (at, picture) => {
    const request = due[at];
    if (request !== undefined) keep(request, picture);
    progress(++done, due.length);
  });
  return {
    made,
    draw: (request) => {
      const picture = drawn.get(request.process)?.get(`${request.view} ${request.language}`);
      return picture === undefined ? drawPicture(request) : Promise.resolve(picture);
    },
  };
}

/** Threads for this alone. */
function recruits(host: Host, threads: number): Drawing['share'] {
  return async (tasks, told) => {
    const crew = recruit(host, threads, { role: 'picture' } satisfies PictureSetup);
    try {
      await crew.share<PictureRequest, string>({ tasks, here: drawPicture, told });
    } finally {
      crew.dismiss();
    }
  };
}

function drawnAlready(
  { process, view, language }: PictureRequest,
  pictures: Helpers['pictures'] | undefined,
): string | undefined {
  return pictures?.get(process)?.find((other) => other.view === view && other.language === language)?.picture;
}

/** Of the page as it was written last time; none if it was made from something else. */
function standingPictures(
  { files }: Host,
  { folder, owned }: DrawingsAsk,
  path: string,
  key: string,
): readonly string[] {
  const file = join(folder, path);
  if (owned.pictures.get(path) !== key || files.stat(file)?.kind !== 'file') return [];
  const bytes = files.read(file);
  return hashOf(bytes) === owned.files.get(path) ? picturesOf(new TextDecoder().decode(bytes)) : [];
}
