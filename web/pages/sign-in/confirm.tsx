import { PasswordInput, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

/** Over the dialog of the act: what was typed there stays. */
export const Confirm = ({ onEnd }: { readonly onEnd: (confirmed: boolean) => void }): ReactNode => {
  const w = useWords(said);
  const [password, setPassword] = useState('');
  const confirm = useWrite(null, () => onEnd(true));
  return (
    <ActDialog
      opened
      onClose={() => onEnd(false)}
      onSend={() => confirm.mutate({ path: '/api/v1/me/confirm', body: { password } })}
      title={w.passAgain}
      button={w.passAgainGo}
      effect={<Text size="sm">{w.passAgainWhat}</Text>}
      error={confirm.error}
      sending={confirm.isPending}
      disabled={password === ''}
      size="sm"
    >
      <PasswordInput
        id="field-confirm-password"
        label={w.password}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        autoComplete="current-password"
        maxLength={512}
        data-autofocus
        required
      />
    </ActDialog>
  );
};
