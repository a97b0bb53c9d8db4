/** The options of `render` that say how a picture is made: what they do, and that none is taken without doing anything. */
import { describe, expect, it } from 'vitest';
import { readPng } from '../fixtures/png.js';
import { cli } from './cli.js';
import { good } from './flows.js';

const files = { 'a.flow.yaml': good };

const picture = async (line: string, name: string): Promise<Uint8Array> => {
  const ran = await cli(line, { files });
  expect({ exit: ran.exit, stderr: ran.stderr }).toEqual({ exit: 0, stderr: `wrote ${name}\n` });
  return ran.host.files.read(`/project/${name}`);
};

describe('a PNG', () => {
  it('is as large as asked', async () => {
    const { width } = readPng(await picture('render -o a.png --scale 1', 'a.png'));
    expect(readPng(await picture('render -o a.png --scale 1.5', 'a.png')).width).toBe(Math.round(width * 1.5));
    expect(readPng(await picture('render -o a.png', 'a.png')).width).toBe(2 * width);
    expect(readPng(await picture('render -o a.png --width 640', 'a.png')).width).toBe(640);
  });

  it('stands on what is asked', async () => {
    const ground = async (options: string): Promise<readonly number[]> =>
      readPng(await picture(`render -o a.png --scale 1 ${options}`, 'a.png')).pixel(1, 1);
    expect(await ground('')).toEqual([255, 255, 255, 255]);
    expect(await ground('--background #abc')).toEqual([0xaa, 0xbb, 0xcc, 255]);
    expect(await ground('--background transparent')).toEqual([0, 0, 0, 0]);
  });

  it('goes to stdout as bytes', async () => {
    const ran = await cli('render a.flow.yaml -f png -o -', { files });
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toContain('PNG');
  });

  it('too large for any program is made smaller, and that is said', async () => {
    const ran = await cli('render -o a.png --width 30000 --background #fff', {
      files: { 'a.flow.yaml': good.replace('zh: 线索跟进', 'zh: 王喆的线索') },
    });
    expect(ran.exit).toBe(0);
    expect(ran.stderr).toMatch(/^wrote a\.png\na\.png: drawn with \d+ × \d+ pixels: 30000 × /u);
    expect(ran.stderr).toMatch(/\na\.png: our font has no 喆 \(U\+5586\): /u);
  });
});

describe('an SVG', () => {
  it('has its fonts in it when asked, and only then', async () => {
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const embedded = text(await picture('render -o a.svg --embed-fonts', 'a.svg'));
    expect(embedded).toContain('@font-face{font-family:"Noto Sans SC";font-weight:400;src:url(data:font/woff2;base64,');
    expect(text(await picture('render -o a.svg', 'a.svg'))).not.toContain('@font-face');
  });
});

describe('refused', () => {
  it.each([
    ['render -f png --scale 0', /--scale is "0"/u],
    ['render -f png --scale big', /--scale is "big"/u],
    ['render -f png --scale 1e9', /--scale is "1e9"/u],
    ['render -f png --width 8', /--width is "8"/u],
    ['render -f png --width 12.5', /--width is "12.5"/u],
    ['render -f png --width 800 --scale 2', /both say how large/u],
    ['render -f png --background red', /--background is "red"/u],
    ["render -f svg --background 'url(x)'", /--background is "url\(x\)"/u],
    ['render -f svg --scale 2', /--scale is for png, and none of that kind is drawn/u],
    ['render --width 800', /--width is for png/u],
    ['render -f mermaid,json --background #fff', /--background is for svg, png, pdf/u],
    ['render -f png,pdf --embed-fonts', /--embed-fonts is for svg/u],
  ])('%s', async (line, complaint) => {
    const ran = await cli(line, { files });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toMatch(complaint);
    expect(ran.host.written).toEqual([]);
  });
});
