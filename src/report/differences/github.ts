/**
 * Workflow commands of GitHub Actions: a warning at each risk, in the version after, and a notice at each flow with what has changed.
 *
 * GitHub shows ten of each for a step, so the gravest risks come first, whichever flow they are in.
 */
import { riskIds } from '../../model/difference.js';
import type { Span } from '../../model/diagnostic.js';
import { placeAfter } from '../changes/place-after.js';
import { riskSentence } from '../changes/sentences.js';
import { tell } from '../changes/telling.js';
import type { DifferenceReporter } from '../difference-reporter.js';
import { workflowCommand } from '../workflow-command.js';

export const github: DifferenceReporter = {
  id: 'github',
  readers: 'people',
  summary: 'Annotations of GitHub Actions: a warning at each risk, a notice at each flow.',
  report({ flows }, options) {
    const seen = (span: Span | undefined): Span | undefined =>
      span && { ...span, file: options.inRepository(span.file) };
    const told = flows.map((flow) => {
      const own = (flow.difference.after ?? flow.difference.before)?.language ?? 'en';
      const language = options.language ?? own;
      return { flow, telling: tell(flow.difference, { language, content: language, wording: options.wording }) };
    });
    const warnings = told
      .flatMap(({ flow, telling: { voice } }) => flow.difference.risks.map((flag) => ({ flow, flag, voice })))
      .sort((a, b) => riskIds.indexOf(a.flag.risk) - riskIds.indexOf(b.flag.risk))
      .map(({ flow, flag, voice }) =>
        workflowCommand('warning', `trackflow: ${flag.risk}`, riskSentence(flag, voice), seen(placeAfter(flag, flow))),
      );
    const notices = told.map(({ flow: { file, after }, telling: { title, summary, wordings, voice } }) =>
      workflowCommand(
        'notice',
        `trackflow: ${title === '' ? file : title}`,
        summary.length === 0
          ? voice.phrases.wordings(wordings, options.wording)
          : summary.join(voice.words.list(['', ''])),
        seen(after?.span),
      ),
    );
    return [...warnings, ...notices].join('');
  },
};
