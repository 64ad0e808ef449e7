/** Acts for which the server wants the password again: it is asked for over the page, and the act is sent once more. */
import { Refused } from './http.ts';

let ask: (() => Promise<boolean>) | null = null;
/** `next` asks the person; false when he would rather not. */
export const onConfirmationNeeded = (next: () => Promise<boolean>): void => {
  ask = next;
};

const isNeeded = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'confirmation-needed';

/** The work's result, after the password was asked for where that was refused for want of it. Throws what the work throws. */
export const withConfirmation = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!isNeeded(error) || !ask || !(await ask())) throw error;
    return work();
  }
};
