/**
 * Validators of what an author wrote, compiled ahead of time, so that no run pays for loading and compiling ajv (80 ms).
 *
 * `messages: false`: ajv's sentences speak of schemas; `src/schema` finds the author's words from keyword and place.
 * `ownProperties`: an author's key `toString` must not be found on a prototype.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

export const ajvOptions = { strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, allErrors: true, ownProperties: true, messages: false };

/** `exported` maps the name of each exported function to the schema (`$id`, with `#/$defs/…`) it validates. */
export async function validators(schemas, exported, banner, root) {
  const ajv = new Ajv2020({ ...ajvOptions, schemas: schemas.map((schema) => bare(schema, schema)), code: { source: true, esm: true, lines: true } });
  const source = standaloneCode.default(ajv, exported);
  // The code still asks for ajv's little helpers by `require`, even as an ES module: bundle them in.
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: root, sourcefile: 'validators.js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'node20.19',
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  return `${banner}\n${outputFiles[0].text}`;
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
  const { title: _t, description: _d, examples: _e, default: _v, ...rest } = schema;
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
  /** The key at fault, where it is a key of a map. */
  readonly propertyName?: string;
}

export interface Validator {
  (data: unknown): boolean;
  /** Of the last call; null if it found nothing. */
  errors?: readonly SchemaError[] | null;
}

${functions.join('\n')}
`;
}
