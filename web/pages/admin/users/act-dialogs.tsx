/** Acts on an account that ask for nothing but a yes, each naming its effect. */
import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { useWrite } from '../../../parts/use-write.ts';
import { useWords } from '../../../words/language.tsx';
import type { User } from './duties.ts';
import type { SlipData } from './slip.tsx';
import { said } from './words.ts';

export const ResetDialog = ({
  user,
  onClose,
  onMade,
}: {
  readonly user: User;
  readonly onClose: () => void;
  readonly onMade: (slip: SlipData) => void;
}): ReactNode => {
  const w = useWords(said);
  const [second, setSecond] = useState(false);
  const reset = useWrite<Schemas['OneTimePassword']>(null, ({ password }) =>
    onMade({ name: user.name, userName: user.userName, password }),
  );
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        reset.mutate({ path: `/api/v1/users/${user.id}/reset-password`, body: { withSecondFactor: second } })
      }
      title={w.resetAct}
      button={w.resetAct}
      effect={w.resetEffect(user.name)}
      error={reset.error}
      sending={reset.isPending}
      danger
    >
      {user.twoFactor && (
        <Checkbox
          label={w.resetSecond}
          checked={second}
          onChange={({ currentTarget }) => setSecond(currentTarget.checked)}
        />
      )}
    </ActDialog>
  );
};

const SIMPLE = {
  'end-sessions': { title: 'endAct', effect: 'endEffect', danger: false },
  deactivate: { title: 'closeAct', effect: 'closeEffect', danger: true },
  activate: { title: 'openAct', effect: 'openEffect', danger: false },
} as const;
export type SimpleAct = keyof typeof SIMPLE;

export const SimpleDialog = ({
  user,
  act,
  onClose,
}: {
  readonly user: User;
  readonly act: SimpleAct;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { title, effect, danger } = SIMPLE[act];
  const send = useWrite<{ readonly ended?: number }>(null, ({ ended }) => {
    notifications.show({ message: ended === undefined ? w.done : w.endedN(ended) });
    onClose();
  });
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => send.mutate({ path: `/api/v1/users/${user.id}/${act}` })}
      title={w[title]}
      button={w[title]}
      effect={w[effect](user.name)}
      error={send.error}
      sending={send.isPending}
      danger={danger}
    />
  );
};
