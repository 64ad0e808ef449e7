/** Imports as an office meets them: over HTTP, on the shipped season, with real PostgreSQL and sealed names. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { ApiDeps } from '../../api/app.ts';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { diskStorage } from '../../files/index.ts';
import { CSV_MARK, csvLine, type OutCell } from '../../sheets/index.ts';
import { type Api, loadSeason, startApi } from '../api/support.ts';
import type { Answer, Body } from '../support/answer.ts';

export const AGENCY = 'tl-01@tam-ky.SA';
/** The highest standing agency of the season. */
export const KEEPER = 'tl-01@quang-nam.SA';

export const csv = (...rows: readonly (readonly OutCell[])[]): Buffer =>
  Buffer.from(CSV_MARK + rows.map(csvLine).join(''));

export interface ImportOffice {
  readonly api: Api;
  send(who: string, door: string, kind: string, file: Buffer, more?: Sending): Promise<Answer>;
  /** Sends, and waits until it is checked or stopped. */
  check(who: string, door: string, kind: string, file: Buffer, more?: Sending): Promise<Body>;
  start(who: string, id: string, mode: 'all' | 'good'): Promise<Answer>;
  /** Starts, and waits until it has ended. */
  carryOut(who: string, id: string, mode: 'all' | 'good'): Promise<Body>;
  rows(who: string, id: string, phase?: 'check' | 'run'): Promise<Body[]>;
  settled(who: string, id: string): Promise<Body>;
}

export interface Sending {
  readonly name?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** The parts as a browser sends them. */
export const formOf = async (form: FormData) => {
  const response = new Response(form);
  return {
    payload: Buffer.from(await response.arrayBuffer()),
    type: response.headers.get('content-type') ?? '',
  };
};

export const talkTo = (api: Api): Omit<ImportOffice, 'api'> => {
  const send: ImportOffice['send'] = async (who, door, kind, file, { name = 'bang.csv', settings } = {}) => {
    const form = new FormData();
    form.append('kind', kind);
    if (settings) form.append('settings', JSON.stringify(settings));
    form.append('file', new Blob([new Uint8Array(file)]), name);
    const { payload, type } = await formOf(form);
    return api.post(`/api/v1/imports/${door}`, payload, { 'x-actor': who, 'content-type': type });
  };
  const read = async (who: string, id: string): Promise<Body> =>
    (await api.get(`/api/v1/imports/${id}`, { 'x-actor': who })).body;
  const settled = async (who: string, id: string): Promise<Body> => {
    for (;;) {
      const job = await read(who, id);
      if (job.state !== 'checking' && job.state !== 'running') return job;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const start: ImportOffice['start'] = (who, id, mode) =>
    api.post(`/api/v1/imports/${id}/start`, { mode }, { 'x-actor': who });
  return {
    send,
    start,
    settled,
    check: async (...given) => {
      const { status, body } = await send(...given);
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return settled(given[0], body.id);
    },
    carryOut: async (who, id, mode) => {
      const { status, body } = await start(who, id, mode);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return settled(who, id);
    },
    rows: async (who, id, phase = 'check') =>
      (await api.get(`/api/v1/imports/${id}/rows?phase=${phase}&limit=500`, { 'x-actor': who })).body.rows,
  };
};

export const useImportOffice = (change: Partial<ApiDeps> = {}): ImportOffice => {
  let api: Api | undefined;
  let folder = '';
  const there = (): Api => {
    if (!api) throw new Error('used before beforeAll');
    return api;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'san-sang-imports-'));
    const files = {
      storage: diskStorage(join(folder, 'kept')),
      scan: null,
      spool: join(folder, 'spool'),
      mostBytes: 1_048_576,
    };
    api = await startApi({ files, sealed: parseSealKey(newSealKey()), ...change });
    await loadSeason(api);
  }, 120_000);
  afterAll(async () => {
    await api?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get api() {
      return there();
    },
    send: (...given) => talkTo(there()).send(...given),
    check: (...given) => talkTo(there()).check(...given),
    start: (...given) => talkTo(there()).start(...given),
    carryOut: (...given) => talkTo(there()).carryOut(...given),
    rows: (...given) => talkTo(there()).rows(...given),
    settled: (...given) => talkTo(there()).settled(...given),
  };
};
