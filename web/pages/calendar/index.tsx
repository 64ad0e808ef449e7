/** `/lich`: the week by default, as the official weekly schedule; the month by choice. Deadlines, days of exercises, holidays. */
import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconCalendarShare, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useRead } from '../../client/read.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Chips } from '../../parts/chips.tsx';
import { useListKeys } from '../../parts/list-keys.ts';
import { useIsNarrow } from '../../parts/narrow.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { addDays, dateText, isDay } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import './calendar.css';
import {
  type Agenda,
  dayShown,
  daysIn,
  FILTERS,
  type Filter,
  monthSpan,
  nextMonth,
  passing,
  weekSpan,
} from './days.ts';
import { SeveralUnits } from './entries.tsx';
import { Month } from './month.tsx';
import { Week } from './week.tsx';
import { said } from './words.ts';

/** Which days are looked at; the address holds it. */
const useSpan = () => {
  const { today } = useMe();
  const asOf = useAsOf();
  const [{ kieu, ngay_xem: given }, setView] = useView();
  const at = given !== undefined && isDay(given) ? given : (asOf ?? today);
  const isMonth = kieu === 'thang';
  const span = isMonth ? monthSpan(at) : weekSpan(at);
  const move = (step: 1 | -1): void =>
    setView({ ngay_xem: isMonth ? nextMonth(at, step) : addDays(span.from, 7 * step) });
  return { at, isMonth, span, move, setView };
};

const Days = ({ agenda }: { readonly agenda: Agenda }): ReactNode => {
  const w = useWords(said);
  const narrow = useIsNarrow();
  const list = useRef<HTMLDivElement>(null);
  const { at, isMonth, span } = useSpan();
  const [{ loc }, setView] = useView();
  useListKeys(list, {});
  const filter = FILTERS.find((each) => each === loc);
  const deadlines = passing(agenda.deadlines, filter);
  const days = daysIn(span).map((date) => dayShown(date, agenda, deadlines));
  const labels: Readonly<Record<Filter, string>> = { 'cua-toi': w.own, cong: w.gates, 'chua-xong': w.openOnly };
  const caption = isMonth
    ? w.monthOf(at.slice(5, 7), at.slice(0, 4))
    : w.weekOf(dateText(span.from), dateText(span.to));
  const isEmpty = deadlines.length + agenda.exercises.length === 0;
  const month = at.slice(0, 7);
  return (
    <div ref={list}>
      <div className="calendar-filter no-print">
        <Chips
          label={w.filter}
          chips={FILTERS.map((value) => ({
            value,
            label: labels[value],
            count: passing(agenda.deadlines, value).length,
          }))}
          chosen={filter}
          onChoose={(value) => setView({ loc: value })}
        />
      </div>
      {agenda.unknownYears.length > 0 && (
        <Alert color="gray" my="sm">
          {w.noTable(agenda.unknownYears.join(', '))}
        </Alert>
      )}
      {isEmpty && (
        <Empty
          action={
            filter && (
              <Button variant="default" onClick={() => setView({ loc: undefined })}>
                {w.clear}
              </Button>
            )
          }
        >
          {filter ? w.noMatch : w.empty}
        </Empty>
      )}
      <SeveralUnits value={new Set(agenda.deadlines.map(({ exercise }) => exercise)).size > 1}>
        {isMonth && !narrow ? (
          <Month days={days} today={agenda.today} month={month} caption={caption} />
        ) : (
          <Week
            days={
              isMonth
                ? days.filter(
                    ({ date, lines, exercises }) => date.startsWith(month) && lines.length + exercises.length > 0,
                  )
                : days
            }
            today={agenda.today}
            caption={caption}
          />
        )}
      </SeveralUnits>
    </div>
  );
};

const Calendar = (): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const { at, isMonth, span, move, setView } = useSpan();
  const read = useRead('/api/v1/agenda', { query: { ...span, ...(asOf ? { asOf } : {}) } }, { keepLast: false });
  return (
    <>
      <PageHead
        title={w.title}
        aside={
          <Text component="output" fw={600}>
            {isMonth ? w.monthOf(at.slice(5, 7), at.slice(0, 4)) : w.weekOf(dateText(span.from), dateText(span.to))}
          </Text>
        }
        actions={
          <>
            <SegmentedControl
              aria-label={w.view}
              value={isMonth ? 'thang' : 'tuan'}
              onChange={(kieu) => setView({ kieu: kieu === 'thang' ? 'thang' : undefined })}
              data={[
                { value: 'tuan', label: w.week },
                { value: 'thang', label: w.month },
              ]}
            />
            <Group gap={4}>
              <Button
                variant="default"
                leftSection={<IconChevronLeft aria-hidden size={18} />}
                onClick={() => move(-1)}
              >
                {w.before}
              </Button>
              <Button variant="default" onClick={() => setView({ ngay_xem: undefined })}>
                {w.today}
              </Button>
              <Button
                variant="default"
                rightSection={<IconChevronRight aria-hidden size={18} />}
                onClick={() => move(1)}
              >
                {w.after}
              </Button>
            </Group>
            <ButtonLink to="/tai-khoan" variant="default" leftSection={<IconCalendarShare aria-hidden size={18} />}>
              {w.subscribe}
            </ButtonLink>
            <Button
              variant="default"
              visibleFrom="sm"
              leftSection={<IconPrinter aria-hidden size={18} />}
              onClick={() => window.print()}
            >
              {w.print}
            </Button>
          </>
        }
      />
      <Shown read={read}>{(agenda) => <Days agenda={agenda} />}</Shown>
    </>
  );
};

export const Page = (): ReactNode => {
  const { acting } = useMe();
  const w = useWords(said);
  if (acting) return <Calendar key={acting.body} />;
  return (
    <>
      <PageHead title={w.title} />
      <Empty>{w.noDuty}</Empty>
    </>
  );
};
