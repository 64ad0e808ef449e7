/** Opening the file of an exercise and laying out its checklist from a template on the working-day calendar. */
import { z } from 'zod';
import { type Calendar, dueDate } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { BodyCode, type BodyId, BodyId as BodyIdSchema, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import { EntityId, entityOf, streamId } from '../streams.ts';
import { ExerciseType, type GateCode, type Template, templateFor } from '../template/index.ts';
import { text } from '../text.ts';
import { daysBetween, type Instant, LocalDate, yearOf } from '../time.ts';
import { freshLadder } from './ladder.ts';
import { allowOpening, bodyFor, bodyIn, standingAgency } from './rights.ts';
import type { CarriedFinding, ExerciseState, Task } from './state.ts';

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
  }),
]);
export type OpeningCommand = z.infer<typeof OpeningCommand>;

/** Commands that only policies send. */
export type OpeningFollowUp =
  | { readonly type: 'AttachCommune'; readonly exercise: EntityId }
  | { readonly type: 'ReceiveFinding'; readonly finding: CarriedFinding };

/** A task as planned: what the template said, and the day it came to. */
export type PlannedTask = Pick<
  Task,
  'code' | 'titleVi' | 'titleEn' | 'owner' | 'after' | 'gate' | 'offset' | 'referenceOnly' | 'due'
>;

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
      readonly calendarVersion: string;
      readonly owners: Readonly<Partial<Record<BodyCode, BodyId>>>;
      readonly tasks: readonly PlannedTask[];
      readonly gates: readonly {
        readonly code: GateCode;
        readonly nameVi: string;
        readonly nameEn: string;
        readonly gateTask: string;
      }[];
    }
  | { readonly type: 'CommuneAttached'; readonly exercise: EntityId }
  | { readonly type: 'FindingReceived'; readonly finding: CarriedFinding };

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
  { calendar, known }: Context,
): OpeningEvent[] => {
  switch (command.type) {
    case 'DraftExercise': {
      if (state.phase !== 'none') throw new Rejection('exercise-exists', { id: entityOf(meta.stream) });
      const superiorUnit = command.superiorUnit ?? command.orgUnit;
      allowOpening(meta.by, command.exerciseType, command.orgUnit, superiorUnit);
      const wide = command.exerciseType === 'defenceAreaExercise' || command.exerciseType === 'regionalDefenceExercise';
      if (command.parentId) {
        if (wide) throw new Rejection('parent-not-for-city', { id: command.parentId });
        if (!known.has(streamId('exercise', command.parentId)))
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
      checkDays(calendar, command.startDate, command.endDate);
      return [layOut(state, command, calendar)];
    }
    case 'AttachCommune':
      systemOnly(meta.by, command.type);
      return state.children.includes(command.exercise) ? [] : [{ type: 'CommuneAttached', exercise: command.exercise }];
    case 'ReceiveFinding':
      systemOnly(meta.by, command.type);
      if (state.phase === 'closed' || state.phase === 'cancelled')
        throw new Rejection('exercise-not-active', { phase: state.phase });
      return [{ type: 'FindingReceived', finding: command.finding }];
    default:
      return command satisfies never;
  }
};

const layOut = (
  state: ExerciseState,
  command: Extract<OpeningCommand, { type: 'PlanExercise' }>,
  calendar: Calendar,
): Extract<OpeningEvent, { type: 'ExercisePlanned' }> => {
  const { type, orgUnit, superiorUnit } = state;
  if (!type || !orgUnit || !superiorUnit) throw new Rejection('exercise-unknown', {});
  const template: Template = templateFor(type);
  const owners: Partial<Record<BodyCode, BodyId>> = command.owners ?? {};
  const days = { startDate: command.startDate, endDate: command.endDate };
  return {
    type: 'ExercisePlanned',
    ...days,
    template: { id: template.id, version: template.version },
    calendarVersion: calendar.version,
    owners,
    tasks: template.tasks.map((task) => ({
      code: task.code,
      titleVi: task.titleVi,
      titleEn: task.titleEn,
      owner: owners[task.owner] ?? bodyFor(task.owner, { type, orgUnit, superiorUnit }),
      after: task.after,
      gate: task.gate,
      offset: task.due,
      referenceOnly: task.secret ?? false,
      due: dueDate(calendar, task.due, days),
    })),
    gates: template.gates.map(({ code, nameVi, nameEn, gateTask }) => ({ code, nameVi, nameEn, gateTask })),
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
        calendarVersion: fact.calendarVersion,
        owners: fact.owners,
        tasks: Object.fromEntries(fact.tasks.map((task) => [task.code, plannedTask(task, fact.at)])),
        gates: fact.gates.map((gate) => ({ ...gate, passed: null })),
      };
    case 'CommuneAttached':
      return { ...state, children: [...state.children, fact.exercise] };
    case 'FindingReceived':
      return { ...state, carried: [...state.carried, fact.finding] };
    default:
      return fact satisfies never;
  }
};

const plannedTask = (task: PlannedTask, at: Instant): Task => ({
  ...task,
  status: task.after.length === 0 ? 'open' : 'waiting',
  firstDue: task.due,
  extendedBy: 0,
  extension: null,
  startedBy: null,
  submission: null,
  verifiedAt: null,
  returned: null,
  waivedReason: null,
  ladder: freshLadder(at),
});
