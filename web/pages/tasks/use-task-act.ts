/**
 * One act on a task. Others write to the same exercise all the time: where the file has moved on but nothing happened to this
 * task, the act is sent again by itself; where something did, the person sees what, and decides.
 */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Command, useCommand } from '../../client/command.ts';
import { Refused, readFrom, Unreachable } from '../../client/http.ts';
import type { Whole } from './acts.ts';

export interface Conflict {
  /** What happened to the task since it was shown. */
  readonly changes: Whole['history'];
  readonly resend: () => void;
}
export interface TaskAct {
  readonly send: (command: Command<'exercises'>, after: After) => void;
  readonly sending: boolean;
  readonly error: Error | null;
  readonly conflict: Conflict | null;
  readonly reset: () => void;
}
interface After {
  /** Said once it is recorded. */
  readonly done: string;
  readonly onDone?: () => void;
  /** The line is down: true when the caller keeps what was to be sent. */
  readonly keepForLater?: () => boolean;
}

const STALE = 412;
const TRIES = 4;
/** Nobody's act: these change nothing that an act depends on. */
const isTold = (type: string): boolean => /Reminded$|Escalated$|Acknowledged$|Commented$|Urged$/.test(type);

export const useTaskAct = (whole: Whole): TaskAct => {
  const { id } = whole;
  const { code } = whole.task;
  const client = useQueryClient();
  const command = useCommand('exercises', id);
  const [error, setError] = useState<Error | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [sending, setSending] = useState(false);
  const reset = (): void => {
    setError(null);
    setConflict(null);
  };
  const changesSince = async (version: number) => {
    const fresh = await readFrom('/api/v1/exercises/{id}/tasks/{code}', { path: { id, code } });
    const changes = fresh.history.filter((each) => each.version > version && !isTold(each.type));
    return { version: fresh.version, changes };
  };
  /** True once it is recorded; false where the person has to look first. */
  const attempt = async (what: Command<'exercises'>, after: After, version: number): Promise<boolean> => {
    for (let [tries, at] = [1, version]; ; tries += 1) {
      try {
        await command.mutateAsync({ command: what, options: { expectedVersion: at, about: code } });
        return true;
      } catch (failure) {
        if (!(failure instanceof Refused) || failure.problem.status !== STALE || tries === TRIES) throw failure;
        const since = await changesSince(at);
        at = since.version;
        if (since.changes.length === 0) continue;
        setConflict({ changes: since.changes, resend: () => void run(what, after, since.version) });
        await client.invalidateQueries({ queryKey: ['read'] });
        return false;
      }
    }
  };
  const run = async (what: Command<'exercises'>, after: After, version: number): Promise<void> => {
    reset();
    setSending(true);
    try {
      if (await attempt(what, after, version)) {
        notifications.show({ message: after.done });
        after.onDone?.();
      }
    } catch (failure) {
      const isKept = failure instanceof Unreachable && after.keepForLater?.() === true;
      if (!isKept) setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setSending(false);
    }
  };
  return {
    send: (what, after) => void run(what, after, whole.version),
    sending,
    error,
    conflict,
    reset,
  };
};
