/* global document */
/**
 * Runs in the page: reads the figures off a picture, whoever drew it. It must not use anything from outside itself.
 *
 * Connections are sampled every few pixels, so that curves and polylines are measured alike. Where two meet near an end of one of them, they
 * join and do not cross.
 */
export function measureInPage(selectors) {
  const svg = document.querySelector('svg');
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const crossing = ([a, b], [c, d]) => {
    const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    if (side(a, b, c) * side(a, b, d) >= 0 || side(c, d, a) * side(c, d, b) >= 0) return undefined;
    const t = side(c, d, a) / (side(c, d, a) - side(c, d, b));
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
  };
  const far = (p, q, by) => Math.hypot(p.x - q.x, p.y - q.y) > by;

  if (selectors === null) {
    // Lines without groups: those as long as the picture part the lanes.
    const whole = svg.viewBox.baseVal.height;
    const lines = [...svg.querySelectorAll('line')]
      .map((line) =>
        ['1', '2'].map((end) => ({ x: Number(line.getAttribute(`x${end}`)), y: Number(line.getAttribute(`y${end}`)) })),
      )
      .filter(([a, b]) => Math.abs(a.y - b.y) < 0.7 * whole);
    let crossings = 0;
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) if (crossing(one, other) !== undefined) crossings++;
    });
    return { crossings, lanes: 'bands' };
  }

  const edges = [...svg.querySelectorAll(selectors.edge)].map((path) => {
    const length = path.getTotalLength();
    const matrix = path.getScreenCTM();
    const count = Math.max(2, Math.ceil(length / 3));
    const points = Array.from({ length: count + 1 }, (_, at) =>
      path.getPointAtLength((length * at) / count).matrixTransform(matrix),
    );
    return { length, points };
  });
  const nodes = [...svg.querySelectorAll(selectors.node)].map((group) => {
    const shape = group.querySelector('rect, polygon, ellipse, circle, path');
    const texts = [...group.querySelectorAll('text, foreignObject span.nodeLabel')].filter(
      (text) => text.textContent.trim() !== '',
    );
    return { box: boxOf(shape), texts: texts.map(boxOf) };
  });
  const lanes = [...svg.querySelectorAll(selectors.lane)].map(boxOf);

  let crossings = 0;
  edges.forEach(({ points }, index) => {
    for (const other of edges.slice(index + 1)) {
      const met = [];
      for (let i = 1; i < points.length; i++) {
        for (let k = 1; k < other.points.length; k++) {
          if (far(points[i], other.points[k], 8)) continue;
          const at = crossing([points[i - 1], points[i]], [other.points[k - 1], other.points[k]]);
          if (at === undefined || met.some((before) => !far(before, at, 10))) continue;
          const ends = [points[0], points.at(-1), other.points[0], other.points.at(-1)];
          if (ends.every((end) => far(end, at, 14))) met.push(at);
        }
      }
      crossings += met.length;
    }
  });

  let through = 0;
  for (const { points } of edges) {
    for (const { box } of nodes) {
      const inset = { x: 0.25 * box.width, y: 0.25 * box.height };
      const inside = points.filter(
        ({ x, y }) =>
          x > box.x + inset.x &&
          x < box.x + box.width - inset.x &&
          y > box.y + inset.y &&
          y < box.y + box.height - inset.y,
      );
      if (inside.length > 2) through++;
    }
  }

  // A turn of more than 30° within a few pixels is a bend; a line that is neither level nor upright for long is a curve.
  let bends = 0;
  let slanted = 0;
  let steps = 0;
  for (const { points } of edges) {
    const way = points.slice(1).map((p, at) => Math.atan2(p.y - points[at].y, p.x - points[at].x));
    for (const angle of way) {
      steps++;
      if (Math.abs(Math.sin(2 * angle)) > 0.1) slanted++;
    }
    for (let at = 4; at < way.length; at++) {
      const turn = Math.abs(Math.atan2(Math.sin(way[at] - way[at - 4]), Math.cos(way[at] - way[at - 4])));
      if (turn > 0.5) {
        bends++;
        at += 5;
      }
    }
  }

  const outside = (text, box) =>
    text.x < box.x - 1 ||
    text.y < box.y - 3 ||
    text.x + text.width > box.x + box.width + 1 ||
    text.y + text.height > box.y + box.height + 3;
  const clipped = nodes.filter(
    ({ box, texts }) => box.width > 12 && box.height > 12 && texts.some((text) => outside(text, box)),
  ).length;

  const nearest = (point) =>
    nodes.reduce(
      (best, node) => {
        const dx = Math.max(node.box.x - point.x, 0, point.x - node.box.x - node.box.width);
        const dy = Math.max(node.box.y - point.y, 0, point.y - node.box.y - node.box.height);
        const off = Math.hypot(dx, dy);
        return off < best.off ? { node, off } : best;
      },
      { off: Infinity },
    ).node;
  const forward = edges.filter(({ points }) => {
    const [from, to] = [nearest(points[0]), nearest(points.at(-1))];
    return to.box.y + to.box.height / 2 >= from.box.y + from.box.height / 2 - 8;
  }).length;

  const sameEnds = lanes.every((lane) => Math.abs(lane.y + lane.height - lanes[0].y - lanes[0].height) < 3);
  const apart = lanes.every((lane, at) =>
    lanes.slice(at + 1).every((other) => lane.x + lane.width <= other.x + 2 || other.x + other.width <= lane.x + 2),
  );
  return {
    drawn: edges.length,
    crossings,
    through,
    bends: slanted > 0.25 * steps ? 'curved' : bends,
    length: Math.round(edges.reduce((sum, { length }) => sum + length, 0)),
    clipped,
    forward,
    lanes: sameEnds && apart ? 'bands' : 'boxes',
  };
}
