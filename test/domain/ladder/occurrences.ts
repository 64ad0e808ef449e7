/** Every refusal of reminders, ladders and the calendar, thrown by real commands. */
import type { Folded } from '../../../domain/decider.ts';
import type { REMINDER_REJECTIONS } from '../../../domain/labels/rejections-reminders.ts';
import { DEFAULT_LADDER } from '../../../domain/ladder/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { deciderOf } from '../../../domain/registry.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { CALENDAR_STREAM, kindOf, StreamId } from '../../../domain/streams.ts';
import { at, type Command, member, refusalOf, type Step, send, step } from '../../support/domain.ts';
import { CITY, EARLY, POL, plannedCity, SA, SB_MEMBER } from '../exercise/season.ts';

const thrown = (stream: string, ...steps: readonly Step[]): Rejection => {
  const initial: Folded = deciderOf(kindOf(StreamId.parse(stream))).initial;
  const state = steps.slice(0, -1).reduce((folded, each) => send(stream, folded, each).state, initial);
  const error = refusalOf(() => send(stream, state, steps.at(-1) ?? step(SYSTEM, EARLY, { type: 'none' })));
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};

export const year2028 = (change: object = {}): Command => ({
  type: 'EnterYear',
  table: {
    year: 2028,
    off: ['2028-01-26', '2028-01-27', '2028-01-28', '2028-05-01', '2028-09-01'],
    madeUp: 'unknown',
    status: 'estimated',
    days: { '2028-05-01': 'official' },
    source: 'Bộ luật Lao động, Điều 112',
    ...change,
  },
  reason: 'Lập kế hoạch năm 2028',
});
const known = (until: string, when = EARLY) =>
  thrown(CITY, ...plannedCity, step(SA, when, { type: 'AcknowledgeReminder', task: 'C01', until }));

const urge = (task: string): Command => ({ type: 'UrgeTask', task });

export const REMINDER_OCCURRENCES: Record<keyof typeof REMINDER_REJECTIONS, () => Rejection> = {
  'acknowledge-overdue': () => known('2026-12-07', at('2026-12-07')),
  'acknowledge-until': () => known('2026-12-05'),
  'urge-own': () => thrown(CITY, ...plannedCity, step(SA, EARLY, urge('C01'))),
  'urged-today': () => thrown(CITY, ...plannedCity, step(SA, EARLY, urge('C04')), step(SB_MEMBER, EARLY, urge('C04'))),
  'ladder-fault': () => {
    const ladder = { ...DEFAULT_LADDER, rungs: DEFAULT_LADDER.rungs.filter(({ days }) => days > 0) };
    return thrown(CITY, ...plannedCity, step(SA, EARLY, { type: 'SetLadder', ladder, reason: 'x' }));
  },
  'calendar-keeper': () => thrown(CALENDAR_STREAM, step(POL, EARLY, year2028())),
  'calendar-unchanged': () =>
    thrown(CALENDAR_STREAM, step(SA, EARLY, year2028()), step(member('tan-thanh.PC'), EARLY, year2028())),
};
