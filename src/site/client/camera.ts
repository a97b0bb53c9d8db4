/**
 * Moves and enlarges one picture: by mouse, fingers, wheel and keys, by changing which part of it the canvas shows.
 *
 * The part is the `viewBox`, so that the picture stays sharp and needs no style. Invariant: the middle of the canvas never leaves the picture.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  fit(): void;
  /** Around the middle of the canvas. */
  zoom(factor: number): void;
  /** Moves as little as it takes to have the box in sight, above what covers the lower end of the canvas. */
  show(box: Box, covered?: number): void;
  /** The whole picture, for paper; `false` goes back. */
  whole(on: boolean): void;
}

const largest = 3;
/** Below this, text is a grey line: the picture begins larger and is moved instead. */
const readable = 0.62;
const margin = 24;

/** `first`: what should be in sight when the picture opens. */
export function createCamera(canvas: HTMLElement, svg: SVGSVGElement, first: () => Box | undefined): Camera {
  const { x: left, y: top, width, height } = svg.viewBox.baseVal;
  const picture: Box = { x: left, y: top, width, height };
  let [x, y, scale] = [picture.x, picture.y, 0];

  const view = (): { width: number; height: number } => ({ width: canvas.clientWidth, height: canvas.clientHeight });
  const smallest = (): number => Math.min(readable, view().width / picture.width, view().height / picture.height);
  const within = (value: number, low: number, high: number): number =>
    Math.min(Math.max(value, low), Math.max(low, high));

  const apply = (): void => {
    const { width: w, height: h } = view();
    if (scale === 0) begin();
    if (w === 0) return;
    const [across, down] = [w / scale, h / scale];
    x =
      across >= picture.width
        ? picture.x - (across - picture.width) / 2
        : within(x, picture.x - across / 2, picture.x + picture.width - across / 2);
    y =
      down >= picture.height
        ? picture.y - (down - picture.height) / 2
        : within(y, picture.y - down / 2, picture.y + picture.height - down / 2);
    svg.setAttribute('viewBox', [x, y, across, down].join(' '));
  };
  const zoomAt = (factor: number, atX: number, atY: number): void => {
    const before = scale;
    scale = within(scale * factor, smallest(), largest);
    x += atX / before - atX / scale;
    y += atY / before - atY / scale;
    apply();
  };
  const begin = (): void => {
    const across = canvas.clientWidth;
    if (across === 0) return;
    scale = within(across / picture.width, readable, 1);
    const room = Math.round(window.innerHeight * (window.innerWidth < 700 ? 0.6 : 0.72));
    canvas.style.height = `${String(within(Math.ceil(picture.height * scale) + 2, 220, room))}px`;
    [x, y] = [picture.x, picture.y];
  };
  const show = (box: Box, covered = 0): void => {
    if (scale === 0) begin();
    const { width: w, height: h } = view();
    if (w === 0) return;
    const seen = (low: number, size: number, at: number, extent: number): number =>
      low - margin < at
        ? low - margin
        : low + size + margin > at + extent
          ? Math.min(low - margin, low + size + margin - extent)
          : at;
    x = seen(box.x, box.width, x, w / scale);
    y = seen(box.y, box.height, y, Math.max(h - covered, 60) / scale);
    apply();
  };
  const fit = (): void => {
    const { width: w, height: h } = view();
    scale = Math.min(1, w / picture.width, h / picture.height);
    apply();
  };

  startPointers(canvas, {
    move(dx, dy) {
      x -= dx / scale;
      y -= dy / scale;
      apply();
    },
    zoomAt,
  });
  new ResizeObserver(() => {
    const beginning = scale === 0 ? first() : undefined;
    if (beginning === undefined) apply();
    else show(beginning);
  }).observe(canvas);

  return {
    fit,
    zoom(factor) {
      const { width: w, height: h } = view();
      zoomAt(factor, w / 2, h / 2);
    },
    show,
    whole(on) {
      if (on) svg.setAttribute('viewBox', [picture.x, picture.y, picture.width, picture.height].join(' '));
      else apply();
    },
  };
}

interface Moves {
  move(dx: number, dy: number): void;
  /** Around a point of the canvas. */
  zoomAt(factor: number, x: number, y: number): void;
}

/** A shorter way is a click with an unsteady hand. */
const unsteady = 5;

function startPointers(canvas: HTMLElement, { move, zoomAt }: Moves): void {
  const fingers = new Map<number, { x: number; y: number }>();
  let moved = 0;
  const place = (event: MouseEvent): { x: number; y: number } => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const spread = (): number => {
    const [one, other] = [...fingers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (fingers.size === 0) moved = 0;
    fingers.set(event.pointerId, place(event));
  });
  canvas.addEventListener('pointermove', (event) => {
    const from = fingers.get(event.pointerId);
    if (from === undefined) return;
    const to = place(event);
    const before = spread();
    fingers.set(event.pointerId, to);
    moved += Math.hypot(to.x - from.x, to.y - from.y);
    if (moved < unsteady) return;
    // Only now: with the pointer caught from the beginning, a click would never reach the step.
    if (!canvas.hasPointerCapture(event.pointerId)) canvas.setPointerCapture(event.pointerId);
    const share = fingers.size;
    move((to.x - from.x) / share, (to.y - from.y) / share);
    if (share === 2 && before > 0) {
      const [one = to, other = to] = [...fingers.values()];
      zoomAt(spread() / before, (one.x + other.x) / 2, (one.y + other.y) / 2);
    }
  });
  const lift = (event: PointerEvent): void => void fingers.delete(event.pointerId);
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  // The end of a drag is no click, and links are not dragged out of the picture.
  canvas.addEventListener(
    'click',
    (event) => {
      if (moved < unsteady) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  canvas.addEventListener('dragstart', (event) => event.preventDefault());
  canvas.addEventListener(
    'wheel',
    (event) => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        const { x, y } = place(event);
        zoomAt(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0025 : 0.05)), x, y);
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) move(-sideways, 0);
      else return; // the page moves, as everywhere
      event.preventDefault();
    },
    { passive: false },
  );
}
