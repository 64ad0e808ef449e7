/** Commands of a season for tests of the machinery: short ways to an exercise in a given phase. */
import { Actor } from '../../domain/people.ts';
import { atHour, type Instant, localDate } from '../../domain/time.ts';
import type { Command } from './domain.ts';
import type { Engine, Sending } from './engine.ts';

export const SA = Actor.parse({ person: 'truong-co-quan', body: 'tam-ky.SA', post: 'head' });
export const SB = Actor.parse({ person: 'truong-ban', body: 'tam-ky.SB', post: 'head' });
/** The morning on which a season begins. */
export const NOW = atHour(localDate('2027-01-04'), 9);

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

export async function planned(engine: Engine, id: string, when = NOW, days: object = DAYS): Promise<void> {
  await done(engine, `exercise/${id}`, SA, when, draft());
  await done(engine, `exercise/${id}`, SA, when, plan(days));
}

/** A commune of the city exercise `parent`, planned by the city's standing agency. */
export async function plannedCommune(engine: Engine, id: string, parent?: string, days: object = DAYS): Promise<void> {
  await done(engine, `exercise/${id}`, SA, NOW, draftCommune(id, parent));
  await done(engine, `exercise/${id}`, SA, NOW, plan(days));
}
