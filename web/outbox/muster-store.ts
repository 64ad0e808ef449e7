/** Where a desk's queue is kept in this browser, by person: IndexedDB, or local storage where that is missing. */
import { keep, kept } from '../words/kept.ts';
import type { Entry, Queue } from './muster-queue.ts';

export interface QueueStore {
  load(): Promise<Queue>;
  /** Changes what is kept, also beside another window that does the same, and gives what is kept then. */
  change(how: (queue: Queue) => Queue): Promise<Queue>;
}

const isEntry = (item: unknown): item is Entry =>
  typeof item === 'object' && item !== null && 'commandId' in item && 'command' in item && 'sendAt' in item;
const queueOf = (value: unknown): Queue => (Array.isArray(value) ? value.filter(isEntry) : []);

export const localStore = (user: string): QueueStore => {
  const name = `muster.${user}`;
  const load = (): Queue => {
    try {
      return queueOf(JSON.parse(kept(name) ?? '[]'));
    } catch {
      return [];
    }
  };
  return {
    load: async () => load(),
    change: async (how) => {
      const queue = how(load());
      keep(name, queue.length === 0 ? null : JSON.stringify(queue));
      return queue;
    },
  };
};

const STORE = 'queues';
const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('san-sang-muster', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return asked(request);
};

const databaseStore = (database: IDBDatabase, user: string): QueueStore => ({
  load: async () => queueOf(await asked(database.transaction(STORE).objectStore(STORE).get(user))),
  change: async (how) => {
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    const queue = how(queueOf(await asked(store.get(user))));
    await asked(store.put(queue, user));
    return queue;
  },
});

/** Never throws: a private window that refuses the database gets local storage. */
export const openQueueStore = async (user: string): Promise<QueueStore> => {
  if (typeof indexedDB === 'undefined') return localStore(user);
  return openDatabase().then(
    (database) => databaseStore(database, user),
    () => localStore(user),
  );
};
