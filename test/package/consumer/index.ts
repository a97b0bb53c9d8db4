/** What a user of the library writes: checked by tsc against the packed declarations, then run. */
import { check, render, type Artifact, type Diagnostic, type Process, type ProcessNode } from 'trackflow';

declare const console: { log(text: string): void };

const text = `
trackflow: 1
title: {zh: 线索跟进, en: Lead follow-up}
owners:
  sales: {name: Sales, kind: department}
nodes:
  start: {type: start, name: Lead comes in, owner: sales, next: call}
  call: {name: Call back, owner: sales, sla: 4h, next: won}
  won: {type: end, name: Won, owner: sales, outcome: success}
`;

/** The discriminated union narrows, and inner types have names. */
function describe(node: ProcessNode): string {
  return node.type === 'task' ? `${node.id}: ${node.sla?.totalMinutes ?? 0} min` : node.type;
}

const good = check({ text, file: 'lead.flow.yaml' });
const process: Process | undefined = good.process;
const bad = check({ text: text.replace('next: call', 'next: cal') });
const findings: readonly Diagnostic[] = bad.diagnostics;
const { artifacts } = await render({ text, file: 'lead.flow.yaml' }, { formats: ['svg', 'sop'], views: ['flow'] });
const pictures: readonly Artifact[] = artifacts.filter(({ mediaType }) => mediaType.startsWith('image/'));

console.log(
  JSON.stringify({
    good: good.diagnostics,
    nodes: process?.nodes.map(describe),
    bad: findings.map(({ code, span }) => [code, span?.start.line]),
    names: artifacts.map(({ name }) => name),
    pictures: pictures.map(({ mediaType }) => mediaType),
    drawn: pictures.every(({ content }) => typeof content === 'string' && content.includes('</svg>')),
  }),
);
