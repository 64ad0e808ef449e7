/** State of one act: its dialog, the command behind it, and what is said when it was done. */
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { type Command, type Kind, type SendOptions, useCommand } from '../client/command.ts';
import { Refused } from '../client/http.ts';
import { newId } from '../client/id.ts';

export interface Act<K extends Kind> {
  readonly opened: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly send: (command: Command<K>, options?: SendOptions) => void;
  readonly error: Error | null;
  readonly sending: boolean;
}

/** Sent, and not answered: it may have been taken, so the same again goes under the same id. */
interface Unanswered {
  readonly content: string;
  readonly commandId: string;
}

/** `done` is said in a short notice once the command is recorded. */
export const useAct = <K extends Kind>(kind: K, id: string, done: string, after?: () => void): Act<K> => {
  const [opened, setOpened] = useState(false);
  const command = useCommand(kind, id);
  const unanswered = useRef<Unanswered | null>(null);
  const idFor = (content: string): string => {
    if (unanswered.current?.content !== content) unanswered.current = { content, commandId: newId() };
    return unanswered.current.commandId;
  };
  return {
    opened,
    open: () => {
      command.reset();
      setOpened(true);
    },
    close: () => setOpened(false),
    // what was decided may leave the list it stood in: the notice is given all the same; a refusal stands in `error`
    send: (what, options) =>
      void command.mutateAsync({ command: what, options: { commandId: idFor(JSON.stringify(what)), ...options } }).then(
        () => {
          unanswered.current = null;
          setOpened(false);
          notifications.show({ message: done });
          after?.();
        },
        (error: unknown) => {
          if (error instanceof Refused) unanswered.current = null;
        },
      ),
    error: command.error,
    sending: command.isPending,
  };
};
