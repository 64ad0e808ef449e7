/** How bodies and people want to be reached, and in what words: entered by the administrator, or by each for himself. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Channel, MutableKind, type NoticeKind } from '../../domain/delivery/kinds.ts';
import { BodySetting, USUAL_SETTING } from '../../domain/delivery/quiet.ts';
import { USUAL_WORDINGS, type Wording } from '../../domain/delivery/template.ts';
import type { BodyId, PersonRef, Post } from '../../domain/people.ts';
import type { Instant } from '../../domain/time.ts';
import type { Db } from '../connect.ts';

export interface Address {
  readonly id: string;
  readonly body: BodyId;
  readonly channel: Channel;
  /** Null: for the head and for members. */
  readonly post: Post | null;
  readonly address: string;
}

export const addresses = async (db: Db, body?: BodyId): Promise<Address[]> => {
  const { rows } = await sql<Address>`SELECT id, body, channel, post, address FROM delivery.address
    WHERE ${body ?? null}::text IS NULL OR body = ${body ?? null} ORDER BY body, channel, address`.execute(db);
  return rows;
};

/** The same address twice is kept once; gives its id. */
export const addAddress = async (db: Db, { body, channel, post, address }: Omit<Address, 'id'>): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO delivery.address (id, body, channel, post, address)
    VALUES (${randomUUID()}, ${body}, ${channel}, ${post}, ${address})
    ON CONFLICT (body, channel, post, address) DO UPDATE SET address = excluded.address RETURNING id`.execute(db);
  return rows[0]?.id ?? '';
};

export const removeAddress = async (db: Db, id: string): Promise<boolean> => {
  const { rows } = await sql`DELETE FROM delivery.address WHERE id = ${id} RETURNING id`.execute(db);
  return rows.length > 0;
};

const parsed = (doc: string): BodySetting => BodySetting.parse(JSON.parse(doc));

export const settingOf = async (db: Db, body: BodyId): Promise<BodySetting> => {
  const { rows } = await sql<{ doc: string }>`SELECT doc FROM delivery.setting WHERE body = ${body}`.execute(db);
  return rows[0] ? parsed(rows[0].doc) : USUAL_SETTING;
};

/** Of every body that has an address or a setting of its own. */
export const settings = async (db: Db): Promise<ReadonlyMap<BodyId, BodySetting>> => {
  const { rows } = await sql<{ body: BodyId; doc: string | null }>`
    SELECT body, s.doc FROM (SELECT DISTINCT body FROM delivery.address) a FULL JOIN delivery.setting s USING (body)`.execute(
    db,
  );
  return new Map(rows.map(({ body, doc }) => [body, doc === null ? USUAL_SETTING : parsed(doc)]));
};

export const writeSetting = async (db: Db, body: BodyId, setting: BodySetting): Promise<void> => {
  await sql`INSERT INTO delivery.setting (body, doc) VALUES (${body}, ${JSON.stringify(setting)})
    ON CONFLICT (body) DO UPDATE SET doc = excluded.doc`.execute(db);
};

export interface Preference {
  /** His own mailbox, beside that of his body; null: none. */
  readonly mail: string | null;
  readonly muted: readonly MutableKind[];
}

export const preferenceOf = async (db: Db, userId: string): Promise<Preference> => {
  const { rows } = await sql<{ mail: string | null; muted: string[] }>`
    SELECT mail, muted FROM delivery.preference WHERE user_id = ${userId}`.execute(db);
  const [row] = rows;
  return { mail: row?.mail ?? null, muted: row ? MutableKind.array().parse(row.muted) : [] };
};

export const writePreference = async (db: Db, userId: string, { mail, muted }: Preference): Promise<void> => {
  await sql`INSERT INTO delivery.preference (user_id, mail, muted) VALUES (${userId}, ${mail}, ${[...muted]})
    ON CONFLICT (user_id) DO UPDATE SET mail = excluded.mail, muted = excluded.muted`.execute(db);
};

/** Mailboxes of people by their opaque reference; those whose account is closed have none. */
export const ownMailboxes = async (db: Db): Promise<ReadonlyMap<PersonRef, Preference>> => {
  const { rows } = await sql<{ person: PersonRef; mail: string; muted: string[] }>`
    SELECT u.person, p.mail, p.muted FROM delivery.preference p JOIN accounts."user" u ON u.id = p.user_id
    WHERE p.mail IS NOT NULL AND u.person IS NOT NULL AND u.banned IS NOT TRUE`.execute(db);
  return new Map(
    rows.map(({ person, mail, muted }) => [person, { mail, muted: MutableKind.array().parse(muted) }] as const),
  );
};

export interface StoredWording extends Wording {
  readonly kind: NoticeKind;
  /** 0: the usual one. */
  readonly version: number;
  readonly at: Instant | null;
}

/** The wording in force of every kind: the newest. */
export const wordings = async (db: Db): Promise<ReadonlyMap<NoticeKind, StoredWording>> => {
  const { rows } = await sql<StoredWording>`
    SELECT DISTINCT ON (kind) kind, version, subject, text, at FROM delivery.template ORDER BY kind, version DESC`.execute(
    db,
  );
  const usual = Object.entries(USUAL_WORDINGS).map(
    ([kind, wording]) => [kind as NoticeKind, { ...wording, kind: kind as NoticeKind, version: 0, at: null }] as const, // keys of a closed record
  );
  return new Map<NoticeKind, StoredWording>([...usual, ...rows.map((row) => [row.kind, row] as const)]);
};

/** Writes the next version; gives it, or null when somebody else has just written one. */
export const writeWording = async (
  db: Db,
  kind: NoticeKind,
  { subject, text }: Wording,
  { userId, at, after }: { readonly userId: string; readonly at: Instant; readonly after: number },
): Promise<number | null> => {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO delivery.template (kind, version, subject, text, user_id, at)
    SELECT ${kind}::text, ${after}::int + 1, ${subject}, ${text}, ${userId}, ${at}::timestamptz
    WHERE ${after}::int = (SELECT coalesce(max(version), 0) FROM delivery.template WHERE kind = ${kind})
    ON CONFLICT DO NOTHING RETURNING version`.execute(db);
  return rows[0]?.version ?? null;
};
