/** What is said about the rules themselves, not by them. The ids of rules are codes of their own; each rule explains itself. */
import type { CodeEntry } from './code.js';

export const lintingCodes = {
  'rule-crashed': {
    severity: 'error',
    summary: 'A rule failed while it looked at a flow',
    why:
      'This is a fault of the rule, not of the flow: what the rule would have said is not known. All other rules have been applied. ' +
      'If it is a rule of a plugin, mend the plugin or switch the rule off; if it is one of trackflow, please report it.',
  },
} as const satisfies Record<string, CodeEntry>;
