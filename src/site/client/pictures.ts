/**
 * The pictures of a page as the rest of the program sees them: tabs to choose one, its steps, and what is marked in it.
 */
import { createCamera, type Box, type Camera } from './camera.js';

interface Picture {
  readonly id: string;
  readonly tab: HTMLElement;
  readonly panel: HTMLElement;
  /** Of a table there is none. */
  readonly svg: SVGSVGElement | undefined;
  readonly camera: Camera | undefined;
  /** By the id of the step. */
  readonly nodes: ReadonlyMap<string, SVGGElement>;
}

export interface Pictures {
  /** Marks a step, what comes before it and what after; nothing for undefined. */
  mark(step: string | undefined): void;
  /** Pales what is not among these ids of steps and connections; nothing for undefined. */
  pale(reach: ReadonlySet<string> | undefined): void;
  /** Brings a step into sight, in another picture if the one that is open has it not. `covered`: how much of its lower end is hidden. */
  show(step: string, covered: (svg: Element) => number): void;
  /** Leaves a table for the first picture. */
  leaveTable(): void;
  focus(step: string): void;
  readonly camera: () => Camera | undefined;
}

export function startPictures(workbench: HTMLElement): Pictures {
  const pictures = [...workbench.querySelectorAll<HTMLElement>('[data-view-panel]')].flatMap((panel): Picture[] => {
    const tab = document.getElementById(`tab-${panel.dataset['viewPanel'] ?? ''}`);
    if (tab === null) return [];
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    const canvas = panel.querySelector<HTMLElement>('.canvas');
    const svg = canvas?.querySelector('svg') ?? undefined;
    const nodes = new Map(
      [...(svg?.querySelectorAll<SVGGElement>('[data-node]') ?? [])].map((node) => [node.dataset['node'] ?? '', node]),
    );
    const first = (): Box | undefined => [...nodes.values()][0]?.getBBox();
    const camera = canvas && svg ? createCamera(canvas, svg, first) : undefined;
    return [{ id: panel.dataset['viewPanel'] ?? '', tab, panel, svg, nodes, camera }];
  });
  const zoom = workbench.querySelector<HTMLElement>('.zoom');
  let open = pictures[0];

  const choose = (picture: Picture | undefined): void => {
    open = picture;
    for (const { tab, panel, id } of pictures) {
      const chosen = id === picture?.id;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      panel.hidden = !chosen;
    }
    if (zoom) zoom.hidden = picture?.svg === undefined;
    // On a small screen the tabs are one row that moves sideways.
    const row = picture?.tab.parentElement;
    if (row) {
      const { offsetLeft: left, offsetWidth: width } = picture.tab;
      const start = left - row.offsetLeft;
      if (start < row.scrollLeft) row.scrollLeft = start;
      else if (start + width > row.scrollLeft + row.clientWidth) row.scrollLeft = start + width - row.clientWidth;
    }
  };
  choose(open);
  pictures.forEach((picture, index) => {
    const { tab, panel } = picture;
    tab.addEventListener('click', () => choose(picture));
    tab.addEventListener('keydown', (event) => {
      const other = otherTab(event.key, index, pictures.length);
      if (other === undefined) return;
      event.preventDefault();
      choose(pictures[other]);
      pictures[other]?.tab.focus();
    });
    panel.addEventListener('keydown', (event) => onKey(event, picture));
    // Not at the steps: a listener for the focus would make each of them a stop of its own, beside its link.
    panel.addEventListener('focusin', ({ target }) => {
      const node =
        target instanceof Element && target.matches(':focus-visible')
          ? target.closest<SVGGElement>('[data-node]')
          : null;
      if (node) picture.camera?.show(node.getBBox());
    });
  });
  window.addEventListener('beforeprint', () => {
    for (const { camera } of pictures) camera?.whole(true);
  });
  window.addEventListener('afterprint', () => {
    for (const { camera } of pictures) camera?.whole(false);
  });

  return {
    mark(step) {
      for (const { svg, nodes } of pictures) if (svg) mark(svg, nodes, step);
    },
    pale(reach) {
      for (const { svg } of pictures) if (svg) pale(svg, reach);
    },
    show(step, covered) {
      if (open?.svg && !open.nodes.has(step)) {
        const other = pictures.find(({ nodes }) => nodes.has(step));
        if (other !== undefined) choose(other);
      }
      const node = open?.nodes.get(step);
      if (node && open?.svg) open.camera?.show(node.getBBox(), covered(open.svg));
    },
    leaveTable() {
      if (open?.svg === undefined) choose(pictures.find(({ svg }) => svg !== undefined));
    },
    focus(step) {
      const link = open?.nodes.get(step)?.querySelector('a');
      (link ?? open?.panel.querySelector<HTMLElement>(`a[href="#node-${CSS.escape(step)}"]`))?.focus();
    },
    camera: () => open?.camera,
  };
}

function otherTab(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function mark(svg: SVGSVGElement, nodes: Picture['nodes'], step: string | undefined): void {
  const at = step === undefined ? undefined : nodes.get(step);
  svg.classList.toggle('is-marked', at !== undefined);
  for (const old of svg.querySelectorAll('.halo')) old.remove();
  for (const old of svg.querySelectorAll('.is-current, .is-before, .is-after'))
    old.classList.remove('is-current', 'is-before', 'is-after');
  if (at === undefined) return;
  for (const edge of svg.querySelectorAll<SVGGElement>('[data-edge]')) {
    const { from = '', to = '' } = edge.dataset;
    if (from !== step && to !== step) continue;
    const name = to === step ? 'is-before' : 'is-after';
    edge.classList.add(name);
    const other = nodes.get(to === step ? from : to);
    if (other !== undefined && other !== at) ring(other, name);
  }
  ring(at, 'is-current');
}

/** A frame around the step, beneath everything that belongs to it. */
function ring(node: SVGGElement, name: string): void {
  node.classList.add(name);
  const halo = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const { x, y, width, height } = outlineOf(node);
  const gap = 5;
  const attributes = { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap, rx: 10 };
  for (const [key, value] of Object.entries(attributes)) halo.setAttribute(key, String(value));
  halo.classList.add('halo', `halo-${name}`);
  node.prepend(halo);
}

function outlineOf(node: SVGGElement): Box {
  const shape = node.querySelector<SVGGraphicsElement>('rect:not(.halo), polygon, path');
  return (shape ?? node).getBBox();
}

function pale(svg: SVGSVGElement, reach: ReadonlySet<string> | undefined): void {
  for (const element of svg.querySelectorAll<SVGGElement>('[data-node], [data-edge]')) {
    const { node, edge } = element.dataset;
    element.classList.toggle('is-pale', reach !== undefined && !reach.has(node ?? edge ?? ''));
  }
}

/** `+`, `-` and `0` for the size; arrows to the nearest step in their direction. */
function onKey(event: KeyboardEvent, { camera, nodes }: Picture): void {
  if (camera === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const ways: Readonly<Record<string, readonly [number, number]>> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
  };
  const way = ways[event.key];
  if (way !== undefined) {
    const from = event.target instanceof Element ? event.target.closest<SVGGElement>('[data-node]') : null;
    const next = from && nearest(from, [...nodes.values()], way);
    next?.querySelector('a')?.focus();
  } else if (event.key === '+' || event.key === '=') camera.zoom(1.25);
  else if (event.key === '-') camera.zoom(0.8);
  else if (event.key === '0') camera.fit();
  else return;
  event.preventDefault();
}

function nearest(
  from: SVGGElement,
  nodes: readonly SVGGElement[],
  [dx, dy]: readonly [number, number],
): SVGGElement | undefined {
  const middle = (node: SVGGElement): readonly [number, number] => {
    const { x, y, width, height } = node.getBBox();
    return [x + width / 2, y + height / 2];
  };
  const [x, y] = middle(from);
  let best: { readonly node: SVGGElement; readonly cost: number } | undefined;
  for (const node of nodes) {
    if (node === from || node.querySelector('a') === null) continue;
    const [ox, oy] = middle(node);
    const along = (ox - x) * dx + (oy - y) * dy;
    const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (along <= 1 || aside > 3 * along) continue;
    const cost = along + 2 * aside;
    if (best === undefined || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}
