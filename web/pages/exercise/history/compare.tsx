/** "So hai thời điểm": the same file on two days, and what differs between them. */
import { Group, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { DateField } from '../../../parts/date-field.tsx';
import { ScrollTable } from '../../../parts/scroll-table.tsx';
import { Broken, Waiting } from '../../../parts/shown.tsx';
import { useView } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { dateText, rateText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { type Difference, differencesOf, type Standing, type Value } from './differences.ts';
import { said } from './words.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const dayIn = (text: string | undefined): string | undefined =>
  text !== undefined && DAY.test(text) ? text : undefined;

const useStanding = (id: string, day: string | undefined) => {
  const input = { path: { id }, query: { asOf: day ?? '' } };
  const enabled = day !== undefined;
  const file = useRead('/api/v1/exercises/{id}', input, { enabled, keepLast: true });
  const list = useRead('/api/v1/exercises/{id}/checklist', input, { enabled, keepLast: true });
  const standing: Standing | null =
    file.data && list.data
      ? {
          verdict: file.data.readiness.label,
          phase: file.data.phaseLabel,
          startDate: file.data.startDate,
          endDate: file.data.endDate,
          ratio: file.data.readiness.ratio,
          gates: file.data.gates,
          tasks: list.data.tasks,
        }
      : null;
  return { standing, error: file.error ?? list.error };
};

const Shown = ({ value }: { readonly value: Value }): ReactNode => {
  const say = useSay();
  const { language } = useLanguage();
  if (value === null) return '–';
  if (typeof value === 'string') return <span className="figures">{dateText(value)}</span>;
  return 'vi' in value ? say(value) : <span className="figures">{rateText(value.verified, value.due, language)}</span>;
};

const useTitle = (): ((difference: Difference) => string) => {
  const w = useWords(said);
  const say = useSay();
  return ({ what, subject }) => {
    const name = subject ? `${subject.code} ${say(subject.name)}` : '';
    switch (what) {
      case 'gate':
      case 'status':
      case 'due':
      case 'owner':
        return w[what](name);
      case 'added':
      case 'dropped':
        return name;
      default:
        return w[what];
    }
  };
};

const Differences = ({ found }: { readonly found: readonly Difference[] }): ReactNode => {
  const w = useWords(said);
  const titleOf = useTitle();
  if (found.length === 0) return <Text>{w.sameDays}</Text>;
  return (
    <>
      <Text fw={600} role="status">
        {w.differences(found.length)}
      </Text>
      <ScrollTable
        label={w.differenceTable}
        heads={[w.thing, w.before, w.after]}
        minWidth={480}
        className="differences"
      >
        {found.map((each) => (
          <Table.Tr key={`${each.what} ${each.subject?.code ?? ''}`}>
            <Table.Th scope="row" fw={400}>
              {titleOf(each)}
            </Table.Th>
            <Table.Td>{each.what === 'added' ? w.added : <Shown value={each.before} />}</Table.Td>
            <Table.Td>{each.what === 'dropped' ? w.dropped : <Shown value={each.after} />}</Table.Td>
          </Table.Tr>
        ))}
      </ScrollTable>
    </>
  );
};

/** Both days live in the address: `?tu=` and `?den=`, today where the second is left out. */
export const Compare = ({ id }: { readonly id: string }): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [{ tu, den }, setView] = useView();
  const [from, to] = [dayIn(tu), dayIn(den) ?? today];
  const before = useStanding(id, from);
  const after = useStanding(id, from === undefined ? undefined : to);
  const error = before.error ?? after.error;
  return (
    <section className="compare" aria-labelledby="compare">
      <Title order={3} size="h5" id="compare">
        {w.compare}
      </Title>
      <Group align="flex-start" gap="md" className="no-print">
        <DateField label={w.from} value={from ?? null} onChange={(day) => setView({ tu: day ?? undefined })} max={to} />
        <DateField
          label={w.to}
          value={to}
          onChange={(day) => setView({ den: day === null || day === today ? undefined : day })}
          max={today}
          required
        />
      </Group>
      {from !== undefined && (
        <p className="print-only">
          {dateText(from)} → {dateText(to)}
        </p>
      )}
      {from === undefined ? (
        <Text c="dimmed">{w.chooseFrom}</Text>
      ) : error ? (
        <Broken error={error} />
      ) : before.standing && after.standing ? (
        <Differences found={differencesOf(before.standing, after.standing)} />
      ) : (
        <Waiting lines={4} />
      )}
    </section>
  );
};
