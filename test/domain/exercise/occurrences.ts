/** One real occurrence of every refusal, and how the general ones come about. */
import { parseOffset } from '../../../domain/calendar/index.ts';
import type { Folded } from '../../../domain/decider.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import type { RejectionCode } from '../../../domain/labels/rejections.ts';
import { SCORE_DOMAIN_NAMES } from '../../../domain/labels/words.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { deciderOf } from '../../../domain/registry.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { STREAM_KINDS, StreamId } from '../../../domain/streams.ts';
import { findTemplate } from '../../../domain/template/index.ts';
import { at, type Command, knowing, member, refusalOf, type Step, send, step } from '../../support/domain.ts';
import { file as drillFile, prepared } from '../drill/field.ts';
import { DRILL_OCCURRENCES } from '../drill/occurrences.ts';
import { REMINDER_OCCURRENCES } from '../ladder/occurrences.ts';
import { ORGANISATION_OCCURRENCES } from '../organisation/occurrences.ts';
import { PAPER_OCCURRENCES } from '../papers/occurrences.ts';
import { PLANNING_OCCURRENCES } from '../planning/occurrences.ts';
import { PREPARATION_OCCURRENCES } from '../preparation/occurrences.ts';
import { PROGRAMME_OCCURRENCES } from '../programme/occurrences.ts';
import { REGISTER_OCCURRENCES } from '../register/occurrences.ts';
import { REVIEW_OCCURRENCES } from '../review/occurrences.ts';
import { ROLL_OUT_OCCURRENCES } from '../rollout/occurrences.ts';
import {
  CITY,
  CLOSING,
  COMMUNE,
  cityThrough,
  draftCity,
  draftCommune,
  draftedCity,
  EARLY,
  evidence,
  frame,
  OPENING,
  POL,
  pass,
  planCity,
  plannedCity,
  resolution,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
  verify,
} from './season.ts';

const DRILL = 'drill/tam-ky-2027';
const REVIEW = 'review/tam-ky-2027';
const now = (command: Command, by = SA, when = EARLY): Step => step(by, when, command);

/** What the last step throws after the others. */
const thrown = (stream: string, ...steps: readonly Step[]): Rejection => {
  const kind = STREAM_KINDS.find((each) => stream.startsWith(each)) ?? 'exercise';
  const initial: Folded = deciderOf(kind).initial;
  const state = steps.slice(0, -1).reduce((folded, each) => send(stream, folded, each).state, initial);
  return caught(() => send(stream, state, steps.at(-1) ?? now({ type: 'none' })));
};
const caught = (run: () => unknown): Rejection => {
  const error = refusalOf(run);
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};
const city = (...steps: Step[]) => thrown(CITY, ...plannedCity, ...steps);
const move = { startDate: OPENING, endDate: CLOSING, reason: 'bão' };
const pause = now({ type: 'PostponeExercise', reason: 'bão' }, SB);
const ask = now({ type: 'RequestExtension', task: 'C01', until: '2026-12-09', reason: 'chờ' });
const openDrill = now({ type: 'OpenDrill', exercise: 'tam-ky-2027', orgUnit: 'tam-ky' }, SYSTEM);
const count = (counts: object, type = 'RecordCounts') =>
  now({ type, unit: 'an-son', kind: 'reservist', counts, ...(type === 'CorrectCounts' ? { reason: 'x' } : {}) });
const openReview = now(
  { type: 'OpenReview', exercise: 'tam-ky-2027', orgUnit: 'tam-ky', superiorUnit: 'tam-ky' },
  SYSTEM,
);
const DB = member('tam-ky.DB');
const points = (domain: string, n: number, person = 'a') =>
  now({ type: 'RecordScore', domain, points: n }, member('tam-ky.DB', person));
const limit = now({ type: 'RecordFinding', finding: 'F1', kind: 'limit', text: 'chậm' }, DB);
const plan = (more: object = {}) =>
  now(
    {
      type: 'PlanAction',
      action: 'A1',
      finding: 'F1',
      text: 'x',
      owner: 'tam-ky.POL',
      due: '2027-06-30',
      measure: 'x',
      ...more,
    },
    DB,
  );
const act = (type: string, more: object = {}, by = DB) => now({ type, action: 'A1', ...more }, by);
const scored = Object.keys(SCORE_DOMAIN_NAMES).flatMap((domain) => [points(domain, 5), points(domain, 5, 'b')]);
const grade = now({ type: 'DecideGrade' }, SB);

/** One real occurrence of every code; the two of the store carry the parameters that the store gives. */
export const OCCURRENCES: Record<RejectionCode, () => Rejection> = {
  ...PAPER_OCCURRENCES,
  ...PREPARATION_OCCURRENCES,
  ...DRILL_OCCURRENCES,
  ...REMINDER_OCCURRENCES,
  ...ORGANISATION_OCCURRENCES,
  ...PLANNING_OCCURRENCES,
  ...REVIEW_OCCURRENCES,
  ...PROGRAMME_OCCURRENCES,
  ...ROLL_OUT_OCCURRENCES,
  ...REGISTER_OCCURRENCES,
  'organisation-unknown': () => new Rejection('organisation-unknown'), // said by the API
  'calendar-unknown': () => new Rejection('calendar-unknown'), // said by the API
  'template-not-changed': () => new Rejection('template-not-changed', { id: 'city' }), // said by the API
  'calendar-year-missing': () =>
    thrown(CITY, ...draftedCity, now({ ...planCity, startDate: '2028-01-04', endDate: '2028-01-05' })),
  'offset-invalid': () => caught(() => parseOffset('T-05')),
  'template-unknown': () => caught(() => findTemplate('city', 9)),
  'exercise-unknown': () => thrown(CITY, now(planCity)),
  'exercise-exists': () => thrown(CITY, ...draftedCity, now(draftCity)),
  'exercise-planned': () => city(now(planCity)),
  'exercise-not-active': () => thrown(CITY, ...draftedCity, now(submit('C01'))),
  'exercise-postponed': () => city(pause, now(submit('C01'))),
  'exercise-not-postponed': () => city(now({ type: 'ResumeExercise', ...move })),
  'exercise-days': () => city(now({ type: 'RescheduleExercise', ...move, endDate: '2027-04-19' })),
  'exercise-phase': () => city(now({ type: 'OpenRun' })),
  'parent-not-for-city': () => thrown(CITY, now({ ...draftCity, parentId: 'da-nang' })),
  'parent-unknown': () => thrown(COMMUNE, now({ ...draftCommune, parentId: 'tam-ky-2027' })),
  'opening-day-passed': () => city(now({ type: 'RescheduleExercise', ...move }, SA, at('2027-05-01'))),
  'run-opened': () => thrown(CITY, ...runningCity, pause),
  'run-not-opened': () => thrown(CITY, ...cityThrough('G6'), now(submit('C35'), member('tam-ky.FRAME'))),
  'before-opening-day': () => thrown(CITY, ...cityThrough('G6'), now({ type: 'OpenRun' })),
  'stage-order': () => thrown(CITY, ...runningCity, now({ type: 'StartStage', stage: 2 }, SB)),
  'stages-open': () => thrown(CITY, ...runningCity, now({ type: 'CloseRun' }, SB)),
  'task-unknown': () => city(now(submit('C99'))),
  'task-status': () => city(now(verify('C01'), SB)),
  'task-waiting': () => city(now(submit('C02'))),
  'reference-only': () =>
    thrown(CITY, ...cityThrough('G2'), now({ ...submit('C10'), evidence: { ...evidence(), note: 'x' } }, SB)),
  'paper-from-the-future': () => city(now({ ...submit('C01'), evidence: evidence('1', '2027-01-01') })),
  'own-work': () => city(now(submit('C01')), now(verify('C01'))),
  'not-your-body': () => city(now(submit('C01'), POL)),
  'head-only': () => city(now({ type: 'WaiveTask', task: 'C01', reason: 'x' }, SB_MEMBER)),
  'system-only': () =>
    caught(() =>
      exercise.decide(
        { type: 'ObserveTime', due: EARLY },
        exercise.initial,
        { stream: StreamId.parse(CITY), commandId: 'c', at: EARLY, by: SA },
        knowing(),
      ),
    ),
  'extension-pending': () => city(ask, ask),
  'extension-none': () => city(now({ type: 'DecideExtension', task: 'C01', granted: true, reason: 'x' }, SB)),
  'extension-not-later': () => city(now({ ...ask.command, until: '2026-12-04' })),
  'paper-exists': () => city(now(resolution), now(resolution)),
  'paper-missing': () => city(now(frame)),
  'gate-unknown': () =>
    caught(() =>
      exercise.decide(
        pass('G0') as never,
        { ...exercise.initial, phase: 'planned' },
        { stream: StreamId.parse(CITY), commandId: 'c', at: EARLY, by: SA },
        knowing(),
      ),
    ),
  'gate-passed': () => thrown(CITY, ...cityThrough('G0'), now(pass('G0'), SB)),
  'gate-blocked': () => thrown(CITY, ...cityThrough('G1'), now(pass('G2'), SB)),
  'command-unknown': () =>
    caught(() =>
      exercise.decide(
        { type: 'Sabotage' } as never,
        exercise.initial,
        { stream: StreamId.parse(CITY), commandId: 'c', at: EARLY, by: SA },
        knowing(),
      ),
    ),
  'drill-unknown': () => thrown(DRILL, count({ ordered: 1 })),
  'drill-exists': () =>
    thrown(DRILL, openDrill, now({ type: 'PrepareDrill', exercise: 'tam-ky-2027', orgUnit: 'tam-ky' })),
  'drill-other-exercise': () => thrown(DRILL, now({ type: 'PrepareDrill', exercise: 'x', orgUnit: 'tam-ky' })),
  'drill-not-open': () => caught(() => send(DRILL, drillFile(prepared).state, count({ presentLate: 1 }))),
  'drill-closed': () => thrown(DRILL, openDrill, now({ type: 'CloseDrill' }), count({ ordered: 1 })),
  'counts-unknown': () => thrown(DRILL, openDrill, count({ ordered: 1 }, 'CorrectCounts')),
  'counts-empty': () => thrown(DRILL, openDrill, count({})),
  'count-invariant': () => thrown(DRILL, openDrill, count({ ordered: 1, delivered: 2 })),
  'counted-in-the-future': () =>
    thrown(DRILL, openDrill, now({ ...count({ ordered: 1 }).command, occurredAt: at('2027-01-01') })),
  'review-unknown': () => thrown(REVIEW, points('safety', 1)),
  'review-phase': () => thrown(REVIEW, openReview, now({ type: 'FinishReview' }, SB)),
  'score-too-high': () => thrown(REVIEW, openReview, points('safety', 11)),
  'scorers-missing': () => thrown(REVIEW, openReview, points('leadership', 1), grade),
  'score-gap': () => thrown(REVIEW, openReview, points('leadership', 25), points('leadership', 5, 'b'), grade),
  'finding-exists': () => thrown(REVIEW, openReview, limit, limit),
  'finding-not-limit': () => thrown(REVIEW, openReview, plan()),
  'action-exists': () => thrown(REVIEW, openReview, limit, plan(), plan()),
  'action-unknown': () => thrown(REVIEW, openReview, act('VerifyAction')),
  'action-status': () => thrown(REVIEW, openReview, limit, plan(), act('VerifyAction')),
  'due-passed': () => thrown(REVIEW, openReview, limit, plan({ due: '2026-10-06' })),
  'carry-into-itself': () =>
    thrown(REVIEW, openReview, limit, plan(), act('CarryAction', { into: 'tam-ky-2027', reason: 'x' })),
  'limits-without-action': () => thrown(REVIEW, openReview, limit, ...scored, grade, now({ type: 'FinishReview' }, SB)),
  'stale-version': () => new Rejection('stale-version', { version: 7, expected: 5 }),
  'command-reused': () => new Rejection('command-reused', { commandId: '6f1f0c1e' }),
};
