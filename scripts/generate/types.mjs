/**
 * TypeScript types of what an author wrote, from a JSON Schema.
 *
 * The schema is shaped for editors and for single, clear errors: a node picks its branch by `if`, a property stands
 * beside its `$ref` with words of its own. The type generator wants unions and named references instead, so the schema is
 * rewritten here first. Validation never sees the rewritten form.
 */
import { compile } from 'json-schema-to-typescript';

/** `name` is the exported name of the root type; every definition `owner` becomes `OwnerDefinition`. */
export async function types(schema, name, banner) {
  const { $defs = {}, ...root } = schema;
  // What only lends its properties to others is no type of its own.
  const lenders = new Set(
    Object.keys($defs).filter((key) => JSON.stringify(schema).includes(`#/$defs/${key}/properties/`)),
  );
  const definitions = Object.fromEntries(
    Object.entries($defs)
      .filter(([key]) => !lenders.has(key))
      .map(([key, definition]) => [key, { ...plain(definition, $defs), title: typeName(key) }]),
  );
  const text = await compile({ ...plain(root, $defs), title: name, definitions }, name, {
    bannerComment: '',
    unreachableDefinitions: true,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120, trailingComma: 'all' },
  });
  return `${banner}\n${tidy(text)}`;
}

function typeName(key) {
  return `${key[0].toUpperCase()}${key.slice(1)}Definition`;
}

/** The same meaning in words that the type generator understands; titles go, because each would become a type. */
function plain(schema, definitions) {
  if (typeof schema !== 'object' || schema === null) return schema;
  const {
    $ref,
    description,
    if: condition,
    then,
    else: otherwise,
    allOf,
    properties,
    items,
    additionalProperties,
    ...rest
  } = schema;
  const words = description === undefined ? {} : { description };

  if ($ref?.includes('/properties/')) return plain(resolve($ref, definitions), definitions);
  // A reference with words beside it loses its name, unless it is wrapped.
  if ($ref !== undefined) {
    const reference = { $ref: $ref.replace('#/$defs/', '#/definitions/') };
    return description === undefined ? reference : { ...words, allOf: [reference] };
  }
  const choices = alternatives(schema);
  if (choices !== undefined) return { ...words, anyOf: choices.map((choice) => plain(choice, definitions)) };

  const result = { ...words };
  for (const key of ['type', 'enum', 'const', 'required']) if (key in rest) result[key] = rest[key];
  if (properties) result.properties = mapValues(properties, (value) => plain(value, definitions));
  if (items) result.items = plain(items, definitions);
  if (additionalProperties !== undefined) result.additionalProperties = plain(additionalProperties, definitions);
  return result;
}

/** The definitions between which `if` chooses; undefined where it only forbids or demands properties. */
function alternatives(schema) {
  if (schema.allOf) return schema.allOf.map(({ then }) => then);
  if (schema.then?.$ref === undefined) return undefined;
  return [schema.then, ...(alternatives(schema.else) ?? [schema.else])];
}

function resolve($ref, definitions) {
  return $ref
    .slice('#/$defs/'.length)
    .split('/')
    .reduce((schema, key) => schema[key], definitions);
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** Without the generator's cross-references, and read-only, as every stage of the pipeline is. */
function tidy(text) {
  return text
    .replace(/ \*\s*\n \* This interface was referenced by [^\n]*\n \* via the `definition` [^\n]*\n/gu, '')
    .replace(/\/\*\*\n \* This interface was referenced by [^\n]*\n \* via the `definition` [^\n]*\n \*\/\n/gu, '')
    .replace(/^( +)(\[k: string\]|'?[\w-]+'?\??)(?=: )/gmu, '$1readonly $2')
    .replace(/^(export type \w+ =) (\w+)\[\];$/gmu, '$1 readonly $2[];');
}
