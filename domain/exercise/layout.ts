/** From a template to the checklist of one exercise: bodies for codes, days for offsets, drawn together where compressed. */
import { type Calendar, dueDate, workingDaysBetween } from '../calendar/index.ts';
import { stateIn } from '../context.ts';
import type { Context } from '../decider.ts';
import { freshLadder } from '../ladder/index.ts';
import type { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { EntityId, type StreamId, streamId } from '../streams.ts';
import {
  type Compression,
  compressionOf,
  drawnTogether,
  type ExerciseType,
  latestOf,
  type Template,
  type TemplateTask,
  templateFor,
  versionOf,
} from '../template/index.ts';
import type { Instant, LocalDate } from '../time.ts';
import { bodyFor } from './rights.ts';
import type { ExerciseState, Gate, Task } from './state.ts';

/** A task as planned: what the template said, and the day it came to. */
export type PlannedTask = Pick<
  Task,
  | 'code'
  | 'titleVi'
  | 'titleEn'
  | 'owner'
  | 'after'
  | 'gate'
  | 'offset'
  | 'originalOffset'
  | 'referenceOnly'
  | 'wanted'
  | 'rehearsal'
  | 'due'
>;
export type PlannedGate = Pick<Gate, 'code' | 'nameVi' | 'nameEn' | 'gateTask' | 'window' | 'twoPersons'>;

/** A version that is asked for by name. */
export interface AskedTemplate {
  readonly id: EntityId;
  readonly version: number;
}

const idOf = (asked: AskedTemplate | undefined, type: ExerciseType): EntityId =>
  asked?.id ?? EntityId.parse(templateFor(type).id);

/** The stream whose versions planning looks at. */
export const templateStream = (asked: AskedTemplate | undefined, type: ExerciseType): StreamId =>
  streamId('template', idOf(asked, type));

/**
 * The version asked for, or the newest in force for the type. Throws `template-unknown`, `template-retired`,
 * `template-not-for-type`.
 */
export const chosenTemplate = (asked: AskedTemplate | undefined, type: ExerciseType, context: Context): Template => {
  const id = idOf(asked, type);
  const state = stateIn(context, 'template', id);
  const found = asked ? versionOf(id, state, asked.version) : null;
  if (asked && found?.retired) throw new Rejection('template-retired', { id, version: asked.version });
  const template = found ? found.template : latestOf(id, state, type);
  if (!template?.exerciseTypes.includes(type)) throw new Rejection('template-not-for-type', { id, exerciseType: type });
  return template;
};

/** The same, or null where there is none to plan with. */
export const planTemplate = (
  asked: AskedTemplate | undefined,
  type: ExerciseType,
  context: Context,
): Template | null => {
  try {
    return chosenTemplate(asked, type, context);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
};

/** What an exercise must know before rows of a template become its tasks. */
export interface Layout {
  readonly type: ExerciseType;
  readonly orgUnit: OrgUnitId;
  readonly superiorUnit: OrgUnitId;
  readonly owners: ExerciseState['owners'];
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
  readonly compression: Compression | null;
}

/** Of an exercise that has been planned; throws `exercise-not-active` for one that has no days. */
export const layoutOf = (state: ExerciseState): Layout => {
  const { type, orgUnit, superiorUnit, startDate, endDate, owners, compression } = state;
  if (!type || !orgUnit || !superiorUnit || !startDate || !endDate)
    throw new Rejection('exercise-not-active', { phase: state.phase });
  return { type, orgUnit, superiorUnit, owners, startDate, endDate, compression };
};

/** How far a run must be drawn together that is planned today; a deadline may fall on today. */
export const compressionToday = (
  template: Template,
  calendar: Calendar,
  today: LocalDate,
  startDate: LocalDate,
): Compression => compressionOf(template, startDate <= today ? 0 : 0 - workingDaysBetween(calendar, startDate, today));

/** Tasks of an exercise, in the order of the rows. */
export const laidOut = (rows: readonly TemplateTask[], layout: Layout, calendar: Calendar): PlannedTask[] => {
  const { compression, owners } = layout;
  const offsets = rows.map((row) => row.due);
  const draw = compression ? drawnTogether(offsets, compression) : null;
  return rows.map((row) => {
    const offset = draw ? draw(row.due) : row.due;
    return {
      code: row.code,
      titleVi: row.titleVi,
      titleEn: row.titleEn,
      owner: owners[row.owner] ?? bodyFor(row.owner, layout),
      after: row.after,
      gate: row.gate,
      offset,
      originalOffset: draw ? row.due : null,
      referenceOnly: row.secret,
      wanted: row.evidence,
      rehearsal: row.rehearsal ?? null,
      due: dueDate(calendar, offset, layout),
    };
  });
};

export const plannedGates = (template: Template): PlannedGate[] =>
  template.gates.map(({ code, nameVi, nameEn, gateTask, window, twoPersons }) => ({
    code,
    nameVi,
    nameEn,
    gateTask,
    window,
    twoPersons: twoPersons ?? false,
  }));

/** A task nobody has touched yet. */
export const newTask = (task: PlannedTask, at: Instant, origin: Task['origin'] = 'template'): Task => ({
  ...task,
  origin,
  status: task.after.length === 0 ? 'open' : 'waiting',
  since: at,
  person: null,
  accepted: null,
  comments: 0,
  submissions: [],
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

export const newGate = (gate: PlannedGate): Gate => ({ ...gate, approvals: [], passed: null });
