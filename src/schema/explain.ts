/**
 * Faults as diagnostics: where, what, and what to write instead.
 *
 * Separate from finding the faults, because this is wording. One function per kind of fault; the place comes first in each message,
 * then what must stand there, then what does; the hint is the way out.
 */
import { didYouMean } from '../base/look-alike.js';
import { quote } from '../base/quote.js';
import { ordinary } from '../base/wide-signs.js';
import { diagnose } from '../model/codes.js';
import type { Diagnostic, Fix, Span } from '../model/diagnostic.js';
import { explainCutText } from './cut-text.js';
import { expectation, type Expectation } from './expectations.js';
import type { Fault } from './faults.js';
import { existing } from './explain-ids.js';
import { unknownProperty, missingProperty } from './explain-keys.js';
import { isSynonym, nearestValue } from './nearest.js';
import { wrongSigns } from './explain-signs.js';
import { bare, fileNoun, found, list, replace, scalar, type Ground } from './phrases.js';
import { place, sentence } from './place.js';
import { isMap, pathOf, shapeOf, type Step } from './shape.js';

export function explain(fault: Fault, ground: Ground): Diagnostic {
  const { steps } = fault;
  switch (fault.kind) {
    case 'root':
      return notSuchAFile(steps, ground);
    case 'version':
      return otherVersion(steps, ground);
    case 'unknown':
      return unknownProperty(fault, ground);
    case 'missing':
      return missingProperty(fault, ground);
    case 'answers':
      return answersAsKeys(steps, ground);
    case 'key':
      return impossibleKey(fault, ground);
    case 'empty':
      return emptyValue(steps, ground);
    case 'value':
      return wrongValue(steps, ground);
    case 'repeated':
      return repeatedItem(fault, ground);
    case 'conflict':
      return conflict(fault, ground);
  }
}

function notSuchAFile(steps: readonly Step[], { contract, locate }: Ground): Diagnostic {
  const data = steps.at(0)?.value;
  const noun = fileNoun(contract);
  const shape = shapeOf(contract.outline, contract.root);
  const known = shape?.kind === 'object' ? Object.keys(shape.properties) : [];
  const begins = known.includes('trackflow') ? 'It begins with "trackflow: 1".' : `It may have ${list(known)}.`;
  const message = isMap(data)
    ? `This is not ${noun}: it has none of the properties of one.`
    : `${sentence(noun)} is a map of properties; this file holds ${found(data)}.`;
  return diagnose('schema-root', message, locate([]), { hint: begins });
}

function otherVersion(steps: readonly Step[], { locate }: Ground): Diagnostic {
  const value = steps.at(-1)?.value;
  const span = locate(['trackflow']);
  if (typeof value !== 'number') {
    const hint = `Write trackflow: 1${typeof value === 'string' ? ', without quotes' : ''}.`;
    const fix = value === '1' ? { fix: replace(span, '1', true) } : {};
    return diagnose('schema-version', `"trackflow" must be 1, not ${found(value)}.`, span, { hint, ...fix });
  }
  const message = `This file is written in version ${value} of the flow language; this trackflow reads version 1.`;
  return diagnose('schema-version', message, span, { hint: 'Take a newer trackflow, or write trackflow: 1.' });
}

function impossibleKey(fault: Fault & { readonly kind: 'key' }, ground: Ground): Diagnostic {
  const { steps, key, expected } = fault;
  const cut = explainCutText(steps, key, ground);
  if (cut !== undefined) return cut;
  const span = ground.locate([...pathOf(steps), key], 'key');
  const wanted = expectation(expected);
  if (steps.at(-1)?.shape === 'text') {
    const mended = wanted?.mend?.(key);
    const message = `${quote(key)} in ${place(steps)} is not a language tag.`;
    const colon = 'A text that contains ": " goes in quotes; a map holds one text per language: {zh: …, en: …}.';
    return diagnose('schema-language', message, span, {
      hint: mended === undefined ? colon : `Did you mean ${bare(mended)}?`,
    });
  }
  const mended = wanted?.mend?.(key);
  const message = `${quote(key)} in ${place(steps)} cannot be ${wanted?.must ?? 'a key'}.`;
  return diagnose(wanted?.code ?? 'schema-id', message, span, {
    hint: [mended === undefined ? '' : `Write ${bare(mended)}, for example.`, wanted?.how ?? '']
      .filter(Boolean)
      .join(' '),
  });
}

function answersAsKeys(steps: readonly Step[], { locate }: Ground): Diagnostic {
  const here = steps.at(-1);
  const answers = Object.entries(isMap(here?.value) ? here.value : {}).map(([answer, to]) => {
    const target = typeof to === 'string' ? bare(to) : '…';
    const rest = isSynonym(answer, 'otherwise') || answer === 'otherwise';
    return rest ? `{otherwise: ${target}}` : `{when: ${bare(answer)}, to: ${target}}`;
  });
  const some = answers.length > 4 ? [...answers.slice(0, 2), '…', ...answers.slice(-1)] : answers;
  const message = `${sentence(place(steps))} has an answer as a key: each answer is a branch of its own.`;
  // In the list of the branches there are brackets already.
  const [open, close] = typeof here?.key === 'number' ? ['', ''] : ['[', ']'];
  return diagnose('schema-type', message, locate(pathOf(steps)), { hint: `Write ${open}${some.join(', ')}${close}.` });
}

function emptyValue(steps: readonly Step[], { contract, locate }: Ground): Diagnostic {
  const here = steps.at(-1);
  const wanted = expectation(here?.declared ?? '') ?? { must: 'its value' };
  const way = wanted.how?.startsWith('Write') === true ? wanted.how : `Write ${wanted.must}.`;
  const parent = shapeOf(contract.outline, steps.at(-2)?.shape ?? '');
  const needed = parent?.kind === 'object' && parent.required.includes(String(here?.key));
  const hint = needed ? way : `${way} Or delete the ${typeof here?.key === 'number' ? 'item' : 'line'}.`;
  return diagnose('schema-empty', `${sentence(place(steps))} is empty.`, locate(pathOf(steps), 'key'), { hint });
}

function wrongValue(steps: readonly Step[], ground: Ground): Diagnostic {
  const here = steps.at(-1);
  const value = here?.value;
  const { outline } = ground.contract;
  const span = ground.locate(pathOf(steps));
  // The chosen form says more than the choice: `to: 5` in a branch, but "an id or a list" for `next: 5`.
  const name = here === undefined ? '' : here.declared === 'next' && typeof value !== 'string' ? 'next' : here.shape;
  const shape = shapeOf(outline, name);
  const wanted = expectation(name) ?? { must: 'something else' };
  const message = `${sentence(place(steps))} must be ${wanted.must}, not ${found(value)}.`;

  const sign = wrongSigns(steps, wanted, shape, message, ground);
  if (sign !== undefined) return sign;
  if (shape?.kind === 'choice') {
    const nearest = typeof value === 'string' ? nearestValue(value, name, shape.values) : undefined;
    const parts = [
      nearest === undefined ? '' : didYouMean(String(value), nearest),
      `Possible: ${shape.values.join(', ')}.`,
      namesGroup(steps) ? 'To give the group a name, write {name: …, fields: {…}}.' : '',
    ];
    const hint = parts.filter(Boolean).join(' ');
    const code = typeof value === 'string' ? 'schema-enum' : 'schema-type';
    return diagnose(code, message, span, {
      hint,
      ...(nearest !== undefined && { fix: replace(span, nearest, false) }),
    });
  }
  const isScalar = typeof value === 'string' || typeof value === 'number';
  const because = isScalar ? wanted.because?.(value) : undefined;
  const mended = isScalar ? (existing(value, name, steps, ground) ?? wanted.mend?.(value)) : undefined;
  const code = (isScalar ? wanted.code : undefined) ?? 'schema-type';
  if (mended !== undefined) {
    return diagnose(code, message, span, {
      hint: `Did you mean ${bare(scalar(mended))}?`,
      fix: replace(span, scalar(mended), false),
    });
  }
  if (because !== undefined) return diagnose(code, message, span, { hint: because });
  return diagnose(
    code,
    message,
    span,
    code === 'schema-type' ? wayOut(steps, wanted, shape?.kind, span) : howTo(wanted),
  );
}

/** `basic: {name: 基本信息, phone: personal}`: in the short form `name` is a field. */
function namesGroup(steps: readonly Step[]): boolean {
  return steps.at(-1)?.key === 'name' && steps.at(-2)?.declared === 'group';
}

/** How to make the right sort of value out of the wrong one. */
function wayOut(
  steps: readonly Step[],
  wanted: Expectation,
  kind: string | undefined,
  span: Span,
): { hint?: string; fix?: Fix } {
  const value = steps.at(-1)?.value;
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  if (isPlain && wanted.must === 'a text') {
    const edits = [span.start.offset, span.end.offset].map((at) => ({ file: span.file, from: at, to: at, text: "'" }));
    return { hint: 'In quotes it is a text.', fix: { title: 'Put it in quotes', safe: true, edits } };
  }
  if (kind === 'list' && typeof value === 'string' && !/[\n[\]{}:#]/u.test(value) && wanted.how === undefined) {
    return { hint: `A list goes in brackets: [${value.length > 40 ? '…' : bare(ordinary(value))}].` };
  }
  if (wanted.must === 'a text' && Array.isArray(value)) {
    return { hint: 'Write one text; of several lines, with | after the colon.' };
  }
  if (wanted.must === 'an id' && Array.isArray(value)) return { hint: oneOf(value, steps) };
  return howTo(wanted);
}

/** `owner: [sales, manager]`: one does a step, others have a part in it under names of their own. */
function oneOf(ids: readonly unknown[], steps: readonly Step[]): string {
  const [first] = ids;
  const one = `Write one id, without brackets: ${String(steps.at(-1)?.key ?? '')}: ${typeof first === 'string' ? bare(first) : '…'}.`;
  if (steps.at(-2)?.declared !== 'node' || steps.at(-1)?.key !== 'owner') return one;
  return `${one} Who answers for the step stands under accountable, who is asked under consulted: […], who is told under informed: […].`;
}

function howTo({ how }: Expectation): { hint?: string } {
  return how === undefined ? {} : { hint: how };
}

function repeatedItem(fault: Fault & { readonly kind: 'repeated' }, { locate }: Ground): Diagnostic {
  const { steps, first, second } = fault;
  const path = pathOf(steps);
  const items = steps.at(-1)?.value;
  const item = Array.isArray(items) ? String(items[second]) : '';
  return diagnose('schema-repeated', `${sentence(place(steps))} has ${quote(item)} twice.`, locate([...path, second]), {
    hint: 'Delete one of the two.',
    related: [{ message: 'The first one is here.', span: locate([...path, first]) }],
  });
}

function conflict(fault: Fault & { readonly kind: 'conflict' }, { locate }: Ground): Diagnostic {
  const { steps, key } = fault;
  const branch = steps.at(-1)?.value;
  const to = isMap(branch) ? branch['to'] : undefined;
  const otherwise = isMap(branch) ? branch['otherwise'] : undefined;
  const message = `${sentence(place(steps))} has "otherwise" and ${quote(key)}, which exclude each other.`;
  const target = typeof otherwise === 'string' ? otherwise : to;
  const whole = typeof target === 'string' ? `{otherwise: ${bare(target)}}` : '{otherwise: …}';
  const hint = `The branch for all remaining cases is written ${whole}; one with a condition {when: …, to: …}.`;
  return diagnose('schema-conflict', message, locate([...pathOf(steps), key], 'key'), { hint });
}
