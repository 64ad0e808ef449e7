/** Verdicts of figures: icon, word and colour together, and how many indicators have each. */
import { Group } from '@mantine/core';
import { IconCheck, IconCircleX, IconEye, IconHourglass, IconSquareDashed, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../client/http.ts';
import { Sign } from '../../parts/marks.tsx';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

export type Verdict = Schemas['FigureVerdict'];

const SIGNS: Readonly<Record<Verdict, readonly [TablerIcon, 'green' | 'red' | 'grey' | 'violet']>> = {
  met: [IconCheck, 'green'],
  notMet: [IconCircleX, 'red'],
  noData: [IconSquareDashed, 'grey'],
  waiting: [IconHourglass, 'violet'],
  noTarget: [IconEye, 'grey'],
};
export const VERDICT_ORDER = ['notMet', 'waiting', 'noData', 'met', 'noTarget'] as const;

export const VerdictMark = ({ verdict }: { readonly verdict: Verdict }): ReactNode => {
  const [icon, hue] = SIGNS[verdict];
  return (
    <Sign icon={icon} hue={hue}>
      {useWords(said)[verdict]}
    </Sign>
  );
};

/** `3 Đạt · 1 Chưa đạt`, those that occur. */
export const VerdictCounts = ({ counts }: { readonly counts: Schemas['VerdictCounts'] }): ReactNode => {
  const w = useWords(said);
  return (
    <Group gap="md" wrap="wrap">
      {VERDICT_ORDER.filter((verdict) => counts[verdict] > 0).map((verdict) => {
        const [icon, hue] = SIGNS[verdict];
        return (
          <Sign key={verdict} icon={icon} hue={hue}>
            <span className="figures">{counts[verdict]}</span> {w[verdict]}
          </Sign>
        );
      })}
    </Group>
  );
};
