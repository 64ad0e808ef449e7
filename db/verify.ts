/** The outside check of the ledger: every hash computed anew from content, every number in its place. */
import { type Kysely, sql } from 'kysely';
import { canonicalJson } from './canonical.ts';
import type { Db } from './connect.ts';
import { GENESIS, hashOf } from './ledger-hash.ts';
import type { Database, EventRow } from './schema.ts';

export interface BadPlace {
  /** First position at which the ledger is not what was written; for a lost row the position that is missing. */
  readonly position: number;
  readonly streamId: string | null;
  readonly reason: string;
}

export interface LedgerReport {
  readonly ok: boolean;
  /** Events that were read and found good. */
  readonly events: number;
  readonly head: { readonly position: number; readonly hash: string };
  readonly firstBad?: BadPlace;
}

export interface VerifyOptions {
  /** A head noted earlier, outside this database: that event must still be there, unchanged. */
  readonly expectHead?: { readonly position: number; readonly hash: string };
  readonly chunk?: number;
  readonly onProgress?: (events: number) => void;
}

interface Checked extends EventRow {
  command_stream: string | null;
  command_version: number | null;
}

/**
 * Reads the whole ledger in one snapshot, in chunks, and names the first bad position. Checks: positions and stream
 * versions without gaps, links and hashes, ids, canonical data, commands, stream versions, the head. It trusts no stored
 * hash; without `expectHead` somebody who rewrote everything after a point, chain and head included, is not seen.
 */
export const verifyLedger = (db: Db, options: VerifyOptions = {}): Promise<LedgerReport> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verify(tx, options));

async function verify(
  db: Kysely<Database>,
  { expectHead, chunk = 5_000, onProgress }: VerifyOptions,
): Promise<LedgerReport> {
  const versions = new Map<string, number>();
  let last: Checked | undefined;
  const at = (): { position: number; hash: string } => ({
    position: last?.position ?? 0,
    hash: (last?.hash ?? GENESIS).toString('hex'),
  });
  const bad = (position: number, streamId: string | null, reason: string): LedgerReport => {
    return { ok: false, events: last?.position ?? 0, head: at(), firstBad: { position, streamId, reason } };
  };

  for (;;) {
    const rows = await page(db, last?.position ?? 0, chunk);
    for (const event of rows) {
      const reason = wrong(event, last, versions);
      if (reason === 'missing') return bad((last?.position ?? 0) + 1, null, 'the event at this position is missing');
      if (reason !== null) return bad(event.position, event.stream_id, reason);
      if (event.position === expectHead?.position && event.hash.toString('hex') !== expectHead.hash) {
        return bad(event.position, event.stream_id, 'not the event whose hash was noted earlier');
      }
      versions.set(event.stream_id, event.version);
      last = event;
    }
    onProgress?.(last?.position ?? 0);
    if (rows.length < chunk) break;
  }

  const end = last?.position ?? 0;
  const head = await db.selectFrom('ledger_head').select(['position', 'hash']).executeTakeFirst();
  if (head === undefined || head.position > end || (expectHead?.position ?? 0) > end) {
    return bad(end + 1, null, 'the events end here, before the head of the ledger');
  }
  if (head.position < end) return bad(head.position + 1, null, 'events lie beyond the head of the ledger');
  if (head.hash.toString('hex') !== at().hash)
    return bad(end, last?.stream_id ?? null, 'the head of the ledger has another hash');
  const astray = (await strayStream(db, versions)) ?? (await strayCommand(db));
  if (astray !== undefined) return bad(end, astray.id, astray.reason);
  return { ok: true, events: end, head: at() };
}

/** One stream as it was found: `position`, `version` and `hash` are those of the last event that is good. */
export interface StreamReport {
  readonly ok: boolean;
  readonly events: number;
  readonly position: number;
  readonly version: number;
  readonly hash: string | null;
  readonly firstBad?: { readonly version: number; readonly position: number; readonly fault: StreamFault };
}
export type StreamFault = 'content' | 'link' | 'gap' | 'cut';

/**
 * Every event of one stream computed anew from its columns, and its link to the event before it in the ledger. Faults: `content`
 * and hash do not agree; the `link` is not the hash of the event before; a version is missing (`gap`); the stream is said to
 * reach further than its events (`cut`). The whole ledger, which alone shows that nothing was taken from its end, is checked
 * by `verifyLedger`.
 */
export const verifyStream = async (db: Db, stream: string): Promise<StreamReport> => {
  const { rows } = await sql<EventRow & { before: Buffer | null }>`
    SELECT e.*, b.hash AS before FROM events e LEFT JOIN events b ON b.position = e.position - 1
    WHERE e.stream_id = ${stream} ORDER BY e.version`.execute(db);
  let last: EventRow | undefined;
  const found = (): Omit<StreamReport, 'ok'> => ({
    events: last?.version ?? 0,
    position: last?.position ?? 0,
    version: last?.version ?? 0,
    hash: last?.hash.toString('hex') ?? null,
  });
  const bad = (version: number, position: number, fault: StreamFault): StreamReport => ({
    ok: false,
    ...found(),
    firstBad: { version, position, fault },
  });
  for (const event of rows) {
    const { version, position } = event;
    if (version !== (last?.version ?? 0) + 1) return bad((last?.version ?? 0) + 1, position, 'gap');
    if (!event.hash.equals(hashOf(event)) || !isCanonical(event.data)) return bad(version, position, 'content');
    const before = position === 1 ? GENESIS : event.before;
    if (!before?.equals(event.prev_hash)) return bad(version, position, 'link');
    last = event;
  }
  const known = await db.selectFrom('streams').select('version').where('id', '=', stream).executeTakeFirst();
  const end = last?.version ?? 0;
  return (known?.version ?? 0) > end ? bad(end + 1, last?.position ?? 0, 'cut') : { ok: true, ...found() };
};

const page = async (db: Kysely<Database>, after: number, limit: number): Promise<Checked[]> =>
  (
    await sql<Checked>`SELECT e.*, c.stream_id AS command_stream, c.version AS command_version
      FROM events e LEFT JOIN commands c ON c.id = e.command_id
      WHERE e.position > ${after} ORDER BY e.position LIMIT ${limit}`.execute(db)
  ).rows;

/** Why this event cannot follow `last`; null when it can. */
function wrong(event: Checked, last: Checked | undefined, versions: ReadonlyMap<string, number>): string | null {
  if (event.position > (last?.position ?? 0) + 1) return 'missing';
  if (event.position < 1) return 'positions start at 1';
  if (!event.prev_hash.equals(last?.hash ?? GENESIS)) return 'prev_hash is not the hash of the event before';
  if (!event.hash.equals(hashOf(event))) return 'content and hash do not agree';
  if (event.version !== (versions.get(event.stream_id) ?? 0) + 1)
    return `version ${event.version} does not follow in its stream`;
  if (last !== undefined && event.recorded_at < last.recorded_at) return 'recorded before the event before it';
  const n = last?.command_id === event.command_id ? Number(last.id.slice(event.command_id.length + 1)) + 1 : 1;
  if (event.id !== `${event.command_id}/${n}`) return `id is not ${event.command_id}/${n}`;
  if (event.command_stream !== event.stream_id) return 'its command is missing or belongs to another stream';
  if (event.command_version === null || event.command_version < event.version)
    return 'its command ends at an earlier version';
  return isCanonical(event.data) ? null : 'data is not canonical JSON';
}

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

interface Astray {
  readonly id: string;
  readonly reason: string;
}

async function strayStream(db: Kysely<Database>, versions: ReadonlyMap<string, number>): Promise<Astray | undefined> {
  const streams = await db.selectFrom('streams').select(['id', 'version']).orderBy('id').execute();
  const known = new Set(streams.map((stream) => stream.id));
  const lost = [...versions.keys()].find((id) => !known.has(id));
  if (lost !== undefined) return { id: lost, reason: 'the stream is missing' };
  const off = streams.find((stream) => stream.version !== (versions.get(stream.id) ?? 0));
  return (
    off && {
      id: off.id,
      reason: `the stream says version ${off.version}, its events end at ${versions.get(off.id) ?? 0}`,
    }
  );
}

async function strayCommand(db: Kysely<Database>): Promise<Astray | undefined> {
  const { rows } = await sql<{ id: string; stream_id: string }>`SELECT c.id, c.stream_id FROM commands c
    LEFT JOIN streams s ON s.id = c.stream_id WHERE c.version > coalesce(s.version, 0) ORDER BY c.id LIMIT 1`.execute(
    db,
  );
  const [row] = rows;
  return row && { id: row.stream_id, reason: `command ${row.id} refers to a version that does not exist` };
}
