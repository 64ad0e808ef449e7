/** One task as every list shows it, and the checklist of a file. */
import type { z } from 'zod';
import { formatOffset } from '../../domain/calendar/index.ts';
import { type ExerciseState, holderOf, isDone, type Task, waitsOn } from '../../domain/exercise/index.ts';
import { TASK_STATUSES } from '../../domain/labels/words.ts';
import type { EntityId } from '../../domain/streams.ts';
import { TEMPLATES } from '../../domain/template/index.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { Checklist, TaskShown } from '../contract/index.ts';
import { bodyName, distance, words } from '../words.ts';
import { phaseOf, workingDaysTo } from './readiness.ts';
import type { FiledExercise, Moment } from './sources.ts';

const evidenceWanted = (state: ExerciseState, code: string): TaskShown['evidenceWanted'] => {
  const template = TEMPLATES.find((each) => each.id === state.template?.id && each.version === state.template.version);
  const wanted = template?.tasks.find((task) => task.code === code)?.evidence;
  return wanted ? { kind: wanted.kind, label: words(wanted.labelVi, wanted.labelEn) } : null;
};

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

export const taskView = (exercise: EntityId, state: ExerciseState, task: Task, today: LocalDate): TaskShown => {
  const holder = holderOf(state, task);
  const left = workingDaysTo(task.due, today);
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
    referenceOnly: task.referenceOnly,
    evidenceWanted: evidenceWanted(state, task.code),
    evidenceGiven: task.submission && { ...task.submission.evidence, at: task.submission.at, by: task.submission.by },
    extension: task.extension,
    extendedBy: task.extendedBy,
    returned: task.returned,
    startedBy: task.startedBy,
    verifiedAt: task.verifiedAt,
    waivedReason: task.waivedReason,
  };
};

/** Every task in order of code. */
export const taskViews = ({ id, state }: FiledExercise, today: LocalDate): TaskShown[] =>
  Object.values(state.tasks)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((task) => taskView(id, state, task, today));

export const checklist = (filed: FiledExercise, moment: Moment): z.output<typeof Checklist> => ({
  id: filed.id,
  version: filed.state.version,
  ...moment,
  phase: phaseOf(filed.state),
  tasks: taskViews(filed, moment.today),
});
