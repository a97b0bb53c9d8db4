/** Bytes to data and places: what a good file gives, whatever it looks like. */
import { describe, expect, it } from 'vitest';
import { readSource, type Source } from '../../src/source/index.js';
import { cpuTime } from '../setup/cpu-time.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string): Source {
  const { value, diagnostics } = readSource('a.yaml', bytes(text));
  if (value === undefined || diagnostics.length > 0)
    throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return value;
}

describe('data', () => {
  it('is what YAML 1.2 says: dates and yes/no are texts', () => {
    const { data } = read(
      'date: 2026-11-22\nyes: no\nnumber: 2.10\nhex: 0x1F\ntrue: false\nnothing:\ntilde: ~\ntime: 12:30\n',
    );
    expect(data).toEqual({
      date: '2026-11-22',
      yes: 'no',
      number: 2.1,
      hex: 31,
      true: false,
      nothing: null,
      tilde: null,
      time: '12:30',
    });
  });

  it('has the keys as they are written', () => {
    const { a } = read('a: {x2026: 1, 1.0: 2, true: 3, null: 4, "": 5, 0x1F: 6, 客户: 7}\n').data as { a: object };
    expect(Object.keys(a)).toEqual(['x2026', '1.0', 'true', 'null', '', '0x1F', '客户']);
  });

  it('has own properties only, whatever they are called', () => {
    const { data } = read('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 2}}\ntoString: 3\n');
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(data)).toContain('"__proto__":{"polluted":1}');
  });

  it('is shared where the file shares it', () => {
    const { data } = read('a: &x [1, {b: 2}]\nc: *x\nd: [*x, *x]\n');
    const { a, c, d } = data as { a: unknown; c: unknown; d: unknown[] };
    expect(c).toBe(a);
    expect(d).toEqual([a, a]);
  });

  it('of a text over several lines has its line breaks', () => {
    expect(read('a: |\n  一\n  二\nb: >\n  c\n  d\ne: "f\n  g"\n').data).toEqual({
      a: '一\n二\n',
      b: 'c d\n',
      e: 'f g',
    });
  });

  it('of a JSON file is the same', () => {
    const json = { a: [1, 'b', null, true], c: { d: 'e: f', '#': '\u0001' } };
    expect(read(JSON.stringify(json)).data).toEqual(json);
  });

  it('may be empty where that is allowed', () => {
    const { value, diagnostics } = readSource('a.yaml', bytes('# all commented out\n'), { allowEmpty: true });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ data: {}, sound: true });
  });
});

describe('places', () => {
  const text = [
    '# 注释',
    'title: 客户跟进',
    'nodes:',
    '  start: {type: start, next: 😀a}',
    '  "call": # 电话',
    '    steps:',
    '      - 查重',
    '      - {zh: 拨号, en: Dial}',
    '    empty:',
    '    long: |',
    '      一',
    '      二',
    '',
    'shared: &s [x, y]',
    'again: *s',
    '',
  ].join('\n');
  const source = read(text);
  /** `4:24-4:26 😀a` */
  const at = (path: (string | number)[], part?: 'key' | 'value'): string => {
    const { start, end } = source.locate(path, part);
    return `${start.line}:${start.column}-${end.line}:${end.column} ${source.text.slice(start.offset, end.offset)}`;
  };

  it.each([
    [['title'], 'value', '2:8-2:12 客户跟进'],
    [['title'], 'key', '2:1-2:6 title'],
    [['nodes', 'start', 'next'], 'value', '4:30-4:32 😀a'],
    [['nodes', 'start'], 'key', '4:3-4:8 start'],
    [['nodes', 'call'], 'key', '5:3-5:9 "call"'],
    [['nodes', 'call', 'steps', 0], 'value', '7:9-7:11 查重'],
    [['nodes', 'call', 'steps', 1, 'en'], 'value', '8:22-8:26 Dial'],
    [['nodes', 'call', 'steps', 1], 'key', '8:9-8:27 {zh: 拨号, en: Dial}'],
    [['shared', 1], 'value', '14:16-14:17 y'],
  ] as const)('%j %s', (path, part, expected) => {
    expect(at([...path], part)).toBe(expected);
  });

  it('of something empty is its key', () => {
    expect(at(['nodes', 'call', 'empty'])).toBe('9:5-9:10 empty');
  });

  it('of a text block ends with its last word', () => {
    expect(at(['nodes', 'call', 'long'])).toBe('10:11-12:8 |\n      一\n      二');
  });

  it('of something behind an alias is where it is written', () => {
    expect(at(['again', 0])).toBe('14:13-14:14 x');
    expect(at(['again'])).toBe('15:8-15:10 *s');
  });

  it('of something that is not there is the key of the nearest thing that is', () => {
    expect(at(['nodes', 'start', 'owner'])).toBe('4:3-4:8 start');
    expect(at(['nodes', 'call', 'steps', 7])).toBe('6:5-6:10 steps');
    expect(at(['nodes', 'call', 'steps', 'x'])).toBe('6:5-6:10 steps');
    expect(at(['title', 'zh', 'x'])).toBe('2:1-2:6 title');
    expect(at(['owners'])).toBe('2:1-2:12 title: 客户跟进');
  });

  it('are the same with CRLF', () => {
    const windows = read(text.replaceAll('\n', '\r\n'));
    const { start, end } = windows.locate(['nodes', 'call', 'steps', 1, 'en']);
    expect([start.line, start.column, end.column]).toEqual([8, 22, 26]);
    expect(windows.lines[3]).toBe('  start: {type: start, next: 😀a}');
    expect(windows.lines).toEqual(source.lines);
  });

  it('do not count a byte order mark', () => {
    const marked = read(`\uFEFF${text}`);
    expect(marked.text).toBe(text);
    expect(marked.locate(['title'], 'key').start).toEqual({ line: 2, column: 1, offset: text.indexOf('title') });
  });

  it('in a file of one long line are found as fast', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `n${index}`);
    const long = read(JSON.stringify({ nodes: Object.fromEntries(ids.map((id) => [id, { name: `😀${id}` }])) }));
    const before = cpuTime();
    for (const id of ids) long.locate(['nodes', id, 'name']);
    expect(cpuTime() - before).toBeLessThan(3000);
  });
});

describe('a file that is not sound', () => {
  it('says each undecided conflict of a merge once, with its lines, and nothing else', () => {
    const conflict = (size: number): string =>
      `${'<'.repeat(size)} HEAD\r\na: 1\r\n${'|'.repeat(size)} base\r\n${'='.repeat(size)}\r\na: [\r\n${'>'.repeat(size)} main`;
    const { diagnostics } = readSource('a.yaml', bytes(`x: 1\r\n${conflict(7)}\r\ny: 2\r\n${conflict(12)}`));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['file-conflict', 'A merge conflict is undecided here (lines 2–7).'],
      ['file-conflict', 'A merge conflict is undecided here (lines 9–14).'],
    ]);
  });

  it.each(['a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> main\n', '# <<<<<<< HEAD\n# =======\n# >>>>>>> main\na: 1\n'])(
    'is not one whose text tells of a conflict: %j',
    (text) => {
      expect(readSource('a.yaml', bytes(text)).diagnostics).toEqual([]);
    },
  );

  it('still has its lines, and a guess at its data', () => {
    const { value } = readSource('a.yaml', bytes('title: 客户\nnodes:\n\tstart: {}\n'));
    expect(value).toMatchObject({ sound: false, lines: ['title: 客户', 'nodes:', '\tstart: {}', ''] });
  });

  it('that is no text has nothing', () => {
    expect(readSource('a.yaml', Uint8Array.of(0xff, 0xfe, 0x41)).value).toBeUndefined();
  });
});
