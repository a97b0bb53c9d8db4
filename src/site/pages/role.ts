/** The page of a role: what it does in every flow, from whom it takes over and to whom it hands over, and how it is reached. */
import type { Element, ElementContent } from 'hast';
import type { Process, ProcessNode } from '../../model/process.js';
import type { Language } from '../../model/text.js';
import { speaker, type Speaker } from '../../model/words/speaker.js';
import { nodeTarget } from '../../render/sop/document.js';
import { idOf, rankOf } from '../document.js';
import { h, type Content } from '../../render/html/tree.js';
import { fillParts, htmlOf, partSlot, textOf } from '../html.js';
import { handbookPrefix, type Handbooks } from '../handbooks.js';
import { pageHtml, type SiteFrame } from '../page.js';
import { sitePhrases, type SitePhrases } from '../phrases/index.js';
import { languageFor, linkBetween, pathOf, roleName, type PlannedFlow, type PlannedRole } from '../plan.js';
import type { SearchEntry } from '../search.js';
import type { SiteFile, Standing } from '../standing.js';
import { unbroken } from '../unbroken.js';

export interface RolePage {
  readonly file: SiteFile;
  readonly entries: readonly SearchEntry[];
}

export interface RolePageOptions {
  readonly handbooks: Handbooks;
  /** What all pages are made from. */
  readonly origin: string;
  readonly standing: Standing | undefined;
}

interface Part {
  readonly flow: PlannedFlow;
  readonly owner: string;
  readonly process: Process;
  readonly speak: Speaker;
  readonly phrases: SitePhrases;
  /** The page of the flow, from here. */
  readonly page: string;
  readonly foreign: Language | undefined;
  readonly handbooks: Handbooks;
}

export function rolePage(
  frame: SiteFrame,
  role: PlannedRole,
  language: Language,
  { handbooks, origin, standing }: RolePageOptions,
): RolePage {
  const phrases = sitePhrases(language);
  const path = pathOf(frame.plan, language, { kind: 'role', role });
  const title = roleName(role, language);
  const parts = role.parts.map(({ flow, owner }): Part => {
    const shown = languageFor(flow, language);
    return {
      flow,
      owner: owner.id,
      process: flow.process,
      speak: speaker(flow.process, shown),
      phrases,
      page: linkBetween(path, pathOf(frame.plan, shown, { kind: 'flow', flow })),
      foreign: shown === language ? undefined : shown,
      handbooks,
    };
  });
  const about = facts(role, language, phrases, frame, path);
  const steps = parts.flatMap(({ process, owner, speak }) =>
    process.nodes.filter((node) => node.owner === owner).map(speak.name),
  );
  const text = [textOf(about), ...steps].filter(Boolean).join(' ');
  const entries: readonly SearchEntry[] = [{ kind: 'role', title, flow: '', owner: '', path, text }];

  const said = new Map<Language, ReadonlySet<string>>();
  const above = ({ speak }: Part): ReadonlySet<string> => {
    const before = said.get(speak.language) ?? saidAbove(role.parts, speak.language);
    said.set(speak.language, before);
    return before;
  };
  const origins = originsOf(path, [origin, title, htmlOf(about)], parts, above, language);
  const from = origins?.get(path);
  if (origins && from !== undefined && standing?.isMadeFrom(path, from) === true)
    return { file: { path, origins }, entries };
  const before = origins && standing && standingParts(standing.text(path) ?? '');
  const sections = parts.map((part) => {
    const id = anchorOf(part);
    const own = origins?.get(`${path}#${id}`);
    const kept = own !== undefined && standing?.isMadeFrom(`${path}#${id}`, own) === true ? before?.get(id) : undefined;
    return kept ?? htmlOf(unbroken(partOf(part, above(part))));
  });
  const html = pageHtml(frame, {
    id: { kind: 'role', role },
    language,
    title,
    languages: frame.plan.languages,
    content: [
      h('h1', {}, title),
      about,
      parts.length > 1 ? contents(parts, phrases) : undefined,
      ...parts.map((_, index) => partSlot(index)),
    ],
  });
  return { file: { path, content: fillParts(html, sections), ...(origins && { origins }) }, entries };
}

/**
 * Of the page and of each of its parts: a part says nothing of what is around it but where the page of its flow is, so that one that comes
 * or goes leaves the others as they are. Undefined where nobody says which flows are the same as before.
 */
function originsOf(
  path: string,
  around: readonly string[],
  parts: readonly Part[],
  above: (part: Part) => ReadonlySet<string>,
  language: Language,
): ReadonlyMap<string, string> | undefined {
  const own = parts.map((part): readonly [string, string | undefined] => [
    `${path}#${anchorOf(part)}`,
    part.flow.version === undefined
      ? undefined
      : JSON.stringify([
          'part',
          part.flow.version,
          part.owner,
          language,
          part.speak.language,
          part.page,
          [...above(part)],
        ]),
  ]);
  const known = own.filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (known.length < own.length) return undefined;
  return new Map([...known, [path, JSON.stringify(['role', ...around, known])]]);
}

/** The parts of a page that was made so, by their anchors. There is no section within a part. */
function standingParts(page: string): ReadonlyMap<string, string> {
  const sections = page.matchAll(/<section class="chapter"[^>]*><h2 id="([^"]*)">.*?<\/section>/gsu);
  return new Map([...sections].map(([section, anchor = '']) => [anchor, section]));
}

function anchorOf({ flow }: Part): string {
  return `in-${flow.name}`;
}

function contents(parts: readonly Part[], phrases: SitePhrases): Element {
  return h(
    'nav',
    { class: 'contents', 'aria-label': phrases.flow.contents },
    h(
      'ul',
      {},
      ...parts.map(({ flow, process, speak, foreign }) => {
        const title = speak.name({ id: process.id, name: process.title });
        return h('li', { lang: foreign }, h('a', { href: `#in-${flow.name}` }, title));
      }),
    ),
  );
}

/** What is said of the role itself, by the first flow that says it. */
function facts(
  role: PlannedRole,
  language: Language,
  phrases: SitePhrases,
  { plan }: SiteFrame,
  here: string,
): Element {
  const found = <T>(ask: (part: PlannedRole['parts'][number], speak: Speaker) => T | undefined): T | undefined => {
    for (const part of role.parts) {
      const answer = ask(part, speaker(part.flow.process, language));
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  const text = (value: string): string | undefined => (value === '' ? undefined : value);
  const linkTo = (flow: PlannedFlow, id: string): Content => {
    const other = plan.roleOf(flow, id);
    return (
      other &&
      h(
        'a',
        { href: linkBetween(here, pathOf(plan, language, { kind: 'role', role: other })) },
        roleName(other, language),
      )
    );
  };
  const row = (label: string, value: Content): Content =>
    value === undefined ? undefined : [h('dt', {}, label), h('dd', {}, value)];
  const members = found(({ flow, owner }) =>
    owner.members.length > 0 ? owner.members.map((id) => h('li', {}, linkTo(flow, id))) : undefined,
  );
  return h(
    'div',
    {},
    ...paragraphsOf(found(({ owner }, speak) => text(speak.paragraph(owner.description))) ?? '').map((paragraph) =>
      h('p', { class: 'lead' }, paragraph),
    ),
    h(
      'dl',
      { class: 'facts' },
      row(
        phrases.role.kind,
        found(({ owner }, speak) => speak.words.ownerKinds[owner.kind]),
      ),
      row(
        phrases.role.parent,
        found(({ flow, owner }) => (owner.parent === undefined ? undefined : linkTo(flow, owner.parent))),
      ),
      row(phrases.role.members, members && h('ul', { class: 'inline' }, ...members)),
      row(
        phrases.role.contact,
        found(({ owner }, speak) => text(speak.line(owner.contact))),
      ),
    ),
  );
}

function partOf(part: Part, above: ReadonlySet<string>): Element {
  const { process, speak, page, foreign } = part;
  return h(
    'section',
    { class: 'chapter', lang: foreign },
    h(
      'h2',
      { id: anchorOf(part) },
      h('a', { href: page, hreflang: foreign }, speak.name({ id: process.id, name: process.title })),
    ),
    ...(handbookOf(part, above) ?? listsOf(part)),
  );
}

/** What the role works by; those who have none have the lists alone. */
function handbookOf(
  { flow, process, speak, owner, phrases, page, handbooks }: Part,
  above: ReadonlySet<string>,
): readonly Content[] | undefined {
  const blocks = handbooks(flow, owner, speak.language);
  if (blocks === undefined) return undefined;
  const prefix = handbookPrefix(flow);
  const steps = new Map(process.nodes.map((node) => [prefix + nodeTarget(node.id), node]));
  return withoutSaid(blocks, `${prefix}section-role`, above, phrases.role.above).flatMap((block): Content[] => {
    const step = block.type === 'element' && rankOf(block) > 0 ? steps.get(idOf(block)) : undefined;
    if (step === undefined) return [block];
    const href = `${page}#${encodeURIComponent(nodeTarget(step.id))}`;
    return [block, h('p', { class: 'to-picture' }, h('a', { href }, phrases.flow.showInPicture))];
  });
}

/** What the top of the page says of the role, as texts without the stop at their end. */
function saidAbove(parts: PlannedRole['parts'], language: Language): ReadonlySet<string> {
  const first = (ask: (part: PlannedRole['parts'][number], speak: Speaker) => readonly string[]): readonly string[] =>
    parts.map((part) => ask(part, speaker(part.flow.process, language))).find((texts) => texts.length > 0) ?? [];
  const names = ({ flow }: PlannedRole['parts'][number], speak: Speaker, ids: readonly string[]): readonly string[] => {
    const known = ids.flatMap((id) => flow.process.owners.find((owner) => owner.id === id) ?? []);
    return known.length === 0 ? [] : [speak.words.list(known.map(speak.name))];
  };
  return new Set(
    [
      ...first(({ owner }, speak) => paragraphsOf(speak.paragraph(owner.description))),
      ...first(({ owner }, speak) => [speak.words.ownerKinds[owner.kind]]),
      ...first((part, speak) => names(part, speak, part.owner.parent === undefined ? [] : [part.owner.parent])),
      ...first((part, speak) => names(part, speak, part.owner.members)),
      ...first(({ owner }, speak) => [speak.line(owner.contact)].filter(Boolean)),
    ].map(bare),
  );
}

function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n[ \t]*\n/u).filter((paragraph) => paragraph.trim() !== '');
}

function bare(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[。.]$/u, '');
}

/** The blocks without what the section of this id repeats; `instead` where it says nothing else. */
function withoutSaid(
  blocks: readonly ElementContent[],
  section: string,
  said: ReadonlySet<string>,
  instead: string,
): readonly ElementContent[] {
  const start = blocks.findIndex((block) => block.type === 'element' && idOf(block) === section);
  if (start < 0) return blocks;
  const next = blocks.findIndex((block, at) => at > start && block.type === 'element' && rankOf(block) > 0);
  const end = next < 0 ? blocks.length : next;
  const kept = blocks.slice(start + 1, end).flatMap((block): readonly ElementContent[] => {
    if (block.type !== 'element') return [block];
    if (block.tagName !== 'ul') return said.has(bare(textOf(block))) ? [] : [block];
    const items = block.children.filter((item) => item.type !== 'element' || !said.has(bare(valueOf(item))));
    return items.some(({ type }) => type === 'element') ? [{ ...block, children: items }] : [];
  });
  const says = kept.some(({ type }) => type === 'element');
  return [...blocks.slice(0, start + 1), ...(says ? kept : [h('p', {}, instead)]), ...blocks.slice(end)];
}

/** Of an item of a list of properties: what stands behind the label and its colon. */
function valueOf(item: Element): string {
  const label = item.children
    .flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]))
    .find((child) => child.type === 'element');
  const text = textOf(item);
  return label?.tagName === 'strong' ? text.slice(textOf(label).length).replace(/^[：:]/u, '') : text;
}

function listsOf(part: Part): readonly Content[] {
  const { process, speak, owner, phrases } = part;
  const own = process.nodes.filter((node) => node.owner === owner);
  const others = (label: string, has: (node: ProcessNode) => boolean): Content => {
    const nodes = process.nodes.filter(has);
    return nodes.length === 0
      ? undefined
      : [h('h3', {}, label), h('ul', { class: 'steps' }, ...nodes.map((node) => h('li', {}, stepLink(part, node))))];
  };
  const named = (label: string, elements: readonly { readonly id: string }[]): Content =>
    elements.length === 0
      ? undefined
      : [
          h('h3', {}, label),
          h('ul', { class: 'steps' }, ...elements.map((element) => h('li', {}, speak.name(element)))),
        ];
  const content = [
    own.length === 0 ? undefined : [h('h3', {}, phrases.role.does), stepTable(part, own)],
    others(phrases.role.answers, (node) => node.accountable === owner && node.owner !== owner),
    others(phrases.role.consulted, (node) => node.consulted.includes(owner)),
    others(phrases.role.informed, (node) => node.informed.includes(owner)),
    named(
      phrases.role.kpis,
      process.kpis.filter((kpi) => kpi.owner === owner),
    ),
    named(
      phrases.role.stores,
      process.stores.filter((store) => store.owner === owner),
    ),
  ].filter((block) => block !== undefined);
  return content.length === 0 ? [h('p', {}, phrases.role.nothing)] : content;
}

function stepLink({ page, speak }: Part, node: ProcessNode): Element {
  return h('a', { href: `${page}#${encodeURIComponent(nodeTarget(node.id))}` }, speak.name(node));
}

function stepTable(part: Part, own: readonly ProcessNode[]): Element {
  const { process, speak, phrases } = part;
  const { role } = phrases;
  const nodes = new Map(process.nodes.map((node) => [node.id, node]));
  const owners = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
  /** Only where it comes from others, or goes to others. */
  const handover = (ids: readonly string[]): Content => {
    const steps = [...new Set(ids)]
      .flatMap((id) => nodes.get(id) ?? [])
      .filter(({ owner }) => owner !== undefined && owner !== part.owner);
    return steps.flatMap((node, index) => [
      index === 0 ? '' : h('br', {}),
      `${owners.get(node.owner ?? '') ?? ''}${phrases.colon}`,
      stepLink(part, node),
    ]);
  };
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, ...[role.step, role.sla, role.from, role.to].map((label) => h('th', { scope: 'col' }, label))),
      ),
      h(
        'tbody',
        {},
        ...own.map((node) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, stepLink(part, node)),
            h('td', {}, node.sla === undefined ? '' : speak.words.duration(node.sla)),
            h('td', {}, handover(process.edges.filter(({ to }) => to === node.id).map(({ from }) => from))),
            h('td', {}, handover(process.edges.filter(({ from }) => from === node.id).map(({ to }) => to))),
          ),
        ),
      ),
    ),
  );
}
