/** Risks of all steps, the most severe first. */
import { riskSeverities, type RiskSeverity } from '../../../model/process.js';
import { capital, paragraph, reference, table } from '../../document/blocks.js';
import { nodeTarget, type Section } from '../sop.js';

const rank = (severity: RiskSeverity | undefined): number =>
  severity === undefined ? -1 : riskSeverities.indexOf(severity);

export const risks: Section = {
  id: 'risks',
  summary: 'the risks of all steps by severity',
  blocks(sop) {
    const { problem, severity, step, intro } = sop.phrases.risk;
    const rows = sop.process.nodes
      .flatMap((node) => node.risks.map((risk) => ({ node, risk })))
      .sort((a, b) => rank(b.risk.severity) - rank(a.risk.severity))
      .map(({ node, risk }) => [
        risk.severity === undefined ? '' : capital(sop.words.severities[risk.severity]),
        sop.line(risk.problem),
        [reference(nodeTarget(node.id))],
      ]);
    return rows.length === 0 ? [] : [...paragraph(intro), ...table([severity, problem, step], rows)];
  },
};
