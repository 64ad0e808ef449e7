/** Stages with their content items, pauses and observations, as the umpires keep them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exercise } from '../../../domain/exercise/index.ts';
import { NO_RUN, playedMinutes, type RunState } from '../../../domain/exercise/run-state.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { instant, toMs } from '../../../domain/time.ts';
import { at, type Command, given, head, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  CLOSING,
  cityThrough,
  DB,
  EARLY,
  MPC,
  OPENING,
  POL,
  plannedCity,
  runningCity,
  SA,
  SB,
} from './season.ts';

const item = (code: string, more: object = {}) => ({ item: code, label: code, part: 'live', ...more });
const stagePlan = (stage: number, from: string, until: string, items: object[] = [], more: object = {}) => ({
  stage,
  plannedStart: from,
  plannedEnd: until,
  items,
  ...more,
});
const [D1, D2, D3] = [OPENING, '2027-04-21', CLOSING];
const PLAN: Command = {
  type: 'PlanStages',
  stages: [
    stagePlan(1, at(D1, 7), at(D1, 17), [
      item('ND01', { part: 'mechanism', label: 'A2', problem: 1, plannedStart: at(D1, 8), plannedEnd: at(D1, 10) }),
      item('ND02'),
    ]),
    stagePlan(2, at(D2, 7), at(D2, 17), [item('ND03')], { name: 'Chuẩn bị' }),
  ],
};
const plans = (...stages: object[]): Command => ({ type: 'PlanStages', stages });
const begin = (stage: number): Command => ({ type: 'StartStage', stage });
const start = (code: string): Command => ({ type: 'StartItem', item: code });
const end = (code: string): Command => ({ type: 'EndItem', item: code });
const planned = [...cityThrough('G6'), step(DB, at(D1, 6), PLAN)];
const opened = [...planned, step(SB, at(D1, 7), { type: 'OpenRun' })];
const first = [...opened, step(DB, at(D1, 7, 5), begin(1))];
const playing = (...more: Step[]) => given(exercise, CITY, [...first, ...more]);

describe('stages with content items', () => {
  test('are planned before the opening, each item with an opaque label, and replaced as a whole', () => {
    const { state } = given(exercise, CITY, planned);
    expect(state.run.plan.map(({ stage, name, items }) => [stage, name, items.map((each) => each.item)])).toEqual([
      [1, null, ['ND01', 'ND02']],
      [2, 'Chuẩn bị', ['ND03']],
    ]);
    expect(state.run.plan[0]?.items[0]).toEqual({
      item: 'ND01',
      label: 'A2',
      part: 'mechanism',
      problem: 1,
      plannedStart: at(D1, 8),
      plannedEnd: at(D1, 10),
    });
    given(exercise, CITY, plannedCity).when(POL, EARLY, PLAN).thenRefused('not-your-body', { body: 'tam-ky.POL' });
    given(exercise, CITY, opened).when(DB, at(D1, 8), PLAN).thenRefused('run-plan-fixed', { phase: 'running' });
  });

  test.each([
    ['numbering', [stagePlan(2, at(D1, 7), at(D1, 9), [item('A1')])], 2],
    ['end-before-start', [stagePlan(1, at(D1, 9), at(D1, 9), [item('A1')])], 1],
    ['overlap', [stagePlan(1, at(D1, 7), at(D1, 9), [item('A1')]), stagePlan(2, at(D1, 8), at(D1, 10))], 2],
    ['outside-days', [stagePlan(1, at('2027-04-19', 7), at(D1, 9), [item('A1')])], 1],
    ['outside-days', [stagePlan(1, at(D3, 7), at('2027-04-23', 0), [item('A1')])], 1],
    ['same-item', [stagePlan(1, at(D1, 7), at(D1, 9), [item('A1'), item('A1')])], 1],
    ['item-outside', [stagePlan(1, at(D1, 7), at(D1, 9), [item('A1', { plannedEnd: at(D1, 9, 1) })])], 1],
    ['item-outside', [stagePlan(1, at(D1, 7), at(D1, 9), [item('A1', { plannedStart: at(D1, 6, 59) })])], 1],
  ])('refused: %s', (fault, stages, stage) => {
    given(exercise, CITY, plannedCity)
      .when(DB, EARLY, plans(...stages))
      .thenRefused('stage-plan-wrong', { stage, fault });
  });

  test('of a secret exercise names no stage, and no place is reserved for it', () => {
    const classify = {
      type: 'Classify',
      subject: { kind: 'exercise' },
      level: 'mat',
      decidedBy: 'Chỉ huy trưởng',
      basis: 'Danh mục bí mật nhà nước, mục 3',
    };
    const secret = given(exercise, CITY, [...plannedCity, step(head('tam-ky.SA'), EARLY, classify)]);
    secret.when(DB, EARLY, PLAN).thenRefused('secret-text', { field: 'stages.1.name' });
    const plain = plans(stagePlan(1, at(D1, 7), at(D1, 9), [item('A1')]));
    expect(send(CITY, secret.state, step(DB, EARLY, plain)).facts).toHaveLength(1);
    const reserve = { type: 'ReserveResources', vehicles: [] };
    secret.when(SA, EARLY, { ...reserve, venues: ['Thao trường'] }).thenRefused('secret-text', { field: 'venues' });
    expect(send(CITY, secret.state, step(SA, EARLY, { ...reserve, venues: [] })).facts).toHaveLength(1);
  });

  test('a run takes one to sixty items', () => {
    const many = (n: number) => Array.from({ length: n }, (_, index) => item(`N${index}`));
    const city = given(exercise, CITY, plannedCity);
    city.when(DB, EARLY, plans(stagePlan(1, at(D1, 7), at(D1, 9)))).thenRefused('items-count', { count: 0, most: 60 });
    const two = [stagePlan(1, at(D1, 7), at(D1, 9), many(31)), stagePlan(2, at(D1, 9), at(D1, 11))];
    expect(send(CITY, city.state, step(DB, EARLY, plans(...two))).facts).toHaveLength(1);
    const over = stagePlan(
      2,
      at(D1, 9),
      at(D1, 11),
      many(30).map((each) => ({ ...each, item: `M${each.item}` })),
    );
    city.when(DB, EARLY, plans(two[0] ?? over, over)).thenRefused('items-count', { count: 61 });
  });

  test('a moved exercise takes its hours to the new days', () => {
    const plan = { type: 'RescheduleExercise', startDate: '2027-05-18', endDate: '2027-05-20', reason: 'bão' };
    const { state } = given(exercise, CITY, [...plannedCity, step(DB, EARLY, PLAN), step(SA, EARLY, plan)]);
    expect(state.run.plan[0]).toMatchObject({ plannedStart: at('2027-05-18', 7), plannedEnd: at('2027-05-18', 17) });
    expect(state.run.plan[0]?.items[0]?.plannedStart).toBe(at('2027-05-18', 8));
    expect(state.run.plan[0]?.items[1]?.plannedStart).toBeNull();
  });

  test('the number of stages is that of the plan', () => {
    const second = playing(step(DB, at(D2, 7), begin(2)));
    second.when(DB, at(D2, 8), begin(3)).thenRefused('stages-played', { of: 2 });
    second.when(SB, at(D2, 17), { type: 'CloseRun' }).thenExactly({ type: 'RunClosed' });
    playing().when(SB, at(D1, 18), { type: 'CloseRun' }).thenRefused('stages-open', { done: 1, of: 2 });
  });

  test('a stage ends when it is said so, when the next begins, or with the run, and takes its items with it', () => {
    const running = playing(step(DB, at(D1, 8), start('ND01')));
    running.when(DB, at(D1, 9), { type: 'EndStage', stage: 2 }).thenRefused('stage-not-running', { stage: 2 });
    const ended = playing(step(DB, at(D1, 8), start('ND01')), step(DB, at(D1, 16), { type: 'EndStage', stage: 1 }));
    expect(ended.state.run).toMatchObject({
      stageEnds: { 1: at(D1, 16) },
      items: { ND01: { startedAt: at(D1, 8), endedAt: at(D1, 16) } },
    });
    ended.when(DB, at(D1, 17), start('ND02')).thenRefused('item-stage', { item: 'ND02', stage: 1 });
    ended.when(DB, at(D1, 17), { type: 'EndStage', stage: 1 }).thenRefused('stage-not-running', { stage: 1 });
    const closed = playing(
      step(DB, at(D1, 8), start('ND01')),
      step(DB, at(D2, 7), begin(2)),
      step(DB, at(D2, 8), start('ND03')),
      step(SB, at(D2, 18), { type: 'CloseRun' }),
    );
    expect(closed.state.run).toMatchObject({
      closedAt: at(D2, 18),
      stageEnds: { 1: at(D2, 7), 2: at(D2, 18) },
      items: { ND01: { endedAt: at(D2, 7) }, ND03: { endedAt: at(D2, 18) } },
    });
  });

  test('an item begins once, in its stage, and ends once', () => {
    playing().when(DB, at(D1, 8), start('ND01')).thenExactly({ type: 'ItemStarted', item: 'ND01', stage: 1 });
    playing().when(DB, at(D1, 8), start('ND03')).thenRefused('item-stage', { item: 'ND03', stage: 2 });
    playing().when(DB, at(D1, 8), start('ND09')).thenRefused('item-unknown', { item: 'ND09' });
    playing().when(DB, at(D1, 8), end('ND01')).thenRefused('item-not-running', { item: 'ND01' });
    playing().when(POL, at(D1, 8), start('ND01')).thenRefused('not-your-body');
    const on = playing(step(SB, at(D1, 8), start('ND01')));
    on.when(DB, at(D1, 9), start('ND01')).thenRefused('item-played', { item: 'ND01' });
    on.when(DB, at(D1, 9), end('ND01')).thenExactly({ type: 'ItemEnded', item: 'ND01', stage: 1 });
    playing(step(SB, at(D1, 8), start('ND01')), step(SB, at(D1, 9), end('ND01')))
      .when(DB, at(D1, 10), end('ND01'))
      .thenRefused('item-not-running', { item: 'ND01' });
  });
});

describe('a pause', () => {
  const pause = step(SB, at(D1, 9), { type: 'PauseRun', reason: 'mưa lớn' });
  const resume = step(SA, at(D1, 10, 30), { type: 'ResumeRun' });

  test('is a fact with its reason; nothing begins while it lasts', () => {
    playing()
      .when(SB, at(D1, 9), { type: 'PauseRun', reason: 'mưa lớn' })
      .thenExactly({ type: 'RunPaused', reason: 'mưa lớn' });
    const resting = playing(pause);
    for (const command of [begin(2), start('ND01'), { type: 'PauseRun', reason: 'nữa' }])
      resting.when(SB, at(D1, 9, 5), command).thenRefused('run-paused', { reason: 'mưa lớn' });
    resting.when(SB, at(D1, 9, 5), { type: 'EndStage', stage: 1 }).thenExactly({ type: 'StageEnded', stage: 1 });
    playing().when(SB, at(D1, 9), { type: 'ResumeRun' }).thenRefused('run-not-paused');
    playing(pause, resume)
      .when(DB, at(D1, 11), start('ND01'))
      .thenExactly({ type: 'ItemStarted', item: 'ND01', stage: 1 });
    given(exercise, CITY, planned).when(SB, at(D1, 6), { type: 'PauseRun', reason: 'x' }).thenRefused('exercise-phase');
    playing().when(DB, at(D1, 9), { type: 'PauseRun', reason: 'x' }).thenRefused('not-your-body');
  });

  test('does not count as time played; the close ends one that lasts', () => {
    const { run } = playing(pause, resume).state;
    expect(run.pauses).toEqual([{ from: at(D1, 9), until: at(D1, 10, 30), reason: 'mưa lớn' }]);
    expect(playedMinutes(run, at(D1, 7), at(D1, 12))).toBe(210);
    const closed = playing(
      step(DB, at(D2, 7), begin(2)),
      step(SB, at(D2, 9), pause.command),
      step(SB, at(D2, 10), { type: 'CloseRun' }),
    );
    expect(closed.state.run.pauses[0]?.until).toBe(at(D2, 10));
  });

  test('time played and time paused make up the whole, however the pauses lie', () => {
    const spans = fc.array(fc.tuple(fc.nat(120), fc.nat(120)), { maxLength: 6 });
    fc.assert(
      fc.property(spans, fc.nat(300), fc.nat(300), (list, from, length) => {
        const zero = toMs(at(D1, 7));
        const minute = (n: number) => instant(zero + n * 60_000);
        let cursor = 0;
        const pauses = list.map(([gap, lasts]) => {
          const begin = cursor + gap;
          cursor = begin + lasts;
          return { from: minute(begin), until: minute(cursor), reason: 'x' };
        });
        const run: RunState = { ...NO_RUN, pauses };
        const inside = (n: number) =>
          list.length > 0 && pauses.some((each) => each.from <= minute(n) && minute(n) < (each.until ?? ''));
        const counted = Array.from({ length }, (_, n) => from + n).filter((n) => !inside(n)).length;
        expect(playedMinutes(run, minute(from), minute(from + length))).toBe(counted);
      }),
      { numRuns: 500 },
    );
  });
});

describe('observations', () => {
  const seen = (more: object = {}): Command => ({
    type: 'RecordObservation',
    observation: 'QS-001',
    seenAt: at(D1, 8, 15),
    text: 'Báo động đúng giờ',
    ...more,
  });
  const amend = (more: object): Command => ({
    type: 'AmendObservation',
    observation: 'QS-001',
    reason: 'ghi nhầm',
    ...more,
  });
  const criterion = exercise.initial.scoreSheet.domains.flatMap(({ code, criteria }) =>
    criteria.map((each) => `${code}/${each.code}`),
  )[0];

  test('keep when it was seen apart from when it was written', () => {
    const written = playing(step(DB, at(D1, 9), seen({ item: 'ND01', kind: 'strength' })));
    expect(written.state.observations).toEqual([
      {
        id: 'QS-001',
        seenAt: at(D1, 8, 15),
        writtenAt: at(D1, 9),
        text: 'Báo động đúng giờ',
        item: 'ND01',
        criterion: null,
        kind: 'strength',
        by: DB,
      },
    ]);
    playing()
      .when(DB, at(D1, 8), seen())
      .thenRefused('seen-in-the-future', { seenAt: at(D1, 8, 15), at: at(D1, 8) });
    written.when(SB, at(D1, 9), seen()).thenRefused('observation-exists', { observation: 'QS-001' });
  });

  test('name an item of the plan and a criterion of the score sheet, or none', () => {
    playing()
      .when(DB, at(D1, 9), seen({ item: 'ND77' }))
      .thenRefused('item-unknown', { item: 'ND77' });
    playing()
      .when(DB, at(D1, 9), seen({ criterion: 'leadership/none' }))
      .thenRefused('criterion-unknown', { criterion: 'leadership/none' });
    playing()
      .when(DB, at(D1, 9), seen({ criterion: 'leadership' }))
      .thenInvalid();
    expect(criterion).toBeDefined();
    expect(playing(step(DB, at(D1, 9), seen({ criterion }))).state.observations[0]?.criterion).toBe(criterion);
  });

  test('are written by those who conduct and judge, from the opening until the grade', () => {
    for (const by of [DB, SB, SA])
      expect(send(CITY, playing().state, step(by, at(D1, 9), seen())).facts).toHaveLength(1);
    for (const by of [POL, MPC]) playing().when(by, at(D1, 9), seen()).thenRefused('not-your-body');
    given(exercise, CITY, planned).when(DB, at(D1, 9), seen()).thenRefused('observations-closed', { phase: 'ready' });
    const graded = [
      ...runningCity,
      ...[1, 2, 3].map((n) => step(SB, at(D1, 8 + n), begin(n))),
      step(SB, at(CLOSING, 17), { type: 'CloseRun' }),
      step(SYSTEM, at('2027-05-06'), { type: 'NoteReviewResult', points: 88, grade: 'excellent' }),
    ];
    given(exercise, CITY, graded)
      .when(DB, at('2027-05-07'), seen())
      .thenRefused('observations-closed', { phase: 'reviewing' });
  });

  test('are amended with a reason; the first writing time stays', () => {
    const written = playing(step(DB, at(D1, 9), seen({ item: 'ND01' })));
    written.when(DB, at(D1, 10), amend({ seenAt: at(D1, 8, 20), kind: 'limit' })).thenExactly({
      type: 'ObservationAmended',
      observation: 'QS-001',
      reason: 'ghi nhầm',
      seenAt: at(D1, 8, 20),
      text: 'Báo động đúng giờ',
      item: 'ND01',
      criterion: null,
      kind: 'limit',
    });
    // it cannot have been seen after it was first written down
    written.when(DB, at(D1, 10), amend({ seenAt: at(D1, 9, 1) })).thenRefused('seen-in-the-future');
    playing()
      .when(DB, at(D1, 10), amend({ text: 'x' }))
      .thenRefused('observation-unknown', { observation: 'QS-001' });
    const amended = playing(step(DB, at(D1, 9), seen()), step(SB, at(D1, 10), amend({ text: 'Chậm 5 phút' })));
    expect(amended.state.observations).toMatchObject([{ text: 'Chậm 5 phút', writtenAt: at(D1, 9), by: DB }]);
  });

  test('written after the close go to the review; those before it do not go one by one', () => {
    const closed = [
      step(DB, at(D1, 9), seen()),
      step(DB, at(D2, 7), begin(2)),
      step(SB, at(D2, 18), { type: 'CloseRun' }),
    ];
    const after = (state: ReturnType<typeof playing>['state'], command: Command) =>
      followUpsOf(StreamId.parse(CITY), state, send(CITY, state, step(DB, at(D3, 9), command)).facts);
    const reviewing = playing(...closed).state;
    expect(after(reviewing, seen({ observation: 'QS-002' }))).toMatchObject([
      {
        stream: 'review/tam-ky-2027',
        command: { type: 'NoteObservation', observation: { id: 'QS-002', writtenAt: at(D3, 9), by: DB } },
      },
    ]);
    expect(after(reviewing, amend({ text: 'Chậm' }))).toMatchObject([
      { command: { observation: { id: 'QS-001', text: 'Chậm', writtenAt: at(D1, 9) } } },
    ]);
    expect(after(playing().state, seen())).toEqual([]);
  });
});
