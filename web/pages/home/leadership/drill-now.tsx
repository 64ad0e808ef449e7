/** While a drill runs: how many have come, hour by hour, beside what is asked for; it follows every check-in. */
import { Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { StepLines } from '../../../parts/step-lines.tsx';
import { numberText, rateText, timeText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type Series = Answer<'/api/v1/drills/{id}/curve'>['series'][number];

const Targets = ({ series }: { readonly series: Series }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const n = (value: number): string => numberText(value, language, Number.isInteger(value) ? 0 : 1);
  return (
    <ul className="trend-key">
      {series.targets.map(({ hours, percent, reached, arrived }) => (
        <li key={hours}>
          <Sign
            icon={reached === null ? IconClock : reached ? IconCheck : IconAlertTriangle}
            hue={reached === null ? 'grey' : reached ? 'green' : 'red'}
          >
            {w.targetAt(n(hours), n(percent))}:{' '}
            {reached === null ? w.targetAhead : reached ? w.targetMet : w.targetMissed} ·{' '}
            {rateText(arrived.numerator, arrived.denominator, language)}
          </Sign>
        </li>
      ))}
    </ul>
  );
};

export const DrillNow = ({ id }: { readonly id: string }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const file = useRead('/api/v1/exercises/{id}', { path: { id } }, { keepLast: true });
  const isThere = file.data?.beside.drill === true;
  const read = useRead('/api/v1/drills/{id}/curve', { path: { id } }, { enabled: isThere });
  if (file.data && !isThere) return null;
  return (
    <section aria-labelledby="drill" className="keep-together">
      <Title order={2} size="h4" id="drill" mb={4}>
        {w.drill}
      </Title>
      <Shown read={read} lines={3} isEmpty={({ series }) => series.length === 0} empty={w.drillNone}>
        {({ series }) => {
          const all = series.find(({ kind }) => kind === 'all') ?? series[0];
          if (!all || all.points.length === 0) return w.drillNone;
          const ends = [all.points[0], all.points[Math.floor(all.points.length / 2)], all.points.at(-1)];
          const target = all.points.map(({ target: percent }) =>
            percent === null ? null : Math.round((percent * all.ordered) / 100),
          );
          return (
            <>
              <p className="drill-figure">
                <b className="figures">
                  {w.drillOf(numberText(all.arrived, language), numberText(all.ordered, language))}
                </b>{' '}
                {rateText(all.arrived, all.ordered, language)}
              </p>
              <StepLines
                lines={[
                  { key: 'target', look: 'grey', values: target },
                  { key: 'arrived', look: 'blue', values: all.points.map(({ arrived }) => arrived) },
                ]}
                labels={ends.flatMap((point) => (point ? [timeText(point.at)] : []))}
                most={all.ordered}
                title={w.arrivalCurve}
              />
              <Targets series={all} />
              <PageLink to="/dien-tap/$id/$tab" params={{ id, tab: 'diem-danh' }} size="sm" className="no-print">
                {w.drillOpen}
              </PageLink>
            </>
          );
        }}
      </Shown>
    </section>
  );
};
