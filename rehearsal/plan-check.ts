/** What the form of a plan cannot say: references that exist, days in order, no exercise above itself. */
import type { z } from 'zod';
import type { EntityId } from '../domain/streams.ts';
import { templateFor } from '../domain/template/index.ts';
import { daysBetween } from '../domain/time.ts';
import type { Behaviours, PlannedExercise, SeasonPlan } from './plan-shape.ts';

type Report = (path: readonly (string | number)[], vi: string, en: string) => void;

export const checkPlan = (plan: SeasonPlan, ctx: z.RefinementCtx): void => {
  const report: Report = (path, vi, en) =>
    ctx.addIssue({ code: 'custom', path: [...path], message: en, params: { vi } });
  const byId = new Map(plan.exercises.map((exercise) => [exercise.id, exercise]));
  checkExercises(plan, byId, report);
  const known = (path: readonly (string | number)[], id: EntityId | undefined): void => {
    if (id && !byId.has(id)) report([...path, 'exercise'], `không có diễn tập ${id}`, `there is no exercise ${id}`);
  };
  plan.papers.forEach((paper, i) => {
    known(['papers', i], paper.exercise);
  });
  plan.drills.forEach((drill, i) => {
    known(['drills', i], drill.exercise);
  });
  plan.reviews.forEach((review, i) => {
    known(['reviews', i], review.exercise);
  });
  checkBehaviours(plan.behaviours, ['behaviours'], byId, report);
  if (plan.sample) checkBehaviours(plan.sample.behaviours, ['sample', 'behaviours'], byId, report);
};

const checkDays = (
  days: { readonly startDate: PlannedExercise['startDate']; readonly endDate: PlannedExercise['endDate'] },
  path: readonly (string | number)[],
  report: Report,
): void => {
  const length = daysBetween(days.startDate, days.endDate);
  if (length < 0)
    report([...path, 'endDate'], `sớm hơn ngày khai mạc ${days.startDate}`, `is before startDate ${days.startDate}`);
  if (length > 30) report([...path, 'endDate'], 'quá 30 ngày sau khai mạc', 'is more than 30 days after the opening');
};

const checkExercises = (plan: SeasonPlan, byId: ReadonlyMap<EntityId, PlannedExercise>, report: Report): void => {
  plan.exercises.forEach((exercise, i) => {
    const path = ['exercises', i] as const;
    checkDays(exercise, path, report);
    if (plan.exercises.findIndex(({ id }) => id === exercise.id) < i)
      report([...path, 'id'], `trùng mã ${exercise.id}`, `id ${exercise.id} is used twice`);
    const { parentId } = exercise;
    if (!parentId) return;
    if (templateFor(exercise.type).id === 'city')
      report([...path, 'parentId'], 'diễn tập cấp này không thuộc diễn tập khác', 'this type belongs to no other');
    if (!byId.has(parentId))
      report([...path, 'parentId'], `không có diễn tập ${parentId}`, `there is no exercise ${parentId}`);
    const seen = new Set<EntityId>();
    for (let at: EntityId | undefined = exercise.id; at; at = byId.get(at)?.parentId) {
      if (!seen.has(at)) seen.add(at);
      else {
        const way = [...seen, at].join(' → ');
        report([...path, 'parentId'], `vòng lặp cấp trên: ${way}`, `cycle of parents: ${way}`);
        break;
      }
    }
  });
};

const checkBehaviours = (
  behaviours: Behaviours,
  base: readonly (string | number)[],
  byId: ReadonlyMap<EntityId, PlannedExercise>,
  report: Report,
): void => {
  const check = (
    list: keyof Behaviours,
    i: number,
    { exercise: id, task }: { exercise?: EntityId | undefined; task?: string | undefined },
  ): void => {
    const path = [...base, list, i];
    const exercise = id && byId.get(id);
    if (id && !exercise) report([...path, 'exercise'], `không có diễn tập ${id}`, `there is no exercise ${id}`);
    const among = exercise ? [exercise] : [...byId.values()];
    if (task && !among.some(({ type }) => templateFor(type).tasks.some(({ code }) => code === task)))
      report([...path, 'task'], `không có việc ${task}`, `there is no task ${task}`);
  };
  behaviours.late.forEach((late, i) => {
    check('late', i, late);
    if ((late.body === undefined) === (late.task === undefined))
      report([...base, 'late', i], 'cần đúng một trong hai: body, task', 'needs exactly one of body and task');
  });
  for (const list of ['returned', 'held', 'extensions', 'overrides'] as const)
    behaviours[list].forEach((each, i) => {
      check(list, i, each);
    });
  for (const list of ['moves', 'postponements'] as const)
    behaviours[list].forEach((each, i) => {
      check(list, i, each);
      checkDays(each, [...base, list, i], report);
    });
};
