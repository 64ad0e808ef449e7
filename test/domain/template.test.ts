import { describe, expect, test } from '@jest/globals';
import { CALENDAR, dueDate, formatOffset, neverBefore, parseOffset } from '../../domain/calendar/index.ts';
import { BODIES } from '../../domain/labels/bodies.ts';
import { BODY_CODES } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import {
  CITY_TEMPLATE,
  COMMUNE_TEMPLATE,
  checkTemplate,
  EXERCISE_TYPES,
  findCycle,
  findTemplate,
  GATE_CODES,
  predecessors,
  successors,
  TEMPLATES,
  Template,
  type TemplateFault,
  type TemplateTask,
  templateFor,
  topologicalOrder,
} from '../../domain/template/index.ts';
import { localDate } from '../../domain/time.ts';

const codes = (letter: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${letter}${String(n + 1).padStart(2, '0')}`);
const taskOf = (template: Template, code: string): TemplateTask => {
  const task = template.tasks.find((each) => each.code === code);
  if (!task) throw new Error(`no task ${code}`);
  return task;
};

describe('the shipped templates', () => {
  test('a city prepares forty tasks, a commune twenty-four', () => {
    expect(CITY_TEMPLATE.tasks.map((task) => task.code)).toEqual(codes('C', 40));
    expect(COMMUNE_TEMPLATE.tasks.map((task) => task.code)).toEqual(codes('X', 24));
  });

  test('a row says all the guide says', () => {
    expect(taskOf(CITY_TEMPLATE, 'C20')).toEqual({
      code: 'C20',
      titleVi: 'Kế hoạch động viên QNDB, PTKT',
      titleEn: 'Mobilisation plan: reservists and technical vehicles',
      owner: 'SA',
      after: ['C10'],
      due: { anchor: 'T', days: -42 },
      evidence: { kind: 'referenceOnly', labelVi: 'Chỉ ghi số đăng ký văn bản', labelEn: 'reference no. only' },
      basis: 'S',
      gate: 'G4',
      secret: true,
    });
  });

  test.each(TEMPLATES.map((template) => [template.id, template] as const))(
    '%s is well formed and sound',
    (_, template) => {
      expect(Template.parse(template)).toEqual(template);
      expect(checkTemplate(template)).toEqual([]);
      expect(new Set(topologicalOrder(template))).toEqual(new Set(template.tasks.map((task) => task.code)));
    },
  );

  test('only what the guide keeps by reference number is secret', () => {
    const secret = TEMPLATES.flatMap((template) => template.tasks.filter((task) => task.secret));
    expect(secret.map((task) => task.code)).toEqual(['C10', 'C20', 'C22', 'X12']);
  });

  test('the gates divide the tasks among themselves in their order, each closed by its gate task', () => {
    const ends = (template: Template) => template.gates.map((gate) => `${gate.code} ${gate.gateTask}`).join(', ');
    expect(ends(CITY_TEMPLATE)).toBe('G0 C02, G1 C04, G2 C09, G3 C14, G4 C25, G5 C31, G6 C34, G7 C37, G8 C39, G9 C40');
    expect(ends(COMMUNE_TEMPLATE)).toBe(
      'G0 X01, G1 X02, G2 X04, G3 X06, G4 X16, G5 X19, G6 X20, G7 X22, G8 X23, G9 X24',
    );
    for (const template of TEMPLATES) {
      const byGate = GATE_CODES.map((gate) => template.tasks.filter((task) => task.gate === gate));
      expect(byGate.flat()).toEqual(template.tasks);
      expect(byGate.map((tasks) => tasks.at(-1)?.code)).toEqual(template.gates.map((gate) => gate.gateTask));
    }
  });

  test('every gate task falls due in the window of its gate', () => {
    for (const template of TEMPLATES) {
      for (const { gateTask, window } of template.gates) {
        const { due } = taskOf(template, gateTask);
        expect(window.from === null || neverBefore(window.from, due)).toBe(true);
        expect(neverBefore(due, window.to)).toBe(true);
      }
    }
  });

  test('one task of the city falls due before the window of its gate opens', () => {
    const early = CITY_TEMPLATE.gates.flatMap(({ code, window }) =>
      CITY_TEMPLATE.tasks
        .filter((task) => task.gate === code && window.from !== null && !neverBefore(window.from, task.due))
        .map((task) => `${task.code} ${formatOffset(task.due)}`),
    );
    expect(early).toEqual(['C15 T-50']);
  });

  test('an exercise from 20 to 22 April 2027 has these deadlines', () => {
    const exercise = { startDate: localDate('2027-04-20'), endDate: localDate('2027-04-22') };
    const due = (code: string) => dueDate(CALENDAR, taskOf(CITY_TEMPLATE, code).due, exercise);
    expect(['C01', 'C16', 'C23', 'C32', 'C35', 'C36', 'C37', 'C39'].map((code) => `${code} ${due(code)}`)).toEqual([
      'C01 2026-12-04',
      'C16 2027-02-15',
      'C23 2027-03-08',
      'C32 2027-04-12',
      'C35 2027-04-22',
      'C36 2027-04-22',
      'C37 2027-04-27',
      'C39 2027-05-17',
    ]);
  });

  test('every body has a name and a head in Vietnamese and English', () => {
    expect(Object.keys(BODIES)).toEqual([...BODY_CODES]);
    for (const { vi, en } of Object.values(BODIES)) {
      for (const text of [vi.name, vi.head, en.name, en.head]) expect(text).not.toBe('');
    }
  });
});

describe('choosing a template', () => {
  test('defence-area and regional exercises use the city list, communes and workplaces the short one', () => {
    expect(EXERCISE_TYPES.map((type) => [type, templateFor(type).id])).toEqual([
      ['defenceAreaExercise', 'city'],
      ['regionalDefenceExercise', 'city'],
      ['communeCombatExercise', 'commune'],
      ['selfDefenceUnit', 'commune'],
    ]);
    for (const type of EXERCISE_TYPES) expect(templateFor(type).exerciseTypes).toContain(type);
  });

  test('a template is found by its name and version, an unknown one is refused', () => {
    expect(findTemplate('commune', 1)).toBe(COMMUNE_TEMPLATE);
    expect(() => findTemplate('city', 9)).toThrow(new Rejection('template-unknown', { id: 'city', version: 9 }));
  });
});

describe('the order among tasks', () => {
  test('every task comes after all it waits for', () => {
    for (const template of TEMPLATES) {
      const order = topologicalOrder(template);
      for (const task of template.tasks) {
        for (const before of task.after) expect(order.indexOf(before)).toBeLessThan(order.indexOf(task.code));
      }
    }
  });

  test('the call-ups wait for the whole line from the directive to the register', () => {
    expect(predecessors(CITY_TEMPLATE, 'C29')).toEqual('C01 C02 C03 C04 C05 C10 C20 C24'.split(' '));
    expect(predecessors(CITY_TEMPLATE, 'C01')).toEqual([]);
  });

  test('everything else waits, directly or not, for the directive', () => {
    expect(successors(CITY_TEMPLATE, 'C01')).toEqual(codes('C', 40).slice(1));
    expect(successors(COMMUNE_TEMPLATE, 'X20')).toEqual(['X21', 'X22', 'X23', 'X24']);
  });
});

describe('the checker of the template editor', () => {
  const edited = (code: string, change: Partial<TemplateTask>): Template => ({
    ...COMMUNE_TEMPLATE,
    tasks: COMMUNE_TEMPLATE.tasks.map((task) => (task.code === code ? { ...task, ...change } : task)),
  });
  const faults = (template: Template, kind: TemplateFault['kind']) =>
    checkTemplate(template).filter((fault) => fault.kind === kind);

  test('a cycle is reported with its path, and all that waits behind it', () => {
    const broken = edited('X17', { after: ['X13', 'X19'] });
    expect(faults(broken, 'cycle')).toEqual([{ kind: 'cycle', path: ['X17', 'X19', 'X17'] }]);
    const dead = ['X17', 'X19', 'X20', 'X21', 'X22', 'X23', 'X24'];
    expect(faults(broken, 'dead-task')).toEqual(dead.map((code) => ({ kind: 'dead-task', code })));
    expect(topologicalOrder(broken)).toHaveLength(24 - dead.length);
  });

  test('a task that waits for itself is a cycle', () => {
    expect(findCycle(edited('X05', { after: ['X05'] }))).toEqual(['X05', 'X05']);
  });

  test('a long cycle keeps the working order in its path', () => {
    expect(findCycle(edited('X02', { after: ['X05'] }))).toEqual(['X02', 'X03', 'X05', 'X02']);
    expect(findCycle(CITY_TEMPLATE)).toBeNull();
  });

  test('a predecessor that is not in the list is reported, with the tasks that can never start', () => {
    expect(checkTemplate(edited('X23', { after: ['X99'] }))).toEqual([
      { kind: 'unknown-predecessor', code: 'X23', predecessor: 'X99' },
      { kind: 'dead-task', code: 'X23' },
      { kind: 'dead-task', code: 'X24' },
    ]);
  });

  test('a task due before the task it waits for is reported with both rules', () => {
    expect(checkTemplate(edited('X06', { due: parseOffset('T-40') }))).toEqual([
      { kind: 'due-before-predecessor', code: 'X06', due: 'T-40', predecessor: 'X05', predecessorDue: 'T-38' },
      { kind: 'gate-task-not-last', gate: 'G3', gateTask: 'X06' },
    ]);
  });

  test('a code used twice is reported once', () => {
    const twice = { ...COMMUNE_TEMPLATE, tasks: [...COMMUNE_TEMPLATE.tasks, taskOf(COMMUNE_TEMPLATE, 'X24')] };
    expect(checkTemplate(twice)).toEqual([{ kind: 'duplicate-code', code: 'X24' }]);
  });

  test('a task that waits for a later gate is reported: its own gate could never be passed', () => {
    const broken = edited('X06', { gate: 'G1' });
    expect(faults(broken, 'predecessor-in-later-gate')).toEqual([
      { kind: 'predecessor-in-later-gate', code: 'X06', predecessor: 'X05' },
    ]);
  });

  test('a gate without its own last task is reported, and tasks under a gate that is missing', () => {
    const gates = COMMUNE_TEMPLATE.gates.filter((gate) => gate.code !== 'G8');
    const broken = {
      ...COMMUNE_TEMPLATE,
      gates: gates.map((gate) => (gate.code === 'G3' ? { ...gate, gateTask: 'X05' } : gate)),
    };
    expect(checkTemplate(broken)).toEqual([
      { kind: 'gate-task-not-last', gate: 'G3', gateTask: 'X05' },
      { kind: 'gate-missing', gate: 'G8' },
    ]);
  });
});
