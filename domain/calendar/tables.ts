/** The shipped working-day tables (domain guide §9; Labour Code art. 112 and the yearly decisions on Tết and 2 September). */
import { type LocalDate, localDate } from '../time.ts';
import { type CalendarStatus, CalendarYear } from './year.ts';

const days = (year: number, list: string): LocalDate[] =>
  list
    .split(' ')
    .filter(Boolean)
    .map((day) => localDate(`${year}-${day}`));

interface Row {
  readonly off: string;
  readonly madeUp: string;
  readonly status: CalendarStatus;
  readonly differing?: Readonly<Partial<Record<CalendarStatus, string>>>;
  readonly source: string;
}

const table = (year: number, { off, madeUp, status, differing = {}, source }: Row): CalendarYear =>
  CalendarYear.parse({
    year,
    off: days(year, off),
    madeUp: madeUp === 'unknown' ? madeUp : days(year, madeUp),
    status,
    days: Object.fromEntries(
      Object.entries(differing).flatMap(([own, list]) => days(year, list).map((day) => [day, own])),
    ),
    source,
  });

const HISTORICAL = 'Historical table; the source lists no make-up Saturdays';
const DECIDED = 'Yearly decision on public holidays';

export const TABLES: readonly CalendarYear[] = [
  table(2020, {
    off: '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
    madeUp: '',
    status: 'official',
    source: HISTORICAL,
  }),
  table(2021, {
    off: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
    madeUp: '',
    status: 'official',
    source: HISTORICAL,
  }),
  table(2022, {
    off: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
    madeUp: '',
    status: 'official',
    source: HISTORICAL,
  }),
  table(2023, {
    off: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
    madeUp: '',
    status: 'official',
    source: HISTORICAL,
  }),
  table(2024, {
    off: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
    madeUp: '05-04',
    status: 'official',
    source: DECIDED,
  }),
  table(2025, {
    off: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
    madeUp: '04-26',
    status: 'official',
    source: DECIDED,
  }),
  table(2026, {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    madeUp: '01-10 08-22',
    status: 'official',
    differing: { reported: '11-24' },
    source: `${DECIDED}; 24/11 (Vietnam Culture Day) decided by the Party, statute not verified`,
  }),
  table(2027, {
    off: '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
    madeUp: 'unknown',
    status: 'estimated',
    differing: { official: '01-01 04-16 04-30 05-03 09-02' },
    source: 'Labour Code art. 112; Tết, 3/9 and 24/11 await decisions',
  }),
];
