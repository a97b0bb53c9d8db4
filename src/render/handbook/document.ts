/**
 * Process and owner → the handbook of a role, as a finished document: only what this role does, with checklists to work by.
 */
import type { Root } from 'mdast';
import type { Owner, Process } from '../../model/process.js';
import { fill, heading } from '../document/blocks.js';
import { finish } from '../document/numbering.js';
import type { RenderOptions } from '../format.js';
import { createHandbook, type HandbookSection } from './handbook.js';
import type { HandbookPhrases } from './phrases/index.js';
import { sopDocument } from '../sop/document.js';
import { sections } from './sections/index.js';

/** `procedure`: the SOP with the same options, for those who make many handbooks of one process. */
export function handbookDocument(
  process: Process,
  owner: Owner,
  options: RenderOptions,
  procedure = sopDocument(process, options),
): Root {
  const handbook = createHandbook(process, owner, options);
  const { phrases, sop } = handbook;
  const chapters = sections.flatMap(({ id, unnumbered, blocks }: HandbookSection) => {
    const content = blocks(handbook);
    const data = { id: `section-${id}`, ...(unnumbered === undefined ? {} : { unnumbered }) };
    return content.length === 0 ? [] : [heading(2, phrases.sections[id], data), ...content];
  });
  const title = fill(phrases.title, { role: sop.name(owner), process: sop.title });
  const draft: Root = { type: 'root', children: [heading(1, title, { id: 'title' }), ...chapters] };
  return finish(withProcedureNumbers(draft, procedure, phrases));
}

/** A step has a number here and another in the procedure, by which colleagues speak of it: both are said. */
function withProcedureNumbers(draft: Root, procedure: Root, { step, procedure: below }: HandbookPhrases): Root {
  const numbers = new Map(
    procedure.children.flatMap((block) =>
      block.type === 'heading' && block.data?.id !== undefined ? [[block.data.id, block.data.number]] : [],
    ),
  );
  const children = draft.children.map((block) => {
    if (block.type !== 'heading' || block.data?.apart === undefined) return block;
    const number = numbers.get(block.data.id ?? '');
    return number === undefined
      ? block
      : {
          ...block,
          data: {
            ...block.data,
            apart: step.replace('{procedure}', number),
            below: below.replace('{procedure}', number),
          },
        };
  });
  return { type: 'root', children };
}
