/** A world of streams on a virtual clock: the organisation, exercises that follow it, and alarms that ring. */
import { CALENDAR } from '../../../domain/calendar/index.ts';
import type { ExerciseState } from '../../../domain/exercise/index.ts';
import type { OrganisationState } from '../../../domain/organisation/index.ts';
import { Actor, BodyId, OrgUnitId } from '../../../domain/people.ts';
import { COMMANDS } from '../../../domain/registry.ts';
import type { RejectionBody } from '../../../domain/rejection.ts';
import { kindOf, ORGANISATION, StreamId } from '../../../domain/streams.ts';
import type { Instant } from '../../../domain/time.ts';
import { headOf, memberOf } from '../../../rehearsal/cast.ts';
import { createVirtualEngine, type Recorded } from '../../../rehearsal/engine.ts';
import { at, type Command } from '../../support/domain.ts';
import { TAM_KY_ORGANISATION, TAM_KY_REFORM } from '../../support/tam-ky-reform.ts';

export const CITY = 'exercise/tam-ky-2025';
export const WARD = 'exercise/tan-thanh-2025';
export const paper = (number = '01/QĐ', date = '2025-01-06') => ({ number, date, issuer: 'Cơ quan có thẩm quyền' });
export const evidence = { number: '01/KH', date: '2025-03-20', holder: 'Văn thư' };
/** The head, or a member, of a body, as the rehearsal's cast has them. */
export const chief = (body: string): Actor => headOf(body as Parameters<typeof headOf>[0]);
export const staff = (body: string, n = 2): Actor => memberOf(body as Parameters<typeof memberOf>[0], n);

export const createWorld = () => {
  const engine = createVirtualEngine({ calendar: CALENDAR });
  let n = 0;
  /** Null when it was done, else why it was refused. A person's command is parsed first, as the API does. */
  const tell = (when: Instant, by: Actor, stream: string, command: Command): RejectionBody | null => {
    const id = StreamId.parse(stream);
    engine.advanceTo(when);
    const parsed = COMMANDS[kindOf(id)].parse(command) as Command;
    const outcome = engine.send({ stream: id, commandId: `c${++n}`, command: parsed, at: when, by });
    return outcome.kind === 'accepted' ? null : outcome.rejection;
  };
  const must = (when: Instant, by: Actor, stream: string, command: Command): void => {
    const refused = tell(when, by, stream, command);
    if (refused) throw new Error(`${command.type}: ${refused.code} ${JSON.stringify(refused.params)}`);
  };
  return {
    tell,
    must,
    pass: (to: Instant) => engine.advanceTo(to),
    organisation: () => engine.state(ORGANISATION) as OrganisationState, // by its id
    exercise: (stream: string) => engine.state(StreamId.parse(stream)) as ExerciseState, // by its id
    facts: (stream: string): readonly Recorded[] => engine.facts.filter((each) => each.stream === stream),
    refusedFollowUps: engine.refusedFollowUps,
  };
};
export type World = ReturnType<typeof createWorld>;

/** Tam Kỳ in 2025: organisation entered, the city and the ward Tân Thạnh prepare exercises for August. */
export const tamKy2025 = (organisation = TAM_KY_ORGANISATION): World => {
  const world = createWorld();
  world.must(at('2025-01-06'), chief('quang-nam.SA'), ORGANISATION, { ...organisation });
  world.must(at('2025-03-17'), staff('tam-ky.SA'), CITY, {
    type: 'DraftExercise',
    exerciseType: 'defenceAreaExercise',
    orgUnit: 'tam-ky',
    theme: 'Diễn tập khu vực phòng thủ thành phố Tam Kỳ',
  });
  world.must(at('2025-03-17'), staff('tam-ky.SA'), CITY, {
    type: 'PlanExercise',
    startDate: '2025-08-12',
    endDate: '2025-08-13',
  });
  world.must(at('2025-03-18'), staff('tan-thanh.CMC'), WARD, {
    type: 'DraftExercise',
    exerciseType: 'communeCombatExercise',
    orgUnit: 'tan-thanh',
    superiorUnit: 'tam-ky',
    theme: 'Diễn tập chiến đấu phường Tân Thạnh',
  });
  world.must(at('2025-03-18'), staff('tan-thanh.CMC'), WARD, {
    type: 'PlanExercise',
    startDate: '2025-08-05',
    endDate: '2025-08-05',
  });
  return world;
};

/** The decisions of June 2025, taken on a day of that month. */
export const decideReform = (world: World, on = '2025-06-20'): void => {
  for (const { by, command } of TAM_KY_REFORM) world.must(at(on), by, ORGANISATION, { ...command });
};

export const body = (id: string) => BodyId.parse(id);
export const unit = (id: string) => OrgUnitId.parse(id);
export const deputyOf = (id: string, person = 'deputy') => Actor.parse({ person, body: id, post: 'head' });
export const waive = (task: string) => ({ type: 'WaiveTask', task, reason: 'không áp dụng' });
