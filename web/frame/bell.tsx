/** The bell: how many lines of the inbox wait unseen. Kept fresh by the live stream. */
import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '../client/read.ts';
import { useWords } from '../words/language.tsx';
import { said } from './words.ts';

const MOST_SHOWN = 99;

export const Bell = (): ReactNode => {
  const w = useWords(said);
  const { data } = useRead('/api/v1/inbox/count');
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? `${w.inbox}: ${w.unread(unread)}` : w.inbox;
  return (
    <Indicator
      inline
      disabled={unread === 0}
      label={unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
      size={18}
      color="red.9"
      offset={4}
    >
      <ActionIcon component={Link} to="/hop-thu" variant="default" size="lg" aria-label={label} title={label}>
        <IconBell aria-hidden size={18} />
      </ActionIcon>
    </Indicator>
  );
};
