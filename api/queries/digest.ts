/** One paper a body and day: what it was told that morning across exercises, and what lies before it. */
import type { z } from 'zod';
import { addWorkingDays, type Calendar } from '../../domain/calendar/index.ts';
import { bodyIn, holderOf, openTasks, waitsOn } from '../../domain/exercise/index.ts';
import { digestsOf } from '../../domain/ladder/digest.ts';
import { withinTables } from '../../domain/ladder/index.ts';
import type { BodyId } from '../../domain/people.ts';
import { endOfDay, type LocalDate } from '../../domain/time.ts';
import type { BodyDigest, ReminderShown, TaskShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { bodyName } from '../words.ts';
import { deskRows, type Seer } from './access.ts';
import { calendarNow } from './calendar.ts';
import { taskView } from './checklist.ts';
import { byDeadline } from './order.ts';
import { isWorkedOn } from './readiness.ts';
import { toldOn } from './reminders.ts';
import { allExercises, type FiledExercise, type Moment, momentOf } from './sources.ts';

/** Working days that the digest looks ahead. */
const AHEAD = 7;
/** More than any body is told on one day. */
const MOST_TOLD = 5_000;

type Ahead = Pick<z.output<typeof BodyDigest>, 'overdue' | 'dueSoon' | 'returned' | 'waitingOnIt' | 'undecided'>;

/** The open tasks of files that are worked on which wait for this body, seen from a day. Each task stands in one list or more. */
const aheadOf = (calendar: Calendar, body: BodyId, today: LocalDate, files: readonly FiledExercise[]): Ahead => {
  const last = withinTables(() => addWorkingDays(calendar, today, AHEAD));
  const lists = { overdue: [], dueSoon: [], returned: [], waitingOnIt: [], undecided: [] } as {
    [K in keyof Ahead]: TaskShown[];
  };
  for (const { id, state } of files) {
    if (!isWorkedOn(state)) continue;
    const open = openTasks(state);
    const held = new Set(open.filter((task) => holderOf(state, task) === body).map(({ code }) => code));
    for (const task of open) {
      const into: (keyof Ahead)[] = [];
      if (held.has(task.code)) {
        if (task.due < today) into.push('overdue');
        else if (last !== null && task.due <= last) into.push('dueSoon');
        if (task.status === 'returned') into.push('returned');
      } else if (waitsOn(state, task).some((code) => held.has(code))) into.push('waitingOnIt');
      if (task.extension && bodyIn(state, 'SB') === body) into.push('undecided');
      for (const list of into) lists[list].push(taskView(calendar, id, state, task, today));
    }
  }
  for (const list of Object.values(lists)) list.sort(byDeadline);
  return lists;
};

/** A past day is answered as it stood when it ended; a day ahead is a preview from what is known now. */
export const bodyDigest = async (
  deps: ApiDeps,
  body: BodyId,
  day: LocalDate | undefined,
  seer: Seer,
): Promise<z.output<typeof BodyDigest>> => {
  const now = momentOf(deps, undefined);
  const asOf = day && day < now.today ? endOfDay(day) : null;
  const moment: Moment = { asOf, today: day ?? now.today };
  const [calendar, files, told] = await Promise.all([
    calendarNow(deps, asOf),
    allExercises(deps, asOf, deskRows(seer, body)),
    toldOn(deps, { day: moment.today, body }, { limit: MOST_TOLD, asker: seer }),
  ]);
  const themes = new Map<string, string>(files.map(({ id, state }) => [id, state.theme]));
  const [digest] = digestsOf<ReminderShown>([...told].reverse());
  return {
    ...moment,
    body,
    name: bodyName(body),
    told: (digest?.exercises ?? []).map(({ exercise, told: reminders }) => ({
      exercise,
      theme: themes.get(exercise) ?? '',
      reminders,
    })),
    ...aheadOf(calendar, body, moment.today, files),
  };
};
