/** What makes a checklist impossible to carry out, beyond single tasks; and tasks that wait in a circle. */
import { describe, expect, test } from '@jest/globals';
import { parseOffset } from '../../../domain/calendar/index.ts';
import { gatesOf } from '../../../domain/template/gates.ts';
import {
  COMMUNE_TEMPLATE,
  checkPlan,
  checkTemplate,
  drawnTogether,
  findCycle,
  GATE_CODES,
  type GateCode,
  predecessors,
  successors,
  topologicalOrder,
} from '../../../domain/template/index.ts';

const node = (line: string) => {
  const [code = '', after = ''] = line.split(' < ');
  return { code, after: after.split(',').filter(Boolean) };
};
const graph = (...lines: readonly string[]) => ({ tasks: lines.map(node) });

describe('gates', () => {
  const gateFaults = (change: Partial<typeof COMMUNE_TEMPLATE>) => checkTemplate({ ...COMMUNE_TEMPLATE, ...change });
  const { gates, tasks } = COMMUNE_TEMPLATE;

  test('a gate without tasks has no last one, but is not missing', () => {
    const without = tasks.filter(({ gate }) => gate !== 'G9');
    expect(gateFaults({ tasks: without })).toEqual([{ kind: 'gate-task-not-last', gate: 'G9', gateTask: 'X24' }]);
  });

  test('a gate that nothing needs may be left out with its tasks', () => {
    const kept = tasks
      .filter(({ gate }) => gate !== 'G8')
      .map((task) => ({ ...task, after: task.after.filter((code) => code !== 'X23') }));
    expect(gateFaults({ tasks: kept, gates: gates.filter(({ code }) => code !== 'G8') })).toEqual([]);
    expect(checkPlan({ tasks: [], gates: [] })).toEqual([]);
  });

  test('stand over the tasks listed under them, each with its window; one without tasks is left out', () => {
    const windows = Object.fromEntries(GATE_CODES.map((code) => [code, 'T-9…T-5'])) as Record<GateCode, string>; // every gate
    const two = tasks.filter(({ gate }) => gate === 'G2' || gate === 'G5');
    expect(
      gatesOf(two, { ...windows, G5: '…E+30' }).map(({ code, gateTask, window }) => [code, gateTask, window]),
    ).toEqual([
      ['G2', 'X04', { from: parseOffset('T-9'), to: parseOffset('T-5') }],
      ['G5', 'X19', { from: null, to: parseOffset('E+30') }],
    ]);
    for (const wrong of ['T-9', 'T-9…', 'x…T'])
      expect(() => gatesOf(two, { ...windows, G2: wrong })).toThrow('offset-invalid');
  });

  test.each(['X99', 'X01', 'X22'])('%s does not close gate G8', (gateTask) => {
    const other = gates.map((gate) => (gate.code === 'G8' ? { ...gate, gateTask } : gate));
    expect(gateFaults({ gates: other })).toEqual([{ kind: 'gate-task-not-last', gate: 'G8', gateTask }]);
  });

  test.each(['G0', 'G6', 'G9'] as const)('without %s no exercise is under way, ready or closed', (gone) => {
    expect(
      gateFaults({
        gates: gates.filter(({ code }) => code !== gone),
        tasks: tasks.filter(({ gate }) => gate !== gone),
      }),
    ).toContainEqual({ kind: 'gate-missing', gate: gone });
  });
});

describe('tasks that wait in a circle', () => {
  const circles = graph('A1', 'A2 < A1,A4', 'A3 < A2', 'A4 < A3', 'A5 < A4,A6', 'A6 < A5', 'A7 < A6');

  test('the shortest circle is shown first, in working order', () => {
    expect(findCycle(circles)).toEqual(['A5', 'A6', 'A5']);
    expect(findCycle(graph('A1 < A2', 'A2 < A1', 'A3 < A4', 'A4 < A3'))).toEqual(['A1', 'A2', 'A1']);
    expect(findCycle(graph('A1 < A9', 'A2 < A1'))).toBeNull();
  });

  test('never start, nor do those behind them; what comes before is in order', () => {
    expect(topologicalOrder(circles)).toEqual(['A1']);
    expect(topologicalOrder(graph('B3 < B2', 'B2 < B1,B9', 'B1', 'B0'))).toEqual(['B1', 'B2', 'B3', 'B0']);
    expect(topologicalOrder(graph())).toEqual([]);
  });

  test('each task before or behind is named once, in the order of the list', () => {
    expect(predecessors(circles, 'A5')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6']);
    expect(successors(circles, 'A5')).toEqual(['A5', 'A6', 'A7']);
    expect(predecessors(graph('C4 < C3,C2', 'C3 < C1', 'C2 < C1', 'C1 < C0'), 'C4')).toEqual(['C3', 'C2', 'C1']);
    expect([predecessors(circles, 'A9'), successors(circles, 'A7')]).toEqual([[], []]);
  });
});

describe('a run drawn together', () => {
  const draw = (available: number, keepLast: number, ...usual: string[]) => {
    const offsets = usual.map(parseOffset);
    const distances = offsets.map(({ anchor, days }) => (anchor === 'T' ? 0 - days : 0));
    const drawn = drawnTogether(offsets, { available, keepLast, longest: Math.max(...distances) });
    return offsets.map(drawn);
  };

  test('leaves all from the opening on as it is, however far from it', () => {
    const later = ['T', 'T+9', 'E-9', 'E', 'E+9'];
    expect(draw(5, 0, 'T-20', ...later).slice(1)).toEqual(later.map(parseOffset));
    expect(draw(5, 0, 'T-20', 'T-10', ...later).slice(0, 2)).toEqual([parseOffset('T-5'), parseOffset('T-3')]);
  });
});
