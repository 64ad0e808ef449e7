import { IconCheck, IconHourglass, IconNews, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sign } from '../../../parts/marks.tsx';
import { useWords } from '../../../words/language.tsx';
import type { Status } from './table.ts';
import { said } from './words.ts';

const SIGNS: Readonly<Record<Status, readonly [TablerIcon, 'plain' | 'violet' | 'grey']>> = {
  official: [IconCheck, 'plain'],
  reported: [IconNews, 'violet'],
  estimated: [IconHourglass, 'grey'],
};

export const StatusMark = ({ status }: { readonly status: Status }): ReactNode => {
  const w = useWords(said);
  const [icon, hue] = SIGNS[status];
  return (
    <Sign icon={icon} hue={hue}>
      {w[status]}
    </Sign>
  );
};
