/** The mistakes that show while data is built, in the author's words. Separate from building, which only knows nodes. */
import { quote, quoteSome } from '../base/quote.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Span } from '../model/diagnostic.js';
import type { Mistake } from './data.js';
import { colonHint, noEntry, noKey, oddSpaceAt, remedyOf, wideColonAfterKey, wideFault } from './syntax-words.js';
import { endOfLine, endOfWords, firstWord, startOfLine } from './text-places.js';

/** The maps whose keys are ids, so that a second one may be something else. */
const ofIds: ReadonlySet<string> = new Set(['owners', 'phases', 'segments', 'stores', 'kpis', 'nodes', 'fields']);

/** What the parser took for a key is one, a full-width colon, and the beginning of what is meant to stand behind it. */
const bracketAfterKey = /^[ -]*[^[\]{}]+[[{]/u;

function twice(key: string, under: string): string {
  if (ofIds.has(under)) return 'Delete one of the two, or give it another id.';
  if (key !== 'next') return 'Delete one of the two.';
  return 'If exactly one of them is taken, let a decision (type: decision) follow; if all are walked at the same time, a fork (type: fork).';
}

export function dataWords(
  mistake: Mistake,
  text: string,
  file: string,
  span: (from: number, to: number) => Span,
): Diagnostic {
  const [from, to] = mistake.at.range;
  const at = span(from, Math.min(to, endOfWords(text, from)));
  switch (mistake.kind) {
    case 'duplicate': {
      const [only = '', ...more] = mistake.keys;
      const message = `${quoteSome(mistake.keys)} ${more.length === 0 ? 'is' : 'are'} given twice here.`;
      const hint =
        more.length === 0
          ? twice(only, mistake.under)
          : 'If they belong to something else, look for the line with its id: it is missing, or its indentation is wrong.';
      const related = [
        { message: `${quote(only)} is first given here`, span: span(mistake.first.range[0], mistake.first.range[1]) },
      ];
      return diagnose('yaml-duplicate-key', message, at, { hint, related });
    }
    case 'colon':
      return diagnose('yaml-colon-missing', noEntry(mistake.key), at, {
        hint: colonHint(mistake.key),
      });
    case 'wide':
    case 'odd-space': {
      const fault =
        mistake.kind === 'wide'
          ? ((bracketAfterKey.test(text.slice(startOfLine(text, from), to))
              ? wideColonAfterKey(text, from)
              : undefined) ?? wideFault(text.slice(from, to), from))
          : oddSpaceAt(from, text.slice(from, from + 1));
      if (fault === undefined) return diagnose('yaml-colon-missing', noEntry(text.slice(from, to)), at);
      return diagnose(fault.code, fault.message, span(fault.from, fault.to), remedyOf(fault, file));
    }
    case 'key': {
      const colon = firstWord(text, from);
      if (from === to && text[colon] === ':')
        return diagnose('yaml-key', 'Nothing stands before this colon.', span(colon, colon + 1), {
          hint: 'An entry is written `key: value`: write its key, or take it away.',
        });
      const { code, message, hint } = noKey(text, from);
      return diagnose(code, message, at, { ...(hint !== undefined && { hint }) });
    }
    case 'merge':
      return diagnose('yaml-merge-key', 'The merge key << is not part of the flow language.', at, {
        hint: 'Write the properties out; what several flows share goes into a library named in `use`.',
      });
    case 'swallowed': {
      const item = firstWord(text, endOfLine(text, from));
      return diagnose(
        'yaml-indent',
        'This list item is indented deeper than the text before it, which swallows it.',
        span(item, endOfWords(text, item)),
        {
          hint: 'All items of a list start in the same column. If it is one text, put it in quotes.',
        },
      );
    }
    case 'unused-anchor': {
      const sign = text.lastIndexOf(`&${mistake.name}`, from);
      return diagnose(
        'yaml-anchor-unused',
        `${quote(`&${mistake.name}`)} marks this place for an alias, and no alias uses it.`,
        span(sign, sign + mistake.name.length + 1),
        {
          hint: `If the & belongs to the text, put the whole text in quotes.`,
        },
      );
    }
    case 'unknown-alias':
      return diagnose(
        'yaml-alias',
        `Nothing above is marked ${quote(`&${mistake.name}`)}, so ${quote(`*${mistake.name}`)} stands for nothing.`,
        at,
        {
          hint: 'If the * belongs to the text, put the whole text in quotes.',
        },
      );
    case 'own-alias':
      return diagnose('yaml-alias', `${quote(`*${mistake.name}`)} stands inside the part that it stands for.`, at);
    case 'bomb':
      return diagnose('yaml-alias-bomb', 'The aliases up to here repeat more values than a flow can need.', at, {
        hint: 'Write out what is meant, or move it into a library named in `use`.',
      });
    case 'deep-alias':
      return diagnose('yaml-too-deep', 'With what this alias stands for, the file is nested too deeply.', at);
  }
}
