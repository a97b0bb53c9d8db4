/** The sections of a handbook in the order of the document: a new one is a file in this folder and a line here. */
import { basis } from './basis.js';
import { contacts } from './contacts.js';
import { data } from './data.js';
import { escalations } from './escalations.js';
import { forms } from './forms.js';
import { hands } from './hands.js';
import { joins } from './joins.js';
import { keeps } from './keeps.js';
import { kpis } from './kpis.js';
import { plan } from './plan.js';
import { receives } from './receives.js';
import { role } from './role.js';
import { steps } from './steps.js';
import { work } from './work.js';

export const sections = [
  basis,
  role,
  steps,
  receives,
  hands,
  work,
  joins,
  escalations,
  plan,
  data,
  keeps,
  kpis,
  contacts,
  forms,
] as const;
