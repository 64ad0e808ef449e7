import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseOffset } from '../../../domain/calendar/index.ts';
import type { Context } from '../../../domain/decider.ts';
import { type ExerciseState, exercise, previewAdoption } from '../../../domain/exercise/index.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { COMMUNE_TEMPLATE, checkPlan, GATE_CODES, type TemplateContent } from '../../../domain/template/index.ts';
import { at, given, knowing, refusalOf, type Step, send, step } from '../../support/domain.ts';
import { CMC, COM, COMMUNE, communeThrough, draftedCommune, EARLY, planCommune, submit } from '../exercise/season.ts';
import {
  addTask,
  communeOnFirst,
  communeWith,
  contentOf,
  dropTask,
  publishedWorld,
  relink,
  retime,
  row,
} from './support.ts';

const later = at('2026-10-07');
const adopt = (version = 2) => ({ type: 'AdoptTemplate', version, reason: 'mẫu mới' });
const tailor = (...commands: ReturnType<typeof dropTask>[]) => commands.map((command) => step(CMC, later, command));
const file = (content: TemplateContent, ...steps: Step[]) =>
  given(exercise, COMMUNE, [...communeOnFirst, ...steps], publishedWorld(content));
const adopted = (content: TemplateContent, ...steps: Step[]): ExerciseState =>
  file(content, ...steps, step(CMC, later, adopt())).state;
const preview = (content: TemplateContent, ...steps: Step[]) =>
  previewAdoption(file(content, ...steps).state, 2, publishedWorld(content));

const second = communeWith({ X17: null, X19: { after: ['X18'] }, X14: { owner: 'CMC', due: parseOffset('T-21') } }, [
  row('X25', { offset: 'T-25' }),
]);

describe('adopting a new version', () => {
  test('adds, drops and changes what the version says, and nothing else', () => {
    const adoption = preview(second);
    expect(adoption).toMatchObject({ from: 1, to: 2, ladder: null, scoreSheet: null, leftAsItIs: [] });
    expect(adoption.added.map(({ code, due }) => [code, due])).toEqual([['X25', '2027-03-09']]);
    expect(adoption.dropped.map(({ task }) => task)).toEqual(['X17']);
    expect(adoption.changed.map(({ task, fields }) => [task, fields])).toEqual([
      [
        'X14',
        [
          { field: 'owner', from: 'tan-thanh.POL', to: 'tan-thanh.CMC' },
          { field: 'due', from: 'T-20', to: 'T-21' },
        ],
      ],
      ['X19', [{ field: 'after', from: 'X17, X18', to: 'X18' }]],
    ]);
    const { tasks, template } = adopted(second);
    expect(template).toEqual({ id: 'commune', version: 2 });
    expect(tasks.X14).toMatchObject({ owner: 'tan-thanh.CMC', due: '2027-03-15', firstDue: '2027-03-16' });
    expect([tasks.X17, tasks.X25?.status, tasks.X19?.after]).toEqual([undefined, 'waiting', ['X18']]);
  });

  test('what was proved stays as it was, verified or waiting to be', () => {
    const instead = { after: ['X02'] };
    const next = communeWith({ X01: { titleVi: 'Tên mới' }, X03: null, X04: instead, X05: instead });
    const work = [...communeThrough('G1').slice(2), step(COM, EARLY, submit('X03'))];
    const proved = adopted(next, ...work);
    expect(proved.tasks.X01).toMatchObject({ titleVi: 'Nhận nhiệm vụ, chỉ thị', status: 'verified' });
    expect(proved.tasks.X03).toMatchObject({ status: 'submitted' });
    expect(preview(next, ...work).leftAsItIs).toEqual([
      { task: 'X01', because: 'proved' },
      { task: 'X03', because: 'proved' },
    ]);
  });

  test('what was tailored stays: added, dropped, re-timed, re-linked and re-owned tasks', () => {
    const own = [
      ...tailor(
        addTask('X30', { owner: 'tan-thanh.HEA', after: ['X05'], offset: parseOffset('T-30') }),
        dropTask('X08'),
        retime('X14', 'T-19'),
        relink('X13', 'X05', 'X06'),
      ),
      step(CMC, later, { type: 'AssignTask', task: 'X10', owner: 'tan-thanh.UNION' }),
    ];
    const next = communeWith({
      X08: { titleVi: 'Tuyên truyền rộng rãi' },
      X14: { due: parseOffset('T-21'), titleVi: 'Kế hoạch trật tự' },
      X13: { after: ['X05', 'X07'] },
      X10: { owner: 'CUL' },
    });
    const { tasks, dropped } = adopted(next, ...own);
    expect([tasks.X30?.code, tasks.X08, tasks.X13?.after, tasks.X10?.owner]).toEqual([
      'X30',
      undefined,
      ['X05', 'X06'],
      'tan-thanh.UNION',
    ]);
    expect(tasks.X14).toMatchObject({ offset: { days: -19 }, titleVi: 'Kế hoạch trật tự' });
    expect(dropped.map(({ task }) => task)).toEqual(['X08']);
    expect(preview(next, ...own).leftAsItIs.map(({ task, because }) => `${task} ${because}`)).toEqual([
      'X08 dropped',
      'X10 tailored',
      'X13 tailored',
      'X14 tailored',
      'X30 tailored',
    ]);
  });

  test('a new task that waits for a dropped one waits for what that one waited for', () => {
    const next = communeWith({}, [row('X25', { after: ['X08'], offset: 'T-25' })]);
    expect(adopted(next, ...tailor(dropTask('X08'))).tasks.X25?.after).toEqual(['X07']);
    const dropping = communeWith({
      X07: null,
      X08: { after: ['X05'] },
      X14: { after: ['X05'] },
      X15: { after: ['X05'] },
    });
    const own = adopted(
      dropping,
      ...tailor(addTask('X30', { owner: 'tan-thanh.HEA', after: ['X07'], offset: parseOffset('T-20') })),
    );
    expect(own.tasks.X30?.after).toEqual(['X05']);
  });

  test('a passed gate gets no new task and keeps its own', () => {
    const next = communeWith({ X02: { titleVi: 'Tên mới' } }, [row('X25', { after: [], gate: 'G1', offset: 'T-51' })]);
    const past = communeThrough('G1').slice(2);
    const { tasks, gates } = adopted(next, ...past);
    expect([tasks.X25, gates[1]?.passed?.at]).toEqual([undefined, EARLY]);
    expect(preview(next, ...past).leftAsItIs.map(({ task, because }) => `${task} ${because}`)).toEqual([
      'X02 proved',
      'X25 gatePassed',
    ]);
  });

  test('a new ladder holds for every open task; one the exercise set itself stays', () => {
    const next = { ...contentOf(COMMUNE_TEMPLATE), ladder: { ...COMMUNE_TEMPLATE.ladder, hour: 7 } };
    expect(adopted(next).ladder.hour).toBe(7);
    const own = { ...COMMUNE_TEMPLATE.ladder, hour: 9 };
    const set = step(CMC, later, { type: 'SetLadder', ladder: own, reason: 'giờ làm việc' });
    expect(adopted(next, set).ladder.hour).toBe(9);
  });

  test('a compressed run is drawn together anew', () => {
    const next = communeWith({}, [row('X25', { offset: 'T-25' })]);
    const near = { ...planCommune, startDate: '2026-11-17', endDate: '2026-11-18', compressed: true };
    const run = [...draftedCommune, step(CMC, EARLY, { ...near, template: { id: 'commune', version: 1 } })];
    const { tasks, compression } = given(
      exercise,
      COMMUNE,
      [...run, step(CMC, later, adopt())],
      publishedWorld(next),
    ).state;
    expect(compression).toMatchObject({ available: 30, longest: 60 });
    expect(tasks.X25).toMatchObject({ originalOffset: { anchor: 'T', days: -25 } });
    expect(tasks.X25?.offset.days).toBeGreaterThan(-25);
  });

  test('tailoring and version that do not go together are refused, with the faults', () => {
    const circle = communeWith({ X13: { after: ['X06', 'X14'] } });
    file(circle, ...tailor(relink('X14', 'X07', 'X13')))
      .when(CMC, later, adopt())
      .thenRefused('adoption-conflict', { version: 2, faults: ['cycle X13 X14 X13'] });
  });

  test('only the standing agency adopts, before the run opens, a version in force', () => {
    file(second).when(COM, later, adopt()).thenRefused('not-your-body');
    file(second).when(CMC, later, adopt(9)).thenRefused('template-unknown', { version: 9 });
    file(second).when(CMC, later, adopt(1)).thenExactly();
    given(exercise, COMMUNE, communeThrough('G7')).when(CMC, at('2027-04-24'), adopt()).thenRefused('tailoring-closed');
  });
});

describe('whatever was tailored and published', () => {
  const codes = COMMUNE_TEMPLATE.tasks.map(({ code }) => code);
  const code = fc.constantFrom(...codes);
  const offset = fc.integer({ min: 1, max: 62 }).map((n) => parseOffset(`T-${n}`));
  const gate = fc.constantFrom(...GATE_CODES);
  const tailoring = fc.array(
    fc.oneof(
      code.map(dropTask),
      fc.tuple(code, offset).map(([task, to]) => ({ ...retime(task, 'T'), offset: to })),
      fc.tuple(code, fc.uniqueArray(code, { maxLength: 3 })).map(([task, after]) => relink(task, ...after)),
      fc
        .tuple(fc.integer({ min: 25, max: 60 }), fc.uniqueArray(code, { maxLength: 2 }), gate, offset)
        .map(([n, after, within, to]) => addTask(`X${n}`, { owner: 'tan-thanh.HEA', after, gate: within, offset: to })),
    ),
    { maxLength: 20 },
  );
  const soundness = (state: ExerciseState) =>
    checkPlan({
      tasks: Object.values(state.tasks).map(({ code: own, after, offset: due, gate: within }) => ({
        code: own,
        after,
        due,
        gate: within,
      })),
      gates: state.gates,
    });
  const tell = (state: ExerciseState, command: { type: string }, world: Context): ExerciseState => {
    let next = state;
    const refusal = refusalOf(() => {
      next = send(COMMUNE, state, step(CMC, later, command), world).state as ExerciseState; // of this stream
    });
    if (refusal && !(refusal instanceof Rejection)) throw refusal;
    return next;
  };
  const start = given(exercise, COMMUNE, communeOnFirst).state;

  test('the checklist stays without circles and every gate can be passed', () => {
    let changes = 0;
    fc.assert(
      fc.property(tailoring, (commands) => {
        let state = start;
        for (const command of commands) {
          const next = tell(state, command, knowing());
          changes += next === state ? 0 : 1;
          state = next;
          const [fault] = soundness(state);
          if (fault) throw new Error(JSON.stringify(fault));
          for (const task of Object.values(state.tasks))
            if (task.status !== (task.after.length === 0 ? 'open' : 'waiting'))
              throw new Error(`${task.code} is ${task.status} after ${task.after.join()}`);
        }
      }),
      { numRuns: 1000 },
    );
    expect(changes).toBeGreaterThan(1000);
  });

  test('an adoption does exactly what its preview says, and leaves a sound checklist', () => {
    const change = fc.dictionary(
      code,
      fc.oneof(
        fc.constant(null),
        fc.record({ titleVi: fc.constant('Tên mới') }),
        fc.record({ owner: fc.constantFrom('HEA' as const, 'CUL' as const) }),
        fc.integer({ min: 0, max: 1 }).map((n) => ({ due: parseOffset(`T-${40 + n}`) })),
      ),
      { maxKeys: 4 },
    );
    let adoptions = 0;
    fc.assert(
      fc.property(tailoring, change, (commands, changes) => {
        const world = publishable(changes);
        if (!world) return;
        const state = commands.reduce((now, command) => tell(now, command, world), start);
        let shown: object | null = null;
        const refusal = refusalOf(() => {
          shown = previewAdoption(state, 2, world);
        });
        const run = () => send(COMMUNE, state, step(CMC, later, adopt()), world);
        if (refusal instanceof Rejection) {
          expect(refusalOf(run)).toMatchObject({ code: refusal.code, params: refusal.params });
          return;
        }
        const { facts, state: after } = run();
        const { at: _, by: __, version: ___, type, reason, ...done } = { reason: '', ...facts.at(-1) };
        expect([type, reason, done]).toEqual(['TemplateAdopted', 'mẫu mới', shown]);
        expect(soundness(after as ExerciseState)).toEqual([]); // of this stream
        adoptions += 1;
      }),
      { numRuns: 200 },
    );
    expect(adoptions).toBeGreaterThan(30);
  });

  /** A world with the version, or null when the template stream refuses it for its faults. */
  function publishable(changes: Parameters<typeof communeWith>[0]): Context | null {
    let world: Context | null = null;
    const refusal = refusalOf(() => {
      world = publishedWorld(communeWith(changes));
    });
    return refusal ? null : world;
  }
});
