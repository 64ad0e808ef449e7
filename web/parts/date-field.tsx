/** A date typed `dd/MM/yyyy` or picked; its weekday is echoed under it. Values are `yyyy-MM-dd` strings. */
import '@mantine/dates/styles.css';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/vi';
import type { ReactNode } from 'react';
import { weekday } from '../words/format.ts';
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
  return (
    <DateInput
      {...(id ? { id } : {})}
      label={label}
      value={value}
      onChange={onChange}
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
      error={error}
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
