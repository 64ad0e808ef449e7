/** The tables as Kysely sees them. Instants are ISO texts in UTC, days yyyy-MM-dd, `json` columns their exact text. */
import type { ColumnType } from 'kysely';

type Instant = string;
type LocalDate = string;
/** Read as text; parse it where it is used. */
type JsonText = string;
/** Columns that are written once, by the append function only. */
type ReadOnly<T> = { [K in keyof T]: ColumnType<T[K], never, never> };

export interface EventRow {
  position: number;
  stream_id: string;
  version: number;
  id: string;
  type: string;
  schema_version: number;
  data: JsonText;
  actor: string;
  post: string;
  body: string;
  command_id: string;
  occurred_at: Instant;
  recorded_at: Instant;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface CommandRow {
  id: string;
  stream_id: string;
  /** Version of the stream after the command. */
  version: number;
  content_hash: Buffer;
  outcome: JsonText;
}

/** On which access depends: bodies that lead a file, and bodies that own work in it. */
interface TakingPart {
  leads: readonly string[];
  bodies: readonly string[];
}

export interface ExerciseRow extends TakingPart {
  id: string;
  type: string;
  org_unit: string;
  superior_unit: string;
  parent_id: string | null;
  theme: string;
  code_name: string | null;
  is_pilot: boolean;
  start_date: LocalDate | null;
  end_date: LocalDate | null;
  phase: string;
  version: number;
  closed: boolean;
  doc: JsonText;
}

/** One large part of an exercise's file. */
export interface ExercisePartRow {
  exercise_id: string;
  name: string;
  doc: JsonText;
}

export interface TaskRow {
  exercise_id: string;
  code: string;
  owner: string;
  state: string;
  due: LocalDate;
  first_due: LocalDate;
  gate: string;
  doc: JsonText;
}

/** Who was told what: of a task, a corrective action or an assembly station. */
export interface ReminderRow {
  id: string;
  /** Kind of the stream that told; its id is that of the exercise. */
  stream_kind: string;
  exercise_id: string;
  /** Code of the task, the action or the station. */
  subject: string;
  rung: string;
  audience: string;
  body: string;
  post: string;
  deadline: LocalDate;
  at: Instant;
  version: number;
  doc: JsonText;
}

export interface AcknowledgementRow {
  id: string;
  exercise_id: string;
  subject: string;
  body: string;
  /** The deadline whose reminders stop, and the last day on which they do. */
  deadline: LocalDate;
  until: LocalDate;
  at: Instant;
  version: number;
  doc: JsonText;
}

export interface DrillRow extends TakingPart {
  closed: boolean;
  id: string;
  exercise_id: string;
  phase: string;
  version: number;
  doc: JsonText;
}

export interface DrillCountRow {
  drill_id: string;
  unit: string;
  kind: string;
  doc: JsonText;
}

export interface ReviewRow extends TakingPart {
  closed: boolean;
  id: string;
  exercise_id: string;
  phase: string;
  grade: string | null;
  version: number;
  doc: JsonText;
}

export interface CorrectiveActionRow {
  review_id: string;
  id: string;
  owner: string;
  due: LocalDate | null;
  state: string;
  doc: JsonText;
}

export interface ProgrammeRow extends TakingPart {
  closed: boolean;
  id: string;
  kind: string;
  org_unit: string;
  title: string;
  term_from: LocalDate;
  term_to: LocalDate;
  phase: string;
  version: number;
  doc: JsonText;
}

/** The roll-out plan of a term. */
export interface RollOutRow {
  id: string;
  org_unit: string;
  first_year: number;
  last_year: number;
  phase: string;
  revision: number;
  version: number;
  closed: boolean;
  /** Known only to the staff that draws it up. */
  draft: boolean;
  communes: readonly string[];
  doc: JsonText;
}

/** The read tables by name, as rows come out of a query. */
export interface ReadRows {
  exercise: ExerciseRow;
  exercise_part: ExercisePartRow;
  task: TaskRow;
  reminder: ReminderRow;
  acknowledgement: AcknowledgementRow;
  drill: DrillRow;
  drill_count: DrillCountRow;
  review: ReviewRow;
  corrective_action: CorrectiveActionRow;
  programme: ProgrammeRow;
  rollout: RollOutRow;
}

export type Database = { [T in keyof ReadRows as `read.${T}`]: ReadOnly<ReadRows[T]> } & {
  events: ReadOnly<EventRow>;
  commands: ReadOnly<CommandRow>;
  streams: ReadOnly<{ id: string; kind: string; version: number }>;
  ledger_head: ReadOnly<{ position: number; hash: Buffer; recorded_at: Instant }>;
  installation: {
    id: ColumnType<string, never, never>;
    clock_offset_ms: number;
    sample: string | null;
    created_at: ColumnType<Instant, never, never>;
  };
};
