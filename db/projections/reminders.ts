/** Who was told what and when, and who said "we know": one row each, of every kind of stream that tells. */
import type { DomainEvent, Fact } from '../../domain/decider.ts';
import type { AcknowledgeEvent } from '../../domain/exercise/acknowledge.ts';
import type { ToldRung } from '../../domain/ladder/tell.ts';
import type { BodyId } from '../../domain/people.ts';
import { entityOf, kindOf, type StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { Rows } from './rows.ts';

/** Types of the events that tell somebody, each with what it calls its subject. */
export const TELLING = {
  TaskReminded: 'task',
  TaskEscalated: 'task',
  TaskUrged: 'task',
  ActionReminded: 'action',
  ActionEscalated: 'action',
  StationOverdue: 'station',
  DutyReminded: 'duty',
  DutyEscalated: 'duty',
} as const;
export type Telling = keyof typeof TELLING;

/** What all of them say; only a task waits on others. */
interface Told extends DomainEvent, ToldRung {
  readonly task?: string;
  readonly action?: string;
  readonly station?: string;
  readonly duty?: string;
  readonly waitsOn?: readonly string[];
}

/** What stands in `doc` of a reminder's row. */
export interface ReminderDoc {
  readonly type: Telling;
  readonly daysLeft: number;
  readonly rungAt: Instant;
  readonly lateMinutes: number;
  readonly waitsOn: readonly string[];
  /** Who urged; absent where the clock told. What he wrote stands in the history of the task. */
  readonly urgedBy?: BodyId;
}

const tells = (fact: Fact<DomainEvent>): fact is Fact<Told & { readonly type: Telling }> =>
  Object.hasOwn(TELLING, fact.type);

const acknowledges = (fact: Fact<DomainEvent>): fact is Fact<AcknowledgeEvent> => fact.type === 'ReminderAcknowledged';

/** One telling as every view reads it, whatever kind of stream told it. Null for any other fact. */
export const toldIn = (stream: StreamId, fact: Fact<DomainEvent>) => {
  if (!tells(fact)) return null;
  const { type, daysLeft, rungAt, lateMinutes, waitsOn = [] } = fact;
  const urged = type === 'TaskUrged' ? { urgedBy: fact.by.body } : {};
  const doc: ReminderDoc = { type, daysLeft, rungAt, lateMinutes, waitsOn, ...urged };
  return {
    id: `${stream}/${fact.version}`,
    stream_kind: kindOf(stream),
    exercise_id: entityOf(stream),
    subject: fact[TELLING[fact.type]] ?? '',
    rung: fact.rung,
    audience: fact.audience,
    body: fact.to,
    post: fact.post,
    deadline: fact.deadline,
    at: fact.at,
    version: fact.version,
    doc,
  };
};

/** Both tables are left out when nothing was told or acknowledged. */
export function projectReminders(stream: StreamId, facts: readonly Fact<DomainEvent>[]): Rows {
  const told = facts.flatMap((fact) => toldIn(stream, fact) ?? []);
  const known = facts.filter(acknowledges).map(({ task, until, deadline, at, by, version }) => ({
    id: `${stream}/${version}`,
    exercise_id: entityOf(stream),
    subject: task,
    body: by.body,
    deadline,
    until,
    at,
    version,
    doc: { by },
  }));
  return { ...(told.length > 0 ? { reminder: told } : {}), ...(known.length > 0 ? { acknowledgement: known } : {}) };
}
