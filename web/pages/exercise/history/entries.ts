/** Entries of a history by kind and body, latest first. Pure. */
import type { Schemas } from '../../../client/http.ts';

export type Entry = Schemas['HistoryEvent'];

export const KINDS = [
  'tasks',
  'more',
  'gates',
  'papers',
  'plan',
  'reminders',
  'rehearsals',
  'run',
  'muster',
  'review',
  'other',
] as const;
export type EntryKind = (typeof KINDS)[number];

/** By the beginning of the event's name; the first that fits counts. */
const BY_NAME: readonly (readonly [RegExp, EntryKind])[] = [
  [
    /^(Task(Reminded|Escalated|Urged)|Action(Reminded|Escalated)|StationOverdue|ReminderAcknowledged|LadderSet)/,
    'reminders',
  ],
  [/^Extension/, 'more'],
  [/^Gate/, 'gates'],
  [/^(Rehearsal|Issue(?!d))/, 'rehearsals'],
  [/^(Run|Stage|Item|Observation|IncidentReported|IncidentRevised)/, 'run'],
  [/^(Paper|Resolution|Board|Frame|Classified)/, 'papers'],
  [/^(Task|Evidence)/, 'tasks'],
  [
    /^(Exercise|Calendar|Template|Clash|City|Commune|Resources|Vehicle(Stock)|BodyCapacity|Proposal(Rec|Acc|Ref)|LessonsSpread)/,
    'plan',
  ],
  [
    /^(Drill|Order|Station|CheckIn|CheckedIn|Count|Quota|Register|Roster|Names|Hand|Released|Substituted|StartHour|VehicleInspected)/,
    'muster',
  ],
  [/^(Review|Score|Grade|Finding|Lesson|Action|Award|Debrief|Carry|Retest|Incident|Scorers|ScoredBodies)/, 'review'],
];

export const kindOf = ({ type }: Pick<Entry, 'type'>): EntryKind =>
  BY_NAME.find(([name]) => name.test(type))?.[1] ?? 'other';

export interface EntryFilter {
  readonly body: string | undefined;
  readonly kind: EntryKind | undefined;
  readonly hideReminders: boolean;
}

export const isFiltered = ({ body, kind, hideReminders }: EntryFilter): boolean =>
  body !== undefined || kind !== undefined || hideReminders;

/** Latest first. */
export const entriesShown = (entries: readonly Entry[], { body, kind, hideReminders }: EntryFilter): Entry[] =>
  entries
    .filter(
      (entry) =>
        (body === undefined || entry.by.body === body) &&
        (kind === undefined || kindOf(entry) === kind) &&
        (!hideReminders || kind === 'reminders' || kindOf(entry) !== 'reminders'),
    )
    .reverse();

/** Bodies that did something, and kinds of things done, each with how often. */
export const countBy = <K extends string>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => K,
): ReadonlyMap<K, number> => {
  const counts = new Map<K, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
};

export const PAGE_SIZE = 50;

/** The entries of a page, counted from 1; a page that does not exist is the nearest one that does. */
export const pageOf = <T>(
  all: readonly T[],
  asked: number,
): { readonly page: number; readonly pages: number; readonly items: readonly T[] } => {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Number.isInteger(asked) ? asked : 1));
  return { page, pages, items: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) };
};
