/**
 * The page of a flow: a step is chosen in the picture, a list or a journey; its section opens beside the picture, and the picture marks it.
 */
import { startJourneys } from './journeys.js';
import { startPictures } from './pictures.js';

const prefix = '#node-';

export function startWorkbench(): void {
  const workbench = document.querySelector<HTMLElement>('[data-workbench]');
  const panel = document.querySelector<HTMLElement>('#panel');
  const inside = panel?.querySelector<HTMLElement>('[data-panel]');
  if (!workbench || !panel || !inside) return;

  const sections = new Map(
    [...document.querySelectorAll<HTMLElement>('[data-step]')].map((section) => [
      section.dataset['step'] ?? '',
      section,
    ]),
  );
  const pictures = startPictures(workbench);
  let chosen: string | undefined;

  const toTop = (): void => workbench.scrollIntoView();
  const close = (): void => {
    if (panel.hidden) return;
    const hadFocus = panel.contains(document.activeElement);
    panel.hidden = true;
    pictures.mark(undefined);
    if (hadFocus && chosen !== undefined) pictures.focus(chosen);
    chosen = undefined;
    setHash('');
  };
  const open = (step: string, withFocus: boolean): void => {
    const section = sections.get(step);
    if (section === undefined) return;
    chosen = step;
    inside.replaceChildren(copyOf(section));
    panel.hidden = false;
    if (inside.parentElement) inside.parentElement.scrollTop = 0;
    pictures.mark(step);
    pictures.show(step, coveredBy(panel));
    setHash(`${prefix}${step}`);
    if (withFocus) inside.querySelector<HTMLElement>('.panel-title')?.focus({ preventScroll: true });
  };

  const journeys = startJourneys(workbench, {
    visit(step) {
      pictures.leaveTable();
      open(step, false);
    },
    pale: (reach) => pictures.pale(reach),
    clear: close,
  });

  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const step = stepOf(link?.getAttribute('href') ?? '');
    if (link === null || step === undefined || !sections.has(step)) return;
    // Within the procedure, links lead from section to section, as they say.
    if (!workbench.contains(link) && link.closest('.journeys') === null) return;
    event.preventDefault();
    journeys.stop();
    if (!workbench.contains(link)) toTop();
    open(step, true);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    journeys.stop();
    close();
  });
  const tools: Readonly<Record<string, () => void>> = {
    close: () => {
      journeys.stop();
      close();
    },
    'zoom-in': () => pictures.camera()?.zoom(1.25),
    'zoom-out': () => pictures.camera()?.zoom(0.8),
    fit: () => pictures.camera()?.fit(),
  };
  for (const button of workbench.querySelectorAll<HTMLElement>('button[data-tool]')) {
    const tool = tools[button.dataset['tool'] ?? ''];
    if (tool !== undefined) button.addEventListener('click', tool);
  }

  // Whoever comes by a link to a step, from a search or a role, sees it in the picture.
  const asked = stepOf(location.hash);
  if (asked !== undefined && sections.has(asked)) {
    window.addEventListener('load', () => {
      toTop();
      open(asked, true);
    });
  }
}

/** On a small screen the panel lies over the page: the picture goes to the top, and what is under the panel does not count. */
function coveredBy(panel: HTMLElement): (svg: Element) => number {
  return (svg) => {
    if (getComputedStyle(panel).position !== 'fixed') return 0;
    svg.parentElement?.scrollIntoView({ block: 'start' });
    return Math.max(0, svg.getBoundingClientRect().bottom - panel.getBoundingClientRect().top);
  };
}

function stepOf(href: string): string | undefined {
  if (!href.startsWith(prefix)) return undefined;
  try {
    return decodeURIComponent(href.slice(prefix.length));
  } catch {
    return undefined;
  }
}

/** The section anew, without ids, which are the original's. */
function copyOf(section: HTMLElement): HTMLElement {
  const copy = document.createElement('div');
  copy.append(...[...section.childNodes].map((child) => child.cloneNode(true)));
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  const heading = copy.querySelector<HTMLElement>('h2, h3, h4, h5, h6');
  if (heading) {
    const title = document.createElement('h2');
    title.className = 'panel-title';
    title.tabIndex = -1;
    title.append(...heading.childNodes);
    heading.replaceWith(title);
  }
  return copy;
}

function setHash(hash: string): void {
  try {
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
  } catch {
    // Some browsers do not let pages on disk change their address.
  }
}
