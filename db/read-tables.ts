/**
 * The read tables: one row per entity, written only by `read.project_rows`, thrown away and rebuilt at will.
 * This is their only definition; the live schema `read` and the rebuilt `read_next` are both made from it.
 * A change here is seen by `migrate`, whose caller then rebuilds: it needs no migration of its own.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { APP_ROLE } from './connect.ts';
import type { ReadRows } from './schema.ts';

interface TableSpec {
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  readonly indexes?: readonly string[];
}

const DOC = { doc: 'json not null' } as const;
/** On which access depends: bodies that lead a file, and bodies that own work in it. */
const TAKING_PART = { leads: 'text[] not null', bodies: 'text[] not null' } as const;

export const READ_TABLES: {
  readonly [T in keyof ReadRows]: TableSpec & { readonly columns: Record<keyof ReadRows[T], string> };
} = {
  exercise: {
    columns: {
      id: 'text',
      type: 'text not null',
      org_unit: 'text not null',
      superior_unit: 'text not null',
      parent_id: 'text',
      theme: 'text not null',
      code_name: 'text',
      is_pilot: 'boolean not null',
      start_date: 'date',
      end_date: 'date',
      phase: 'text not null',
      version: 'int not null',
      closed: 'boolean not null',
      ...TAKING_PART,
      ...DOC,
    },
    key: ['id'],
    indexes: ['org_unit', 'superior_unit', 'parent_id'],
  },
  exercise_part: {
    columns: { exercise_id: 'text', name: 'text', ...DOC },
    key: ['exercise_id', 'name'],
  },
  task: {
    columns: {
      exercise_id: 'text',
      code: 'text',
      owner: 'text not null',
      state: 'text not null',
      due: 'date not null',
      first_due: 'date not null',
      gate: 'text not null',
      ...DOC,
    },
    key: ['exercise_id', 'code'],
    indexes: ['owner'],
  },
  reminder: {
    columns: {
      id: 'text',
      stream_kind: 'text not null',
      exercise_id: 'text not null',
      subject: 'text not null',
      rung: 'text not null',
      audience: 'text not null',
      body: 'text not null',
      post: 'text not null',
      deadline: 'date not null',
      at: 'timestamptz(3) not null',
      version: 'int not null',
      ...DOC,
    },
    key: ['id'],
    indexes: ['body, at', 'exercise_id', 'at, id'],
  },
  acknowledgement: {
    columns: {
      id: 'text',
      exercise_id: 'text not null',
      subject: 'text not null',
      body: 'text not null',
      deadline: 'date not null',
      until: 'date not null',
      at: 'timestamptz(3) not null',
      version: 'int not null',
      ...DOC,
    },
    key: ['id'],
    indexes: ['exercise_id, subject'],
  },
  drill: {
    columns: {
      id: 'text',
      exercise_id: 'text not null',
      phase: 'text not null',
      version: 'int not null',
      closed: 'boolean not null',
      ...TAKING_PART,
      ...DOC,
    },
    key: ['id'],
    indexes: ['exercise_id'],
  },
  drill_count: {
    columns: { drill_id: 'text', unit: 'text', kind: 'text', ...DOC },
    key: ['drill_id', 'unit', 'kind'],
  },
  review: {
    columns: {
      id: 'text',
      exercise_id: 'text not null',
      phase: 'text not null',
      grade: 'text',
      version: 'int not null',
      closed: 'boolean not null',
      ...TAKING_PART,
      ...DOC,
    },
    key: ['id'],
    indexes: ['exercise_id'],
  },
  corrective_action: {
    columns: { review_id: 'text', id: 'text', owner: 'text not null', due: 'date', state: 'text not null', ...DOC },
    key: ['review_id', 'id'],
    indexes: ['owner'],
  },
  programme: {
    columns: {
      id: 'text',
      kind: 'text not null',
      org_unit: 'text not null',
      title: 'text not null',
      term_from: 'date not null',
      term_to: 'date not null',
      phase: 'text not null',
      version: 'int not null',
      closed: 'boolean not null',
      ...TAKING_PART,
      ...DOC,
    },
    key: ['id'],
    indexes: ['org_unit'],
  },
  rollout: {
    columns: {
      id: 'text',
      org_unit: 'text not null',
      first_year: 'int not null',
      last_year: 'int not null',
      phase: 'text not null',
      revision: 'int not null',
      version: 'int not null',
      closed: 'boolean not null',
      draft: 'boolean not null',
      communes: 'text[] not null',
      ...DOC,
    },
    key: ['id'],
    indexes: ['org_unit'],
  },
};

export type ReadTable = keyof ReadRows;
export const readTableNames = Object.keys(READ_TABLES) as ReadTable[]; // the keys of a closed literal

const tableDdl = (schema: string, name: ReadTable): string => {
  const { columns, key, indexes = [] }: TableSpec = READ_TABLES[name];
  const lines = Object.entries(columns).map(([column, type]) => `  ${column} ${type}`);
  return [
    `CREATE TABLE ${schema}.${name} (\n${lines.join(',\n')},\n  PRIMARY KEY (${key.join(', ')})\n);`,
    ...indexes.map((on) => `CREATE INDEX ON ${schema}.${name} (${on});`),
  ].join('\n');
};

const upsert = (schema: string, name: ReadTable): string => {
  const { columns, key }: TableSpec = READ_TABLES[name];
  const set = Object.keys(columns).filter((column) => !key.includes(column));
  return `    WHEN '${name}' THEN
      INSERT INTO ${schema}.${name} SELECT * FROM json_populate_recordset(NULL::${schema}.${name}, part.value)
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set.map((column) => `${column} = excluded.${column}`).join(', ')};`;
};

/** `project_rows('{"task": [{…}, …], …}')`: whole rows, each key at most once; an unknown table is an error. */
export const projectRowsDdl = (schema: string): string => `CREATE OR REPLACE FUNCTION ${schema}.project_rows(rows json)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE part record;
BEGIN
  FOR part IN SELECT key, value FROM json_each(rows) LOOP
    CASE part.key
${readTableNames.map((name) => upsert(schema, name)).join('\n')}
    END CASE;
  END LOOP;
END $$;`;

const ddl = (schema: string): string =>
  [...readTableNames.map((name) => tableDdl(schema, name)), projectRowsDdl(schema)].join('\n');

/** Changes whenever the definition does; kept as the schema's comment, so a stale schema is seen. */
export const readSchemaVersion = (): string => createHash('sha256').update(ddl('read')).digest('hex').slice(0, 16);

/** Makes the schema anew, empty, with the rights of the app role. */
export async function makeReadSchema<T>(db: Kysely<T>, schema: 'read' | 'read_next'): Promise<void> {
  await sql
    .raw(
      `DROP SCHEMA IF EXISTS ${schema} CASCADE;
       CREATE SCHEMA ${schema};
       ${ddl(schema)}
       COMMENT ON SCHEMA ${schema} IS '${readSchemaVersion()}';
       GRANT USAGE ON SCHEMA ${schema} TO ${APP_ROLE};
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${APP_ROLE};`,
    )
    .execute(db);
}
