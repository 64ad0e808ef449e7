/**
 * How each exercise stood at any moment: its stream folded once, and of every change only what a verdict needs. A past day is
 * then looked up, not folded again.
 */
import { toFact } from '../../../db/event-store.ts';
import type { Calendar } from '../../../domain/calendar/index.ts';
import { type ExerciseEvent, type ExerciseState, exercise, type Verdict } from '../../../domain/exercise/index.ts';
import { type EntityId, streamId } from '../../../domain/streams.ts';
import type { Instant, LocalDate } from '../../../domain/time.ts';
import type { ApiDeps } from '../../deps.ts';
import { forgetOthers } from './forget.ts';
import { type Outline, type OutlineTask, outlineOf } from './outline.ts';

/** From `at` on, until the next one. */
interface Mark {
  readonly at: Instant;
  readonly file: Omit<Outline, 'tasks'>;
  readonly changed: readonly OutlineTask[];
  readonly gone: readonly string[];
}

export interface Timeline {
  readonly version: number;
  readonly marks: readonly Mark[];
  /** Verdicts of past days, by day; each with the calendar that it was judged by. */
  readonly judged: Map<LocalDate, { readonly by: Calendar; readonly at: Instant; readonly verdict: Verdict }>;
}

const same = (a: object | undefined, b: object): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** What changed from one outline to the next; null when nothing that a verdict needs. */
const markOf = (before: Outline | null, after: Outline, at: Instant): Mark | null => {
  const known = new Map(before?.tasks.map((task) => [task.code, task]));
  const changed = after.tasks.filter((task) => !same(known.get(task.code), task));
  const left = new Set(after.tasks.map(({ code }) => code));
  const gone = [...known.keys()].filter((code) => !left.has(code));
  const { tasks: _, version, ...file } = after;
  const { tasks: _before, version: _version, ...fileBefore } = before ?? after;
  if (before && changed.length === 0 && gone.length === 0 && same(fileBefore, file)) return null;
  return { at, file: { ...file, version }, changed, gone };
};

const looksAlike = (a: ExerciseState, b: ExerciseState): boolean =>
  a.tasks === b.tasks &&
  a.gates === b.gates &&
  a.phase === b.phase &&
  a.postponed === b.postponed &&
  a.startDate === b.startDate &&
  a.cityAsks === b.cityAsks &&
  a.owners === b.owners;

const read = async ({ store }: Pick<ApiDeps, 'store'>, id: EntityId): Promise<Timeline> => {
  const marks: Mark[] = [];
  let state = exercise.initial;
  let last: Outline | null = null;
  for (const event of await store.read(streamId('exercise', id))) {
    const next = exercise.evolve(state, toFact<ExerciseEvent>(event));
    if (!last || !looksAlike(state, next)) {
      const outline = outlineOf(next);
      const mark = markOf(last, outline, event.at);
      if (mark) marks.push(mark);
      last = outline;
    }
    state = next;
  }
  return { version: state.version, marks, judged: new Map() };
};

const kept = new WeakMap<ApiDeps['db'], Map<EntityId, Promise<Timeline>>>();
/** Some 30 KB each. */
const MOST_KEPT = 4_000;
const AT_ONCE = 8;

/** Timelines by id. A stream is folded again when it has grown since; `version` is that of the row just read. */
export const timelinesOf = async (
  deps: Pick<ApiDeps, 'db' | 'store'>,
  asked: readonly { readonly id: EntityId; readonly version: number }[],
): Promise<ReadonlyMap<EntityId, Timeline>> => {
  const known = kept.get(deps.db) ?? new Map<EntityId, Promise<Timeline>>();
  kept.set(deps.db, known);
  const found = new Map<EntityId, Timeline>();
  const waiting = [...asked];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { id, version } = next;
      const old = await known.get(id)?.catch(() => undefined);
      const reading = old && old.version >= version ? known.get(id) : undefined;
      const timeline = reading ?? read(deps, id);
      known.set(id, timeline);
      found.set(id, await timeline);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  forgetOthers(known, MOST_KEPT, asked);
  return found;
};

/** The outline at a moment; null before the first event. */
export const outlineAt = ({ marks }: Timeline, at: Instant): Outline | null => {
  const until = marks.filter((mark) => mark.at <= at);
  const last = until.at(-1);
  if (!last) return null;
  const tasks = new Map<string, OutlineTask>();
  for (const { changed, gone } of until) {
    for (const task of changed) tasks.set(task.code, task);
    for (const code of gone) tasks.delete(code);
  }
  return { ...last.file, tasks: [...tasks.values()] };
};
