/** One body with more tasks due in a day or a week, over several exercises, than it can carry. */
import { type ExerciseState, openTasks } from '../exercise/state.ts';
import type { BodyId } from '../people.ts';
import { addDays, type LocalDate, weekday } from '../time.ts';
import { type Capacity, DEFAULT_CAPACITY } from './capacity.ts';
import { type Clash, type DatedExercise, familyOf } from './clash.ts';

interface Burden {
  readonly of: DatedExercise;
  readonly task: string;
  readonly owner: BodyId;
  readonly due: LocalDate;
}

/** What was entered for the body in a city's file, the smallest where several name it; else the default. */
export const capacityOf = (exercises: readonly { readonly state: ExerciseState }[], body: BodyId): Capacity => {
  const entered = exercises.flatMap(({ state }) => state.capacities[body] ?? []);
  if (entered.length === 0) return DEFAULT_CAPACITY;
  return {
    tasksPerDay: Math.min(...entered.map((each) => each.tasksPerDay)),
    tasksPerWeek: Math.min(...entered.map((each) => each.tasksPerWeek)),
  };
};

const monday = (date: LocalDate): LocalDate => addDays(date, 1 - weekday(date));

const grouped = (burdens: readonly Burden[], keyOf: (burden: Burden) => string): Map<string, Burden[]> => {
  const groups = new Map<string, Burden[]>();
  for (const burden of burdens) {
    const key = keyOf(burden);
    const group = groups.get(key);
    if (group) group.push(burden);
    else groups.set(key, [burden]);
  }
  return groups;
};

const clashOf = (key: string, burdens: readonly Burden[], available: number): Clash[] => {
  const exercises = [...new Set(burdens.map(({ of }) => of.id))];
  const [first] = burdens;
  if (!first || burdens.length <= available || exercises.length < 2) return [];
  const days = burdens.map(({ due }) => due).sort();
  return [
    {
      key,
      kind: 'body',
      severity: new Set(burdens.map(({ of }) => familyOf(of))).size > 1 ? 'clash' : 'warning',
      exercises,
      from: days[0] ?? first.due,
      until: days.at(-1) ?? first.due,
      subject: first.owner,
      needed: burdens.length,
      available,
      tasks: burdens.map(({ of, task }) => `${of.id}/${task}`),
    },
  ];
};

/**
 * Of exercises in the order of their ids. Open tasks only; the overload of one exercise by itself is its own planning, not a
 * clash. A day that is over is told before its week.
 */
export const bodyClashes = (exercises: readonly DatedExercise[]): Clash[] => {
  const burdens = exercises.flatMap((of) =>
    openTasks(of.state).map(({ code, owner, due }): Burden => ({ of, task: code, owner, due })),
  );
  return [...grouped(burdens, ({ owner }) => owner).values()].flatMap((own) => {
    const body = own[0]?.owner;
    if (!body) return [];
    const { tasksPerDay, tasksPerWeek } = capacityOf(exercises, body);
    return [
      ...[...grouped(own, ({ due }) => due)].flatMap(([day, list]) =>
        clashOf(`body:${body}:${day}`, list, tasksPerDay),
      ),
      ...[...grouped(own, ({ due }) => monday(due))].flatMap(([week, list]) =>
        clashOf(`body:${body}:week:${week}`, list, tasksPerWeek),
      ),
    ];
  });
};
