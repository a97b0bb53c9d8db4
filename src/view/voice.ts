/** How a view speaks: the texts and words that all outputs share, and the phrases of pictures. */
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import { speaker, type Speaker } from '../model/words/speaker.js';
import { phrases, type Phrases } from './phrases.js';

export interface Voice extends Speaker {
  readonly phrases: Phrases;
}

export function voice(process: Process, language: Language): Voice {
  return { ...speaker(process, language), phrases: phrases(language) };
}
