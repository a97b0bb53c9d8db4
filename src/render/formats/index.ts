/** The registry of formats: a new format is a file in this folder and a line here. */
import { csv } from './csv.js';
import { docx } from './docx.js';
import { drawio } from './drawio.js';
import { html } from './html.js';
import { ics } from './ics.js';
import { json } from './json.js';
import { md } from './md.js';
import { mermaid } from './mermaid.js';
import { pdf } from './pdf.js';
import { png } from './png.js';
import { sop } from './sop.js';
import { sopHtml } from './sop-html.js';
import { svg } from './svg.js';

export const formats = [svg, png, pdf, drawio, mermaid, sop, sopHtml, docx, json, md, csv, html, ics] as const;
