/** What stands above a picture of a difference: how much has changed, what to look at twice, and what the picture cannot show. */
import type { Head, Panel } from '../../layout/index.js';
import type { Difference } from '../../model/difference.js';
import type { Language } from '../../model/text.js';
import { changeLooks, type ChangeLook, type LegendEntry } from '../../model/view.js';
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
  const { title, summary, wordings, risks, voice } = tell(difference, said);
  const { headings, more } = voice.phrases;
  const [own, along] = parted(difference);
  const changes = [
    ...sentencesOf(tell(own, said).sections, voice, phrases),
    ...(['added', 'removed'] as const).flatMap((status): readonly Sentence[] => {
      const count = along.filter((edge) => edge.status === status).length;
      return count === 0 ? [] : [{ text: phrases.along(voice.phrases.counted(count, 'edge', status)), look: status }];
    }),
  ];
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
    summary: summary.length === 0 ? voice.phrases.wordings(wordings, true) : summary.join(voice.words.list(['', ''])),
    panels: panels.filter((panel) => panel.sentences.length > 0),
    legend: withMarks(legend, changes, phrases),
  };
}

/** The marks in front of the sentences, too: a connection that leads elsewhere is new and gone in the picture, and changed in the list. */
function withMarks(
  legend: readonly LegendEntry[],
  sentences: readonly Sentence[],
  phrases: ComparisonPhrases,
): readonly LegendEntry[] {
  const entries = changeLooks.flatMap((look): readonly LegendEntry[] => {
    const kind = `change-${look}` as const;
    const drawn = legend.find((entry) => entry.kind === kind);
    if (drawn !== undefined) return [drawn];
    return sentences.some((sentence) => sentence.look === look) ? [{ kind, text: phrases.looks[look] }] : [];
  });
  return [...entries, ...legend.filter((entry) => !entries.includes(entry))];
}

/**
 * As the pictures' font can set it: its curly quotes are those of Chinese, as wide as an ideograph, whatever the text is. Between Latin
 * letters straight ones stand.
 */
export function withLatinQuotes(head: Head, language: Language): Head {
  if (['zh', 'ja', 'ko'].includes(language.split('-')[0] ?? '')) return head;
  const straight = (text: string): string => text.replace(/[“”„]/gu, '"').replace(/[‘’‚]/gu, "'");
  return {
    ...head,
    title: straight(head.title),
    subtitle: straight(head.subtitle),
    summary: straight(head.summary),
    panels: head.panels.map((panel) => ({
      ...panel,
      sentences: panel.sentences.map((sentence) => ({ ...sentence, text: straight(sentence.text) })),
    })),
  };
}

/** A step that is new or gone has its connections with it: how many is enough. */
function parted(difference: Difference): readonly [own: Difference, along: Difference['edges']] {
  const whole = new Set(
    difference.nodes.flatMap(({ status, before, after }) => (status === 'changed' ? [] : [after?.id ?? before?.id])),
  );
  const trivial = ({ status, before, after }: Difference['edges'][number]): boolean => {
    const edge = after ?? before;
    return status !== 'changed' && (whole.has(edge?.from.id) || whole.has(edge?.to.id));
  };
  return [
    { ...difference, edges: difference.edges.filter((edge) => !trivial(edge)) },
    difference.edges.filter(trivial),
  ];
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
