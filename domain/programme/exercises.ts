/**
 * Exercises that count. A follow-up of an exercise, its drill or its review only names it; the programme then reads its
 * files itself, guarded, so a figure is never older than the file it comes from. The same command by hand counts an
 * exercise that was over before the programme was entered. One held before there were files is entered by its report.
 */
import { z } from 'zod';
import { stateIn } from '../context.ts';
import type { CommandMeta, Context, Fact, Refers } from '../decider.ts';
import type { KINDS } from '../drill/codes.ts';
import { attendanceOf } from '../drill/counts.ts';
import { totalOf } from '../drill/state.ts';
import { isSuperior } from '../organisation/lookup.ts';
import { isSystem, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { EntityId, streamId } from '../streams.ts';
import { ExerciseType } from '../template/template.ts';
import { Paper } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { checkersOf, requireOther, requirePast } from './rights.ts';
import { type CountedExercise, type Opened, type ProgrammeState, requirePhase, type Share } from './state.ts';

export const ExerciseCommand = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('CountExercise'), exercise: EntityId })
    .meta({ description: 'Reads an exercise, its drill and its review again and counts them' }),
  z
    .strictObject({
      type: z.literal('EnterHeldExercise'),
      exercise: EntityId.meta({ description: 'A name of its own; it has no file here' }),
      unit: OrgUnitId,
      exerciseType: ExerciseType,
      heldOn: LocalDate,
      report: Paper,
    })
    .meta({ description: 'An exercise that was held before there were files, by its report' }),
  z.strictObject({ type: z.literal('ConfirmHeldExercise'), exercise: EntityId }),
]);
export type ExerciseCommand = z.infer<typeof ExerciseCommand>;

type FromFile = Omit<CountedExercise, 'report' | 'enteredBy' | 'confirmed' | 'event'>;

export type ExerciseEvent =
  | ({ readonly type: 'ExerciseCounted' } & FromFile)
  | {
      readonly type: 'HeldExerciseEntered';
      readonly exercise: EntityId;
      readonly unit: OrgUnitId;
      readonly exerciseType: ExerciseType;
      readonly heldOn: LocalDate;
      readonly report: Paper;
    }
  | { readonly type: 'HeldExerciseConfirmed'; readonly exercise: EntityId };

export const exerciseRefers = (command: ExerciseCommand): Refers | null =>
  command.type === 'CountExercise'
    ? { streams: (['exercise', 'drill', 'review'] as const).map((kind) => streamId(kind, command.exercise)) }
    : null;

const shareOf = (context: Context, id: EntityId, kind: (typeof KINDS)[number]): Share | null => {
  const drill = stateIn(context, 'drill', id);
  if (drill?.phase !== 'closed') return null;
  const counts = totalOf(drill, kind);
  if (counts.ordered === 0) return null;
  const { numerator, denominator } = attendanceOf(counts, drill.rule.excusedInDenominator);
  return { numerator, denominator };
};

/** What the files of an exercise say; null while its run has not been closed. */
const readFiles = (context: Context, id: EntityId): FromFile | null => {
  const file = stateIn(context, 'exercise', id);
  const { type: exerciseType = null, orgUnit: unit = null } = file ?? {};
  const closedAt = file?.run.closedAt ?? null;
  if (exerciseType === null || unit === null || closedAt === null) return null;
  const review = stateIn(context, 'review', id);
  return {
    exercise: id,
    unit,
    exerciseType,
    heldOn: dayOf(closedAt),
    reservist: shareOf(context, id, 'reservist'),
    vehicle: shareOf(context, id, 'vehicle'),
    incidents: review?.incidents.length ?? 0,
    points: review?.result?.points ?? null,
  };
};

const isSame = (known: CountedExercise | undefined, read: FromFile): boolean =>
  known !== undefined &&
  known.report === null &&
  (Object.keys(read) as (keyof FromFile)[]).every((key) => JSON.stringify(known[key]) === JSON.stringify(read[key])); // keys of its own

const requireWithin = (state: Opened, unit: OrgUnitId, heldOn: LocalDate, { organisation }: Context): void => {
  const { term, orgUnit } = state;
  if (heldOn < term.from || heldOn > term.to)
    throw new Rejection('outside-term', { when: heldOn, since: term.from, last: term.to });
  const scoped = Object.values(state.indicators).some(
    ({ source }) => source.kind === 'coverage' && source.communes.includes(unit),
  );
  if (!scoped && unit !== orgUnit && !isSuperior(organisation, orgUnit, unit, heldOn))
    throw new Rejection('exercise-outside', { unit, own: orgUnit });
};

/** A follow-up that finds nothing to count leaves no trace: it may come before the run is closed, or after the term. */
const decideCount = (id: EntityId, state: ProgrammeState, meta: CommandMeta, context: Context): ExerciseEvent[] => {
  const read = readFiles(context, id);
  if (isSystem(meta.by)) {
    const inTerm = read && state.term && state.term.from <= read.heldOn && read.heldOn <= state.term.to;
    if (state.phase !== 'inForce' || !inTerm || isSame(state.exercises[id], read)) return [];
    return [{ type: 'ExerciseCounted', ...read }];
  }
  const opened = requirePhase(state, ['inForce'], meta, 'CountExercise');
  allow(meta.by, state.keepers);
  if (!read) throw new Rejection('exercise-not-held', { exercise: id });
  requireWithin(opened, read.unit, read.heldOn, context);
  return isSame(state.exercises[id], read) ? [] : [{ type: 'ExerciseCounted', ...read }];
};

export const decideExercise = (
  command: ExerciseCommand,
  state: ProgrammeState,
  meta: CommandMeta,
  context: Context,
): ExerciseEvent[] => {
  if (command.type === 'CountExercise') return decideCount(command.exercise, state, meta, context);
  const opened = requirePhase(state, ['inForce'], meta, command.type);
  const { exercise } = command;
  const known = state.exercises[exercise];
  if (command.type === 'ConfirmHeldExercise') {
    if (!known?.enteredBy || known.confirmed) throw new Rejection('held-not-waiting', { exercise });
    requireOther(meta.by, known.enteredBy, exercise);
    allow(meta.by, checkersOf(state));
    return [{ type: 'HeldExerciseConfirmed', exercise }];
  }
  allow(meta.by, [...state.keepers, ...state.parties]);
  if (known) throw new Rejection('held-already', { exercise });
  const { unit, exerciseType, heldOn, report } = command;
  requirePast(heldOn, meta.at);
  requirePast(report.date, meta.at);
  requireWithin(opened, unit, heldOn, context);
  return [{ type: 'HeldExerciseEntered', exercise, unit, exerciseType, heldOn, report }];
};

const BY_REPORT = { reservist: null, vehicle: null, incidents: 0, points: null } as const;

export const evolveExercise = (state: ProgrammeState, fact: Fact<ExerciseEvent>): ProgrammeState => {
  const { exercises } = state;
  const { exercise: id } = fact;
  switch (fact.type) {
    case 'ExerciseCounted': {
      const { type: _, at: __, by: ___, version: event, ...read } = fact;
      return {
        ...state,
        exercises: { ...exercises, [id]: { ...read, report: null, enteredBy: null, confirmed: true, event } },
      };
    }
    case 'HeldExerciseEntered': {
      const { unit, exerciseType, heldOn, report } = fact;
      const entered = { exercise: id, unit, exerciseType, heldOn, report, ...BY_REPORT };
      return {
        ...state,
        exercises: { ...exercises, [id]: { ...entered, enteredBy: fact.by, confirmed: false, event: fact.version } },
      };
    }
    case 'HeldExerciseConfirmed': {
      const known = exercises[id];
      return known ? { ...state, exercises: { ...exercises, [id]: { ...known, confirmed: true } } } : state;
    }
    default:
      return fact satisfies never;
  }
};
