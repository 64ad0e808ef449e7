/** The API listening on a port of its own, with a quick pulse, over a real database. */
import { afterAll, beforeAll } from '@jest/globals';
import type { ApiDeps } from '../../api/deps.ts';
import type { MayRead } from '../../api/live/sessions.ts';
import { type Api, startApi } from '../api/support.ts';
import { anAppend, stream } from '../db/fixtures.ts';
import { type Reader, readLive } from '../support/sse.ts';

/** The ledger of these tests holds events of files that nobody founded. */
const everything: MayRead = async (streams) => () => new Set(streams);

export const POLICE = 'nv-01@tam-ky.POL';

export interface Wire {
  readonly api: Api;
  readonly url: string;
  /** Opens a stream as somebody; closed by itself when the tests are done. */
  listen(who?: string, options?: { readonly after?: number; readonly lastEventId?: number | string }): Promise<Reader>;
  /** Records events of one command in a stream and gives the position of the last. */
  record(name: string, count?: number): Promise<number>;
  head(): Promise<number>;
}

export const useWire = (change: Partial<ApiDeps> = {}): Wire => {
  let api: Api | undefined;
  let url = '';
  const readers: Reader[] = [];
  const versions = new Map<string, number>();
  const there = (): Api => {
    if (!api) throw new Error('used before beforeAll');
    return api;
  };
  beforeAll(async () => {
    api = await startApi({
      ...change,
      live: { pollMs: 20, checkMs: 150, beatMs: 500, mayRead: everything, ...change.live },
    });
    url = await api.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    for (const reader of readers) reader.close();
    await api?.close();
  });
  const head = async (): Promise<number> => (await there().store.head()).position;
  return {
    get api() {
      return there();
    },
    get url() {
      return url;
    },
    head,
    listen: async (who = POLICE, { after, lastEventId } = {}) => {
      const reader = await readLive(`${url}/api/v1/live${after === undefined ? '' : `?after=${after}`}`, {
        ...(who === '' ? {} : { 'x-actor': who }),
        ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
      });
      readers.push(reader);
      return reader;
    },
    record: async (name, count = 1) => {
      const expectedVersion = versions.get(name) ?? 0;
      versions.set(name, expectedVersion + count);
      const notes = Array.from({ length: count }, (_, n) => `Nội dung ${n} của Nguyễn Văn Mẫu`);
      const done = await there().store.append(anAppend({ stream: stream(name), expectedVersion, notes }));
      if (done.kind !== 'appended') throw new Error(done.kind);
      return head();
    },
  };
};
