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
  'unknown-rule': {
    severity: 'error',
    summary: 'A setting or a comment names a rule that does not exist',
    why:
      'What is misspelt has no effect: a rule that should be off stays on, or one that should hold does not. `trackflow rules` lists the ids. ' +
      'Only rules can be set or switched off, not the errors of a file that cannot be understood.',
    bad: `trackflow: 1
title: Lead intake
nodes:
  # trackflow-disable-next-line unreachable-nodes -- done by the night shift
  start: {type: start, name: Inquiry arrives, next: done}
  done: {type: end, name: Lead recorded}
`,
    good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  done: {type: end, name: Lead recorded}
`,
  },
  'unknown-rule-option': {
    severity: 'error',
    summary: 'The project file sets an option that the rule does not have',
    why: 'The rule would go on with its default, and nobody would notice. `trackflow explain` with the id of the rule tells its options.',
  },
  'rule-option-value': {
    severity: 'error',
    summary: 'The project file gives an option of a rule a value that it cannot have',
    why: 'The rule goes on with its default until the value is mended. `trackflow explain` with the id of the rule tells what its options take.',
  },
  'suppression-malformed': {
    severity: 'error',
    summary: 'A comment that should switch rules off is not understood',
    why:
      'It has no effect. There are two such comments: `# trackflow-disable-next-line rule -- reason` for one line, and ' +
      '`# trackflow-disable rule -- reason` for the whole file. Each names its rules, with commas between several.',
    bad: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  # trackflow-disable-nextline unreachable-node -- done by the night shift
  done: {type: end, name: Lead recorded}
`,
    good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  done: {type: end, name: Lead recorded}
`,
  },
  'suppression-without-reason': {
    severity: 'error',
    summary: 'A comment switches a rule off and does not say why',
    why:
      'Whoever reads the flow next year has to know whether the exception still holds. The rule is off all the same; the reason stands after ' +
      'two dashes.',
    bad: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  # trackflow-disable-next-line unreachable-node
  call-back: {name: Call the customer back, next: done}
  done: {type: end, name: Lead recorded}
`,
    good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  # trackflow-disable-next-line unreachable-node -- done by the night shift
  call-back: {name: Call the customer back, next: done}
  done: {type: end, name: Lead recorded}
`,
  },
  'unused-suppression': {
    severity: 'warning',
    summary: 'A comment switches off a rule that would find nothing',
    why:
      'The fault is gone, and the comment would hide the next one. It is reported for rules that are on, and in a library only when all flows ' +
      'of the project are looked at.',
    bad: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  # trackflow-disable-next-line unreachable-node -- done by the night shift
  done: {type: end, name: Lead recorded}
`,
    good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: done}
  done: {type: end, name: Lead recorded}
`,
  },
  'baseline-outdated': {
    severity: 'warning',
    summary: 'The baseline holds a finding that is mended',
    why:
      'What is mended should not come back unseen: while it stands in the baseline, nobody would be told. `--update-baseline` takes out what is ' +
      'gone; it also takes in what is new, so mend or look at that first.',
  },
  'plugin-failed': {
    severity: 'error',
    summary: 'A plugin with rules could not be loaded',
    why:
      'Its rules have not been applied, so that a clean result says less than it seems to. A plugin is a JavaScript module (.mjs, or .js with ' +
      '"type": "module") inside the project folder. `--no-plugins` leaves plugins out on purpose.',
  },
  'plugin-malformed': {
    severity: 'error',
    summary: 'A plugin does not export rules as it should',
    why:
      'A plugin exports `{ name, rules }` as its default. Each rule has `id`, `group`, `summary`, `severity`, `level`, `why`, `bad`, `good` and `check`, ' +
      'as the type `Rule` of the package says; its id in settings and findings is the name of the plugin, `/`, and its own.',
  },
} as const satisfies Record<string, CodeEntry>;
