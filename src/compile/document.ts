/** Document control and objective: what stands on the first page of the SOP. */
import { quote } from '../base/quote.js';
import type { DocumentControl, Objective, RelatedDocument, Review } from '../model/process.js';
import type { FlowDefinition, RelatedDocumentDefinition } from '../schema/index.js';
import { complain, optionalText, textOf, type Context } from './context.js';
import { daysShort } from './dates.js';
import type { Home, Path } from './entries.js';
import { optionalDuration } from './quantities.js';
import { resolve, resolveAll } from './references.js';

export function compileObjective(
  context: Context,
  home: Home,
  written: NonNullable<FlowDefinition['objective']>,
): Objective {
  const { goal, scope } = written;
  return {
    ...optionalText(context, home, 'goal', goal),
    ...(scope && {
      scope: { ...optionalText(context, home, 'from', scope.from), ...optionalText(context, home, 'to', scope.to) },
    }),
  };
}

export function compileDocument(
  context: Context,
  home: Home,
  written: NonNullable<FlowDefinition['document']>,
): DocumentControl {
  const { number, version, status, effective, owner, reviewers, approvers, review, related } = written;
  const keeper = resolve(context, 'owner', owner, home, ['document', 'owner']);
  return {
    ...(number !== undefined && { number }),
    ...(version !== undefined && { version }),
    ...(status && { status }),
    ...date(context, home, 'effective', effective, ['document', 'effective']),
    ...(keeper !== undefined && { owner: keeper }),
    reviewers: resolveAll(context, 'owner', reviewers, home, ['document', 'reviewers']),
    approvers: resolveAll(context, 'owner', approvers, home, ['document', 'approvers']),
    ...(review && { review: reviewOf(context, home, review) }),
    related: documents(context, home, related),
  };
}

/** Documents named at a node, or beside the whole process. */
export function documents(
  context: Context,
  home: Home,
  written: readonly RelatedDocumentDefinition[] | undefined,
): readonly RelatedDocument[] {
  return (written ?? []).map(({ name, link }) => ({
    name: textOf(context, home, name),
    ...(link !== undefined && { link }),
  }));
}

function reviewOf(
  context: Context,
  home: Home,
  { every, last }: NonNullable<NonNullable<FlowDefinition['document']>['review']>,
): Review {
  return { ...optionalDuration('every', every), ...date(context, home, 'last', last, ['document', 'review', 'last']) };
}

function date<K extends string>(
  context: Context,
  home: Home,
  key: K,
  written: string | undefined,
  path: Path,
): { readonly [P in K]?: string } {
  const days = written === undefined ? undefined : daysShort(written);
  if (written === undefined || days !== undefined) {
    if (days !== undefined) {
      complain(
        context,
        home,
        'date-impossible',
        `There is no day ${quote(written ?? '')}: that month has ${days} days.`,
        path,
      );
    }
    return {};
  }
  return { [key]: written } as { readonly [P in K]?: string };
}
