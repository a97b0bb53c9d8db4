/**
 * The outline of a schema: for each definition what may stand where, without patterns, words and examples.
 *
 * With it `src/schema` follows the path of a fault from the root down, knows what was meant to stand there, and which keys
 * the map at that place has. Far smaller than the schema, and read only when there is a fault.
 */
export function outline(schema) {
  const { $defs, ...root } = schema;
  const nameOf = namer($defs);
  const shapes = { root: shape(root, nameOf) };
  for (const [name, definition] of Object.entries($defs)) shapes[name] = shape(definition, nameOf);
  return shapes;
}

export function outlineModule(outlines, banner) {
  const entries = Object.entries(outlines).map(
    ([name, shapes]) => `export const ${name}: Outline = ${JSON.stringify(shapes, null, 2)};`,
  );
  return `${banner}\nimport type { Outline } from '../shape.js';\n\n${entries.join('\n\n')}\n`;
}

function shape(definition, nameOf) {
  const choices = choose(definition, nameOf);
  if (choices) return choices;
  const { properties, required = [], items, propertyNames, additionalProperties, enum: values, type } = definition;
  if (properties) {
    return {
      kind: 'object',
      properties: mapValues(properties, nameOf),
      required: [...required, ...(definition.else?.required ?? [])],
    };
  }
  if (items) return { kind: 'list', items: nameOf(items) };
  if (additionalProperties) return { kind: 'map', keys: nameOf(propertyNames), entries: nameOf(additionalProperties) };
  if (values) return { kind: 'choice', values };
  return { kind: 'scalar', type: [type].flat() };
}

/** What `if` decides by: the type of the value, the presence of a key, or the `type` of a node. */
function choose({ if: condition, then, else: otherwise, allOf, properties: own }, nameOf) {
  if (allOf) {
    const cases = allOf.map(({ if: { properties, required }, then: chosen }) => [
      properties.type.const,
      nameOf(chosen),
      required,
    ]);
    return {
      kind: 'by-property',
      property: 'type',
      values: nameOf(own.type),
      cases: Object.fromEntries(cases.map(([value, name]) => [value, name])),
      fallback: cases.find(([, , required]) => required === undefined)[1],
    };
  }
  if (then?.$ref === undefined) return undefined;
  if (condition.required)
    return { kind: 'by-key', key: condition.required[0], then: nameOf(then), otherwise: nameOf(otherwise) };
  const nested = otherwise.$ref === undefined ? choose(otherwise, nameOf).types : { object: nameOf(otherwise) };
  return { kind: 'by-type', types: { [condition.type]: nameOf(then), ...nested } };
}

/** The name of the definition that a schema refers to, be it through a property that another definition lends. */
function namer(definitions) {
  const nameOf = (schema) => {
    if (schema.$ref === undefined) return schema.const === undefined ? schema.type : 'constant';
    const [name, , property] = schema.$ref.slice('#/$defs/'.length).split('/');
    return property === undefined ? name : nameOf(definitions[name].properties[property]);
  };
  return nameOf;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
