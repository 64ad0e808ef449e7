/**
 * A date typed `dd/MM/yyyy` or picked; its weekday is echoed under it. Values are `yyyy-MM-dd` strings. What cannot be taken is
 * said when the field is left, because its text then goes back to the last good date.
 */
import '@mantine/dates/styles.css';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/vi';
import { type FocusEvent, type ReactNode, useState } from 'react';
import { dateText, weekday } from '../words/format.ts';
import { useLanguage, useWords, words } from '../words/language.tsx';
import { readDate } from './read-date.ts';

const said = words({
  clear: ['Xóa ngày', 'Clear the date'],
  previousMonth: ['Tháng trước', 'Previous month'],
  nextMonth: ['Tháng sau', 'Next month'],
  previousYear: ['Năm trước', 'Previous year'],
  nextYear: ['Năm sau', 'Next year'],
  previousDecade: ['Mười năm trước', 'Previous decade'],
  nextDecade: ['Mười năm sau', 'Next decade'],
  chooseMonth: ['Chọn tháng', 'Choose a month'],
  chooseYear: ['Chọn năm', 'Choose a year'],
  noDay: [(typed: string) => `“${typed}” không phải là ngày.`, (typed: string) => `“${typed}” is no day.`],
  early: [
    (typed: string, min: string) => `Không nhận ${typed}: sớm nhất là ${min}.`,
    (typed: string, min: string) => `${typed} is not taken: ${min} at the earliest.`,
  ],
  late: [
    (typed: string, max: string) => `Không nhận ${typed}: muộn nhất là ${max}.`,
    (typed: string, max: string) => `${typed} is not taken: ${max} at the latest.`,
  ],
  form: ['ngày/tháng/năm, ví dụ 05/09/2026', 'day/month/year, for example 05/09/2026'],
});

export const DateField = ({
  label,
  value,
  onChange,
  note,
  error,
  min,
  max,
  required = false,
  id,
}: {
  readonly label: ReactNode;
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
  /** Said after the weekday: a holiday, a distance. */
  readonly note?: ReactNode;
  readonly error?: ReactNode;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean;
  readonly id?: string;
}): ReactNode => {
  const { language } = useLanguage();
  const w = useWords(said);
  const [refused, setRefused] = useState<string | null>(null);
  const leave = ({ currentTarget }: FocusEvent<HTMLInputElement>): void => {
    const typed = currentTarget.value.trim();
    const day = readDate(typed);
    if (typed === '') setRefused(null);
    else if (day === null) setRefused(w.noDay(typed));
    else if (min && day < min) setRefused(w.early(typed, dateText(min)));
    else setRefused(max && day > max ? w.late(typed, dateText(max)) : null);
  };
  return (
    <DateInput
      {...(id ? { id } : {})}
      label={label}
      value={value}
      onChange={(date) => {
        setRefused(null);
        onChange(date);
      }}
      onBlur={leave}
      description={
        value ? (
          <>
            {weekday(value, language)}
            {note && <> · {note}</>}
          </>
        ) : (
          w.form
        )
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={refused ?? error}
      valueFormat="DD/MM/YYYY"
      dateParser={readDate}
      placeholder="dd/mm/yyyy"
      locale={language}
      firstDayOfWeek={1}
      weekendDays={[]}
      withAsterisk={required}
      required={required}
      clearable={!required}
      clearButtonProps={{ 'aria-label': w.clear }}
      inputMode="numeric"
      autoComplete="off"
      ariaLabels={{
        previousMonth: w.previousMonth,
        nextMonth: w.nextMonth,
        previousYear: w.previousYear,
        nextYear: w.nextYear,
        previousDecade: w.previousDecade,
        nextDecade: w.nextDecade,
        monthLevelControl: w.chooseMonth,
        yearLevelControl: w.chooseYear,
      }}
      popoverProps={{ withinPortal: true }}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
    />
  );
};
