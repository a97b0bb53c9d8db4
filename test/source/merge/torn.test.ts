/** Texts torn at random, most of them no sound YAML any more: a merge never fails, and never loses what a side has put in. */
import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../../src/source/merge/index.js';
import { random, randomModel, textOf } from './random.js';

const labels = { ours: 'ours', base: 'base', theirs: 'theirs' };

function torn(text: string, seed: number, mark: string): string {
  const draw = random(seed);
  const lines = text.split('\n');
  for (let count = draw(3); count >= 0; count--) {
    const at = draw(lines.length);
    const line = lines[at] ?? '';
    const word = `${mark}${String(count)};`;
    switch (draw(7)) {
      case 0:
        lines.splice(at, 1 + draw(3));
        break;
      case 1:
        lines.splice(at, 0, lines[draw(lines.length)] ?? '');
        break;
      case 2:
        lines[at] = `${line} # ${word}`;
        break;
      case 3:
        lines[at] = `  ${line}`;
        break;
      case 4:
        lines.splice(at, 0, `${/^ */u.exec(line)?.[0] ?? ''}# ${word}`);
        break;
      case 5:
        lines[at] = line.replace(/: [\w-]+/u, `: ${word}`);
        break;
      default:
        lines.splice(draw(lines.length), 0, ...lines.splice(at, 2));
    }
  }
  return lines.join('\n');
}

describe('300 torn texts', () => {
  it('are merged without a loss', { timeout: 120_000 }, () => {
    const ways = new Map<string, number>();
    for (let seed = 0; seed < 300; seed++) {
      const base = textOf(randomModel(random(seed % 20)));
      const [ours, theirs] = [torn(base, seed * 2 + 1, 'Ours'), torn(base, seed * 2 + 2, 'Theirs')];
      const style = { size: 7, withBase: seed % 2 === 0, labels };
      const { text, by, conflicts } = mergeTexts({ base, ours, theirs }, style);
      const way = `${by} ${conflicts > 0 ? 'conflict' : 'clean'}`;
      ways.set(way, (ways.get(way) ?? 0) + 1);
      for (const [word] of `${ours}${theirs}`.matchAll(/(?:Ours|Theirs)\d;/gu))
        expect({ seed, text }).toEqual({ seed, text: expect.stringContaining(word) as unknown });
      expect(text).not.toContain('\u0001');
      expect(mergeTexts({ base, ours, theirs: ours }, style).text).toBe(ours);
      expect(mergeTexts({ base, ours: base, theirs }, style).text).toBe(theirs);
    }
    expect([...ways.keys()].sort()).toEqual(
      expect.arrayContaining(['ids clean', 'ids conflict', 'lines clean', 'lines conflict']),
    );
  });
});
