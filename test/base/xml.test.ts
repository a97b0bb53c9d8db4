import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/base/printable.js';
import {
  block,
  element,
  escapeAttribute,
  escapeText,
  formatNumber,
  writeXml,
  xmlDocument,
} from '../../src/base/xml.js';

describe('xml', () => {
  it('writes elements, attributes in the order given, and text', () => {
    expect(writeXml(element('text', { y: 12, x: 3.14159, class: 'node', fill: undefined }, 'A & B'))).toBe(
      '<text y="12" x="3.14" class="node">A &amp; B</text>',
    );
    expect(writeXml(element('g'))).toBe('<g/>');
    expect(writeXml(element('g', {}, undefined, ''))).toBe('<g/>');
  });

  it('indents only blocks', () => {
    const tree = block('svg', {}, element('text', {}, element('tspan', {}, 'a'), 'b'), block('g', {}, element('path')));
    expect(xmlDocument(tree)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<svg>',
        '  <text><tspan>a</tspan>b</text>',
        '  <g>',
        '    <path/>',
        '  </g>',
        '</svg>',
        '',
      ].join('\n'),
    );
  });

  it('never lets text become markup', () => {
    const hostile = "\"><script>alert('1')</script>&nbsp;]]>\u0000";
    expect(writeXml(element('a', { title: hostile }, hostile))).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;nbsp;]]&gt;\uFFFD">' +
        "\"&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;nbsp;]]&gt;\uFFFD</a>",
    );
  });

  it('keeps line ends and tabs of attributes through reading', () => {
    expect(escapeAttribute('a\r\nb\tc')).toBe('a&#10;b&#9;c');
    expect(escapeText('a\r\nb\tc')).toBe('a\nb\tc');
  });

  it('rejects names that are not names: that is a bug of ours', () => {
    expect(() => writeXml(element('a b'))).toThrow(TypeError);
    expect(() => writeXml(element('a', { 'on"click': 1 }))).toThrow(TypeError);
    expect(() => writeXml(element('svg', { 'xlink:href': '#a', 'aria-label': 'x' }))).not.toThrow();
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [-0.001, '0'],
    [1, '1'],
    [1.5, '1.5'],
    [1.005, '1'],
    [2.675, '2.68'],
    [-3.14159, '-3.14'],
    [1234567.891, '1234567.89'],
  ])('number %d → %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('refuses numbers that are none', () => {
    expect(() => formatNumber(Number.NaN)).toThrow(TypeError);
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow(TypeError);
  });

  const corpus = new URL('../../../shared/corpus/strings/naughty-strings.json', import.meta.url);
  it.skipIf(!existsSync(corpus))('survives every naughty string (skipped where the corpus is absent)', () => {
    const strings = JSON.parse(readFileSync(corpus, 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(500);
    for (const text of strings) {
      const written = writeXml(element('t', { a: text }, text));
      const parts = /^<t a="([^"<>]*)"(?:\/>|>([^<>]*)<\/t>)$/.exec(written);
      expect(parts, written).not.toBeNull();
      expect(decode(parts?.[1] ?? '')).toBe(printable(text));
      expect(decode(parts?.[2] ?? '')).toBe(printable(text));
    }
  });
});

/** What an XML reader makes of escaped text; an ampersand that begins no known entity would be an error there. */
function decode(escaped: string): string {
  return escaped.replace(/&(?:amp|lt|gt|quot|#(\d+));|&/g, (entity, code: string | undefined) => {
    const named: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
    const character = code === undefined ? named[entity] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`Bare ampersand in ${escaped}`);
    return character;
  });
}
