/** What the file keeps of a run as it is played: ends, pauses and results, each where it belongs. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { at, type Command, given, type Step, send, step } from '../../support/domain.ts';
import { CITY, CLOSING, cityThrough, DB, OPENING, reviewingCity, runningCity, SB } from './season.ts';

const hour = (n: number) => at(OPENING, n);
const by = (n: number, type: string, more: object = {}): Step => step(SB, hour(n), { type, ...more });
const item = (code: string) => ({ item: code, label: code, part: 'live' });
const PLAN: Command = {
  type: 'PlanStages',
  stages: [
    { stage: 1, plannedStart: hour(7), plannedEnd: hour(12), items: [item('A1'), item('A2')] },
    { stage: 2, plannedStart: hour(12), plannedEnd: hour(17), items: [item('B1')] },
  ],
};
const opened = [...cityThrough('G6'), step(DB, hour(6), PLAN), by(7, 'OpenRun')];
const played = (...steps: Step[]) => given(exercise, CITY, [...opened, ...steps]).state;
const begin = (n: number, stage: number) => by(n, 'StartStage', { stage });

describe('ends', () => {
  test('the first stage ends none; the next one ends it', () => {
    expect(played(begin(8, 1)).run.stageEnds).toEqual({});
    expect(played(begin(8, 1), begin(12, 2)).run.stageEnds).toEqual({ 1: hour(12) });
  });

  test('a stage that was ended before keeps its end when the next begins and when the run closes', () => {
    const done = [begin(8, 1), by(11, 'EndStage', { stage: 1 }), begin(12, 2), by(15, 'EndStage', { stage: 2 })];
    expect(played(...done, by(17, 'CloseRun')).run).toMatchObject({
      stageEnds: { 1: hour(11), 2: hour(15) },
      openedAt: hour(7),
      closedAt: hour(17),
    });
  });

  test('an item that was ended keeps its end, one that was never begun gets none', () => {
    const items = [begin(8, 1), by(9, 'StartItem', { item: 'A1' }), by(10, 'EndItem', { item: 'A1' })];
    expect(played(...items, begin(12, 2)).run.items).toEqual({ A1: { startedAt: hour(9), endedAt: hour(10) } });
  });
});

describe('pauses', () => {
  const rest = (n: number, reason: string): Step[] => [by(n, 'PauseRun', { reason }), by(n + 1, 'ResumeRun')];

  test('each keeps its own end', () => {
    expect(played(begin(8, 1), ...rest(9, 'mưa'), ...rest(13, 'giông')).run.pauses).toEqual([
      { from: hour(9), until: hour(10), reason: 'mưa' },
      { from: hour(13), until: hour(14), reason: 'giông' },
    ]);
  });

  test('belong to a run that is open', () => {
    for (const type of ['PauseRun', 'ResumeRun'])
      given(exercise, CITY, reviewingCity)
        .when(SB, at(CLOSING, 18), { type, ...(type === 'PauseRun' ? { reason: 'x' } : {}) })
        .thenRefused('exercise-phase', { phase: 'reviewing', needs: 'running', action: type });
  });
});

test('what drill and review report back stands on file', () => {
  const told = (type: string, more: object): Step => step(SYSTEM, at('2027-05-06'), { type, ...more });
  const { state } = given(exercise, CITY, [
    ...reviewingCity,
    told('NoteDrillResult', { present: 119, ordered: 120 }),
    told('NoteReviewResult', { points: 88, grade: 'excellent' }),
  ]);
  expect([state.drill, state.review]).toEqual([
    { present: 119, ordered: 120 },
    { points: 88, grade: 'excellent' },
  ]);
});

test('a criterion is looked for in the domain of the sheet that is named', () => {
  const { state } = given(exercise, CITY, runningCity);
  const [first, second] = state.scoreSheet.domains;
  const [own, other] = [first?.criteria[0]?.code, second?.criteria[0]?.code];
  const seen = (criterion: string): Step =>
    step(DB, hour(9), { type: 'RecordObservation', observation: 'Q1', seenAt: hour(8), text: 'x', criterion });
  expect(send(CITY, state, seen(`${second?.code}/${other}`)).facts).toMatchObject([
    { criterion: `${second?.code}/${other}` },
  ]);
  given(exercise, CITY, runningCity)
    .when(DB, hour(9), seen(`${second?.code}/${own}`).command)
    .thenRefused('criterion-unknown', { criterion: `${second?.code}/${own}` });
});
