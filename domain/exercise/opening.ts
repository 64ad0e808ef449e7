/** Opening the file of an exercise and planning its checklist from a version of a template. */
import { z } from 'zod';
import type { Calendar } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import type { Ladder } from '../ladder/index.ts';
import { BodyCode, type BodyId, BodyId as BodyIdSchema, isSystem, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import type { ScoreSheet } from '../review/sheet.ts';
import { allow, systemOnly } from '../rights.ts';
import { EntityId, entityOf, streamId } from '../streams.ts';
import { type Compression, ExerciseType, type PaperChain } from '../template/index.ts';
import { text } from '../text.ts';
import { dayOf, daysBetween, LocalDate, yearOf } from '../time.ts';
import {
  chosenTemplate,
  compressionToday,
  laidOut,
  newGate,
  newTask,
  type PlannedGate,
  type PlannedTask,
  plannedGates,
} from './layout.ts';
import { allowOpening, bodyIn, checkOwners, isCommuneLevel, standingAgency } from './rights.ts';
import type { ExerciseState } from './state.ts';

export const OpeningCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('DraftExercise'),
    exerciseType: ExerciseType,
    orgUnit: OrgUnitId,
    superiorUnit: OrgUnitId.optional().meta({
      description: 'Locality whose boards lead; needed for a commune exercise under a city',
    }),
    parentId: EntityId.optional().meta({ description: 'City exercise that this commune exercise belongs to' }),
    theme: text(300),
    codeName: text(40).optional(),
    scale: text(120).optional(),
    isPilot: z.boolean().default(false),
    withDrill: z
      .boolean()
      .optional()
      .meta({ description: 'Holds a mobilisation drill; default: yes for a city or region' }),
  }),
  z.strictObject({
    type: z.literal('PlanExercise'),
    startDate: LocalDate,
    endDate: LocalDate,
    owners: z
      .partialRecord(BodyCode, BodyIdSchema)
      .optional()
      .meta({ description: 'Bodies that answer for codes of the template, where not the usual one' }),
    template: z
      .strictObject({ id: EntityId, version: z.int().min(1).max(999_999) })
      .optional()
      .meta({ description: 'Default: the newest version in force for the type of exercise' }),
    compressed: z
      .boolean()
      .optional()
      .meta({ description: 'Draw the deadlines before the opening together to the working days that are left' }),
  }),
]);
export type OpeningCommand = z.infer<typeof OpeningCommand>;

/** Commands that only policies send. */
export type OpeningFollowUp = { readonly type: 'AttachCommune'; readonly exercise: EntityId };

export type OpeningEvent =
  | {
      readonly type: 'ExerciseDrafted';
      readonly exerciseType: ExerciseType;
      readonly orgUnit: OrgUnitId;
      readonly superiorUnit: OrgUnitId;
      readonly parentId: EntityId | null;
      readonly theme: string;
      readonly codeName: string | null;
      readonly scale: string | null;
      readonly isPilot: boolean;
      readonly withDrill: boolean;
    }
  | {
      readonly type: 'ExercisePlanned';
      readonly startDate: LocalDate;
      readonly endDate: LocalDate;
      readonly template: { readonly id: string; readonly version: number };
      readonly ladder: Ladder;
      readonly scoreSheet: ScoreSheet;
      readonly calendarVersion: string;
      readonly owners: Readonly<Partial<Record<BodyCode, BodyId>>>;
      /** Null for a run at the usual distances. */
      readonly compression: Compression | null;
      readonly tasks: readonly PlannedTask[];
      readonly gates: readonly PlannedGate[];
      /** Where the template's version has a chain of its own. */
      readonly papers?: PaperChain;
    }
  | { readonly type: 'CommuneAttached'; readonly exercise: EntityId };

/** Begun, without days or checklist. */
export const isDrafted = (state: ExerciseState): boolean => state.phase === 'draft';

/** Opening and closing day make sense together: closing not before opening, at most 30 days, in years with a calendar. */
export const checkDays = (calendar: Calendar, startDate: LocalDate, endDate: LocalDate): void => {
  for (const date of [startDate, endDate])
    if (!calendar.years[yearOf(date)]) throw new Rejection('calendar-year-missing', { year: yearOf(date) });
  const length = daysBetween(startDate, endDate);
  if (length < 0 || length > 30) throw new Rejection('exercise-days', { startDate, endDate });
};

export const decideOpening = (
  command: OpeningCommand | OpeningFollowUp,
  state: ExerciseState,
  meta: CommandMeta,
  context: Context,
): OpeningEvent[] => {
  switch (command.type) {
    case 'DraftExercise': {
      if (state.phase !== 'none') throw new Rejection('exercise-exists', { id: entityOf(meta.stream) });
      const superiorUnit = command.superiorUnit ?? command.orgUnit;
      // an approved roll-out plan opens files by itself
      if (!isSystem(meta.by)) allowOpening(meta.by, command.exerciseType, command.orgUnit, superiorUnit);
      const wide = !isCommuneLevel(command.exerciseType);
      if (command.parentId) {
        if (wide) throw new Rejection('parent-not-for-city', { id: command.parentId });
        if (!context.others.has(streamId('exercise', command.parentId)))
          throw new Rejection('parent-unknown', { id: command.parentId });
      }
      return [
        {
          type: 'ExerciseDrafted',
          exerciseType: command.exerciseType,
          orgUnit: command.orgUnit,
          superiorUnit: wide ? command.orgUnit : superiorUnit,
          parentId: command.parentId ?? null,
          theme: command.theme,
          codeName: command.codeName ?? null,
          scale: command.scale ?? null,
          isPilot: command.isPilot,
          withDrill: command.withDrill ?? wide,
        },
      ];
    }
    case 'PlanExercise': {
      if (state.phase === 'none') throw new Rejection('exercise-unknown', {});
      if (state.phase !== 'draft') throw new Rejection('exercise-planned', { phase: state.phase });
      allow(meta.by, [standingAgency(state), bodyIn(state, 'SA'), bodyIn(state, 'MPC')]);
      checkDays(context.calendar, command.startDate, command.endDate);
      // bodies that a reform put in place while the file was a draft go on
      const owners = { ...state.owners, ...command.owners };
      checkOwners(state, owners, meta.by);
      return [planned(state, { ...command, owners }, context, dayOf(meta.at))];
    }
    case 'AttachCommune':
      systemOnly(meta.by, command.type);
      return state.children.includes(command.exercise) ? [] : [{ type: 'CommuneAttached', exercise: command.exercise }];
    default:
      return command satisfies never;
  }
};

const planned = (
  state: ExerciseState,
  command: Extract<OpeningCommand, { type: 'PlanExercise' }>,
  context: Context,
  today: LocalDate,
): Extract<OpeningEvent, { type: 'ExercisePlanned' }> => {
  const { type, orgUnit, superiorUnit } = state;
  if (!type || !orgUnit || !superiorUnit) throw new Rejection('exercise-unknown', {});
  const { calendar } = context;
  const template = chosenTemplate(command.template, type, context);
  const { startDate, endDate, owners = {} } = command;
  const compression = command.compressed ? compressionToday(template, calendar, today, startDate) : null;
  const layout = { type, orgUnit, superiorUnit, owners, startDate, endDate, compression };
  return {
    type: 'ExercisePlanned',
    startDate,
    endDate,
    template: { id: template.id, version: template.version },
    ladder: template.ladder,
    scoreSheet: template.scoreSheet,
    calendarVersion: calendar.version,
    owners,
    compression,
    tasks: laidOut(template.tasks, layout, calendar),
    gates: plannedGates(template),
    ...(template.papers ? { papers: template.papers } : {}),
  };
};

export const evolveOpening = (state: ExerciseState, fact: Fact<OpeningEvent>): ExerciseState => {
  switch (fact.type) {
    case 'ExerciseDrafted': {
      const { exerciseType, orgUnit, superiorUnit, parentId, theme, codeName, scale, isPilot, withDrill } = fact;
      return {
        ...state,
        phase: 'draft',
        type: exerciseType,
        orgUnit,
        superiorUnit,
        parentId,
        theme,
        codeName,
        scale,
        isPilot,
        withDrill,
      };
    }
    case 'ExercisePlanned':
      return {
        ...state,
        phase: 'planned',
        startDate: fact.startDate,
        endDate: fact.endDate,
        template: fact.template,
        ladder: fact.ladder,
        scoreSheet: fact.scoreSheet,
        calendarVersion: fact.calendarVersion,
        owners: fact.owners,
        compression: fact.compression,
        tasks: Object.fromEntries(fact.tasks.map((task) => [task.code, newTask(task, fact.at)])),
        gates: fact.gates.map(newGate),
        paperChain: fact.papers ?? null,
      };
    case 'CommuneAttached':
      return { ...state, children: [...state.children, fact.exercise] };
    default:
      return fact satisfies never;
  }
};
