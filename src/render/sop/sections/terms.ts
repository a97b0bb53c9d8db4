/** Definitions: the classes of customers, the data and systems by name, and the words that this document uses in its own sense. */
import type { RootContent } from 'mdast';
import { printable } from '../../../base/printable.js';
import { capital, labelled, table } from '../../document/blocks.js';
import { distinct } from '../distinct.js';
import type { Section, Sop } from '../sop.js';

function segments(sop: Sop): RootContent[] {
  const { segment, rule, description } = sop.phrases.terms;
  return table(
    [segment, rule, description],
    distinct(sop.parts, ({ process }) => process.segments).map(([part, one]) => [
      part.name(one),
      part.line(one.rule),
      part.line(one.description),
    ]),
  );
}

function stores(sop: Sop): RootContent[] {
  const { store, kind, system, description } = sop.phrases.terms;
  return table(
    [store, kind, system, description],
    distinct(sop.parts, ({ process }) => process.stores).map(([part, one]) => [
      part.name(one),
      part.words.storeKinds[one.kind],
      part.line(one.system),
      part.line(one.description),
    ]),
  );
}

/** Only those that the document uses: a reader should not look for what is not there. */
function ownWords(sop: Sop): RootContent[] {
  const { node, meanings, terms } = sop.phrases;
  const nodes = sop.parts.flatMap(({ process }) => process.nodes);
  const used = {
    owner: nodes.some(({ owner }) => owner !== undefined),
    accountable: nodes.some(({ accountable }) => accountable !== undefined),
    consulted: nodes.some(({ consulted }) => consulted.length > 0),
    informed: nodes.some(({ informed }) => informed.length > 0),
    sla: nodes.some(({ sla }) => sla !== undefined),
    effort: nodes.some(({ effort }) => effort !== undefined),
    timeout: nodes.some(({ timeout }) => timeout !== undefined),
    joins: nodes.some(({ type }) => type === 'join'),
  };
  const ids = Object.keys(meanings) as (keyof typeof meanings)[];
  return table(
    [terms.word, terms.meaning],
    ids.filter((id) => used[id]).map((id) => [node[id], capital(meanings[id])]),
  );
}

function vocabulary(sop: Sop): RootContent[] {
  const { use, not, because } = sop.phrases.terms;
  const plain = (text = ''): string => printable(text, { singleLine: true }).trim();
  return table(
    [use, not, because],
    (sop.options.terms ?? []).map((term) => [
      plain(term.use),
      sop.words.list(term.not.map((word) => plain(word))),
      plain(term.because),
    ]),
  );
}

export const terms: Section = {
  id: 'terms',
  summary:
    'customer segments and their rules, data and systems, the words of this document, the vocabulary of the project',
  blocks(sop) {
    const label = sop.phrases.terms;
    return [
      ...labelled(label.segments, segments(sop)),
      ...labelled(label.stores, stores(sop)),
      ...labelled(label.vocabulary, vocabulary(sop)),
      ...labelled(label.words, ownWords(sop)),
    ];
  },
};
