/** The forms of a difference that are pictures, which need a layout and load it when they are asked for. */
import { html } from './html.js';
import { png } from './png.js';
import { svg } from './svg.js';

export const comparisonForms = [svg, png, html] as const;
