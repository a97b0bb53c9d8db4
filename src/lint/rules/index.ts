/** The registry of rules. */
import { allCapitals } from './all-capitals.js';
import { duplicateName } from './duplicate-name.js';
import { longName } from './long-name.js';
import { mixedLanguages } from './mixed-languages.js';
import { nameIsId } from './name-is-id.js';
import { namePunctuation } from './name-punctuation.js';
import { taskWithoutVerb } from './task-without-verb.js';
import { textLanguage } from './text-language.js';
import { unreachableNode } from './unreachable-node.js';
import { vagueName } from './vague-name.js';
import { vocabularyTerm } from './vocabulary-term.js';

export const rules = [
  // structure
  unreachableNode,
  // naming
  allCapitals,
  duplicateName,
  longName,
  mixedLanguages,
  nameIsId,
  namePunctuation,
  taskWithoutVerb,
  textLanguage,
  vagueName,
  vocabularyTerm,
] as const;
