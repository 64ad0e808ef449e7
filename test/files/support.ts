/** The API with a file storage of its own, over the shipped season, met over HTTP as a browser does. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { diskStorage, type Scan } from '../../files/index.ts';
import { type Api, loadSeason, startApi } from '../api/support.ts';
import type { Answer, Body } from '../support/answer.ts';

export type Sent = Pick<Answer, 'status' | 'body'>;

export const EXERCISE = 'exercises/tam-ky-2022';
/** Owns C26, which is being worked on. */
export const SUPPLY = 'hc-01@tam-ky.SUP';
export const AGENCY = 'tl-01@tam-ky.SA';

export interface FileOffice {
  readonly api: Api;
  /** Folder of the storage. */
  readonly folder: string;
  /** The scanner of the installation, as tests set it. */
  scan: Scan | null;
  url(path: string): string;
  send(who: string, task: string, name: string, bytes: Buffer, form?: (form: FormData) => void): Promise<Sent>;
  fetch(who: string, path: string): Promise<Response>;
  /** The JSON that is answered, a refusal too. */
  read(who: string, path: string): Promise<Body>;
  submit(who: string, task: string, files: readonly object[], type?: string): Promise<Sent>;
  /** What sending the same would do. */
  preview(who: string, task: string, files: readonly object[], type?: string): Promise<Sent>;
}

export const MEGABYTE = 1_048_576;

export const useFileOffice = (): FileOffice => {
  let api: Api | undefined;
  let folder = '';
  let base = '';
  let scan: Scan | null = null;
  const there = (): Api => {
    if (!api) throw new Error('used before beforeAll');
    return api;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'san-sang-files-'));
    const files = {
      storage: diskStorage(join(folder, 'kept')),
      get scan() {
        return scan;
      },
      spool: join(folder, 'spool'),
      mostBytes: MEGABYTE,
    };
    api = await startApi({ files });
    await loadSeason(api);
    base = await api.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await api?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const headers = (who: string) => ({ 'x-actor': who, 'x-csrf-token': 'test' });
  const hand = async (
    path: string,
    who: string,
    task: string,
    files: readonly object[],
    type = 'SubmitTask',
  ): Promise<Sent> => {
    const evidence = { number: '45/KH-HC', date: '2022-05-30', holder: 'Phòng Hậu cần', files };
    const reason = type === 'ReviseEvidence' ? { reason: 'Thay bản quét rõ hơn' } : {};
    const command = { commandId: randomUUID(), type, task, evidence, ...reason };
    const { status, body } = await there().post(`/api/v1/${EXERCISE}/${path}`, command, { 'x-actor': who });
    return { status, body };
  };
  return {
    get api() {
      return there();
    },
    get folder() {
      return folder;
    },
    get scan() {
      return scan;
    },
    set scan(value) {
      scan = value;
    },
    url: (path) => `${base}/api/v1/${path}`,
    send: async (who, task, name, bytes, change) => {
      const form = new FormData();
      form.append('task', task);
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      change?.(form);
      const response = await fetch(`${base}/api/v1/${EXERCISE}/files`, {
        method: 'POST',
        headers: headers(who),
        body: form,
      });
      return { status: response.status, body: await response.json() };
    },
    fetch: (who, path) => fetch(`${base}/api/v1/${path}`, { headers: headers(who) }),
    read: async (who, path) => (await fetch(`${base}/api/v1/${path}`, { headers: headers(who) })).json(),
    submit: (...given) => hand('commands', ...given),
    preview: (...given) => hand('preview', ...given),
  };
};
