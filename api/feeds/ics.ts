/**
 * A subscribed calendar as RFC 5545 text. Days are whole days without a zone, so no program moves a deadline; an entry keeps
 * its UID for ever, and `SEQUENCE` counts the moves of its date.
 */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator';
import { addDays, type Instant, type LocalDate } from '../../domain/time.ts';
import type { FeedDeadline, FeedEntries, FeedExercise } from './entries.ts';

export type Language = 'vi' | 'en';

export interface FeedOptions {
  readonly name: string;
  readonly language: Language;
  /** Where the page is, without a slash at the end. */
  readonly base: string;
  /** Of the installation: two of them may hold exercises of one name. */
  readonly installation: string;
}

const WORDS = {
  vi: {
    due: 'Hạn',
    done: '✓ Xong',
    gate: 'việc của cổng',
    owner: 'Cơ quan',
    held: 'DIỄN TẬP',
    phase: 'Giai đoạn',
    soon: 'Sắp đến hạn',
  },
  en: {
    due: 'Due',
    done: '✓ Done',
    gate: 'gate task',
    owner: 'Body',
    held: 'EXERCISE',
    phase: 'Phase',
    soon: 'Due soon',
  },
} as const;

/** Programs ask again after it; seconds. */
const AGAIN = 3_600;
/** Hours before 00:00 of the day: 08:00 three days before, and 08:00 the day before. */
const ALARMS = [64, 16];

const isDone = ({ status }: FeedDeadline): boolean => status === 'verified' || status === 'waived';

// the library writes whole days by UTC
const day = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

const stamps = ({ moved }: FeedDeadline | FeedExercise) => ({
  sequence: moved.times,
  stamp: new Date(moved.at as Instant),
  lastModified: new Date(moved.at as Instant),
});

const deadlineEvent = (deadline: FeedDeadline, { language, base, installation }: FeedOptions) => {
  const w = WORDS[language];
  const { exercise, code, title, due, ownerName, unitName, theme, isGateTask, isOwn } = deadline;
  const url = `${base}/viec/${encodeURIComponent(exercise)}/${encodeURIComponent(code)}`;
  const lines = [
    `${theme} (${unitName[language]})`,
    `${w.owner}: ${ownerName[language]}`,
    ...(isGateTask ? [`${code}: ${w.gate}`] : []),
    url,
  ];
  return {
    ...stamps(deadline),
    id: `${exercise}.${code}@${installation}.san-sang`,
    start: day(due),
    end: day(addDays(due, 1)),
    allDay: true,
    summary: `${isDone(deadline) ? w.done : w.due}: ${code} ${title[language]} · ${unitName[language]}`,
    description: lines.join('\n'),
    url,
    status: ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.FREE,
    categories: [{ name: w.due }],
    alarms:
      isOwn && !isDone(deadline)
        ? ALARMS.map((hours) => ({
            type: ICalAlarmType.display,
            trigger: hours * 3_600,
            description: `${w.soon}: ${code}`,
          }))
        : [],
  };
};

const exerciseEvent = (each: FeedExercise, { language, base, installation }: FeedOptions) => {
  const w = WORDS[language];
  const { id, theme, codeName, startDate, endDate, phaseLabel } = each;
  const url = `${base}/dien-tap/${encodeURIComponent(id)}`;
  return {
    ...stamps(each),
    id: `${id}@${installation}.san-sang`,
    start: day(startDate),
    end: day(addDays(endDate, 1)),
    allDay: true,
    summary: `${w.held}: ${codeName ?? theme}`,
    description: [theme, `${w.phase}: ${phaseLabel[language]}`, url].join('\n'),
    url,
    status: ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.BUSY,
    categories: [{ name: w.held }],
    alarms: [],
  };
};

/** Lines end in CRLF and are folded at 75 bytes. */
export const icsOf = ({ deadlines, exercises }: FeedEntries, options: FeedOptions): string => {
  const calendar = ical({
    name: options.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'San Sang', product: 'exercise planning', language: options.language.toUpperCase() },
    ttl: AGAIN,
  });
  for (const each of exercises) calendar.createEvent(exerciseEvent(each, options));
  for (const each of deadlines) calendar.createEvent(deadlineEvent(each, options));
  return calendar.toString();
};
