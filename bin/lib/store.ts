/** The ledger of one PostgreSQL, opened for this process. */
import { type Clock, createClock } from '../../activities/clock.ts';
import { connect, type Db } from '../../db/connect.ts';
import { createEventStore, type EventStore } from '../../db/event-store.ts';
import { getInstallation } from '../../db/installation.ts';

export interface Opened {
  readonly db: Db;
  readonly store: EventStore;
  readonly clock: Clock;
  /** Name of the sample that was loaded, null when none was. */
  readonly sample: string | null;
}

/** Connects with the app's rights and reads the installation's clock. The database must be migrated. */
export async function openStore(url: string, applicationName: string): Promise<Opened> {
  const db = connect({ url, applicationName });
  try {
    const { clockOffsetMs, sample } = await getInstallation(db);
    return { db, store: createEventStore(db), clock: createClock({ offsetMs: clockOffsetMs }), sample };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
