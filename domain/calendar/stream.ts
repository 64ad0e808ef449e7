/**
 * The calendar stream: tables of years entered or replaced after the shipped ones. Tết, 2 September and swapped days are
 * fixed by a decision each year (Labour Code art. 112), so a table is entered with its source, never computed.
 */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact, FollowUp } from '../decider.ts';
import { type Actor, codeOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import type { StreamId } from '../streams.ts';
import { Paper, Reason } from '../text.ts';
import type { Instant } from '../time.ts';
import { filesAround } from './affected.ts';
import { CALENDAR } from './index.ts';
import { type Calendar, CalendarYear, createCalendar } from './year.ts';

export interface CalendarState {
  readonly version: number;
  readonly lastAt: Instant | null;
  /** Tables entered, each in the place of the shipped one of its year. */
  readonly years: Readonly<Record<number, CalendarYear>>;
}

const INITIAL: CalendarState = { version: 0, lastAt: null, years: {} };

/** One calendar object a state: what is counted on it stays counted. */
const made = new WeakMap<CalendarState, Calendar>();

/** The calendar in force: the shipped tables, with those entered since in their place; its version counts them. */
export const calendarOf = (state: CalendarState): Calendar => {
  if (state.version === 0) return CALENDAR;
  const known = made.get(state);
  if (known) return known;
  const years = Object.values({ ...CALENDAR.years, ...state.years });
  const calendar = createCalendar(`${CALENDAR.version}+${state.version}`, years);
  made.set(state, calendar);
  return calendar;
};

export const CalendarCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('EnterYear'), table: CalendarYear, reason: Reason, paper: Paper.optional() }),
]);
export type CalendarCommand = z.infer<typeof CalendarCommand>;

export type CalendarEvent = {
  readonly type: 'YearEntered';
  readonly table: CalendarYear;
  /** The table that was in force for this year. */
  readonly previous: CalendarYear | null;
  readonly reason: string;
  readonly paper: Paper | null;
  /** Exercises under way whose days lie in the year or next to it: they follow. */
  readonly files: readonly StreamId[];
};

/** Standing agency, military party committee and People's Committee of any locality keep the calendar. */
const allowKeeper = (by: Actor): void => {
  if (!['SA', 'MPC', 'PC'].includes(codeOf(by.body))) throw new Rejection('calendar-keeper', { body: by.body });
};

/** The same table with its days in order, so that equal tables are equal texts. */
const inOrder = ({ year, off, madeUp, status, days, source }: CalendarYear): CalendarYear => ({
  year,
  off: [...off].sort(),
  madeUp: madeUp === 'unknown' ? madeUp : [...madeUp].sort(),
  status,
  days: Object.fromEntries(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))),
  source,
});

const decide = (
  command: CalendarCommand,
  state: CalendarState,
  meta: CommandMeta,
  context: Context,
): readonly CalendarEvent[] => {
  if (command.type !== 'EnterYear')
    throw new Rejection('command-unknown', { type: String(command.type satisfies never) });
  allowKeeper(meta.by);
  const table = inOrder(command.table);
  const inForce = calendarOf(state).years[table.year];
  const previous = inForce ? inOrder(inForce) : null;
  if (JSON.stringify(previous) === JSON.stringify(table))
    throw new Rejection('calendar-unchanged', { year: table.year });
  return [
    {
      type: 'YearEntered',
      table,
      previous,
      reason: command.reason,
      paper: command.paper ?? null,
      files: filesAround(context, table.year),
    },
  ];
};

const react = (fact: Fact<CalendarEvent>, state: CalendarState): readonly FollowUp[] =>
  fact.files.map((stream) => ({
    stream,
    command: { type: 'FollowCalendar', version: calendarOf(state).version, reason: fact.reason },
  }));

export const calendar: Decider<CalendarCommand, CalendarEvent, CalendarState> = {
  kind: 'calendar',
  initial: INITIAL,
  decide,
  evolve: (state, fact) => ({
    version: fact.version,
    lastAt: fact.at,
    years: { ...state.years, [fact.table.year]: fact.table },
  }),
  react,
  nextDue: () => null,
  refersTo: () => ({ ongoing: ['exercise'] }),
  summary: (state) => ({
    phase: 'kept',
    orgUnit: '',
    details: calendarOf(state).version,
    closed: false,
  }),
};
