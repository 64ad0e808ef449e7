/** Opens a file and plans it: two commands, each under an id of its content, so that pressing again does nothing twice. */
import { sendCommand } from '../../client/command.ts';
import { Refused } from '../../client/http.ts';
import { commandIdFor, type PlanAsked } from './draft.ts';

/** The file was opened before, by this draft or by another of the same name; what the plan meets then says which. */
const isThere = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'exercise-exists';

/**
 * `keepIds` is told the ids before anything is sent. Throws `Refused` or `Unreachable`; what was taken stays taken, and the
 * next call goes on from there.
 */
export const createExercise = async (
  { id, draft, plan }: PlanAsked,
  known: Readonly<Record<string, string>>,
  keepIds: (commands: Readonly<Record<string, string>>) => void,
): Promise<void> => {
  const drafting = { type: 'DraftExercise', ...draft } as const;
  const planning = { type: 'PlanExercise', ...plan } as const;
  const first = commandIdFor(known, { id, ...drafting });
  const second = commandIdFor(first.commands, { id, ...planning });
  keepIds(second.commands);
  try {
    await sendCommand('exercises', id, drafting, { commandId: first.id });
  } catch (error) {
    if (!isThere(error)) throw error;
  }
  await sendCommand('exercises', id, planning, { commandId: second.id });
};
