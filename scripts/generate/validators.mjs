/**
 * Validators of what an author wrote, compiled ahead of time, so that no run pays for loading and compiling ajv (80 ms).
 *
 * `messages: false`: ajv's sentences speak of schemas; `src/schema` finds the author's words from keyword and place.
 */
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

export const ajvOptions = {
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  messages: false,
  inlineRefs: false,
};

/** `exported` maps the name of each exported function to the schema (`$id`, with `#/$defs/…`) it validates. */
export async function validators(schemas, exported, banner, root) {
  const ajv = new Ajv({
    ...ajvOptions,
    schemas: schemas.map((schema) => bare(schema, schema)),
    code: { source: true, esm: true, lines: true },
  });
  const source = lean(standaloneCode.default(ajv, exported));
  // The code still asks for ajv's little helpers by `require`, even as an ES module: bundle them in.
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root, sourcefile: 'validators.js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'node20.19',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  return `${banner}\n${outputFiles[0].text}`;
}

/**
 * The same code, made fit for large files.
 *
 * ajv gathers errors with `concat`, copying all so far at each call: a file of 60,000 faulty nodes would take seconds. And it
 * hands down parents and root, which only keywords with code of their own read; we have none.
 */
function lean(source) {
  const append =
    'const append = (all, more) => { if (all === null) return more; for (const one of more) all.push(one); return all; };\n';
  return (
    append +
    replaceAll(
      replaceAll(
        source,
        /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/gu,
        'vErrors = append(vErrors, $1.errors);',
      ),
      /,parentData:\w+,parentDataProperty:[^,}]+,rootData\}/gu,
      '}',
    )
  );
}

/** A pattern that finds nothing means that ajv writes other code now, and that this file must be looked at again. */
function replaceAll(text, pattern, replacement) {
  if (text.search(pattern) === -1) throw new Error(`ajv no longer writes code like ${pattern}`);
  return text.replace(pattern, replacement);
}

/**
 * The schema without its words, which ajv would otherwise carry along: 240 KB become 60.
 *
 * The items of a list without repetitions stand in place of their reference: only when ajv sees that they are strings does
 * it look for repetitions in linear time; else a list of 100,000 ids takes minutes.
 */
function bare(schema, root) {
  if (Array.isArray(schema)) return schema.map((item) => bare(item, root));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $schema: _s, title: _t, description: _d, examples: _e, default: _v, ...rest } = schema;
  if (rest.$ref?.includes('/properties/')) return bare(resolve(rest.$ref, root), root);
  const result = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'enum' || key === 'const' || key === 'required') result[key] = value;
    else if (key === 'properties' || key === '$defs') {
      result[key] = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, bare(inner, root)]));
    } else if (key === 'items' && rest.uniqueItems) result[key] = bare(resolve(value.$ref, root), root);
    else result[key] = bare(value, root);
  }
  return result;
}

function resolve($ref, root) {
  return $ref
    .slice('#/'.length)
    .split('/')
    .reduce((schema, key) => schema[key], root);
}

export function validatorTypes(exported, banner) {
  const functions = Object.keys(exported).map((name) => `export declare const ${name}: Validator;`);
  return `${banner}
/** One thing that does not fit the schema, as ajv reports it. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  (data: unknown): boolean;
  /** Of the last call; null if it found nothing. */
  errors?: readonly SchemaError[] | null;
}

${functions.join('\n')}
`;
}
