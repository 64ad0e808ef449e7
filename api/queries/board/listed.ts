/** Which exercises stand on the boards of somebody, with what is said of each whatever the day. */
import { type RawBuilder, sql } from 'kysely';
import type { OrgUnitId } from '../../../domain/people.ts';
import type { EntityId } from '../../../domain/streams.ts';
import type { ExerciseType } from '../../../domain/template/index.ts';
import type { ApiDeps } from '../../deps.ts';
import { rowsFor, type Seer } from '../access.ts';

/** What stands in the row of an exercise now, whatever the moment asked for. */
export interface Listed {
  readonly id: EntityId;
  readonly version: number;
  readonly type: ExerciseType;
  readonly orgUnit: OrgUnitId;
  readonly parentId: EntityId | null;
  readonly theme: string;
  readonly codeName: string | null;
  readonly isPilot: boolean;
  /** Seen whole by who asks. */
  readonly whole: boolean;
}

/** Exercises that somebody sees something of, by id. */
export const listed = async (
  { db }: Pick<ApiDeps, 'db'>,
  seer: Seer,
  where: RawBuilder<boolean> = sql`true`,
): Promise<readonly Listed[]> => {
  const { whole, seen } = rowsFor(seer);
  const { rows } = await sql<Listed>`
    SELECT e.id, e.version, e.type, e.org_unit AS "orgUnit", e.parent_id AS "parentId", e.theme,
      e.code_name AS "codeName", e.is_pilot AS "isPilot", ${whole} AS whole
    FROM read.exercise e WHERE ${seen} AND ${where} ORDER BY e.id COLLATE "C"`.execute(db);
  return rows;
};
