/** Risks of all steps with their remedies, the most severe first. */
import { riskSeverities, type RiskSeverity } from '../../../model/process.js';
import { capital, table } from '../../document/blocks.js';
import type { Section } from '../sop.js';
import { inOrder } from './procedure.js';

const rank = (severity: RiskSeverity | undefined): number =>
  severity === undefined ? -1 : riskSeverities.indexOf(severity);

export const risks: Section = {
  id: 'risks',
  summary: 'the risks of all steps by severity, with remedies and who sees to them',
  blocks(sop) {
    const { problem, remedy, severity, step, owner } = sop.phrases.risk;
    const rows = sop.parts
      .flatMap((part) => inOrder(part).flatMap((node) => node.risks.map((risk) => ({ part, node, risk }))))
      .sort((a, b) => rank(b.risk.severity) - rank(a.risk.severity))
      .map(({ part, node, risk }) => [
        risk.severity === undefined ? '' : capital(part.words.severities[risk.severity]),
        part.line(risk.problem),
        part.line(risk.remedy),
        part.step(node.id, 'owner'),
        part.owners([node.owner]),
      ]);
    return table([severity, problem, remedy, step, owner], rows);
  },
};
