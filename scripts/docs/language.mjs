/**
 * The reference of a schema: one heading for everything that has properties, in the order in which a reader meets it, and the small
 * values at the end.
 */
import { stringify } from 'yaml';
import { anchor, code, fenced, table } from './markdown.mjs';

const flow = (value) =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd();

export function reference(schema, title) {
  const defs = schema.$defs;
  const named = (ref) => {
    const target = ref
      .replace('#/', '')
      .split('/')
      .reduce((at, key) => at[key], schema);
    return { name: ref.split('/').at(-1), schema: target };
  };
  const heading = (name) => (name === '' ? title : defs[name].title);
  const link = (name) => `[${heading(name)}](${anchor(heading(name))})`;

  /** What may stand there, in words. */
  const kind = (property) => {
    const { $ref, const: only, enum: values } = property;
    if ($ref !== undefined) return kindOfDef($ref.split('/').at(-1));
    if (only !== undefined) return code(flow(only));
    if (values !== undefined) return values.map((value) => code(value)).join(', ');
    return [property.type ?? 'anything'].flat().join(' or ');
  };
  const kindOfDef = (name) => {
    const def = defs[name];
    if (def.type === 'array') return `list of ${kind(def.items)}`;
    if (isMap(def)) return `map of ${kind(def.additionalProperties)} by ${kind(def.propertyNames)}`;
    return link(name);
  };

  const seen = new Set();
  const order = [];
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    order.push(name);
    const found = [];
    collect(name === '' ? without(schema, '$defs') : defs[name], found);
    found.forEach((ref) => visit(ref.replace('#/$defs/', '').split('/')[0]));
  };
  visit('');
  Object.keys(defs).forEach(visit);

  const big = order.filter(
    (name) => name === '' || defs[name].properties !== undefined || defs[name].allOf !== undefined,
  );
  const small = order.filter((name) => !big.includes(name) && defs[name].type !== 'array' && !isMap(defs[name]));
  return [
    ...big.map((name) => section(name === '' ? schema : defs[name], heading(name), { kind, link, named })),
    '## Values',
    ...small.map((name) => value(defs[name], { kind })),
  ].join('\n\n');
}

function section(schema, heading, { kind, link, named }) {
  const all = Object.entries(schema.properties ?? {});
  const own = all.filter(([, { $ref = '' }]) => !$ref.includes('/properties/'));
  const shared = all.filter((entry) => !own.includes(entry));
  const owners = [...new Set(shared.map(([, { $ref }]) => $ref.split('/')[2]))];
  const rows = own.map(([key, property]) => {
    const required = schema.required?.includes(key) ? ' **Required.**' : '';
    return [code(key), kind(property), `${property.description}${required}`, code(flow(property.examples[0]))];
  });
  const cases = (schema.allOf ?? []).flatMap((rule) => (rule.then?.$ref ? [named(rule.then.$ref).name] : []));
  return [
    `## ${heading}`,
    schema.description,
    ...(cases.length > 0 ? [`By its \`type\`: ${cases.map(link).join(', ')}.`] : []),
    ...(cases.length === 0 && rows.length > 0
      ? [table(['property', 'value', 'what it says', 'for example'], rows)]
      : []),
    ...(cases.length === 0 && shared.length > 0
      ? [`And of the ${owners.map(link).join(', ')}: ${shared.map(([key]) => code(key)).join(', ')}.`]
      : []),
    fenced('yaml', stringify(schema.examples[0], { lineWidth: 100 })),
  ].join('\n\n');
}

function value(schema, { kind }) {
  const choices = schema.if === undefined ? [] : branches(schema).map((ref) => kind({ $ref: ref }));
  return [
    `### ${schema.title}`,
    schema.description,
    ...(schema.enum ? [`One of ${schema.enum.map((word) => code(word)).join(', ')}.`] : []),
    ...(choices.length > 0 ? [`Either ${choices.join(', or ')}.`] : []),
    `For example ${schema.examples.map((example) => code(flow(example))).join(', ')}.`,
  ].join('\n\n');
}

function branches({ then: first, else: second }) {
  return [first, second].flatMap((branch) => (branch?.$ref ? [branch.$ref] : branch ? branches(branch) : []));
}

function isMap(def) {
  return def.type === 'object' && def.properties === undefined && typeof def.additionalProperties === 'object';
}

function collect(value, found) {
  if (Array.isArray(value)) value.forEach((item) => collect(item, found));
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      if (key === '$ref') found.push(item);
      else if (key !== 'examples') collect(item, found);
}

function without(object, key = '$ref') {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
