/** What is said about how a text is set, not about what it says. */
import type { CodeEntry } from './code.js';

export const formattingCodes = {
  'not-formatted': {
    severity: 'error',
    summary: 'The file is not set as `trackflow fmt` would set it',
    why:
      'The project file says `check: {format: true}`: all files of the project are to look alike, so that a change in git shows what was changed ' +
      'and nothing else. `trackflow fmt` sets the file; what it says stays the same, and so do all comments. ' +
      '`trackflow fmt --diff` shows beforehand what it would do.',
  },
} as const satisfies Record<string, CodeEntry>;
