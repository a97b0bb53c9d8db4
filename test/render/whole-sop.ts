/** What must hold of the SOP of any process in any of its languages. */
import GithubSlugger from 'github-slugger';
import { expect } from 'vitest';
import { printable } from '../../src/base/printable.js';
import type { Element, Process } from '../../src/model/process.js';
import { say } from '../../src/model/text.js';
import { sop } from '../../src/render/formats/sop.js';
import { toMarkdown } from '../../src/render/document/markdown.js';
import { textsOf } from '../fixtures/texts.js';
import { everyNode, parseMarkdown, plainText } from './markdown-parser.js';

/**
 * The process without what it takes from libraries and never names: a library is shared with flows that are about something else. What
 * is left out is told by looking for ids in the data, which knows nothing of how the SOP decides it.
 */
export function withoutOthers(of: Process): Process {
  const naming = (...parts: unknown[]): string => JSON.stringify(parts);
  const { nodes, edges, document, kpis } = of;
  const flow = naming(nodes, edges, document, kpis);
  const known = <E extends Element>(elements: readonly E[], where: string): readonly E[] =>
    elements.filter(({ id, span }) => span.file === of.file || where.includes(JSON.stringify(id)));
  const stores = known(of.stores, flow);
  const segments = known(of.segments, flow);
  const active = flow + naming(stores);
  const parents = naming(known(of.owners, active).map(({ parent }) => parent));
  return { ...of, stores, segments, phases: known(of.phases, flow), owners: known(of.owners, active + parents) };
}

export async function expectWhole(of: Process, language: string): Promise<void> {
  const options = { language, theme: 'auto', mermaidDiagram: 'flowchart', diagramLinks: [`${of.id}.svg`] } as const;
  const markdown = await sop.render(of, options);
  const tree = parseMarkdown(markdown);

  // Every text of the process is there.
  const page = plainText(tree);
  for (const [path, said] of textsOf(withoutOthers(of))) {
    for (const line of printable(say(said, language, of.language)).split('\n')) {
      expect(page, path).toContain(line.replace(/[ \t]+/gu, ' ').trim());
    }
  }
  // Written again, it is the same document.
  expect(parseMarkdown(await toMarkdown(tree))).toEqual(tree);
  // Every reference leads to a heading.
  const slugger = new GithubSlugger();
  const anchors = new Set(
    tree.children.flatMap((block) => (block.type === 'heading' ? [`#${slugger.slug(plainText(block))}`] : [])),
  );
  const links = everyNode(tree).flatMap((found) =>
    found.type === 'link' && found.url.startsWith('#') ? [found.url] : [],
  );
  expect(links.filter((url) => !anchors.has(decodeURI(url)))).toEqual([]);
  // No chapter without content, no column and no table without a word, nothing unsaid.
  tree.children.forEach((block, index) => {
    const next = tree.children[index + 1];
    if (block.type === 'heading')
      expect(next !== undefined && (next.type !== 'heading' || next.depth > block.depth), plainText(block)).toBe(true);
    if (block.type === 'table') {
      const [head, ...rows] = block.children;
      expect(rows.length).toBeGreaterThan(0);
      head?.children.forEach((cell, column) => {
        expect(plainText(cell)).not.toBe('');
        expect(rows.some((row) => plainText(row.children[column] ?? { type: 'text', value: '' }) !== '')).toBe(true);
      });
    }
  });
  expect(markdown).not.toMatch(/undefined|\[object|NaN|\{\w+\}/u);
}
