/**
 * Words for keys that must not be there, and for those that must.
 *
 * Separate from the wording of values because a wrong key has three explanations, tried in this order: a slip of the finger, a
 * property of another type of node, a property of a map further down.
 */
import { didYouMean } from '../base/look-alike.js';
import { quote } from '../base/quote.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Fix } from '../model/diagnostic.js';
import { explainCutText } from './cut-text.js';
import { expectation } from './expectations.js';
import type { Fault } from './faults.js';
import { isSynonym } from './nearest.js';
import { bare, fileNoun, replace, type Ground } from './phrases.js';
import { place, sentence } from './place.js';
import { isMap, pathOf, shapeOf, type Outline, type Step } from './shape.js';

export function unknownProperty(fault: Fault & { readonly kind: 'unknown' }, ground: Ground): Diagnostic {
  const { steps, key, meant } = fault;
  const { outline } = ground.contract;
  const here = steps.at(-1);
  const where = steps.length === 1 ? fileNoun(ground.contract) : place(steps);
  const span = ground.locate([...pathOf(steps), key], 'key');
  const cut = meant === undefined ? explainCutText(steps, key, ground) : undefined;
  if (cut !== undefined) return cut;
  const isNode = here?.declared === 'node' && here.shape !== 'node';
  const types = isNode ? typesWith(outline, key) : [];
  if (types.length > 0 && here !== undefined) {
    const message = `${sentence(where)} is ${article(here.shape)}, and ${article(here.shape)} has no ${quote(key)}.`;
    return diagnose('schema-unknown-property', message, span, { hint: belongs(key, types, here, outline) });
  }
  const message = `Unknown property ${quote(key)} in ${where}.`;
  const value = isMap(here?.value) ? here.value[key] : undefined;
  if (
    here?.shape === 'branch' &&
    meant === 'to' &&
    !isSynonym(key, 'to') &&
    typeof value === 'string' &&
    !hasWhen(here)
  ) {
    const hint = `Write {when: ${bare(key)}, to: ${bare(value)}}.`;
    return diagnose('schema-unknown-property', message, span, { hint });
  }
  if (meant !== undefined) {
    const present = isMap(here?.value) && Object.hasOwn(here.value, meant);
    const hint = present ? `"${meant}" is already there; delete this one.` : didYouMean(key, meant, `"${meant}"`);
    const fix: { fix?: Fix } = present ? {} : { fix: replace(span, meant, false) };
    return diagnose('schema-unknown-property', message, span, { hint, ...fix });
  }
  return diagnose('schema-unknown-property', message, span, { hint: elsewhere(key, steps, ground) });
}

export function missingProperty(fault: Fault & { readonly kind: 'missing' }, ground: Ground): Diagnostic {
  const { steps, key } = fault;
  const { outline, root } = ground.contract;
  const here = steps.at(-1);
  const shape = here && shapeOf(outline, here.shape);
  const expected = shape?.kind === 'object' && Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
  const where = steps.length === 1 ? fileNoun(ground.contract) : place(steps);
  const message =
    steps.length === 1 ? `"${key}" is missing; ${where} must have it.` : `"${key}" is missing in ${where}.`;
  const span = ground.locate(pathOf(steps), 'key');
  if (key === 'trackflow') {
    const hint = 'Begin the file with "trackflow: 1", the version of the language.';
    return diagnose('schema-missing-property', message, span, { hint, ...atTheTop(ground) });
  }
  if (key === 'nodes' && root === 'root' && isMap(ground.data) && ground.data['title'] === undefined) {
    const hint = 'Add "nodes". A file without nodes is a library, and belongs into the "use" of a flow.';
    return diagnose('schema-missing-property', message, span, { hint });
  }
  const hint = `Add "${key}": ${whatToAdd(expected ?? '', outline)}`;
  return diagnose('schema-missing-property', message, span, { hint });
}

function whatToAdd(name: string, outline: Outline): string {
  const shape = shapeOf(outline, name);
  if (shape?.kind === 'choice') return `${shape.values.join(', ')}.`;
  const wanted = expectation(name) ?? { must: 'its value' };
  // What an id looks like needs no telling here; most have none that is wrong yet.
  return `${wanted.must}.${wanted.how === undefined || wanted.code === 'schema-id' ? '' : ` ${wanted.how}`}`;
}

/** The types of node that have this property. */
function typesWith(outline: Outline, key: string): string[] {
  return nodeTypes(outline).filter((type) => {
    const shape = shapeOf(outline, type);
    return shape?.kind === 'object' && Object.hasOwn(shape.properties, key);
  });
}

function nodeTypes(outline: Outline): string[] {
  const node = shapeOf(outline, 'node');
  return node?.kind === 'by-property' ? Object.values(node.cases) : [];
}

function belongs(key: string, types: readonly string[], here: Step, outline: Outline): string {
  const [only] = types;
  const untyped = !isMap(here.value) || here.value['type'] === undefined;
  if (untyped && types.length === 1 && only !== undefined) return `If this is ${article(only)}, write "type: ${only}".`;
  const others = nodeTypes(outline).filter((type) => !types.includes(type));
  if (others.length < types.length) return `"${key}" belongs to every node but ${plural(others)}.`;
  return `"${key}" belongs to ${plural(types)}.`;
}

/** `[同意: contract]` for `[{when: 同意, to: contract}]`. */
function hasWhen({ value }: Step): boolean {
  return isMap(value) && Object.hasOwn(value, 'when');
}

/** The property belongs into a map that stands here, or nowhere near. */
function elsewhere(key: string, steps: readonly Step[], { contract: { outline, root } }: Ground): string {
  const here = steps.at(-1);
  const shape = here && shapeOf(outline, here.shape);
  if (shape?.kind !== 'object') return '';
  if (root === 'library' && steps.length === 1 && key === 'nodes') {
    return 'A library has no nodes. A flow that another flow contains is named in a node of type subflow.';
  }
  for (const [property, name] of Object.entries(shape.properties)) {
    const inner = shapeOf(outline, name);
    if (inner?.kind === 'object' && Object.hasOwn(inner.properties, key))
      return `${quote(key)} belongs into "${property}".`;
  }
  return `Known here: ${Object.keys(shape.properties).join(', ')}.`;
}

/** Before the first key, where the file is written line by line. */
function atTheTop({ data, locate }: Ground): { fix?: Fix } {
  const [first] = isMap(data) ? Object.keys(data) : [];
  if (first === undefined) return {};
  const { file, start } = locate([first], 'key');
  if (start.column !== 1) return {};
  const edits = [{ file, from: start.offset, to: start.offset, text: 'trackflow: 1\n' }];
  return { fix: { title: 'Write trackflow: 1 at the top', safe: true, edits } };
}

function article(type: string): string {
  return `${/^[aeiou]/u.test(type) ? 'an' : 'a'} ${type}`;
}

function plural(types: readonly string[]): string {
  const words = types.map((type) => `${type}s`);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
