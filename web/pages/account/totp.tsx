/** The second step at sign-in: turned on by a key typed into an authenticator, turned off with the password. */
import { Button, PasswordInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../client/http.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { Sign } from '../../parts/marks.tsx';
import { Section } from '../../parts/section.tsx';
import { write, writeRenewing } from '../../session/account.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import { Enrolment } from './enrolment.tsx';
import { said } from './words.ts';

/** The password, asked again before either act. */
const PasswordAgain = ({
  title,
  button,
  effect,
  act,
  onClose,
  danger = false,
}: {
  readonly title: string;
  readonly button: string;
  readonly effect: string;
  readonly act: (password: string) => Promise<void>;
  readonly onClose: () => void;
  readonly danger?: boolean;
}): ReactNode => {
  const w = useWords(said);
  const [password, setPassword] = useState('');
  const send = useMutation<void, Error, string>({ mutationFn: act });
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => send.mutate(password)}
      title={title}
      button={button}
      effect={effect}
      error={send.error}
      sending={send.isPending}
      disabled={password === ''}
      danger={danger}
    >
      <PasswordInput
        label={w.passwordAgain}
        description={w.passwordAgainWhat}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        autoComplete="current-password"
        data-autofocus
      />
    </ActDialog>
  );
};

export const SecondStep = (): ReactNode => {
  const w = useWords(said);
  const { me, refresh } = useSession();
  const { twoFactor } = me.user;
  const [asks, setAsks] = useState(false);
  const [enrolment, setEnrolment] = useState<Schemas['TotpEnrolment'] | null>(null);
  const close = (): void => setAsks(false);
  const enrol = async (password: string): Promise<void> => {
    const answer = await write('/api/v1/me/totp/enrol', { password });
    setEnrolment((await answer.json()) as Schemas['TotpEnrolment']);
    close();
  };
  const disable = async (password: string): Promise<void> => {
    await writeRenewing('/api/v1/me/totp/disable', { password });
    notifications.show({ message: w.disabled });
    close();
    await refresh();
  };
  const enabled = async (): Promise<void> => {
    notifications.show({ message: w.enabled });
    setEnrolment(null);
    await refresh();
  };
  return (
    <Section
      title={w.totp}
      what={w.totpWhat}
      aside={
        <Sign icon={twoFactor ? IconCheck : IconMinus} hue={twoFactor ? 'green' : 'grey'}>
          {twoFactor ? w.totpOn : w.totpOff}
        </Sign>
      }
    >
      <Text component="div">
        <Button variant="default" onClick={() => setAsks(true)}>
          {twoFactor ? w.disable : w.enable}
        </Button>
      </Text>
      {asks && !twoFactor && (
        <PasswordAgain title={w.enable} button={w.next} effect={w.totpWhat} act={enrol} onClose={close} />
      )}
      {asks && twoFactor && (
        <PasswordAgain
          title={w.disable}
          button={w.disable}
          effect={w.disableWhat}
          act={disable}
          onClose={close}
          danger
        />
      )}
      {enrolment && <Enrolment enrolment={enrolment} onDone={enabled} onClose={() => setEnrolment(null)} />}
    </Section>
  );
};
