/**
 * What a document consists of, where its organisation has a form of its own: sections in their order, with words of its own.
 */
import type { Text } from './text.js';

export const sectionIds = [
  'control',
  'approval',
  'history',
  'purpose',
  'scope',
  'roles',
  'terms',
  'diagram',
  'procedure',
  'escalations',
  'plan',
  'data',
  'kpis',
  'risks',
  'related',
  'records',
  'appendix',
] as const;
export type SectionId = (typeof sectionIds)[number];

export interface TemplateSection {
  /** Absent for a section that is all its author's own. */
  readonly section?: SectionId;
  readonly heading?: Text;
  /** Plain paragraphs in front of what the section says. */
  readonly text?: Text;
  /** And after it. */
  readonly after?: Text;
  readonly numbered?: boolean;
}

export interface SopTemplate {
  /** With `{title}` and `{number}` of the document in it. */
  readonly title?: Text;
  readonly sections: readonly TemplateSection[];
}
