import { Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/language.tsx';
import { SignInForm } from './form.tsx';
import { said } from './words.ts';

/** Over the page in mid-work: what was typed stays. */
export const Again = ({
  onDone,
  userName,
}: {
  readonly onDone: () => Promise<void>;
  readonly userName: string;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title={w.again}>
      <Stack gap="md">
        <Text>{w.againWhat}</Text>
        <SignInForm onDone={onDone} userName={userName} />
      </Stack>
    </Modal>
  );
};
