/** What is only just allowed: the day itself, the same number, the last minute. */
import { expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { at, type Command, given, head, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  COMMUNE,
  DB,
  EARLY,
  evidence,
  OPENING,
  paper,
  plannedCity,
  plannedCommune,
  resolution,
  runningCity,
  SA,
  SB,
} from './season.ts';

/** `EARLY` is 6 October 2026 in Vietnam. */
const TODAY = '2026-10-06';
const reason = 'x';
const held = { type: 'HoldRehearsal', rehearsal: 'LT1', step: 'practice', date: TODAY };
const stage = (items: object[]) => ({ stage: 1, plannedStart: at(OPENING, 7), plannedEnd: at(OPENING, 17), items });
const item = (code: string, more: object = {}) => ({ item: code, label: code, part: 'live', ...more });
const from = { startDate: OPENING, endDate: '2027-04-22' };
const postponed = step(SB, EARLY, { type: 'PostponeExercise', reason });
const late = at('2027-04-13', 12);
const asked = step(SYSTEM, at('2027-04-13', 9), {
  ...{
    type: 'FollowCity',
    change: 'rescheduled',
    reason,
    from,
    to: { startDate: '2027-04-18', endDate: '2027-04-20' },
  },
});

test.each<[string, string, readonly Step[], Step]>([
  [
    'proof dated today',
    CITY,
    plannedCity,
    step(SA, EARLY, { type: 'SubmitTask', task: 'C01', evidence: evidence('1', TODAY) }),
  ],
  [
    'a level that rests on a paper of today',
    CITY,
    plannedCity,
    step(head('tam-ky.SA'), EARLY, {
      ...{ type: 'Classify', subject: { kind: 'exercise' }, level: 'mat', decidedBy: 'x', basis: paper('1', TODAY) },
    }),
  ],
  [
    'a move to today',
    CITY,
    plannedCity,
    step(SA, EARLY, { type: 'RescheduleExercise', startDate: TODAY, endDate: TODAY, reason }),
  ],
  [
    'a resumption today',
    CITY,
    [...plannedCity, postponed],
    step(SA, EARLY, { type: 'ResumeExercise', startDate: TODAY, endDate: TODAY, reason }),
  ],
  [
    'a commune that answers with the day of the answer',
    COMMUNE,
    [...plannedCommune, asked],
    step(head('tan-thanh.CMC'), late, {
      type: 'AnswerCity',
      answer: 'follow',
      startDate: '2027-04-13',
      endDate: '2027-04-13',
      reason,
    }),
  ],
  [
    'one working day more',
    CITY,
    plannedCity,
    step(SA, EARLY, { type: 'RequestExtension', task: 'C01', until: '2026-12-07', reason }),
  ],
  [
    'a rehearsal held today that all attended',
    CITY,
    plannedCity,
    step(DB, EARLY, { ...held, attended: 90, expected: 90 }),
  ],
  ['a rehearsal of which only one number is known', CITY, plannedCity, step(DB, EARLY, { ...held, attended: 90 })],
  [
    'an issue to be settled today',
    CITY,
    [...plannedCity, step(DB, EARLY, held)],
    step(DB, EARLY, { type: 'RaiseIssue', issue: 'V1', rehearsal: 'LT1', text: 'x', owner: 'tam-ky.POL', due: TODAY }),
  ],
  [
    'an item of no length',
    CITY,
    plannedCity,
    step(DB, EARLY, {
      type: 'PlanStages',
      stages: [stage([item('A1', { plannedStart: at(OPENING, 9), plannedEnd: at(OPENING, 9) })])],
    }),
  ],
  [
    'sixty items',
    CITY,
    plannedCity,
    step(DB, EARLY, { type: 'PlanStages', stages: [stage(Array.from({ length: 60 }, (_, n) => item(`N${n}`)))] }),
  ],
  [
    'an amending paper of the same day',
    CITY,
    [...plannedCity, step(SA, EARLY, resolution)],
    step(SA, EARLY, { type: 'AmendPaper', slot: 'resolution', by: paper('13-NQ/ĐUQS'), reason }),
  ],
  [
    'what is written the moment it is seen',
    CITY,
    runningCity,
    step(DB, at(OPENING, 9), { type: 'RecordObservation', observation: 'Q1', seenAt: at(OPENING, 9), text: 'x' }),
  ],
  ['a run opened on the opening day', CITY, runningCity.slice(0, -1), step(SB, at(OPENING, 0), { type: 'OpenRun' })],
])('%s', (_, stream, past, last) => {
  const { state } = given(exercise, stream, past);
  expect(send(stream, state, last).facts.length).toBeGreaterThan(0);
});

test('a commune whose city moves so that it would open today follows by itself', () => {
  const to = { startDate: '2027-04-19', endDate: '2027-04-21' };
  const follow: Command = { type: 'FollowCity', change: 'rescheduled', reason, from, to };
  const { facts } = send(
    COMMUNE,
    given(exercise, COMMUNE, plannedCommune).state,
    step(SYSTEM, at('2027-04-12'), follow),
  );
  expect(facts).toMatchObject([{ type: 'ExerciseRescheduled', to: { startDate: '2027-04-12' } }]);
});
