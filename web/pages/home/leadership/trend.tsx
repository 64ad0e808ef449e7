/** How many stood how over the last 30 working days: lines, and the same in words. */
import { Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { Sign, VerdictMark } from '../../../parts/marks.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { LineSample, StepLines } from '../../../parts/step-lines.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { dateText, numberText, shortDate } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

const DAYS = 30;
const VERDICTS = ['green', 'amber', 'red'] as const;

export const Trend = (): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const asOf = useAsOf();
  const query = { days: String(DAYS), ...(asOf ? { asOf } : {}) };
  const read = useRead('/api/v1/readiness/trend', { query }, { keepLast: true });
  return (
    <section aria-labelledby="trend" className="keep-together">
      <Title order={2} size="h4" id="trend" mb={4}>
        {w.trend}
      </Title>
      <Shown read={read} lines={4}>
        {({ days, better, worse }) => {
          const [first, last] = [days[0], days.at(-1)];
          if (!first || !last) return null;
          const middle = days[Math.floor(days.length / 2)] ?? first;
          const since = w.trendSince(dateText(first.day));
          const said = [
            ...(better > 0 ? [w.trendBetter(better)] : []),
            ...(worse > 0 ? [w.trendWorse(worse)] : []),
            ...(better + worse === 0 ? [w.trendSame] : []),
          ];
          const n = (value: number): string => numberText(value, language);
          return (
            <>
              <p className="trend-words">
                {better > 0 && (
                  <Sign icon={IconArrowUp} hue="green">
                    {w.trendBetter(better)}
                  </Sign>
                )}
                {worse > 0 && (
                  <Sign icon={IconArrowDown} hue="red">
                    {w.trendWorse(worse)}
                  </Sign>
                )}
                {better + worse === 0 && w.trendSame} <span className="quiet">{since}</span>
              </p>
              <StepLines
                lines={VERDICTS.map((look) => ({ key: look, look, values: days.map((day) => day[look]) }))}
                labels={[first.day, middle.day, last.day].map(shortDate)}
                title={`${w.trend}: ${said.join(', ')} ${since}`}
              />
              <ul className="trend-key">
                {VERDICTS.map((look) => (
                  <li key={look}>
                    <LineSample look={look} /> <VerdictMark verdict={look} />{' '}
                    <span className="figures">{w.fromTo(n(first[look]), n(last[look]))}</span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
    </section>
  );
};
