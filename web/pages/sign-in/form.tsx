/** User name and password, then the code of the authenticator where the account asks for it. */
import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { Refused, type Schemas } from '../../client/http.ts';
import { Broken } from '../../parts/shown.tsx';
import { write } from '../../session/account.ts';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

const useCountdown = (): readonly [number, (seconds: number) => void] => {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
};

const retryAfter = (error: unknown): number => {
  if (!(error instanceof Refused) || error.problem.status !== 429) return 0;
  const { retryAfter: seconds } = error.problem as { retryAfter?: number }; // an extra of this problem
  return seconds ?? 60;
};

/** Six digits come from the authenticator; anything else is a backup code. */
const codeAddress = (code: string): string =>
  `/api/auth/two-factor/${/^\d{6}$/.test(code.replace(/\s/g, '')) ? 'verify-totp' : 'verify-backup-code'}`;

export const SignInForm = ({
  onDone,
  userName: known,
}: {
  readonly onDone: () => Promise<void>;
  readonly userName?: string;
}): ReactNode => {
  const w = useWords(said);
  const [userName, setUserName] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [caps, setCaps] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [sending, setSending] = useState(false);
  const [left, setLeft] = useCountdown();

  const send = async (): Promise<void> => {
    const response = asksCode
      ? await write(codeAddress(code), { code: code.replace(/\s/g, '') })
      : await write('/api/auth/sign-in/username', { username: userName.trim(), password });
    const { secondFactor } = (await response.json()) as Schemas['SignInDone'];
    if (secondFactor) setAsksCode(true);
    else await onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSending(true);
    setError(null);
    send()
      .catch((problem: Error) => {
        setError(problem);
        setLeft(retryAfter(problem));
      })
      .finally(() => setSending(false));
  };
  const watchCaps = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {asksCode ? (
          <TextInput
            key="code"
            label={w.code}
            description={w.codeWhat}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="one-time-code"
            autoFocus
            required
            withAsterisk={false}
          />
        ) : (
          <>
            <TextInput
              label={w.userName}
              name="username"
              value={userName}
              onChange={(event) => setUserName(event.currentTarget.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              readOnly={known !== undefined}
              autoFocus={known === undefined}
              required
              withAsterisk={false}
            />
            <PasswordInput
              label={w.password}
              name="password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              onKeyUp={watchCaps}
              autoComplete="current-password"
              autoFocus={known !== undefined}
              required
              withAsterisk={false}
            />
          </>
        )}
        {caps && !asksCode && <Text size="sm">{w.caps}</Text>}
        {error && (left > 0 ? <Alert role="alert">{w.wait(left)}</Alert> : <Broken error={error} />)}
        <Button type="submit" loading={sending} disabled={left > 0}>
          {asksCode ? w.confirm : w.enter}
        </Button>
      </Stack>
    </form>
  );
};
