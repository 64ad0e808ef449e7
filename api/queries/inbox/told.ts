/** Who was told, by which way and when, who read it, who answered; and who was told and stayed silent. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Answered, noticesAbout } from '../../../db/delivery/inbox.ts';
import { subjectsOf } from '../../../db/delivery/subjects.ts';
import type { BodyId } from '../../../domain/people.ts';
import type { EntityId } from '../../../domain/streams.ts';
import type { Instant, LocalDate } from '../../../domain/time.ts';
import type { Told, Unanswered } from '../../contract/index.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Asker } from '../../policy.ts';
import { rowsFor, type Seer } from '../access.ts';
import { bodyNamed, textsOf } from './texts.ts';

const MOST = 300;

const said = (answers: readonly Answered[], when: (answer: Answered) => Instant | null) =>
  answers
    .flatMap((answer) => {
      const at = when(answer);
      return at === null ? [] : [{ person: answer.person, body: answer.body, at }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.person < b.person ? -1 : 1));

/** Who sees only his own part is shown what his own bodies were told. */
export const toldAbout = async (
  { db }: ApiDeps,
  exercise: EntityId,
  about: { readonly about: string; readonly subject: string } | null,
  { reach, subject: who, org, day }: Asker,
): Promise<z.output<typeof Told>> => {
  const all = await noticesAbout(db, exercise, about, MOST);
  const shown = all.filter(({ notice }) => reach === 'whole' || who.bodies.includes(notice.to));
  const keys = shown.map(({ notice }) => ({ exercise, about: notice.about, subject: notice.subject }));
  const text = textsOf(org, day, await subjectsOf(db, keys));
  return {
    exercise,
    told: shown.map((received) => {
      const { id, at, notice, answers, by } = received;
      const { kind, about: of, subject, to, post } = notice;
      return {
        ...{ id, kind, at, about: of, subject, body: to, bodyName: bodyNamed(org, day, to), post },
        sentence: text(received).sentence,
        by: [{ channel: 'inbox' as const, state: 'sent' as const, reason: null, sentAt: at }, ...by],
        readBy: said(answers, ({ readAt }) => readAt),
        acknowledgedBy: said(answers, ({ acknowledgedAt }) => acknowledgedAt),
      };
    }),
  };
};

interface Row {
  readonly exercise: EntityId;
  readonly theme: string;
  readonly task: string;
  readonly title_vi: string;
  readonly title_en: string;
  readonly body: BodyId;
  readonly deadline: LocalDate;
  readonly times: number;
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly last_read_at: Instant | null;
}

/**
 * Bodies that were reminded of a task they hold, in files that the asker sees whole, and since then neither changed its
 * standing nor said that they know. What was told for an earlier deadline does not count.
 */
export const unanswered = async (
  { db }: ApiDeps,
  { org, day, ...seer }: Seer,
): Promise<z.output<typeof Unanswered>> => {
  const { whole } = rowsFor({ org, day, ...seer });
  const { rows } = await sql<Row>`
    SELECT e.id AS exercise, e.theme, t.code AS task, t.doc ->> 'titleVi' AS title_vi, t.doc ->> 'titleEn' AS title_en,
      n.body, t.due AS deadline, count(*) AS times, min(n.at) AS first_at, max(n.at) AS last_at,
      max((SELECT max(a.read_at) FROM delivery.answer a WHERE a.notice = n.id AND a.body = n.body)) AS last_read_at
    FROM read.task t JOIN read.exercise e ON e.id = t.exercise_id
    JOIN delivery.notice n ON n.exercise_id = t.exercise_id AND n.about = 'task' AND n.subject = t.code
      AND n.kind IN ('reminder', 'escalation', 'urging') AND n.doc ->> 'deadline' = t.due::text
      AND n.doc ->> 'audience' IN ('owner', 'head') AND n.at >= (t.doc ->> 'since')::timestamptz
    WHERE ${whole} AND NOT e.closed AND t.state IN ('waiting', 'open', 'started', 'returned') AND n.body = t.owner
      AND NOT EXISTS (
        SELECT FROM delivery.notice k JOIN delivery.answer a ON a.notice = k.id AND a.body = k.body AND a.acknowledged_at IS NOT NULL
        WHERE k.exercise_id = n.exercise_id AND k.about = 'task' AND k.subject = t.code AND k.body = n.body
          AND k.doc ->> 'deadline' = t.due::text)
      AND NOT EXISTS (
        SELECT FROM read.acknowledgement k WHERE k.exercise_id = t.exercise_id AND k.subject = t.code AND k.body = n.body
          AND k.deadline = t.due)
    GROUP BY e.id, e.theme, t.exercise_id, t.code, t.due, n.body, t.doc ->> 'titleVi', t.doc ->> 'titleEn'
    ORDER BY first_at, exercise, task LIMIT ${MOST}`.execute(db);
  return {
    today: day,
    rows: rows.map((row) => ({
      ...{ exercise: row.exercise, theme: row.theme, task: row.task, title: { vi: row.title_vi, en: row.title_en } },
      ...{ body: row.body, bodyName: bodyNamed(org, day, row.body), deadline: row.deadline, times: row.times },
      ...{ firstAt: row.first_at, lastAt: row.last_at, lastReadAt: row.last_read_at },
    })),
  };
};
