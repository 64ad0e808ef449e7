/** Where a queue is kept in this browser, by person: IndexedDB, or local storage where that is missing. */
import { keep, kept } from '../words/kept.ts';
import type { Item, Items } from './queue.ts';

export interface QueueStore<E extends Item> {
  load(): Promise<Items<E>>;
  /** Changes what is kept, also beside another window that does the same, and gives what is kept then. */
  change(how: (queue: Items<E>) => Items<E>): Promise<Items<E>>;
}

/** What was kept under a name was put there as entries of that name; a note of an older form is left out. */
const queueOf = <E extends Item>(value: unknown): Items<E> =>
  Array.isArray(value)
    ? value.filter(
        (item): item is E =>
          typeof item === 'object' && item !== null && 'commandId' in item && 'command' in item && 'sendAt' in item,
      )
    : [];

export const localStore = <E extends Item>(name: string, user: string): QueueStore<E> => {
  const key = `${name}.${user}`;
  const load = (): Items<E> => {
    try {
      return queueOf(JSON.parse(kept(key) ?? '[]'));
    } catch {
      return [];
    }
  };
  return {
    load: async () => load(),
    change: async (how) => {
      const queue = how(load());
      keep(key, queue.length === 0 ? null : JSON.stringify(queue));
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

const openDatabase = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(`san-sang-${name}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return asked(request);
};

const databaseStore = <E extends Item>(database: IDBDatabase, user: string): QueueStore<E> => ({
  load: async () => queueOf(await asked(database.transaction(STORE).objectStore(STORE).get(user))),
  change: async (how) => {
    const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
    const queue = how(queueOf(await asked(store.get(user))));
    await asked(store.put(queue, user));
    return queue;
  },
});

/** Never throws: a private window that refuses the database gets local storage. */
export const openQueueStore = async <E extends Item>(name: string, user: string): Promise<QueueStore<E>> => {
  if (typeof indexedDB === 'undefined') return localStore(name, user);
  return openDatabase(name).then(
    (database) => databaseStore(database, user),
    () => localStore(name, user),
  );
};
