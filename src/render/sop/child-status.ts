/**
 * Child flows whose procedure is part of the document have documents of their own, with versions and statuses of their own: an approved
 * document must not pass off a draft as approved.
 */
import { documentStatuses, type ChildDocument, type DocumentStatus, type SubflowNode } from '../../model/process.js';
import { printable } from '../../base/printable.js';
import { capital, fill, inline, properties, type Inline } from '../document/blocks.js';
import type { RootContent } from 'mdast';
import type { Sop } from './sop.js';

/** Number, version and status, where the child flow says them. */
export function childControl(part: Sop): RootContent[] {
  const { number, version, status, effective } = part.process.document ?? {};
  const label = part.phrases.control;
  const plain = (text = ''): string => printable(text, { singleLine: true }).trim();
  return properties(
    [
      [label.number, plain(number)],
      [label.version, plain(version)],
      [label.status, status === undefined ? '' : capital(part.words.statuses[status])],
      [label.effective, plain(effective)],
    ],
    part.phrases.colon,
  );
}

const rank = (status: DocumentStatus): number => documentStatuses.indexOf(status);

/** A warning where the child flow is less approved than the document that it is in; nothing where either says no status. */
export function childWarning(main: Sop, part: Sop): Inline {
  return part.chapter === undefined ? '' : warning(main, part.title, part.process.document?.status);
}

function warning({ process, phrases, words }: Sop, title: string, status: DocumentStatus | undefined): Inline {
  const around = process.document?.status;
  if (status === undefined || around === undefined) return '';
  const { open, retired } = phrases.child;
  if (status === 'retired') return around === 'retired' ? '' : fill(retired, { title });
  if (around === 'retired' || rank(status) >= rank(around)) return '';
  return fill(open, { title, status: capital(words.statuses[status]) });
}

type Child = NonNullable<SubflowNode['child']>;

/** The child flows whose documents stand beside this one, each once, with the part that leads to it first. */
export function childrenBeside({ parts, partOf }: Sop): readonly (readonly [Sop, SubflowNode, Child])[] {
  const found = new Map<string, readonly [Sop, SubflowNode, Child]>();
  for (const part of parts) {
    for (const node of part.process.nodes) {
      if (node.type !== 'subflow' || node.child === undefined || partOf(node.child.file)) continue;
      if (!found.has(node.child.file)) found.set(node.child.file, [part, node, node.child]);
    }
  }
  return [...found.values()];
}

/** For the cover: of the children that are part of the document, then of those beside it. */
export function childWarnings(main: Sop): readonly Inline[] {
  return [
    ...main.parts.map((part) => childWarning(main, part)),
    ...childrenBeside(main).map(([part, node, { title, document }]) =>
      warning(main, part.line(title) || node.flow, document?.status),
    ),
  ];
}

/** `QP-2 · 版本 0.3 · 草稿`: which document a child beside this one is; empty where it does not say. */
export function childEdition(
  { phrases, words }: Sop,
  { number = '', version = '', status }: ChildDocument = {},
): string {
  const plain = (text: string): string => printable(text, { singleLine: true }).trim();
  const edition = plain(version);
  return [
    plain(number),
    edition === '' ? '' : phrases.child.version.replace('{version}', () => edition),
    status === undefined ? '' : words.statuses[status],
  ]
    .filter((said) => said !== '')
    .join(phrases.comma);
}

/** One paragraph for each, in bold: nobody may read past it. */
export function warned(warning: Inline): RootContent[] {
  return warning.length === 0 ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: inline(warning) }] }];
}
