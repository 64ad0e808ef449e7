/** What changed between two days, `?so=` (from) and `?ngay=` (to, today by default). */
import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { DateField } from '../../parts/date-field.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { addDays, isDay } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { useTargetText } from './detail.tsx';
import { VerdictMark } from './marks.tsx';
import type { Programme } from './rights.ts';
import { said } from './words.ts';

type Difference = Answer<'/api/v1/programmes/{id}/difference'>;
type Side = Difference['figures'][number]['after'];

const FigureSide = ({ figure }: { readonly figure: Side | null }): ReactNode => {
  const say = useSay();
  if (!figure) return '–';
  return (
    <>
      <VerdictMark verdict={figure.verdict} />
      {figure.verdict !== 'noData' && <Text size="sm">{say(figure.text)}</Text>}
    </>
  );
};

const Figures = ({ figures }: Pick<Difference, 'figures'>): ReactNode => {
  const w = useWords(said);
  return (
    <Rows
      rows={figures}
      rowKey={({ indicator, column }) => `${indicator} ${column}`}
      caption={w.changes}
      columns={[
        {
          key: 'indicator',
          head: w.indicator,
          isTitle: true,
          cell: ({ indicator, column }) => `${indicator} · ${column === 'term' ? w.wholeTerm : column}`,
        },
        { key: 'before', head: w.before, cell: ({ before }) => <FigureSide figure={before} /> },
        { key: 'after', head: w.after, cell: ({ after }) => <FigureSide figure={after} /> },
      ]}
    />
  );
};

const Told = ({ difference }: { readonly difference: Difference }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const target = useTargetText();
  const { figures, targets, reviews } = difference;
  if (difference.fromVersion === difference.toVersion) return <Empty>{w.unchanged}</Empty>;
  return (
    <Stack gap="lg">
      {figures.length > 0 && <Figures figures={figures} />}
      {targets.length > 0 && (
        <Section title={w.changedTargets}>
          <ul className="field-errors">
            {targets.map(({ indicator, column, from, to, reason, event }) => (
              <li key={`${indicator} ${column} ${event}`}>
                {w.historyLine(
                  indicator,
                  column === 'term' ? w.wholeTerm : column,
                  target(from),
                  target(to),
                  reason ? ` (${reason})` : '',
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {reviews.length > 0 && (
        <Section title={w.changedReviews}>
          <ul className="field-errors">
            {reviews.map(({ review, name }) => (
              <li key={review}>{say(name)}</li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
};

/** Days that the comparison looks back when no other day was chosen. */
const BACK = 183;

export const Changes = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const [{ so }, setView] = useView();
  const to = useAsOf() ?? file.today;
  const from = so !== undefined && isDay(so) ? so : addDays(to, -BACK);
  const read = useRead('/api/v1/programmes/{id}/difference', { path: { id: file.id }, query: { from, to } });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {w.changesWhat}
      </Text>
      <Group align="flex-start">
        <DateField
          label={w.from}
          value={from}
          max={to}
          onChange={(day) => setView({ so: day ?? undefined })}
          required
        />
        <DateField
          label={w.to}
          value={to}
          onChange={(day) => setView({ ngay: day === null || day >= file.today ? undefined : day })}
          required
        />
      </Group>
      <Shown read={read}>{(difference) => <Told difference={difference} />}</Shown>
    </Stack>
  );
};
