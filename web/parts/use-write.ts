/** One write that is no command of a file: an account, a session. What was read is read again once it is done. */
import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { withConfirmation } from '../client/confirming.ts';
import { write } from '../session/account.ts';

interface Asked {
  readonly path: string;
  readonly body?: object;
}

/** `done` is said in a short notice; `after` gets the answer, whose form the caller knows from the contract. */
export const useWrite = <T = unknown>(
  done: string | null,
  after?: (answer: T) => void,
): UseMutationResult<T, Error, Asked> => {
  const client = useQueryClient();
  return useMutation<T, Error, Asked>({
    mutationFn: async ({ path, body = {} }) => (await (await withConfirmation(() => write(path, body))).json()) as T,
    onSuccess: (answer) => {
      if (done !== null) notifications.show({ message: done });
      after?.(answer);
      void client.invalidateQueries({ queryKey: ['read'] });
    },
  });
};
