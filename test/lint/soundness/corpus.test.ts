/**
 * Soundness of models that real people drew, by the reading of `test/layout/corpus/bpmn.ts`: nothing crashes, all is decided, and what
 * is found was read by hand and is there.
 *
 * That reading is coarse: an inclusive gateway becomes a decision, so a join after it is said to wait, and an error end does not
 * stop the other branches. Both are right for the graph that is drawn from it.
 */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/lint/soundness/index.js';
import { readBpmn } from '../../layout/corpus/bpmn.js';
import { absence, filesOf, folders, present } from '../../layout/corpus/files.js';

describe.skipIf(!present)(present ? 'models of the corpus' : absence, () => {
  it('are decided, with the findings that they have', () => {
    const found: string[] = [];
    for (const { name, text } of folders.flatMap(filesOf)) {
      for (const { id: scope, nodes, edges } of readBpmn(text)) {
        const entered = new Set(edges.map(({ to }) => to));
        // What nothing leads to is where a case begins, whether it is a start event or not.
        const drawn = nodes.map(({ id, type }) => ({ id, type: entered.has(id) ? type : 'start' }));
        const { deadlocks, meetings, circles, decided } = analyse(drawn, edges);
        const where = `${name}${scope === '' ? '' : ` in ${scope}`}`;
        expect(decided, where).toBe(true);
        for (const { join } of deadlocks) found.push(`${where}: ${join} waits`);
        for (const { node } of meetings) found.push(`${where}: ${node} twice`);
        for (const { nodes: round } of circles) found.push(`${where}: round ${round.join(' ')}`);
      }
    }
    expect(found).toEqual([
      // A join after an inclusive gateway, of whose ways one is taken; and one after a choice between messages.
      'B.2.0: _397c783e-ad6a-4cf3-8266-9b41962c83bd waits',
      'B.2.0: _df7727a0-f509-45eb-bb89-85753f439576 waits',
      // The driver's licence is valid while the credit is refused: that branch ends, the other one is never told.
      'blueprint.car-rental-booking-process in Activity_07n1dsv: Gateway_0gwip1l waits',
      // Two nodes that lead to each other, or one to itself, and nowhere else.
      'boundary-event.back-loop: round Gateway_1goqrgn SubProcess_1',
      'boundary-event.self-loop: round SubProcess_1',
      'camunda-8-tutorials.car-rental-booking-process in Activity_07n1dsv: Gateway_0gwip1l waits',
      // Three beginnings lead into one join, and a case has one.
      'scenario.implicit-start: Gateway_0vmkc15 waits',
      'scenario.issue-100: round gwi6 Task_7',
      'scenario.sink-less-cycle: round Activity_1k97joh Activity_1owv8kk Gateway_0fqbf7v',
    ]);
  });
});
