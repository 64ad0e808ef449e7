/** Step 2: opening and closing day, and at once every deadline on the working calendar. */
import { Checkbox, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Failure } from '../../client/read.ts';
import { DateField } from '../../parts/date-field.tsx';
import { Sign } from '../../parts/marks.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { addDays, dateText, distanceText, weekday } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { WouldBe } from './preview.ts';
import { refusalOf } from './refusal.ts';
import type { StepProps } from './step-what.tsx';
import { said } from './words.ts';

type Preview = UseQueryResult<readonly WouldBe[], Failure>;

/** What a day is on the working calendar, in words; holidays and years without a table stand out. */
const useDayNote = () => {
  const w = useWords(said);
  return (day: WouldBe['start'] | undefined): ReactNode => {
    if (!day) return null;
    if (day.isWorkingDay === null)
      return (
        <Sign icon={IconAlertTriangle} hue="red">
          {w.noTable}
        </Sign>
      );
    if (day.isHoliday)
      return (
        <Sign icon={IconAlertTriangle} hue="red">
          {w.isHoliday}
        </Sign>
      );
    if (day.tableStatus === 'estimated') return w.estimated;
    return day.isWorkingDay ? null : w.isOff;
  };
};

export const isPast = ({ due }: WouldBe['tasks'][number], today: string): boolean => due !== null && due < today;

export const Deadlines = ({ plan, today }: { readonly plan: WouldBe; readonly today: string }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const narrow = useIsNarrow();
  return (
    <ScrollTable
      label={w.deadlines}
      heads={[w.code, w.task, w.owner, w.offset, w.due]}
      minWidth={narrow ? 300 : 560}
      className="deadlines"
    >
      {plan.tasks.map((task) => (
        <Table.Tr key={task.code} data-fault={isPast(task, today) || task.due === null || undefined}>
          <Table.Td className="figures">{task.code}</Table.Td>
          <Table.Td>{say(task.title)}</Table.Td>
          <Table.Td>{say(task.ownerName)}</Table.Td>
          <Table.Td className="figures">{task.offset}</Table.Td>
          <Table.Td className="figures">
            {task.due === null ? (
              <Sign icon={IconAlertTriangle} hue="red">
                {w.unknownDay}
              </Sign>
            ) : isPast(task, today) ? (
              <Sign icon={IconAlertTriangle} hue="red">
                {weekday(task.due, language)} {dateText(task.due)} · {w.past}
              </Sign>
            ) : (
              <>
                {weekday(task.due, language)} {dateText(task.due)}{' '}
                <span className="quiet">· {distanceText(task.workingDaysLeft, language)}</span>
              </>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  );
};

export const StepDays = ({
  draft,
  change,
  errors,
  preview,
  today,
}: StepProps & { readonly preview: Preview; readonly today: string }): ReactNode => {
  const w = useWords(said);
  const dayNote = useDayNote();
  const plan = preview.data?.[0];
  const refusal = refusalOf(plan);
  const asked = draft.start !== null && draft.end !== null && !errors.startDate && !errors.endDate;
  const past = plan?.tasks.filter((task) => isPast(task, today)).length ?? 0;
  const unknown = plan?.tasks.filter(({ due }) => due === null).length ?? 0;
  return (
    <Stack gap="md">
      <Group align="flex-start" gap="xl">
        <DateField
          id="field-startDate"
          label={w.start}
          required
          min={addDays(today, 1)}
          value={draft.start}
          onChange={(start) =>
            change({ start, ...(start && (draft.end === null || draft.end < start) ? { end: addDays(start, 2) } : {}) })
          }
          note={dayNote(plan && plan.start.date === draft.start ? plan.start : undefined)}
          error={errors.startDate}
        />
        <DateField
          id="field-endDate"
          label={w.end}
          required
          min={draft.start ?? today}
          max={draft.start ? addDays(draft.start, 30) : undefined}
          value={draft.end}
          onChange={(end) => change({ end })}
          note={dayNote(plan && plan.end.date === draft.end ? plan.end : undefined)}
          error={errors.endDate}
        />
      </Group>
      {!asked ? (
        <Text c="dimmed">{w.chooseDays}</Text>
      ) : (
        <Shown read={preview} lines={10}>
          {() =>
            plan && (
              <div aria-busy={preview.isPlaceholderData}>
                <Title order={2} size="h4">
                  {w.deadlines}
                </Title>
                <p className="figures" role="status">
                  {past + unknown > 0 ? (
                    <Sign icon={IconAlertTriangle} hue="red">
                      {w.counts(plan.tasks.length, past, unknown)}
                    </Sign>
                  ) : (
                    w.counts(plan.tasks.length, 0, 0)
                  )}
                </p>
                {(past > 0 || draft.compressed) && (
                  <Checkbox
                    size="md"
                    mb="sm"
                    label={w.compress}
                    description={w.compressHint}
                    checked={draft.compressed}
                    onChange={({ currentTarget }) => change({ compressed: currentTarget.checked })}
                  />
                )}
                {refusal && refusal.problem.code !== 'owner-not-in-force' && <Broken error={refusal} />}
                <Deadlines plan={plan} today={today} />
              </div>
            )
          }
        </Shown>
      )}
    </Stack>
  );
};
