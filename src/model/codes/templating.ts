/** Codes of SOP templates, beyond those of their form. Their `bad` and `good` are templates. */
import type { CodeEntry } from './code.js';

export const templatingCodes = {
  'template-section-twice': {
    severity: 'error',
    summary: 'A template has the same section twice',
    why: 'A section of an SOP says one thing in one place. Said twice, the two would be taken for different things, and references would lead to the first.',
    bad: 'sections: [purpose, scope, purpose]\n',
    good: 'sections: [purpose, scope]\n',
  },
  'template-empty-section': {
    severity: 'error',
    summary: 'A section of a template has nothing to say',
    why: 'A section is either one of ours, by its id after `section`, or one of your own with a `heading` and a `text`. One that is neither would be a heading with nothing below it, or words without a heading.',
    bad: 'sections: [purpose, {heading: 培训要求}]\n',
    good: 'sections: [purpose, {heading: 培训要求, text: 新员工上岗前须通过考核。}]\n',
  },
} as const satisfies Record<string, CodeEntry>;
