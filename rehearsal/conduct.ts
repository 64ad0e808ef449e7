/** The run and its mobilisation drill: orders before, opening at 07:30, stages, roll call, handover, closing. */
import { addWorkingDays } from '../domain/calendar/index.ts';
import type { DrillState, Kind } from '../domain/drill/index.ts';
import { bodyIn, type ExerciseState, standingAgency } from '../domain/exercise/index.ts';
import { bodyId } from '../domain/people.ts';
import { type EntityId, streamId } from '../domain/streams.ts';
import { atHour, daysBetween, type LocalDate } from '../domain/time.ts';
import { headOf, memberOf } from './cast.ts';
import type { PlannedRow } from './plan-shape.ts';
import type { Play } from './play.ts';

const STAGES = 3;
/** Working days before the opening: orders are issued, orders are delivered. */
const ORDERED_BEFORE = 15;
const DELIVERED_BEFORE = 3;

const rowsOf = (play: Play, id: EntityId): readonly PlannedRow[] =>
  play.plan.drills.find((drill) => drill.exercise === id)?.rows ?? [];

const record = async (
  play: Play,
  id: EntityId,
  state: ExerciseState,
  row: PlannedRow,
  fields: Partial<PlannedRow>,
): Promise<void> => {
  const counts = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (Object.keys(counts).length === 0) return;
  const keeper = row.unit === state.orgUnit ? standingAgency(state) : bodyId(row.unit, 'CMC');
  const { unit, kind, station } = row;
  const command = { type: 'RecordCounts', unit, kind, counts, ...(station ? { station } : {}) };
  await play.act(streamId('drill', id), command, memberOf(keeper));
};

const hasRow = (drill: DrillState, row: { unit: string; kind: Kind }): DrillState['rows'][string] | undefined =>
  drill.rows[`${row.unit}/${row.kind}`];

/** Call-ups are ordered and delivered ahead of the opening, by its date in force. */
export const prepareDrill = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  const state = await play.exercise(id);
  if (!state.withDrill || !state.startDate || state.postponed) return;
  if (!['preparing', 'ready'].includes(state.phase)) return;
  const reached = (days: number): boolean =>
    state.startDate !== null && addWorkingDays(play.calendar, state.startDate, -days) <= today;
  if (!reached(ORDERED_BEFORE)) return;
  if ((await play.drill(id)).phase === 'none') {
    const command = { type: 'PrepareDrill', exercise: id, orgUnit: state.orgUnit };
    await play.act(streamId('drill', id), command, memberOf(standingAgency(state)));
  }
  for (const row of rowsOf(play, id)) {
    const { required, registered, ordered, delivered } = row;
    if (!hasRow(await play.drill(id), row)) await record(play, id, state, row, { required, registered, ordered });
    const entered = hasRow(await play.drill(id), row);
    if (delivered && reached(DELIVERED_BEFORE) && entered?.counts.delivered === 0)
      await record(play, id, state, row, { delivered });
  }
};

/** Before the alarms of the morning: the opening at 07:30, the day's first stage, the first figures of the roll call. */
export const openDay = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  let state = await play.exercise(id);
  if (state.phase === 'ready' && !state.postponed && state.startDate && state.startDate <= today) {
    play.clock.notBefore(atHour(today, 7, 30));
    await play.act(streamId('exercise', id), { type: 'OpenRun' }, headOf(bodyIn(state, 'SB')));
    state = await play.exercise(id);
  }
  if (state.phase === 'running') {
    play.clock.notBefore(atHour(today, 7, 40));
    await startStage(play, id, today);
  }
};

const startStage = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  const state = await play.exercise(id);
  const { startDate, endDate } = state;
  if (!startDate || !endDate || state.stages.length >= STAGES) return;
  const length = daysBetween(startDate, endDate) + 1;
  const day = Math.floor((state.stages.length * length) / STAGES);
  if (day > daysBetween(startDate, today)) return;
  const command = { type: 'StartStage', stage: state.stages.length + 1 };
  await play.act(streamId('exercise', id), command, memberOf(bodyIn(state, 'DB')));
};

/** The roll call of the opening day: first figures in the morning, all of them two hours later, the handover at 14:00. */
export const callRoll = async (play: Play, id: EntityId, today: LocalDate, hour: 8 | 10 | 14): Promise<void> => {
  const state = await play.exercise(id);
  if (state.phase !== 'running' || (await play.drill(id)).phase !== 'open' || state.startDate !== today) return;
  play.clock.notBefore(atHour(today, hour, hour === 8 ? 20 : 0));
  for (const row of rowsOf(play, id)) {
    const { presentOnTime, presentLate, absentExcused, absentUnexcused, technicallyFit, specialityMatched } = row;
    if (hour === 8) {
      const { required, registered, ordered, delivered } = row;
      // Orders not entered ahead, because the file was opened late, are entered now.
      if (!hasRow(await play.drill(id), row))
        await record(play, id, state, row, { required, registered, ordered, delivered });
      await record(play, id, state, row, { presentOnTime: Math.floor((presentOnTime ?? 0) * 0.6) });
    } else if (hour === 10)
      await record(play, id, state, row, {
        ...{ presentOnTime, presentLate, absentExcused, absentUnexcused },
        ...{ technicallyFit, specialityMatched },
      });
    else await record(play, id, state, row, { handedOver: row.handedOver });
  }
};

/** The later figures and stages of the day: roll call at 10:00 and 14:00, a stage half an hour later. */
export const conductHour = async (play: Play, id: EntityId, today: LocalDate, hour: 10 | 14): Promise<void> => {
  if ((await play.exercise(id)).phase !== 'running') return;
  await callRoll(play, id, today, hour);
  play.clock.notBefore(atHour(today, hour, 30));
  await startStage(play, id, today);
  if (hour === 14) await reportIncidents(play, id, today);
};

const reportIncidents = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  const { startDate } = await play.exercise(id);
  const incidents = play.plan.drills.find((drill) => drill.exercise === id)?.incidents ?? [];
  if (incidents.length === 0 || startDate !== today || (await play.drill(id)).phase !== 'open') return;
  const keeper = memberOf(standingAgency(await play.exercise(id)));
  for (const incident of incidents) {
    if (play.made.has(`incident/${id}/${incident.incident}`)) continue;
    play.made.add(`incident/${id}/${incident.incident}`);
    await play.act(streamId('drill', id), { type: 'ReportIncident', ...incident }, keeper);
  }
};

/** Findings of earlier reviews are tried again before the run is closed. */
const retest = async (play: Play, id: EntityId): Promise<void> => {
  const state = await play.exercise(id);
  for (const { fromReview, action, passed, note } of play.plan.exercises.find((each) => each.id === id)?.retests ??
    []) {
    const carried = state.carried.find((each) => each.fromReview === fromReview && each.action === action);
    if (!carried || carried.retest) continue;
    const command = { type: 'RecordRetest', fromReview, action, passed, note };
    await play.act(streamId('exercise', id), command, memberOf(bodyIn(state, 'DB')));
  }
};

/** On the closing day the drill ends at 15:30, the run right after it. */
export const closeDay = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  const state = await play.exercise(id);
  if (state.phase !== 'running' || !state.endDate || today < state.endDate) return;
  play.clock.notBefore(atHour(today, 15, 30));
  if ((await play.drill(id)).phase === 'open')
    await play.act(streamId('drill', id), { type: 'CloseDrill' }, memberOf(standingAgency(state)));
  await retest(play, id);
  await play.act(streamId('exercise', id), { type: 'CloseRun' }, headOf(bodyIn(state, 'SB')));
};
