/** `/tai-khoan`: one's own password, devices, second step, duties, and how the page looks on this device. */
import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHead } from '../../parts/page-head.tsx';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import { Duties } from './duties.tsx';
import { Feeds } from './feeds.tsx';
import { Look } from './look.tsx';
import { Notifications } from './notifications.tsx';
import { Password } from './password.tsx';
import { Sessions } from './sessions.tsx';
import { SecondStep } from './totp.tsx';
import { said } from './words.ts';

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { user } = useMe();
  return (
    <>
      <PageHead
        title={w.title}
        aside={
          <Text c="dimmed">
            {user.name} · {w.userName} {user.userName}
            {user.person && ` · ${w.person} ${user.person}`}
          </Text>
        }
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" verticalSpacing="lg">
        <Stack gap="lg">
          <Duties />
          <Sessions />
          <Feeds />
        </Stack>
        <Stack gap="lg">
          <Password />
          <SecondStep />
          <Notifications />
          <Look />
        </Stack>
      </SimpleGrid>
    </>
  );
};
