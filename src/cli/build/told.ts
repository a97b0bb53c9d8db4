/** Findings as they are remembered: with files as the project knows them, wherever the command was run. */
import type { Diagnostic, Span } from '../../model/diagnostic.js';

export function withFiles(diagnostic: Diagnostic, name: (file: string) => string): Diagnostic {
  const { span, related, fix, ...rest } = diagnostic;
  const at = (place: Span): Span => ({ ...place, file: name(place.file) });
  return {
    ...rest,
    ...(span && { span: at(span) }),
    ...(related && { related: related.map((each) => ({ ...each, span: at(each.span) })) }),
    ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, file: name(edit.file) })) } }),
  };
}
