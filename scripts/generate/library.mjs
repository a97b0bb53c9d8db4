/**
 * schemas/library.schema.json: the definition `library` of flow.schema.json as a schema of its own, with all it refers to.
 *
 * Editors take one file per kind of document, and `trackflow schema library` prints one that works wherever it is saved. Kept in
 * git because editors read it in a fresh clone; a test holds it to its source.
 */
import { format } from 'prettier';

export async function librarySchema(flow) {
  const { library, ...others } = flow.$defs;
  const needed = new Set();
  collect(library, others, needed);
  const { title, description, ...rest } = library;
  const schema = {
    $schema: flow.$schema,
    $id: flow.$id.replace('flow.schema.json', 'library.schema.json'),
    $comment: 'Made by `npm run generate` from flow.schema.json: change it there.',
    title,
    description,
    ...rest,
    $defs: Object.fromEntries(Object.entries(others).filter(([name]) => needed.has(name))),
  };
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
}

function collect(schema, definitions, needed) {
  if (typeof schema !== 'object' || schema === null) return;
  const name = schema.$ref?.slice('#/$defs/'.length).split('/')[0];
  if (name !== undefined && !needed.has(name)) {
    needed.add(name);
    collect(definitions[name], definitions, needed);
  }
  for (const inner of Object.values(schema)) collect(inner, definitions, needed);
}
