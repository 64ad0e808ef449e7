import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Broken } from '../../parts/shown.tsx';
import { changePassword } from '../../session/account.ts';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

const SHORTEST = 10;

/** Current, new, new again; the server refuses what is common or like the user name. */
export const PasswordForm = ({ onDone }: { readonly onDone: () => Promise<void> }): ReactNode => {
  const w = useWords(said);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const [sending, setSending] = useState(false);
  const [tried, setTried] = useState(false);
  const short = next.normalize('NFKC').length < SHORTEST;
  const differs = next !== repeat;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (short || differs) return;
    setSending(true);
    setError(null);
    changePassword(current, next)
      .then(onDone)
      .catch(setError)
      .finally(() => setSending(false));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <PasswordInput
          label={w.current}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
        />
        <PasswordInput
          label={w.next}
          description={w.short}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={tried && short ? w.short : null}
          autoComplete="new-password"
        />
        <PasswordInput
          label={w.repeat}
          value={repeat}
          onChange={(event) => setRepeat(event.currentTarget.value)}
          error={tried && differs ? w.differs : null}
          autoComplete="new-password"
        />
        {error && <Broken error={error} />}
        <Button type="submit" loading={sending}>
          {w.set}
        </Button>
      </Stack>
    </form>
  );
};

/** The first sign-in: nothing else is open before. */
export const Page = ({ onDone }: { readonly onDone: () => Promise<void> }): ReactNode => {
  const w = useWords(said);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={460}>
        <Stack gap="md">
          <Title order={1} size="h2">
            {w.newTitle}
          </Title>
          <Text c="dimmed">{w.newWhat}</Text>
          <PasswordForm onDone={onDone} />
        </Stack>
      </Paper>
    </Center>
  );
};
