/**
 * The sections of an SOP: a new one is a file in this folder, a line here, and its place in the orders below.
 *
 * Chinese and English quality documents have them in different orders. Those in front bear no number: in a Chinese document they are
 * its cover, with the signatures.
 */
import type { Language } from '../../../model/text.js';
import { inLanguage } from '../../../model/words/index.js';
import type { SectionId, TemplateSection } from '../../../model/sop-template.js';
import { appendix } from './appendix.js';
import { approval } from './approval.js';
import { control } from './control.js';
import { data } from './data.js';
import { diagram } from './diagram.js';
import { escalations } from './escalations.js';
import { history } from './history.js';
import { kpis } from './kpis.js';
import { plan } from './plan.js';
import { procedure } from './procedure.js';
import { purpose } from './purpose.js';
import { records } from './records.js';
import { related } from './related.js';
import { risks } from './risks.js';
import { roles } from './roles.js';
import { scope } from './scope.js';
import { terms } from './terms.js';

export const sections = [
  control,
  approval,
  history,
  purpose,
  scope,
  roles,
  terms,
  diagram,
  procedure,
  escalations,
  plan,
  data,
  kpis,
  risks,
  related,
  records,
  appendix,
] as const;

/** Cover and control pages come first and bear no number. */
interface Order {
  readonly front: readonly SectionId[];
  readonly body: readonly SectionId[];
}

const inTheMiddle = [
  'diagram',
  'procedure',
  'escalations',
  'plan',
  'data',
  'kpis',
  'risks',
  'related',
  'records',
] as const;

const orders: { readonly zh: Order; readonly en: Order } = {
  zh: {
    front: ['control', 'approval', 'history'],
    body: ['purpose', 'scope', 'roles', 'terms', ...inTheMiddle, 'appendix'],
  },
  en: {
    front: ['control', 'history'],
    body: ['purpose', 'scope', 'terms', 'roles', ...inTheMiddle, 'approval', 'appendix'],
  },
};

/** The document of an organisation that has no form of its own. */
export function defaultSections(language: Language): readonly TemplateSection[] {
  const { front, body } = inLanguage(language, orders);
  return [...front, ...body].map((section) => ({ section }));
}

export function isNumbered(section: SectionId | undefined, language: Language): boolean {
  return section === undefined || inLanguage(language, orders).body.includes(section);
}
