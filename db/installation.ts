/** Settings of this installation that are not part of the ledger. */
import type { Db } from './connect.ts';

export interface Installation {
  readonly id: string;
  /** Added to the machine's clock for business time; 0 except in demonstrations. */
  readonly clockOffsetMs: number;
  /** Name of the sample that was loaded, null when none was. */
  readonly sample: string | null;
  readonly createdAt: string;
}

export async function getInstallation(db: Db): Promise<Installation> {
  const row = await db.selectFrom('installation').selectAll().executeTakeFirstOrThrow();
  return { id: row.id, clockOffsetMs: row.clock_offset_ms, sample: row.sample, createdAt: row.created_at };
}

export async function setClockOffset(db: Db, clockOffsetMs: number): Promise<void> {
  if (!Number.isSafeInteger(clockOffsetMs)) throw new RangeError('the clock offset is a whole number of milliseconds');
  await db.updateTable('installation').set({ clock_offset_ms: clockOffsetMs }).execute();
}

export async function setSample(db: Db, sample: string | null): Promise<void> {
  await db.updateTable('installation').set({ sample }).execute();
}
