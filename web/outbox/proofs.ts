/**
 * What was sent of a task while the line was down: kept in this browser for this person, sent under the same command id once
 * the line is back, so it happens once. What the server refuses stays until somebody has read why.
 */
import type { Command } from '../client/command.ts';
import { newId } from '../client/id.ts';
import { createBox, sendOnce } from './box.ts';
import { type Item, type Items, put, type Sent } from './queue.ts';

export interface Unsent extends Item {
  readonly exercise: string;
  /** Code of the task. */
  readonly task: string;
  readonly command: Command<'exercises'>;
}

export const proofs = createBox<Unsent>('outbox');

/** What waits and what was refused; not what the server has. */
export const useUnsent = (user: string): Items<Unsent> => proofs.use(user).filter(({ sentAs }) => sentAs === null);

/** At most one for a task: what is put last counts. Pressed at `at`, real time in milliseconds. */
export const putUnsent = (
  user: string,
  what: Pick<Unsent, 'exercise' | 'task' | 'command'> & { readonly at: number },
): void =>
  void proofs.change(user, (queue) =>
    put(
      queue.filter((each) => each.exercise !== what.exercise || each.task !== what.task),
      { ...what, commandId: newId(), sendAt: what.at, tries: 0, problem: null, sentAs: null },
    ),
  );

export const sendProof = ({ exercise, command, commandId }: Unsent): Promise<Sent> =>
  sendOnce('exercises', exercise, command, commandId);
