/** Commands of a season for tests of the machinery: short ways to an exercise in a given phase. */
import type { Actor } from '../../domain/people.ts';
import type { Instant } from '../../domain/time.ts';
import { at, type Command, head } from './domain.ts';
import type { Engine, Sending } from './engine.ts';

export const SA = head('tam-ky.SA');
export const SB = head('tam-ky.SB');

const DAYS = { startDate: '2027-04-20', endDate: '2027-04-22' };

export const draft = (change: object = {}): Command => ({
  type: 'DraftExercise',
  exerciseType: 'defenceAreaExercise',
  orgUnit: 'tam-ky',
  theme: 'Diễn tập khu vực phòng thủ',
  isPilot: false,
  ...change,
});
export const draftCommune = (orgUnit: string, parentId?: string): Command =>
  draft({
    exerciseType: 'communeCombatExercise',
    orgUnit,
    superiorUnit: 'tam-ky',
    ...(parentId === undefined ? {} : { parentId }),
  });
export const plan = (days: object = DAYS): Command => ({ type: 'PlanExercise', ...days });
export const reschedule = (startDate: string, endDate: string): Command => ({
  type: 'RescheduleExercise',
  startDate,
  endDate,
  reason: 'Bão số 3',
});
export const passGate = (gate: string): Command => ({
  type: 'PassGate',
  gate,
  override: { reason: 'Đủ điều kiện theo biên bản', basis: '15/TB-BCĐ' },
});

/** Sends and expects to be accepted. */
export async function done(
  engine: Engine,
  stream: string,
  by: Actor,
  when: Instant,
  command: Command,
  sending?: Sending,
): Promise<number> {
  const answer = await engine.send(stream, by, when, command, sending);
  if (answer.kind !== 'accepted') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  return answer.version;
}

export async function planned(engine: Engine, id: string, when = at('2027-01-04'), days: object = DAYS): Promise<void> {
  await done(engine, `exercise/${id}`, SA, when, draft());
  await done(engine, `exercise/${id}`, SA, when, plan(days));
}

/** A commune of the city exercise `parent`, planned by the city's standing agency. */
export async function plannedCommune(engine: Engine, id: string, parent?: string, days: object = DAYS): Promise<void> {
  const when = at('2027-01-04');
  await done(engine, `exercise/${id}`, SA, when, draftCommune(id, parent));
  await done(engine, `exercise/${id}`, SA, when, plan(days));
}
