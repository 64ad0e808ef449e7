/**
 * Sending a command: shown at once as being written, confirmed by version. Lost lines and 503 are repeated under the same
 * id, so it happens once; a slow one (202) is asked after until it ended.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { withConfirmation } from './confirming.ts';
import { checked, type ProblemShown, Refused, reach, type Schemas, Unreachable, writeHeaders } from './http.ts';
import { newId } from './id.ts';
import type { Failure } from './read.ts';
import type { paths } from './schema.d.ts';

export type Kind =
  | 'exercises'
  | 'drills'
  | 'reviews'
  | 'programmes'
  | 'organisation'
  | 'calendars'
  | 'templates'
  | 'registers'
  | 'rollouts';
type Body<K extends Kind> = paths[`/api/v1/${K}/{id}/commands`]['post']['requestBody']['content']['application/json'];
type Plain<B> = B extends { readonly type: string } ? Omit<B, 'commandId' | 'expectedVersion'> : never;
/** A command of a kind of file, without its identity. */
export type Command<K extends Kind> = Plain<Body<K>>;

export interface SendOptions {
  /** Refused with 412 unless the file stands there. */
  readonly expectedVersion?: number;
  /** Chosen before, when a queue sends it again. */
  readonly commandId?: string;
  /** What it is about (a task's code): its row says "Đang ghi…" meanwhile. */
  readonly about?: string;
}
export type Done = Schemas['CommandDone'];

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const TRIES = [0, 1_000, 2_000, 4_000] as const;
const ASK_AGAIN_MS = 1_000;
const ASK_AT_MOST = 600;

/** Follows a command that the engine holds. Throws `Refused` when it ended so. */
const follow = async (address: string): Promise<Done> => {
  for (let asked = 0; asked < ASK_AT_MOST; asked += 1) {
    await wait(ASK_AGAIN_MS);
    const response = await checked(await reach(address, { headers: { accept: 'application/json' } }));
    const status = (await response.json()) as // checked against the contract by the server
      | { state: 'pending' }
      | { state: 'done'; commandId: string; version: number }
      | { state: 'refused'; problem: ProblemShown };
    if (status.state === 'done') return status;
    if (status.state === 'refused') throw new Refused(status.problem);
  }
  throw new Unreachable('still pending');
};

const mayRepeat = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refused && error.problem.status === 503);

/** Throws `Refused` or, after three repeats, `Unreachable`. */
export const sendCommand = async <K extends Kind>(
  kind: K,
  id: string,
  command: Command<K>,
  { expectedVersion, commandId = newId() }: SendOptions = {},
): Promise<Done> => {
  const body = JSON.stringify({
    commandId,
    ...command,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  });
  let last: unknown;
  for (const pause of TRIES) {
    await wait(pause);
    try {
      const response = await checked(
        await reach(`/api/v1/${kind}/${encodeURIComponent(id)}/commands`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...writeHeaders() },
          body,
        }),
      );
      const location = response.headers.get('location');
      return response.status === 202 && location ? await follow(location) : ((await response.json()) as Done);
    } catch (error) {
      if (!mayRepeat(error)) throw error;
      last = error;
    }
  }
  throw last;
};

/** What is being written now: `<id>` and `<id>/<about>`. */
const writing = new Map<string, number>();
const watchers = new Set<() => void>();
const count = (key: string, change: number): void => {
  writing.set(key, (writing.get(key) ?? 0) + change);
  for (const tell of watchers) tell();
};
/** Whether a command about it is under way. */
export const useWriting = (id: string, about?: string): boolean => {
  const key = about === undefined ? id : `${id}/${about}`;
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => (writing.get(key) ?? 0) > 0,
  );
};

const keysOf = (id: string, about: string | undefined): string[] => [id, ...(about ? [`${id}/${about}`] : [])];

/** Sends commands to one file; what was read of it is read again once the answer is there. */
export const useCommand = <K extends Kind>(kind: K, id: string) => {
  const client = useQueryClient();
  return useMutation<Done, Failure, { readonly command: Command<K>; readonly options?: SendOptions }>({
    mutationFn: async ({ command, options = {} }) => {
      const keys = keysOf(id, options.about);
      for (const key of keys) count(key, 1);
      try {
        const done = await withConfirmation(() => sendCommand(kind, id, command, options));
        await client.invalidateQueries({ queryKey: ['read'] });
        return done;
      } finally {
        for (const key of keys) count(key, -1);
      }
    },
  });
};

/** What a command would do, without doing it. */
export const previewCommand = async <K extends Kind>(
  kind: K,
  id: string,
  command: Command<K>,
): Promise<Schemas['Preview']> => {
  const response = await checked(
    await reach(`/api/v1/${kind}/${encodeURIComponent(id)}/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...writeHeaders() },
      body: JSON.stringify(command),
    }),
  );
  return (await response.json()) as Schemas['Preview'];
};
