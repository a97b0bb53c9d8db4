/**
 * The document that is asked for: the whole procedure, or the handbook of one role. Every form of documents, Markdown, HTML and Word, is
 * made of this tree.
 */
import type { Root } from 'mdast';
import type { Process } from '../model/process.js';
import type { RenderOptions } from './format.js';
import { handbookDocument } from './handbook/document.js';
import { sopDocument } from './sop/document.js';

export function documentOf(process: Process, options: RenderOptions): Root {
  if (options.owner === undefined) return sopDocument(process, options);
  const owner = process.owners.find(({ id }) => id === options.owner);
  if (owner === undefined) throw new Error(`${process.file} has no owner '${options.owner}'`);
  return handbookDocument(process, owner, options);
}
