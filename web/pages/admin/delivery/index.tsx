/** Messages out of the house: ways, what could not be sent, addresses of bodies, texts. */
import { Alert, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useWords } from '../../../words/language.tsx';
import { Addresses } from './addresses.tsx';
import { Channels } from './channels.tsx';
import { Dead } from './dead.tsx';
import { Wordings } from './wordings.tsx';
import { said } from './words.ts';

export const Tab = (): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/delivery');
  return (
    <>
      <PageHead title={w.title} />
      <Stack gap="lg">
        <Shown read={read}>
          {(standing) => (
            <>
              {standing.inboxOnly && (
                <Alert color="gray" variant="light" styles={{ message: { color: 'var(--mantine-color-text)' } }}>
                  {w.inboxOnly}
                </Alert>
              )}
              <Channels standing={standing} />
              <Dead standing={standing} />
            </>
          )}
        </Shown>
        <Addresses />
        <Wordings />
      </Stack>
    </>
  );
};
