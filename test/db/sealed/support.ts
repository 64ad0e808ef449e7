/** What the tests of sealed names share: rosters told to a drill's history, and the whole database as text. */
import { randomUUID } from 'node:crypto';
import { type Erasure, finishErasures, planErasure } from '../../../db/sealed/erasure.ts';
import { type Import, keepRoster, type Page, readRoster } from '../../../db/sealed/roster-store.ts';
import type { SealKey } from '../../../db/sealed/seal.ts';
import { BodyId, PersonRef } from '../../../domain/people.ts';
import { EntityId, StreamId } from '../../../domain/streams.ts';
import { AT, anAppend, type Fixture } from '../fixtures.ts';

export const DRILL = EntityId.parse('tam-ky-2027');
const BY = { person: PersonRef.parse('tl-01'), body: BodyId.parse('tam-ky.SA'), post: 'member' } as const;

export const reservist = (order: string, fullName = `Người ${order}`) =>
  ({ kind: 'reservist', order, fullName }) as const;

/** Puts one event into the drill's history, as the engine does after the drill's decision. */
export const tell = async (
  { store }: Fixture,
  commandId: string,
  type: string,
  data: Record<string, unknown>,
  drill = DRILL,
) => {
  const stream = StreamId.parse(`drill/${drill}`);
  const expectedVersion = (await store.read(stream)).length;
  const events = [{ type, data }];
  return store.append({ ...anAppend({ id: commandId }), stream, kind: 'drill', expectedVersion, events });
};

/** Imports and tells. */
export const imported = async (it: Fixture, key: SealKey, rows: Import['rows'], more: Partial<Import> = {}) => {
  const roster: Import = { drill: DRILL, commandId: randomUUID(), rows, at: AT, ...more };
  const kept = await keepRoster(it.db, key, roster);
  if (kept.kind === 'kept') await tell(it, roster.commandId, 'RosterImported', { count: kept.count }, roster.drill);
  return { ...kept, commandId: roster.commandId };
};

/** Plans, tells, destroys. */
export const erased = async (it: Fixture, whom: Erasure['whom']): Promise<number> => {
  const commandId = randomUUID();
  const count = await planErasure(it.db, { drill: DRILL, commandId, reason: 'subjectRequest', whom });
  await tell(it, commandId, 'NamesErased', { count });
  await finishErasures(it.db);
  return count;
};

export const read = ({ db }: Fixture, key: SealKey, orders?: readonly string[]): Promise<Page> =>
  readRoster(db, key, { drill: DRILL, orders, limit: 500, purpose: 'rollCall', by: BY, at: AT });

export const namesIn = ({ persons }: Page): string[] => persons.map(({ row }) => row.fullName ?? '');

/** Every row of every table that the asker may see, as text; bytes as hex. */
export const dump = async (ask: (statement: string) => Promise<Record<string, unknown>[]>): Promise<string> => {
  const tables = await ask(`SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
  const texts = [];
  for (const { name } of tables) {
    const rows = await ask(`SELECT t::text AS row FROM ${name} AS t`);
    texts.push(`-- ${name}`, ...rows.map(({ row }) => String(row)));
  }
  return texts.join('\n');
};

/** The ways in which a text could stand in a dump. */
export const tracesOf = (text: string): string[] =>
  [text, text.normalize('NFD')].flatMap((form) => [
    form,
    Buffer.from(form).toString('hex'),
    Buffer.from(form).toString('base64').replace(/=+$/, '').slice(0, -1),
  ]);
