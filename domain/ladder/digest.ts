/** What is told, gathered so that a body reads one paper a day and not one a task. */
import type { BodyId } from '../people.ts';
import type { EntityId } from '../streams.ts';
import { dayOf, type Instant, type LocalDate } from '../time.ts';

/** The least that is known of anything told. */
export interface Telling {
  readonly to: BodyId;
  readonly exercise: EntityId;
  readonly at: Instant;
}

/** Everything told to one body, its head included, on one day in Vietnam, by exercise in the order of their ids. */
export interface Digest<T extends Telling> {
  readonly day: LocalDate;
  readonly body: BodyId;
  readonly exercises: readonly { readonly exercise: EntityId; readonly told: readonly T[] }[];
}

const grouped = <T, K extends string>(items: readonly T[], keyOf: (item: T) => K): (readonly [K, readonly T[]])[] => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** One digest for each body and day, by day and then by body; what was told keeps its order. */
export const digestsOf = <T extends Telling>(told: readonly T[]): readonly Digest<T>[] =>
  grouped(told, ({ at }) => dayOf(at)).flatMap(([day, ofDay]) =>
    grouped(ofDay, ({ to }) => to).map(([body, ofBody]) => ({
      day,
      body,
      exercises: grouped(ofBody, ({ exercise }) => exercise).map(([exercise, own]) => ({ exercise, told: own })),
    })),
  );
