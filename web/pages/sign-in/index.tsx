import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/language.tsx';
import { SignInForm } from './form.tsx';
import { Offer } from './offer.tsx';
import { said } from './words.ts';

/** Stands in place of any page while nobody is signed in; the address asked for stays. */
export const Page = ({ onDone }: { readonly onDone: () => Promise<void> }): ReactNode => {
  const w = useWords(said);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={420}>
        <Stack gap="md">
          <img src="/icon.svg" alt="" width={48} height={48} />
          <div>
            <Title order={1} size="h2">
              Sẵn Sàng – {w.title}
            </Title>
            <Text c="dimmed">{w.product}</Text>
          </div>
          <SignInForm onDone={onDone} />
          <Offer />
          <Text size="sm" c="dimmed">
            {w.forgot}
          </Text>
          <Text size="sm" fw={600}>
            {w.noSecrets}
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
};
