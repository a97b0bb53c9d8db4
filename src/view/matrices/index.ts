/** The registry of matrices: a new matrix is a file in this folder and a line here. */
import { cadence } from './cadence.js';
import { controls } from './controls.js';
import { crud } from './crud.js';
import { dataDictionary } from './data-dictionary.js';
import { handoffs } from './handoffs.js';
import { kpi } from './kpi.js';
import { raci } from './raci.js';

export const matrices = [raci, crud, kpi, cadence, controls, dataDictionary, handoffs] as const;
