/** One command per task, one after the other: progress is told, and each refusal is kept with its task. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Command, sendCommand } from '../../../client/command.ts';

export interface BulkItem {
  readonly about: string;
  readonly command: Command<'exercises'>;
}
export interface BulkState {
  readonly total: number;
  readonly done: number;
  readonly refused: readonly { readonly about: string; readonly error: Error }[];
  readonly stage: 'ready' | 'running' | 'ended';
}
const READY: BulkState = { total: 0, done: 0, refused: [], stage: 'ready' };

export const useBulk = (exercise: string) => {
  const client = useQueryClient();
  const [state, setState] = useState<BulkState>(READY);
  /** Resolves to how it ended. */
  const run = async (items: readonly BulkItem[]): Promise<BulkState> => {
    let now: BulkState = { total: items.length, done: 0, refused: [], stage: 'running' };
    const put = (change: Partial<BulkState>): void => {
      now = { ...now, ...change };
      setState(now);
    };
    put({});
    for (const { about, command } of items) {
      try {
        await sendCommand('exercises', exercise, command);
      } catch (error) {
        put({ refused: [...now.refused, { about, error: error instanceof Error ? error : new Error(String(error)) }] });
      }
      put({ done: now.done + 1 });
    }
    await client.invalidateQueries({ queryKey: ['read'] });
    put({ stage: 'ended' });
    return now;
  };
  return { state, run };
};
