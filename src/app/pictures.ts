/**
 * The pictures of one process as its artifacts need them: laid out once however many formats draw them, with the links of each.
 *
 * Separate from rendering, because measuring asks for them too, and because links need to know how many pages another picture has.
 */
import { isMatrixId, type Matrix } from '../model/matrix.js';
import type { Process } from '../model/process.js';
import type { Scene } from '../model/scene.js';
import type { View } from '../model/view.js';
import { describedNodes, nodeAnchors, nodeTarget } from '../render/sop/document.js';
import { project, tabulate, type ProjectOptions } from '../view/index.js';
import { createLayouts, type Layouts } from './layouts.js';
import { linkTo, optionsOf } from './options.js';
import { pageName, pictureOf, plan, type Planned, type RenderRequest } from './request.js';

/** Told before a picture is laid out, which takes long where it is large. */
export type Watch = (layingOut: { readonly nodes: number }) => void;

export interface Pictures {
  view(planned: Planned): Promise<View>;
  matrix(planned: Planned): Matrix;
  /** One for each page; one alone for a picture that is not cut. */
  scenes(planned: Planned): Promise<readonly Scene[]>;
  /** What a document carries in itself, page by page; each step leads to what the document says of it. */
  illustrations(planned: Planned): Promise<readonly Scene[]>;
  /** Relative links to the files that a picture is written to, page by page. */
  links(planned: Planned): Promise<readonly string[]>;
}

/** `layouts`: for those who show the same pictures elsewhere. */
export function createPictures(
  process: Process,
  request: RenderRequest,
  watch: Watch = () => undefined,
  layouts: Layouts = createLayouts(),
): Pictures {
  const laidOut = new Map<string, Promise<readonly Scene[]>>();

  /** Links into the SOP that this request makes of the same process in the same language, if it makes one. */
  const sopLinks = ({ format, language }: Planned): ((id: string) => string | undefined) | undefined => {
    if (format.id !== 'svg') return undefined;
    const document = plan(process, request).find(
      (other) => other.format.id === 'sop' && other.owner === undefined && other.language === language,
    );
    if (document === undefined) return undefined;
    const shown = document.picture === undefined ? [] : [linkTo(document.picture.name)];
    const anchors = nodeAnchors(process, optionsOf(process, document, request, shown));
    const file = linkTo(request.documentName ?? document.name);
    return (id) => {
      const anchor = anchors.get(id);
      return anchor === undefined ? undefined : `${file}#${encodeURIComponent(anchor)}`;
    };
  };
  const viewWithLinks = async (planned: Planned): Promise<View> => {
    const links = new Map<string, string>();
    for (const { file, process: child } of childrenOf(process, request)) {
      const picture = pictureOf(child, request, planned);
      if (picture === undefined) continue;
      const [first] = await createPictures(child, request, watch, layouts).links(picture);
      if (first !== undefined) links.set(file, first);
    }
    return viewOf(process, planned, request, { childLink: (file) => links.get(file), nodeLink: sopLinks(planned) });
  };
  const pictureFor = (planned: Planned): Promise<readonly Scene[]> => {
    if (planned.view !== undefined && isMatrixId(planned.view))
      return layOutMatrix(matrixOf(process, planned, request), planned);
    const view = viewOf(process, planned, request, {});
    watch({ nodes: view.nodes.length });
    return layOut(view, planned, layouts);
  };
  const withoutLinks = async (planned: Planned): Promise<readonly Scene[]> => {
    const key = [planned.view, planned.direction, planned.language, planned.pages].join(' ');
    const known = laidOut.get(key);
    if (known !== undefined) return known;
    const made = pictureFor(planned);
    laidOut.set(key, made);
    return made;
  };
  const links = async (planned: Planned): Promise<readonly string[]> => {
    if (planned.pages === undefined || hasAllPages(planned)) return [linkTo(planned.name)];
    const { length } = await withoutLinks(planned);
    return Array.from({ length }, (_, index) => linkTo(pageName(planned, index + 1, length)));
  };
  const illustrations = async (planned: Planned): Promise<readonly Scene[]> => {
    const { format, illustrations: views = [] } = planned;
    if (views.length === 0) return [];
    const onPaper = format.needs === 'process' && format.illustrated === 'paper';
    const described = describedNodes(process, optionsOf(process, planned, request, []));
    const scenes: Scene[] = [];
    for (const id of views) {
      const nodeLink = (node: string): string | undefined => (described.has(node) ? `#${nodeTarget(node)}` : undefined);
      const view = viewOf(process, { ...planned, view: id }, request, { nodeLink });
      watch({ nodes: view.nodes.length });
      const pages = onPaper
        ? await layOut({ ...view, isFigure: true }, { ...planned, pages: 'a4' }, layouts)
        : await layOut(view, planned, layouts);
      // Over several pages, a picture says no more how the parts hang together.
      if (pages.length > 1)
        scenes.push(
          ...(await layOut(viewOf(process, { ...planned, view: 'overview' }, request, {}), planned, layouts)),
        );
      scenes.push(...pages);
    }
    return scenes;
  };
  return {
    view: viewWithLinks,
    matrix: (planned) => matrixOf(process, planned, request),
    illustrations,
    links,
    async scenes(planned) {
      if (planned.view !== undefined && isMatrixId(planned.view))
        return (await withoutLinks(planned)).map((scene) => linkedTable(scene, sopLinks(planned)));
      const view = await viewWithLinks(planned);
      const scenes = await withoutLinks(planned);
      const pages = hasAllPages(planned) || scenes.length === 1 ? [] : await links(planned);
      return scenes.map((scene) => linked(scene, view, pages));
    },
  };
}

/** Whether one file holds all pages of the picture. */
export function hasAllPages({ format }: Planned): boolean {
  return format.needs === 'scene' && format.renderPages !== undefined;
}

function childrenOf({ nodes }: Process, { together }: RenderRequest): { file: string; process: Process }[] {
  const files = new Set(nodes.flatMap((node) => (node.type === 'subflow' && node.child ? [node.child.file] : [])));
  return [...files].flatMap((file) => {
    const process = together?.get(file);
    return process === undefined ? [] : [{ file, process }];
  });
}

/** What was laid out for an SVG leads to SVGs, and its PDF must lead to PDFs; connectors lead to their partners. */
function linked(scene: Scene, view: View, pages: readonly string[]): Scene {
  const links = new Map(view.nodes.map(({ id, href }) => [id, href]));
  return {
    ...scene,
    nodes: scene.nodes.map(({ href: _, ...node }) => {
      const { partner } = node;
      const href = partner === undefined ? links.get(node.id) : `${pages[partner.page - 1] ?? ''}#${partner.id}`;
      return href === undefined ? node : { ...node, href };
    }),
  };
}

function viewOf(
  process: Process,
  { view, language, direction, name }: Planned,
  { show, filter }: RenderRequest,
  links: Pick<ProjectOptions, 'childLink' | 'nodeLink'>,
): View {
  if (view === undefined || isMatrixId(view)) throw new Error(`no picture of a graph is planned for ${name}`);
  return project(process, view, {
    language,
    direction,
    ...(filter && { filter }),
    ...(show && { show: new Set(show) }),
    ...links,
  });
}

function matrixOf(process: Process, { view, language, name }: Planned, { filter }: RenderRequest): Matrix {
  if (view === undefined || !isMatrixId(view)) throw new Error(`no matrix is planned for ${name}`);
  return tabulate(process, view, { language, ...(filter && { filter }) });
}

/** The names of steps lead to what the procedure says of them. */
function linkedTable(scene: Scene, linkOf: ((id: string) => string | undefined) | undefined): Scene {
  const { table } = scene;
  if (table === undefined || linkOf === undefined) return scene;
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      const href = cell.kind === 'head' && cell.subject?.kind === 'node' ? linkOf(cell.subject.id) : undefined;
      return href === undefined ? cell : { ...cell, href };
    }),
  );
  return { ...scene, table: { ...table, rows } };
}

async function layOutMatrix(matrix: Matrix, { pages }: Planned): Promise<readonly Scene[]> {
  const { layoutMatrix, layoutMatrixOnPaper } = await import('../layout/index.js');
  return pages === undefined ? [layoutMatrix(matrix)] : layoutMatrixOnPaper(matrix, pages);
}

async function layOut(view: View, { pages }: Planned, layouts: Layouts): Promise<readonly Scene[]> {
  if (pages === undefined) return [await layouts.layOut(view)];
  const { layoutOnPaper } = await import('../layout/index.js');
  return layoutOnPaper(view, pages);
}
