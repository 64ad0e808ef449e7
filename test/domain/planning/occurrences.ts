/** One real occurrence of every refusal about the run, the resources and the question of a city. */
import type { Folded } from '../../../domain/decider.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import type { PLANNING_REJECTIONS } from '../../../domain/labels/rejections-planning.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { at, type Command, head, knowing, refusalOf, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  CLOSING,
  COMMUNE,
  cityThrough,
  DB,
  draftedCity,
  EARLY,
  OPENING,
  planCity,
  plannedCity,
  plannedCommune,
  SA,
  SB,
} from '../exercise/season.ts';

const fold = (stream: string, steps: readonly Step[]): Folded =>
  steps.reduce<Folded>((state, each) => send(stream, state, each).state, exercise.initial);
const refused = (stream: string, past: readonly Step[], last: Step, context = knowing()): Rejection => {
  const error = refusalOf(() => send(stream, fold(stream, past), last, context));
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};

const items = (n: number) =>
  Array.from({ length: n }, (_, index) => ({ item: `N${index + 1}`, label: 'A2', part: 'live' }));
const plan = (count: number, start = at(OPENING, 7)): Command => ({
  type: 'PlanStages',
  stages: [{ stage: 1, plannedStart: start, plannedEnd: at(OPENING, 9), items: items(count) }],
});
const ready = [...cityThrough('G6'), step(DB, at(OPENING, 6), plan(2))];
const opened = [...ready, step(SB, at(OPENING, 7), { type: 'OpenRun' })];
const playing = [...opened, step(SB, at(OPENING, 8), { type: 'StartStage', stage: 1 })];
const noon = (command: Command, by = SB): Step => step(by, at(OPENING, 12), command);
const paused = [...playing, noon({ type: 'PauseRun', reason: 'mưa' })];
const play = (command: Command, past: readonly Step[] = playing): Rejection => refused(CITY, past, noon(command));
const seen = (more: object = {}): Command => ({
  type: 'RecordObservation',
  observation: 'QS-1',
  seenAt: at(OPENING, 8),
  text: 'x',
  ...more,
});
const planned = (command: Command, by = SA): Rejection => refused(CITY, plannedCity, step(by, EARLY, command));
const twin = fold('exercise/tam-ky-b', [...draftedCity, step(SA, at('2026-10-05'), planCity)]);
const world = knowing(['exercise/tam-ky-b', twin]);
const accept = step(SB, EARLY, {
  type: 'AcceptClash',
  key: `opening-day:tam-ky-2027+tam-ky-b:${OPENING}`,
  reason: 'x',
});

const beyond = { startDate: '2028-02-01', endDate: '2028-02-03' };
const follow = (change: string, days: object): Step =>
  step(SYSTEM, EARLY, { type: 'FollowCity', change, reason: 'bão', ...days });

export const PLANNING_OCCURRENCES: Record<keyof typeof PLANNING_REJECTIONS, () => Rejection> = {
  'run-paused': () => play({ type: 'StartItem', item: 'N1' }, paused),
  'run-not-paused': () => play({ type: 'ResumeRun' }),
  'run-plan-fixed': () => play(plan(1)),
  'stage-plan-wrong': () => planned(plan(1, at('2027-04-19', 7)), DB),
  'items-count': () => planned(plan(0), DB),
  'stages-played': () => play({ type: 'StartStage', stage: 2 }),
  'stage-not-running': () => play({ type: 'EndStage', stage: 2 }),
  'item-unknown': () => play({ type: 'StartItem', item: 'N9' }),
  'item-stage': () => play({ type: 'StartItem', item: 'N1' }, opened),
  'item-played': () => play({ type: 'StartItem', item: 'N1' }, [...playing, noon({ type: 'StartItem', item: 'N1' })]),
  'item-not-running': () => play({ type: 'EndItem', item: 'N1' }),
  'seen-in-the-future': () => play(seen({ seenAt: at(OPENING, 13) })),
  'criterion-unknown': () => play(seen({ criterion: 'leadership/none' })),
  'observation-exists': () => play(seen(), [...playing, noon(seen())]),
  'observation-unknown': () => play({ type: 'AmendObservation', observation: 'QS-1', reason: 'x' }),
  'observations-closed': () => planned(seen({ seenAt: EARLY })),
  'city-asks-nothing': () =>
    refused(
      COMMUNE,
      plannedCommune,
      step(head('tan-thanh.CMC'), EARLY, { type: 'AnswerCity', answer: 'keep', reason: 'x' }),
    ),
  'city-at-rest': () =>
    refused(
      COMMUNE,
      [
        ...plannedCommune,
        follow('rescheduled', { from: { startDate: OPENING, endDate: CLOSING }, to: beyond }),
        follow('postponed', { from: null, to: null }),
      ],
      step(head('tan-thanh.CMC'), EARLY, { type: 'AnswerCity', answer: 'follow', reason: 'x' }),
    ),
  'resource-twice': () => planned({ type: 'ReserveResources', venues: ['A', 'A'], vehicles: [] }),
  'city-file-only': () => refused(COMMUNE, plannedCommune, step(SA, EARLY, { type: 'SetVehicleStock', stock: [] })),
  'clash-unknown': () => refused(CITY, plannedCity, accept),
  'clash-accepted': () => {
    const { state } = send(CITY, fold(CITY, plannedCity), accept, world);
    const error = refusalOf(() => send(CITY, state, accept, world));
    if (!(error instanceof Rejection)) throw new Error('not refused');
    return error;
  },
};
