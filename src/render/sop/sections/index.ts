/** The sections of an SOP in the order of the document: a new one is a file in this folder and a line here. */
import { approval } from './approval.js';
import { control } from './control.js';
import { data } from './data.js';
import { diagram } from './diagram.js';
import { kpis } from './kpis.js';
import { plan } from './plan.js';
import { procedure } from './procedure.js';
import { purpose } from './purpose.js';
import { related } from './related.js';
import { risks } from './risks.js';
import { roles } from './roles.js';
import { scope } from './scope.js';
import { terms } from './terms.js';

export const sections = [
  control,
  purpose,
  scope,
  roles,
  terms,
  diagram,
  procedure,
  plan,
  data,
  kpis,
  risks,
  related,
  approval,
] as const;
