/** Codes of own theme files, beyond those of their form. Their `bad` and `good` are theme files. */
import type { CodeEntry } from './code.js';

export const themingCodes = {
  'theme-contrast': {
    severity: 'warning',
    summary: 'Two colours of a theme can hardly be told apart',
    why: 'Text must stand out from its ground at 4.5:1, and lines that mean something at 3:1, by the measure of WCAG 2 (level AA). Below that, part of the readers cannot read it, and nobody can on a projector by day. The message names the two colours that meet in pictures, and the one of them to change.',
    bad: "extends: light\nmuted: '#9aa5b5'\n",
    good: "extends: light\nmuted: '#56627a'\n",
  },
} as const satisfies Record<string, CodeEntry>;
