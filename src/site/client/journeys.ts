/**
 * Plays the way of a customer through the picture, step by step: by itself, or by hand.
 *
 * Nothing moves before the reader asks for it. Who wants less motion gets no gliding (the style sheet sees to that), and more time.
 */
export interface Stage {
  visit(step: string): void;
  pale(reach: ReadonlySet<string> | undefined): void;
  clear(): void;
}

export interface Journeys {
  /** Where somebody goes their own way. */
  stop(): void;
}

export function startJourneys(workbench: HTMLElement, { visit, pale, clear }: Stage): Journeys {
  const find = (tool: string): HTMLElement | null => workbench.querySelector<HTMLElement>(`[data-tool="${tool}"]`);
  const select = workbench.querySelector<HTMLSelectElement>('select[data-tool="segment"]');
  const [play, previous, next] = [find('play'), find('previous'), find('next')];
  const position = workbench.querySelector<HTMLElement>('[data-position]');
  if (!select || !play || !previous || !next || !position) return { stop: () => undefined };

  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  let timer = 0;
  let at = -1;
  const words = (key: string): readonly string[] =>
    (select.selectedOptions[0]?.dataset[key] ?? '').split(' ').filter(Boolean);
  const names = (): readonly string[] =>
    JSON.parse(select.selectedOptions[0]?.dataset['names'] ?? '[]') as readonly string[];

  const label = (): void => {
    const [sign, word] = play.children;
    if (!sign || !word) return;
    sign.textContent = timer === 0 ? '▶' : '⏸';
    word.textContent = (timer === 0 ? play.dataset['play'] : play.dataset['pause']) ?? '';
  };
  const stop = (): void => {
    window.clearInterval(timer);
    timer = 0;
    label();
  };
  const go = (to: number): void => {
    const path = words('path');
    const step = path[to];
    if (step === undefined) return;
    at = to;
    visit(step);
    const values: Readonly<Record<string, string>> = {
      at: String(to + 1),
      count: String(path.length),
      name: names()[to] ?? step,
    };
    position.textContent = (position.dataset['position'] ?? '').replace(
      /\{(\w+)\}/gu,
      (_, key: string) => values[key] ?? '',
    );
  };
  const reset = (): void => {
    stop();
    at = -1;
    position.textContent = '';
  };

  play.addEventListener('click', () => {
    if (timer !== 0) {
      stop();
      return;
    }
    const { length } = words('path');
    go(at + 1 < length ? at + 1 : 0);
    timer = window.setInterval(
      () => {
        if (at + 1 < words('path').length) go(at + 1);
        else stop();
      },
      calm.matches ? 5000 : 2600,
    );
    label();
  });
  previous.addEventListener('click', () => {
    stop();
    go(Math.max(0, at - 1));
  });
  next.addEventListener('click', () => {
    stop();
    go(Math.min(words('path').length - 1, at + 1));
  });
  select.addEventListener('change', () => {
    reset();
    clear();
    const reach = words('reach');
    pale(reach.length === 0 ? undefined : new Set(reach));
  });
  return { stop };
}
