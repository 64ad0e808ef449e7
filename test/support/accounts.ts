/** Accounts over a database of the test's own, as a composition root opens them. */
import { type Accounts, type AccountsDeps, createAccounts } from '../../accounts/index.ts';
import { organisationNow } from '../../api/queries/names.ts';
import { connect, type Db } from '../../db/connect.ts';
import { createEventStore, type EventStore } from '../../db/event-store.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { cloneDatabase } from './postgres.ts';

export const SECRET = 'a secret of the tests, long enough to be one';

export interface OpenedAccounts {
  readonly db: Db;
  readonly store: EventStore;
  readonly accounts: Accounts;
  /** Of the database, as superuser. */
  readonly url: string;
  close(): Promise<void>;
}

type Given = Pick<AccountsDeps, 'clock'> &
  Partial<Pick<AccountsDeps, 'baseUrl' | 'sample' | 'oidc'>> & {
    /** Takes the place of what the stream holds, where it gives one. */
    readonly organisation?: () => OrganisationState | null;
  };

export const openAccounts = async ({ organisation = () => null, ...given }: Given): Promise<OpenedAccounts> => {
  const database = await cloneDatabase();
  const db = connect({ url: database.url, connectTimeout: 2_000 });
  const libraryDb = connect({ url: database.url, dates: 'native', max: 4 });
  const store = createEventStore(db);
  const accounts = createAccounts({
    ...{ db, libraryDb, secret: SECRET, baseUrl: 'http://localhost', sample: () => null },
    organisation: async () => organisation() ?? organisationNow({ db, store }),
    ...given,
  });
  return {
    ...{ db, store, accounts, url: database.url },
    close: async () => {
      await libraryDb.destroy();
      await db.destroy();
      await database.drop();
    },
  };
};
