/** Tables that are wider than the page can be moved with the keyboard, and say what they are; others are no stop on the way. */
export function startScrollers(): void {
  const update = (scroller: HTMLElement): void => {
    const wide = scroller.scrollWidth > scroller.clientWidth + 1;
    if (wide === scroller.hasAttribute('tabindex')) return;
    if (!wide) {
      for (const name of ['tabindex', 'role', 'aria-label']) scroller.removeAttribute(name);
      return;
    }
    scroller.tabIndex = 0;
    scroller.setAttribute('role', 'group');
    scroller.setAttribute('aria-label', headingOf(scroller));
  };
  const observer = new ResizeObserver((changes) => {
    for (const { target } of changes) if (target instanceof HTMLElement) update(target);
  });
  for (const scroller of document.querySelectorAll<HTMLElement>('.scroll')) observer.observe(scroller);
}

function headingOf(scroller: HTMLElement): string {
  const heading = scroller.closest('section, main')?.querySelector('h1, h2, h3, h4, h5');
  return heading?.textContent ?? document.title;
}
