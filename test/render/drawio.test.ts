/**
 * The draw.io file, read as draw.io reads it: every cell where the scene has it, in the container it belongs to, bound to what it
 * connects, and nothing of an author's text that would be anything but text.
 */
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../src/base/xml.js';
import { oneLine, printable } from '../../src/base/printable.js';
import { layout } from '../../src/layout/index.js';
import type { Box, Point, Scene } from '../../src/model/scene.js';
import type { RenderOptions } from '../../src/render/format.js';
import { drawio } from '../../src/render/formats/drawio.js';
import { project, views } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { rich } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings } from '../fixtures/texts.js';
import { descendants, parseXml, type XmlNode } from './xml-parser.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };
const sceneOf = (id: (typeof views)[number]['id'], direction: 'down' | 'right'): Promise<Scene> =>
  layout(project(rich, id, { language: 'zh', direction }));
const scene = await sceneOf('swimlane', 'down');

interface Cell {
  readonly id: string;
  readonly label: string;
  readonly tip: string | undefined;
  readonly link: string | undefined;
  readonly parent: string;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly style: ReadonlyMap<string, string>;
  readonly geometry: XmlNode | undefined;
}

class File {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly model: XmlNode;

  constructor(readonly text: string) {
    const file = parseXml(text);
    const [model] = descendants(file).filter(({ name }) => name === 'mxGraphModel');
    if (file.name !== 'mxfile' || model === undefined) throw new Error('no draw.io file');
    this.model = model;
    const cells = (model.children[0]?.children ?? []).map((outer): Cell => {
      const inner = outer.name === 'UserObject' ? outer.children[0] : outer;
      if (inner?.name !== 'mxCell') throw new Error(`no cell: ${outer.name}`);
      const { parent = '', style = '', source, target } = inner.attributes;
      const parts = style.split(';').map((part) => part.split('=', 2));
      return {
        id: outer.attributes['id'] ?? '',
        label: outer.attributes['label'] ?? inner.attributes['value'] ?? '',
        tip: outer.attributes['tooltip'],
        link: outer.attributes['link'],
        parent,
        source,
        target,
        style: new Map(parts.map(([key = '', value = '']) => [key, value])),
        geometry: inner.children.find(({ name }) => name === 'mxGeometry'),
      };
    });
    this.cells = new Map(cells.map((cell) => [cell.id, cell]));
    // An id that is there twice, and a parent that comes after its child, would each lose a cell.
    expect(this.cells.size).toBe(cells.length);
    const seen = new Set<string>();
    for (const { id, parent } of cells) {
      expect(id === '0' || seen.has(parent), `${id} in ${parent}`).toBe(true);
      seen.add(id);
    }
  }

  get(id: string): Cell {
    const cell = this.cells.get(id);
    if (cell === undefined) throw new Error(`no cell ${id}`);
    return cell;
  }

  of(kind: string): readonly Cell[] {
    return [...this.cells.values()].filter(({ id }) => new RegExp(`^${kind}:[^/]+$`, 'u').test(id));
  }

  /** In coordinates of the picture. */
  box(id: string): Box {
    if (id === '0' || id === '1') return { x: 0, y: 0, width: 0, height: 0 };
    const { parent, geometry } = this.get(id);
    const outer = this.box(parent);
    const of = (name: string): number => Number(geometry?.attributes[name] ?? 0);
    return { x: outer.x + of('x'), y: outer.y + of('y'), width: of('width'), height: of('height') };
  }

  points({ source = '', target = '', parent, style, geometry }: Cell): readonly Point[] {
    const end = (key: string, box: Box): Point => ({
      x: box.x + box.width * Number(style.get(`${key}X`)) + Number(style.get(`${key}Dx`)),
      y: box.y + box.height * Number(style.get(`${key}Y`)) + Number(style.get(`${key}Dy`)),
    });
    const origin = this.box(parent);
    const bends = (geometry?.children ?? [])
      .flatMap(({ name, children }) => (name === 'Array' ? children : []))
      .map(({ attributes }) => ({ x: origin.x + Number(attributes['x']), y: origin.y + Number(attributes['y']) }));
    return [end('exit', this.box(source)), ...bends, end('entry', this.box(target))];
  }

  /** Where draw.io puts the label of a connector. */
  labelPoint(cell: Cell): Point {
    const points = this.points(cell);
    const lengths = points.slice(1).map((b, at) => Math.hypot(b.x - (points[at]?.x ?? 0), b.y - (points[at]?.y ?? 0)));
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    let left = ((Number(cell.geometry?.attributes['x']) + 1) / 2) * whole;
    const at = lengths.findIndex((length, index) => {
      if (left <= length + 0.01 || index === lengths.length - 1) return true;
      left -= length;
      return false;
    });
    const [a, b] = [points[at], points[at + 1]];
    const offset = cell.geometry?.children.find(({ attributes }) => attributes['as'] === 'offset');
    if (a === undefined || b === undefined || offset === undefined) throw new Error(`${cell.id} has no label`);
    const share = left / (lengths[at] ?? 1);
    return {
      x: a.x + (b.x - a.x) * share + Number(offset.attributes['x']),
      y: a.y + (b.y - a.y) * share + Number(offset.attributes['y']),
    };
  }
}

const draw = (of: Scene, more: Partial<RenderOptions> = {}): File =>
  new File(drawio.render(of, { ...options, ...more }));

/** Coordinates are written with two decimals, and each container may add half of the last one. */
const near = (a: number, b: number, by = 0.05): boolean => Math.abs(a - b) <= by;
const sameBox = (a: Box, b: Box): boolean =>
  near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.1 &&
  inner.y >= outer.y - 0.1 &&
  inner.x + inner.width <= outer.x + outer.width + 0.1 &&
  inner.y + inner.height <= outer.y + outer.height + 0.1;

function expectSameGeometry(file: File, of: Scene): void {
  const ids = (list: readonly { readonly id: string }[], kind: string): string[] =>
    list.map(({ id }) => `${kind}:${id}`);
  expect(file.of('node').map(({ id }) => id)).toEqual(ids(of.nodes, 'node'));
  expect(file.of('edge').map(({ id }) => id)).toEqual(ids(of.edges, 'edge'));
  for (const kind of ['lane', 'phase'] as const) {
    const bands = of.bands.filter((band) => band.kind === kind);
    // A phase that goes on in another column has a cell in each.
    const cellOf = new Map(
      bands.map((band, index) => {
        const before = bands.slice(0, index).filter(({ id }) => id === band.id).length;
        return [`${kind}:${band.id}${before === 0 ? '' : `:${before + 1}`}`, band] as const;
      }),
    );
    expect(
      file
        .of(kind)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...cellOf.keys()].sort());
    for (const [id, band] of cellOf) expect(sameBox(file.box(id), band.box), id).toBe(true);
  }
  for (const node of of.nodes) {
    const cell = file.get(`node:${node.id}`);
    expect(sameBox(file.box(cell.id), node.box), cell.id).toBe(true);
    expect(cell.parent).toBe(node.lane === undefined ? '1' : `lane:${node.lane}`);
    expect(cell.label.replaceAll('\n', ''), cell.id).toBe(
      node.runs
        .filter(({ role }) => node.type === 'fork' || node.type === 'join' || role !== 'caption')
        .map((run) => oneLine(run.text))
        .join(''),
    );
  }
  for (const edge of of.edges) {
    const cell = file.get(`edge:${edge.id}`);
    expect([cell.source, cell.target]).toEqual([`node:${edge.from}`, `node:${edge.to}`]);
    const points = file.points(cell);
    expect(points.length, cell.id).toBe(edge.points.length);
    points.forEach(({ x, y }, index) => {
      // From the rim of the clock, not from its middle.
      const trimmed = index === 0 && edge.kind === 'timeout';
      const [there, next] = [edge.points[index], edge.points[index + 1]];
      const off = Math.hypot(x - (there?.x ?? 0), y - (there?.y ?? 0));
      if (trimmed)
        expect(near(off, 8) && next !== undefined && (near(x, next.x) || near(y, next.y)), cell.id).toBe(true);
      else expect(off, `${cell.id} point ${index}`).toBeLessThan(0.1);
    });
    const home = cell.parent === '1' ? undefined : file.box(cell.parent);
    const inLane = cell.parent.startsWith('lane:');
    for (const { x, y } of points) {
      if (inLane && home !== undefined) expect(within({ x, y, width: 0, height: 0 }, home), cell.id).toBe(true);
    }
    const { label } = edge;
    if (label === undefined) continue;
    const place = file.labelPoint(cell);
    const [first] = label.runs;
    expect(near(place.x, first?.x ?? 0, 1), `${cell.id}: ${place.x} for ${first?.x ?? 0}`).toBe(true);
    expect(within({ ...place, width: 0, height: 0 }, label.box), cell.id).toBe(true);
  }
}

describe('a draw.io file', () => {
  it.each(['swimlane', 'flow'] as const)('has everything where the scene has it: %s', async (id) => {
    for (const direction of ['down', 'right'] as const) {
      const of = await sceneOf(id, direction);
      expectSameGeometry(draw(of), of);
    }
  });

  it.each(examples)('has everything where the scene has it: %s', { timeout: 60_000 }, async (_, process) => {
    for (const { id } of views) {
      const of = await layout(project(process, id, { language: process.language, direction: 'auto' }));
      expectSameGeometry(draw(of), of);
    }
  });

  it('is one page as large as the picture, uncompressed, and tells no date and no version', () => {
    const { text, model } = draw(scene);
    expect(parseXml(text).attributes).toEqual({ host: 'trackflow' });
    expect(Number(model.attributes['pageWidth'])).toBe(Math.ceil(scene.width));
    expect(Number(model.attributes['pageHeight'])).toBe(Math.ceil(scene.height));
    expect(draw(scene).text).toBe(text);
  });

  it('has its lanes as swimlanes of one pool, groups between the two', () => {
    const file = draw(scene);
    const lanes = file.of('lane');
    expect(lanes.length).toBeGreaterThan(2);
    for (const { id, parent, style } of lanes) {
      expect(style.has('swimlane'), id).toBe(true);
      expect(parent === 'pool' || file.get(parent).parent === 'pool', id).toBe(true);
      expect(within(file.box(id), file.box(parent)), id).toBe(true);
    }
    const groups = scene.bands.filter(({ kind }) => kind === 'group');
    expect(groups.length).toBeGreaterThan(0);
    expect([...file.cells.keys()].filter((id) => id.startsWith('group:'))).toHaveLength(groups.length);
    // draw.io stacks them side by side, without a gap, as they already are.
    const inPool = [...file.cells.values()].filter(({ parent, style }) => parent === 'pool' && style.has('swimlane'));
    const right = inPool.reduce((x, { id }) => {
      expect(file.box(id).x).toBeCloseTo(x, 1);
      return x + file.box(id).width;
    }, file.box('pool').x);
    expect(right).toBeCloseTo(file.box('pool').x + file.box('pool').width, 1);
  });

  it('has the names of lanes at the side where time runs to the right', async () => {
    const lane = draw(await sceneOf('swimlane', 'right')).of('lane')[0];
    expect(lane?.style.get('horizontal')).toBe('0');
    expect(draw(scene).of('lane')[0]?.style.get('horizontal')).toBe('1');
  });

  it('keeps the shapes', () => {
    const file = draw(scene);
    const shapes = new Map(scene.nodes.map(({ id, type }) => [type, file.get(`node:${id}`)] as const));
    expect(shapes.get('decision')?.style.has('rhombus')).toBe(true);
    expect(shapes.get('task')?.style.get('rounded')).toBe('1');
    expect(shapes.get('start')?.style.get('arcSize')).toBe('50');
    expect(shapes.get('subflow')?.style.get('double')).toBe('1');
    expect(shapes.get('fork')?.style.get('strokeColor')).toBe('none');
    const wait = scene.nodes.find(({ type }) => type === 'wait');
    expect(file.get(`node:${wait?.id ?? ''}/sign`).style.get('image')).toMatch(
      /^data:image\/svg\+xml,[A-Za-z0-9+/=]+$/u,
    );
    const timeout = scene.edges.find(({ kind }) => kind === 'timeout');
    expect(file.get(`edge:${timeout?.id ?? ''}`).style.get('dashed')).toBe('1');
    expect(file.get(`node:${timeout?.from ?? ''}/timeout`).parent).toBe(`node:${timeout?.from ?? ''}`);
  });

  it('draws stores and parties, what is only touched more calmly, and marks what moves', () => {
    const [a, b] = scene.nodes;
    if (a === undefined || b === undefined) throw new Error('two nodes are needed');
    const mark = {
      kind: 'personal',
      box: { x: 10, y: 10, width: 12, height: 12 },
      runs: [],
      title: '个人信息',
    } as const;
    const edges = scene.edges.map((edge) => ({
      ...edge,
      kind: 'data' as const,
      ...(edge.label && { label: { ...edge.label, marks: [mark] } }),
    }));
    const others = [
      { ...a, type: 'store' as const },
      { ...b, type: 'party' as const, dimmed: true as const },
    ];
    const file = draw({ ...scene, edges, nodes: [...others, ...scene.nodes.slice(2)] });
    expect(file.get(`node:${a.id}`).style.get('shape')).toBe('cylinder3');
    expect(file.get(`node:${b.id}`).style.get('double')).toBe('1');
    expect(file.get(`node:${b.id}`).style.get('fillColor')).not.toBe(file.get(`node:${a.id}`).style.get('fillColor'));
    const marked = edges.find(({ label }) => label !== undefined);
    const place = file.get(`edge:${marked?.id ?? ''}/mark-1`);
    expect(place.tip).toBe('个人信息');
    const at = file.labelPoint({ ...file.get(`edge:${marked?.id ?? ''}`), geometry: place.geometry });
    expect([near(at.x, 10, 1), near(at.y, 10, 1)]).toEqual([true, true]);
  });

  it('leads where its nodes lead, and never to a script', () => {
    const links = (href: string): Set<string | undefined> => {
      const nodes = scene.nodes.map((node) => ({ ...node, href }));
      return new Set(
        draw({ ...scene, nodes })
          .of('node')
          .map(({ link }) => link),
      );
    };
    expect(links('https://example.com/a?b=1&c=2')).toEqual(new Set(['https://example.com/a?b=1&c=2']));
    expect(links('./子流程.svg')).toEqual(new Set(['./子流程.svg']));
    expect(links('javascript:alert(1)')).toEqual(new Set([undefined]));
    expect(links('data:action/json,{}')).toEqual(new Set([undefined]));
  });

  it('has the ground that is asked for', () => {
    const ground = (more: Partial<RenderOptions>): string | undefined =>
      draw(scene, more).model.attributes['background'];
    expect(ground({})).toBe('#ffffff');
    expect(ground({ background: '#123456' })).toBe('#123456');
    expect(ground({ background: 'transparent' })).toBeUndefined();
    expect(ground({ theme: 'dark' })).not.toBe('#ffffff');
    expect(() => ground({ background: 'red;x' })).toThrow(/red;x/u);
  });
});

describe('text stays text', () => {
  const [someNode] = scene.nodes;
  /** A scene that is quickly read. */
  const small: Scene = { ...scene, bands: [], nodes: someNode === undefined ? [] : [someNode], edges: [], legend: [] };
  const retold = (said: string, scene: Scene): Scene => ({
    ...scene,
    title: said,
    heading: scene.heading.map((run) => ({ ...run, text: said })),
    bands: scene.bands.map((band) => ({ ...band, full: said, runs: band.runs.map((run) => ({ ...run, text: said })) })),
    nodes: scene.nodes.map((node) => ({ ...node, tip: said, runs: node.runs.map((run) => ({ ...run, text: said })) })),
    edges: scene.edges.map(({ label, ...edge }) => ({
      ...edge,
      ...(label && { label: { ...label, full: said, runs: label.runs.map((run) => ({ ...run, text: said })) } }),
    })),
  });
  const styles = (file: File): string[] => [...file.cells.values()].map(({ style }) => JSON.stringify([...style]));
  const said = (text: string, of: Scene, calm: readonly string[]): void => {
    const file = draw(retold(text, of));
    // No author's text gets into a style, and none is read as HTML: labels are plain, tool tips are escaped once more.
    expect(styles(file)).toEqual(calm);
    for (const { id, label, tip, style } of file.cells.values()) {
      if (id.length > 1 && !id.startsWith('legend:')) expect(style.get('html') ?? '', id).toBe('0');
      if (!/^node:[^/]+$/u.test(id)) continue;
      expect(new Set(label.split('\n'))).toEqual(new Set([oneLine(text)]));
      expect(tip).toBe(escapeText(printable(text)));
    }
  };

  it.each(hostileStrings.filter((text) => oneLine(text) !== ''))('%j', (text) => {
    said(text, scene, styles(draw(retold('安静', scene))));
  });

  it.skipIf(naughtyStrings === undefined)('naughty strings of ../shared/corpus', { timeout: 60_000 }, () => {
    const calm = styles(draw(retold('安静', small)));
    for (const text of naughtyStrings ?? []) if (oneLine(text) !== '') said(text, small, calm);
  });
});
