import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/language.tsx';
import { PasswordForm } from '../sign-in/new-password.tsx';
import { said } from './words.ts';

export const Password = (): ReactNode => {
  const w = useWords(said);
  const client = useQueryClient();
  const [times, setTimes] = useState(0);
  const done = async (): Promise<void> => {
    notifications.show({ message: w.passwordDone });
    setTimes(times + 1);
    await client.invalidateQueries({ queryKey: ['read'] });
  };
  return (
    <Section title={w.password} what={w.passwordWhat}>
      <PasswordForm key={times} onDone={done} />
    </Section>
  );
};
