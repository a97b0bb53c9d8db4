/** What stands above a picture of a difference: how much has changed, what to look at twice, and what the picture cannot show. */
import type { Head, Panel } from '../../layout/index.js';
import type { Difference } from '../../model/difference.js';
import type { Language } from '../../model/text.js';
import type { ChangeLook, LegendEntry } from '../../model/view.js';
import { tell, type Detail, type Entry, type Section } from '../../report/changes/telling.js';
import type { Voice } from '../../report/changes/values.js';
import { comparisonPhrases, type ComparisonPhrases } from './phrases.js';

export function headOf(
  difference: Difference,
  language: Language,
  subtitle: string,
  legend: readonly LegendEntry[],
): Head {
  const phrases = comparisonPhrases(language);
  const said = { language, content: language, wording: false } as const;
  const { title, summary, risks, voice } = tell(difference, said);
  const { headings, more } = voice.phrases;
  const changes = sentencesOf(tell(withoutTrivial(difference), said).sections, voice, phrases);
  const panels: Panel[] = [
    {
      title: `⚠ ${headings.risks}`,
      tone: 'alarm' as const,
      sentences: risks.map((text, index) => ({ text, number: index + 1 })),
      more,
    },
    { title: headings.changes, tone: 'plain' as const, sentences: changes, more },
  ];
  return {
    title: phrases.title(title),
    subtitle,
    summary: summary.join(voice.words.list(['', ''])),
    panels: panels.filter((panel) => panel.sentences.length > 0),
    legend,
  };
}

/** A step that is new or gone has its connections with it: that goes without saying. */
function withoutTrivial(difference: Difference): Difference {
  const whole = new Set(
    difference.nodes.flatMap(({ status, before, after }) => (status === 'changed' ? [] : [after?.id ?? before?.id])),
  );
  const trivial = ({ status, before, after }: Difference['edges'][number]): boolean => {
    const edge = after ?? before;
    return status !== 'changed' && (whole.has(edge?.from.id) || whole.has(edge?.to.id));
  };
  return { ...difference, edges: difference.edges.filter((edge) => !trivial(edge)) };
}

type Sentence = Panel['sentences'][number];

/** Steps first, connections last: what is between has no place in the picture. */
function sentencesOf(sections: readonly Section[], voice: Voice, phrases: ComparisonPhrases): readonly Sentence[] {
  const { sections: names, kinds } = voice.phrases;
  const known: Readonly<Record<string, string>> = {
    [names.node]: '',
    [names.course]: '',
    [names.edge]: kinds.edge,
    [names.owner]: kinds.owner,
    [names.phase]: kinds.phase,
    [names.segment]: kinds.segment,
    [names.data]: kinds.store,
    [names.kpi]: kinds.kpi,
  };
  const rank = ({ title }: Section): number =>
    title === names.course ? 0 : title === names.node ? 1 : title === names.edge ? 3 : 2;
  return [...sections]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(({ title, entries }) =>
      entries.map((entry) => {
        const sentence = sentenceOf(known[title] ?? title, entry, voice, phrases);
        // Elsewhere is only where a step has another owner or phase.
        const leads = entry.sign === '→' && (title === names.edge || title === names.course);
        return leads ? { ...sentence, look: 'changed' } : sentence;
      }),
    );
}

const lookOf: Readonly<Record<Entry['sign'], ChangeLook>> = {
  '+': 'added',
  '−': 'removed',
  '~': 'changed',
  '→': 'moved',
};

function sentenceOf(
  kind: string,
  { sign, title, tags, details }: Entry,
  voice: Voice,
  phrases: ComparisonPhrases,
): Sentence {
  const named = tags.length === 0 ? title : `${title} (${tags.join(' · ')})`;
  const what = details.map((detail) => detailOf(detail, voice, phrases)).join('; ');
  return {
    text: `${kind === '' ? '' : `${kind}${phrases.colon}`}${named}${what === '' ? '' : ` — ${what}`}`,
    look: lookOf[sign],
  };
}

function detailOf(
  { label, before, after, added = [], removed = [], reordered }: Detail,
  { phrases }: Voice,
  { colon }: ComparisonPhrases,
): string {
  if (reordered === true) return `${label}${colon}${phrases.reordered}`;
  const lists = [...removed.map((item) => `－${item}`), ...added.map((item) => `＋${item}`)];
  const values = lists.length > 0 ? lists.join(' ') : `${before ?? phrases.nothing} → ${after ?? phrases.nothing}`;
  return `${label}${colon}${values}`;
}
