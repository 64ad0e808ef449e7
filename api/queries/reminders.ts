/** Who was told what, when, how late, and who said "we know". One exercise: from its events. Over all: from the read table. */
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type StoredEvent, toFact } from '../../db/event-store.ts';
import { type ReminderDoc, TELLING, toldIn } from '../../db/projections/reminders.ts';
import type { DomainEvent, Fact } from '../../domain/decider.ts';
import type { AcknowledgeEvent } from '../../domain/exercise/acknowledge.ts';
import type { ExerciseState } from '../../domain/exercise/index.ts';
import { formatDate } from '../../domain/labels/format.ts';
import { dutyName } from '../../domain/labels/words-programme.ts';
import { type Audience, UNDECIDED } from '../../domain/ladder/index.ts';
import type { BodyId, Post } from '../../domain/people.ts';
import { type EntityId, streamId } from '../../domain/streams.ts';
import { addDays, atHour, type Instant, type LocalDate } from '../../domain/time.ts';
import type { BodyReminders, ReminderLog, ReminderShown, Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { bodyName, distance, words } from '../words.ts';
import { rowsFor, type Seer } from './access.ts';
import type { Moment } from './sources.ts';

/** A row of `read.reminder` with its `doc` read. */
interface Row {
  readonly id: string;
  readonly exercise_id: string;
  readonly subject: string;
  readonly rung: string;
  readonly audience: string;
  readonly body: string;
  readonly post: string;
  readonly deadline: string;
  readonly at: string;
  readonly version: number;
  readonly doc: ReminderDoc;
}

const SUBJECTS = {
  task: words('việc', 'task'),
  action: words('biện pháp khắc phục', 'corrective action'),
  station: words('trạm tập trung chưa báo', 'assembly station without a report'),
  duty: words('việc của chương trình,', 'work of a programme,'),
} as const;

const view = (row: Row, title: Words | null, acknowledgedAt: Instant | null): ReminderShown => {
  // the columns are written from checked events
  const [to, deadline] = [row.body as BodyId, row.deadline as LocalDate];
  const { doc, subject } = row;
  const of = TELLING[doc.type];
  const who = bodyName(to);
  const name = (language: 'vi' | 'en'): string => (of === 'duty' ? dutyName(subject, language) : subject);
  const head = row.post === 'head' ? words(' (người đứng đầu)', ' (its head)') : words('', '');
  const what =
    row.rung === UNDECIDED
      ? words('đề nghị gia hạn chưa quyết định, việc', 'undecided request for more time, task')
      : SUBJECTS[of];
  const how = distance(doc.daysLeft, doc.daysLeft < 0);
  const day = formatDate(deadline);
  const says = doc.urgedBy ? bodyName(doc.urgedBy) : null;
  const [viSays, enSays] = says ? [`${says.vi} đôn đốc`, `${says.en} urged`] : ['Nhắc', null];
  return {
    id: row.id,
    exercise: row.exercise_id as EntityId,
    version: row.version,
    kind: doc.urgedBy ? 'urging' : doc.type.endsWith('Reminded') ? 'reminder' : 'escalation',
    of,
    task: subject,
    title,
    rung: row.rung,
    audience: row.audience as Audience,
    to,
    toName: who,
    post: row.post as Post,
    deadline,
    daysLeft: doc.daysLeft,
    at: row.at as Instant,
    rungAt: doc.rungAt,
    lateMinutes: doc.lateMinutes,
    waitsOn: doc.waitsOn,
    acknowledgedAt,
    text: words(
      `${viSays} ${who.vi}${head.vi}: ${what.vi} ${name('vi')}, hạn ${day}. ${how.vi}.`,
      `${enSays ? `${enSays} ${who.en}` : `${who.en}${head.en} was told`}: ${what.en} ${name('en')}, due ${day}. ${how.en}.`,
    ),
  };
};

/** In the order told. */
export const remindersOf = (id: EntityId, state: ExerciseState, events: readonly StoredEvent[]): ReminderShown[] => {
  const facts = events.map((event) => toFact<DomainEvent>(event));
  const known = facts.filter((fact): fact is Fact<AcknowledgeEvent> => fact.type === 'ReminderAcknowledged');
  return facts.flatMap((fact) => {
    const row = toldIn(streamId('exercise', id), fact);
    if (!row) return [];
    const { subject, body, deadline, version } = row;
    const answer = known.find(
      (each) => each.task === subject && each.by.body === body && each.deadline === deadline && each.version > version,
    );
    const task = state.tasks[subject];
    return [view(row, task ? words(task.titleVi, task.titleEn) : null, answer?.at ?? null)];
  });
};

/** Rows of `r`, latest first, each with the title of its task and the first acknowledgement that answered it. */
const readRows = async (
  { db }: Pick<ApiDeps, 'db'>,
  where: RawBuilder<boolean>,
  limit: number,
): Promise<ReminderShown[]> => {
  const { rows } = await sql<
    Omit<Row, 'doc'> & { readonly doc: string; readonly task_doc: string | null; readonly known: Instant | null }
  >`
    SELECT r.*, t.doc AS task_doc, a.at AS known FROM read.reminder r
    LEFT JOIN read.task t ON r.stream_kind = 'exercise' AND t.exercise_id = r.exercise_id AND t.code = r.subject
    LEFT JOIN LATERAL (
      SELECT min(at) AS at FROM read.acknowledgement a
      WHERE r.stream_kind = 'exercise' AND a.exercise_id = r.exercise_id AND a.subject = r.subject
        AND a.body = r.body AND a.deadline = r.deadline AND a.version > r.version
    ) a ON true
    WHERE ${where}
    ORDER BY r.at DESC, r.exercise_id COLLATE "C", r.stream_kind COLLATE "C", r.version DESC
    LIMIT ${limit}`.execute(db);
  return rows.map((row) => {
    const task = JSON.parse(row.task_doc ?? 'null') as { titleVi: string; titleEn: string } | null;
    // written by db/projections/reminders.ts
    const doc = JSON.parse(row.doc) as ReminderDoc;
    return view({ ...row, doc }, task && words(task.titleVi, task.titleEn), row.known);
  });
};

/** How many rows, and who asks. */
interface Reading {
  readonly limit: number;
  readonly asker: Seer;
}

/** Rows of `r` of exercises that he sees whole, and what was told to his own body. */
const shownTo = (seer: Seer): RawBuilder<boolean> => sql<boolean>`(r.body = ANY(${[...seer.subject.bodies]}::text[])
  OR EXISTS (SELECT FROM read.exercise e WHERE e.id = r.exercise_id AND ${rowsFor(seer).whole}))`;

/** What one body was told, latest first, at most `limit`. */
export const bodyReminders = async (
  deps: ApiDeps,
  body: BodyId,
  moment: Moment,
  { limit, asker }: Reading,
): Promise<z.output<typeof BodyReminders>> => {
  const reminders = await readRows(deps, sql<boolean>`r.body = ${body} AND ${shownTo(asker)}`, limit);
  return { ...moment, body, name: bodyName(body), reminders };
};

export interface ReminderFilter {
  readonly day?: LocalDate | undefined;
  readonly exercise?: EntityId | undefined;
  readonly body?: BodyId | undefined;
}

const conditions = ({ day, exercise, body }: ReminderFilter): RawBuilder<boolean>[] => [
  ...(day ? [sql<boolean>`r.at >= ${atHour(day, 0)} AND r.at < ${atHour(addDays(day, 1), 0)}`] : []),
  ...(exercise ? [sql<boolean>`r.exercise_id = ${exercise}`] : []),
  ...(body ? [sql<boolean>`r.body = ${body}`] : []),
];
const all = (parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  parts.length > 0 ? sql<boolean>`${sql.join([...parts], sql` AND `)}` : sql<boolean>`true`;

/** Everything told on a day that he sees, at most `limit`. */
export const toldOn = (deps: ApiDeps, filter: ReminderFilter, { limit, asker }: Reading): Promise<ReminderShown[]> =>
  readRows(deps, all([...conditions(filter), shownTo(asker)]), limit);

/** Rows that stand after this one in the order of `readRows`; none when there is no such row. */
const following = (id: string): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT FROM read.reminder c WHERE c.id = ${id} AND (
    r.at < c.at OR r.at = c.at AND (
      r.exercise_id COLLATE "C" > c.exercise_id OR r.exercise_id = c.exercise_id AND (
        r.stream_kind COLLATE "C" > c.stream_kind OR r.stream_kind = c.stream_kind AND r.version < c.version))))`;

/** Over all exercises, latest first, a page at a time. */
export const reminderLog = async (
  deps: ApiDeps,
  filter: ReminderFilter,
  moment: Moment,
  { limit, after, asker }: Reading & { readonly after?: string | undefined },
): Promise<z.output<typeof ReminderLog>> => {
  const where = all([...conditions(filter), shownTo(asker), ...(after ? [following(after)] : [])]);
  const rows = await readRows(deps, where, limit + 1);
  const reminders = rows.slice(0, limit);
  return { ...moment, reminders, nextAfter: rows.length > limit ? (reminders.at(-1)?.id ?? null) : null };
};
