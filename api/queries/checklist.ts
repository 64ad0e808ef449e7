/** One task as every list shows it, and the checklist of a file. */
import type { z } from 'zod';
import { type Calendar, formatOffset } from '../../domain/calendar/index.ts';
import {
  type ExerciseState,
  holderOf,
  isDone,
  isReferenceOnly,
  type Task,
  waitsOn,
} from '../../domain/exercise/index.ts';
import { TASK_STATUSES } from '../../domain/labels/words.ts';
import type { EntityId } from '../../domain/streams.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { Checklist, TaskShown } from '../contract/index.ts';
import { bodyName, distance, words } from '../words.ts';
import { classificationView } from './classification.ts';
import { phaseOf, workingDaysTo } from './readiness.ts';
import type { FiledExercise, Moment } from './sources.ts';

/** A task that was done late stays marked so, measured by the day its proof was handed in. */
const markOf = (task: Task, today: LocalDate, left: number | null): Pick<TaskShown, 'mark' | 'markText'> => {
  if (task.status === 'waived') return { mark: 'notApplicable', markText: TASK_STATUSES.waived };
  if (isDone(task)) {
    const late = task.submission !== null && dayOf(task.submission.at) > task.due;
    return {
      mark: late ? 'doneLate' : 'done',
      markText: late ? words('Xong, quá hạn', 'Done late') : words('Xong', 'Done'),
    };
  }
  const overdue = task.due < today;
  return { mark: overdue ? 'overdue' : task.due === today ? 'today' : 'ahead', markText: distance(left, overdue) };
};

export const taskView = (
  calendar: Calendar,
  exercise: EntityId,
  state: ExerciseState,
  task: Task,
  today: LocalDate,
): TaskShown => {
  const holder = holderOf(state, task);
  const left = workingDaysTo(calendar, task.due, today);
  return {
    exercise,
    code: task.code,
    title: words(task.titleVi, task.titleEn),
    gate: task.gate,
    isGateTask: state.gates.some((gate) => gate.gateTask === task.code),
    owner: task.owner,
    ownerName: bodyName(task.owner),
    holder,
    holderName: bodyName(holder),
    status: task.status,
    statusLabel: TASK_STATUSES[task.status],
    offset: formatOffset(task.offset),
    due: task.due,
    firstDue: task.firstDue,
    workingDaysLeft: left,
    ...markOf(task, today, left),
    after: task.after,
    waitsOn: waitsOn(state, task),
    referenceOnly: isReferenceOnly(state, task),
    classification: classificationView(state, { kind: 'task', task: task.code }),
    evidenceWanted: task.wanted && { kind: task.wanted.kind, label: words(task.wanted.labelVi, task.wanted.labelEn) },
    evidenceGiven: task.submission && { ...task.submission.evidence, at: task.submission.at, by: task.submission.by },
    extension: task.extension,
    extendedBy: task.extendedBy,
    returned: task.returned,
    startedBy: task.startedBy,
    verifiedAt: task.verifiedAt,
    waivedReason: task.waivedReason,
    person: task.person,
    accepted: task.accepted,
    since: task.since,
    urged: task.urged ?? null,
    comments: task.comments,
    submissions: task.submissions,
    originalOffset: task.originalOffset && formatOffset(task.originalOffset),
    rehearsal: task.rehearsal,
    origin: task.origin,
  };
};

/** Every task in order of code. */
export const taskViews = (calendar: Calendar, { id, state }: FiledExercise, today: LocalDate): TaskShown[] =>
  Object.values(state.tasks)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((task) => taskView(calendar, id, state, task, today));

export const checklist = (calendar: Calendar, filed: FiledExercise, moment: Moment): z.output<typeof Checklist> => ({
  id: filed.id,
  version: filed.state.version,
  ...moment,
  phase: phaseOf(filed.state),
  tasks: taskViews(calendar, filed, moment.today),
  dropped: filed.state.dropped.map(({ task, titleVi, titleEn, reason, at }) => ({
    task,
    title: words(titleVi, titleEn),
    reason,
    at,
  })),
  compression: filed.state.compression,
});
