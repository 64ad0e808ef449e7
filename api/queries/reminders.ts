/** Who was told what, when, and how late. One exercise: from its events. One body: from the read table. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { StoredEvent } from '../../db/event-store.ts';
import { toFact } from '../../db/event-store.ts';
import type { ClockEvent, ExerciseState } from '../../domain/exercise/index.ts';
import { formatDate } from '../../domain/labels/format.ts';
import type { BodyId } from '../../domain/people.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { BodyReminders, ReminderShown, Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { bodyName, distance, words } from '../words.ts';
import type { Moment } from './sources.ts';

type Told = Omit<ClockEvent, 'type'> & { readonly type: string; readonly at: Instant; readonly version: number };

const view = (exercise: EntityId, told: Told, title: Words | null): ReminderShown => {
  const who = bodyName(told.to);
  const head = told.post === 'head' ? words(' (người đứng đầu)', ' (its head)') : words('', '');
  const how = distance(told.daysLeft, told.daysLeft < 0);
  const day = formatDate(told.deadline);
  return {
    exercise,
    version: told.version,
    kind: told.type === 'TaskEscalated' ? 'escalation' : 'reminder',
    task: told.task,
    title,
    rung: told.rung,
    to: told.to,
    toName: who,
    post: told.post,
    deadline: told.deadline,
    daysLeft: told.daysLeft,
    at: told.at,
    rungAt: told.rungAt,
    lateMinutes: told.lateMinutes,
    waitsOn: told.waitsOn,
    text: words(
      `Nhắc ${who.vi}${head.vi}: việc ${told.task}, hạn ${day}. ${how.vi}.`,
      `${who.en}${head.en} was told: task ${told.task}, due ${day}. ${how.en}.`,
    ),
  };
};

/** In the order told. */
export const remindersOf = (id: EntityId, state: ExerciseState, events: readonly StoredEvent[]): ReminderShown[] =>
  events
    .filter(({ type }) => type === 'TaskReminded' || type === 'TaskEscalated')
    .map((event) => {
      const told = toFact<ClockEvent>(event); // the two types above
      const task = state.tasks[told.task];
      return view(id, told, task ? words(task.titleVi, task.titleEn) : null);
    });

/** What one body was told, latest first, at most `limit`. */
export const bodyReminders = async (
  { db }: ApiDeps,
  body: BodyId,
  moment: Moment,
  limit: number,
): Promise<z.output<typeof BodyReminders>> => {
  const rows = await db
    .selectFrom('read.reminder as r')
    .leftJoin('read.task as t', (join) =>
      join.onRef('t.exercise_id', '=', 'r.exercise_id').onRef('t.code', '=', 'r.task'),
    )
    .selectAll('r')
    .select('t.doc as task_doc')
    .where('r.body', '=', body)
    .orderBy('r.at', 'desc')
    .orderBy(sql`r.exercise_id COLLATE "C"`)
    .orderBy('r.version', 'desc')
    .limit(limit)
    .execute();
  const reminders = rows.map((row) => {
    // written by db/projections/exercise.ts from the same event
    const doc = JSON.parse(row.doc) as Pick<Told, 'type' | 'daysLeft' | 'rungAt' | 'lateMinutes' | 'waitsOn'>;
    const told = { ...doc, task: row.task, rung: row.rung, to: body, post: row.post, deadline: row.deadline } as Omit<
      Told,
      'at' | 'version'
    >;
    const task = JSON.parse(row.task_doc ?? 'null') as { titleVi: string; titleEn: string } | null;
    const title = task && words(task.titleVi, task.titleEn);
    return view(row.exercise_id as EntityId, { ...told, at: row.at as Instant, version: row.version }, title);
  });
  return { ...moment, body, name: bodyName(body), reminders };
};
