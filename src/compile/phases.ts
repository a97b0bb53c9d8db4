/** Phases and segments: the simplest entries, names and texts only. */
import type { Phase, Segment } from '../model/process.js';
import { nameOf, optionalText, textsOf, type Context } from './context.js';

export function compilePhases(context: Context): readonly Phase[] {
  return Array.from(context.sections.phases.values(), ({ id, definition, home, span }) => ({
    id,
    span,
    name: nameOf(context, home, id, definition.name),
    ...optionalText(context, home, 'description', definition.description),
    entry: textsOf(context, home, definition.entry),
    exit: textsOf(context, home, definition.exit),
  }));
}

export function compileSegments(context: Context): readonly Segment[] {
  return Array.from(context.sections.segments.values(), ({ id, definition, home, span }) => ({
    id,
    span,
    name: nameOf(context, home, id, definition.name),
    ...optionalText(context, home, 'rule', definition.rule),
    ...optionalText(context, home, 'description', definition.description),
  }));
}
