/** What one figure is made of: readings with evidence and their events, or exercises; and how its target came to be. */
import { Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { PageLink } from '../../parts/link.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAsOf } from '../../parts/view.ts';
import { dateText, dayOf, numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { VerdictMark } from './marks.tsx';
import type { Programme } from './rights.ts';
import { said } from './words.ts';

type FigureDetail = Answer<'/api/v1/programmes/{id}/figures/{indicator}/{column}'>;
type Entry = FigureDetail['entries'][number];
type Target = Programme['indicators'][number]['history'][number]['to'];

export const useTargetText = (): ((target: Target | null) => string) => {
  const { language } = useLanguage();
  const n = (value: number): string => numberText(value, language, Number.isInteger(value) ? 0 : 2);
  return (target) =>
    target === null ? '–' : typeof target === 'number' ? n(target) : `${n(target.min)}–${n(target.max)}`;
};

const useReading = () => {
  const { language } = useLanguage();
  const n = (value: number): string => numberText(value, language);
  return ({ counted, pending }: Entry): string => {
    const reading = counted ?? pending;
    if (!reading) return '–';
    return reading.value !== null ? n(reading.value) : `${n(reading.numerator ?? 0)}/${n(reading.denominator ?? 0)}`;
  };
};

const Readings = ({ entries }: { readonly entries: readonly Entry[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const reading = useReading();
  return (
    <Rows
      rows={entries}
      rowKey={({ period, unit }) => `${period} ${unit}`}
      caption={w.figure}
      columns={[
        {
          key: 'period',
          head: w.period,
          isTitle: true,
          cell: ({ periodName, unitName }) => `${say(periodName)}${unitName ? ` · ${say(unitName)}` : ''}`,
        },
        { key: 'figure', head: w.figure, cell: (entry) => <span className="figures">{reading(entry)}</span> },
        { key: 'evidence', head: w.evidence, cell: ({ counted, pending }) => (counted ?? pending)?.evidence ?? '–' },
        { key: 'by', head: w.reportedBy, cell: ({ counted, pending }) => (counted ?? pending)?.by.body ?? '–' },
        { key: 'verified', head: w.verifiedBy, cell: ({ counted }) => counted?.verifiedBy?.body ?? w.waiting },
        { key: 'event', head: w.event, cell: ({ counted, pending }) => (counted ?? pending)?.event ?? '–' },
      ]}
    />
  );
};

const Exercises = ({ exercises }: Pick<FigureDetail, 'exercises'>): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <Rows
      rows={exercises}
      rowKey={({ exercise }) => exercise}
      caption={w.exercise}
      columns={[
        {
          key: 'exercise',
          head: w.exercise,
          isTitle: true,
          cell: ({ exercise, report, unitName }) =>
            report ? (
              say(unitName)
            ) : (
              <PageLink to="/dien-tap/$id" params={{ id: exercise }}>
                {say(unitName)}
              </PageLink>
            ),
        },
        { key: 'day', head: w.heldOn, cell: ({ heldOn }) => dateText(heldOn) },
        { key: 'report', head: w.report, cell: ({ report }) => report?.number ?? w.fromFile },
        { key: 'event', head: w.event, cell: ({ event }) => event },
      ]}
    />
  );
};

const History = ({ file, indicator }: { readonly file: Programme; readonly indicator: string }): ReactNode => {
  const w = useWords(said);
  const target = useTargetText();
  const { history = [] } = file.indicators.find(({ code }) => code === indicator) ?? {};
  return (
    <Section title={w.history} order={3}>
      <ul className="field-errors">
        {history.map(({ changedAt, column, from, to, reason }) => (
          <li key={`${column} ${changedAt}`}>
            {w.historyLine(
              dateText(dayOf(changedAt)),
              column === 'term' ? w.wholeTerm : column,
              target(from),
              target(to),
              reason ? ` (${reason})` : '',
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

export const Detail = ({
  file,
  indicator,
  column,
  onClose,
}: {
  readonly file: Programme;
  readonly indicator: string;
  readonly column: string;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const asOf = useAsOf();
  const read = useRead('/api/v1/programmes/{id}/figures/{indicator}/{column}', {
    path: { id: file.id, indicator, column },
    ...(asOf ? { query: { asOf } } : {}),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={w.detailTitle(indicator, column === 'term' ? w.wholeTerm : column)}
      attributes={{ header: { role: 'none' } }}
      closeButtonProps={{ 'aria-label': w.close }}
    >
      <Shown read={read}>
        {({ figure, entries, exercises, name }) => (
          <Stack gap="md">
            <div>
              <Text fw={600}>{say(name)}</Text>
              <VerdictMark verdict={figure.verdict} /> <Text span>{say(figure.text)}</Text>
              <Text size="sm" c="dimmed">
                {w.formula(figure.formula)}
              </Text>
              {figure.exempt.length > 0 && (
                <ul className="field-errors">
                  {figure.exempt.map((each) => (
                    <li key={each.unit}>
                      {w.exempt(each.name)} ({say(each.groundName)}): {each.reason}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {entries.length > 0 && <Readings entries={entries} />}
            {exercises.length > 0 && <Exercises exercises={exercises} />}
            {entries.length === 0 && exercises.length === 0 && <Text>{w.noSource}</Text>}
            <History file={file} indicator={indicator} />
          </Stack>
        )}
      </Shown>
    </Modal>
  );
};
