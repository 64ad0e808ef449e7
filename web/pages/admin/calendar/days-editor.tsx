import { ActionIcon, Button, Checkbox, Group, Select, Table, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { DateField } from '../../../parts/date-field.tsx';
import { ScrollTable } from '../../../parts/scroll-table.tsx';
import { longDate } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { type DayKind, type Draft, dayFault, STATUSES, withDay } from './table.ts';
import { said } from './words.ts';

const AddDay = ({
  kind,
  draft,
  onChange,
}: {
  readonly kind: DayKind;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}): ReactNode => {
  const w = useWords(said);
  const [date, setDate] = useState<string | null>(null);
  const fault = date ? dayFault(draft, kind, date) : null;
  const add = (): void => {
    if (!date || fault) return;
    onChange(withDay(draft, kind, date));
    setDate(null);
  };
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      <DateField
        label={kind === 'off' ? w.addOff : w.addMadeUp}
        value={date}
        onChange={setDate}
        min={`${draft.year}-01-01`}
        max={`${draft.year}-12-31`}
        error={fault && (fault === 'notIn' ? w.notIn(draft.year) : w[fault])}
      />
      <Button
        variant="default"
        mt={25}
        disabled={!date || fault !== null}
        onClick={add}
        leftSection={<IconPlus aria-hidden size={16} />}
      >
        {w.add}
      </Button>
    </Group>
  );
};

export const DaysEditor = ({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const setStatus = (date: string, value: string | null): void =>
    onChange({
      ...draft,
      days: draft.days.map((day) =>
        day.date === date ? { ...day, status: STATUSES.find((each) => each === value) ?? null } : day,
      ),
    });
  return (
    <>
      <Group gap="xl" align="flex-start">
        <AddDay kind="off" draft={draft} onChange={onChange} />
        <AddDay kind="madeUp" draft={draft} onChange={onChange} />
      </Group>
      <Checkbox
        label={w.knowMadeUp}
        checked={draft.madeUpKnown}
        onChange={({ currentTarget: { checked } }) =>
          onChange({
            ...draft,
            madeUpKnown: checked,
            days: checked ? draft.days : draft.days.filter(({ kind }) => kind !== 'madeUp'),
          })
        }
      />
      {draft.days.length > 0 && (
        <ScrollTable
          label={w.days}
          heads={[
            w.day,
            w.kind,
            w.status,
            <span key="acts" className="only-heard">
              {w.remove('')}
            </span>,
          ]}
          minWidth={480}
          maxHeight={320}
        >
          {draft.days.map(({ date, kind, status }) => (
            <Table.Tr key={date}>
              <Table.Td>
                <Text span size="sm">
                  {longDate(date, language)}
                </Text>
              </Table.Td>
              <Table.Td>{w[kind]}</Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={`${w.status}: ${longDate(date, language)}`}
                  value={status ?? ''}
                  data={[
                    { value: '', label: `${w[draft.status]} (${w.asYear})` },
                    ...STATUSES.filter((each) => each !== draft.status).map((each) => ({
                      value: each,
                      label: w[each],
                    })),
                  ]}
                  onChange={(value) => setStatus(date, value)}
                  allowDeselect={false}
                  comboboxProps={{ withinPortal: true }}
                />
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  c="var(--mantine-color-text)"
                  aria-label={w.remove(longDate(date, language))}
                  onClick={() => onChange({ ...draft, days: draft.days.filter((day) => day.date !== date) })}
                >
                  <IconTrash aria-hidden size={18} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
    </>
  );
};
