import { Anchor, List, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../client/http.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { inFours, PaperSlip } from '../../parts/paper-slip.tsx';
import { writeRenewing } from '../../session/account.ts';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

/** Key, backup codes, first code: in force once that code was right. */
export const Enrolment = ({
  enrolment: { url, secret, backupCodes },
  onDone,
  onClose,
}: {
  readonly enrolment: Schemas['TotpEnrolment'];
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { user } = useMe();
  const [code, setCode] = useState('');
  const digits = code.replace(/\s/g, '');
  const confirm = useMutation<void, Error>({
    mutationFn: async () => {
      await writeRenewing('/api/v1/me/totp/confirm', { code: digits });
      await onDone();
    },
  });
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => confirm.mutate()}
      title={w.enable}
      button={w.confirm}
      error={confirm.error}
      sending={confirm.isPending}
      disabled={digits.length !== 6}
      dirty
    >
      <List type="ordered" spacing="md">
        <List.Item>
          {w.step1}
          <Text component="div" mt="xs">
            {w.secret}: <code className="typed-secret">{inFours(secret)}</code>
          </Text>
          <Anchor href={url} size="sm">
            {w.openApp}
          </Anchor>
        </List.Item>
        <List.Item>{w.step2}</List.Item>
      </List>
      <PaperSlip button={w.print}>
        <Text fw={600}>
          {w.backupPaper} – {user.userName}
        </Text>
        <ul className="backup-codes" aria-label={w.backup}>
          {backupCodes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
      </PaperSlip>
      <TextInput
        label={w.code}
        description={w.step3}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        data-autofocus
      />
    </ActDialog>
  );
};
