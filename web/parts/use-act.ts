/** State of one act: its dialog, the command behind it, and what is said when it was done. */
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { type Command, type Kind, type SendOptions, useCommand } from '../client/command.ts';

export interface Act<K extends Kind> {
  readonly opened: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly send: (command: Command<K>, options?: SendOptions) => void;
  readonly error: Error | null;
  readonly sending: boolean;
}

/** `done` is said in a short notice once the command is recorded. */
export const useAct = <K extends Kind>(kind: K, id: string, done: string, after?: () => void): Act<K> => {
  const [opened, setOpened] = useState(false);
  const command = useCommand(kind, id);
  return {
    opened,
    open: () => {
      command.reset();
      setOpened(true);
    },
    close: () => setOpened(false),
    // what was decided may leave the list it stood in: the notice is given all the same; a refusal stands in `error`
    send: (what, options) =>
      void command.mutateAsync({ command: what, ...(options ? { options } : {}) }).then(
        () => {
          setOpened(false);
          notifications.show({ message: done });
          after?.();
        },
        () => {},
      ),
    error: command.error,
    sending: command.isPending,
  };
};
