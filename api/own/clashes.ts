/** Clashes as somebody reads them: with the names of the exercises that he sees; others are not named. */
import type { z } from 'zod';
import type { Reach } from '../../domain/access/index.ts';
import type { FiledExercise } from '../../domain/planning/clash.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { ClashShown, GateShown, Words } from '../contract/index.ts';
import type { Own } from './tasks.ts';

type Clash = z.output<typeof ClashShown>;
type Gate = z.output<typeof GateShown>;
type Seen = ReadonlyMap<EntityId, Reach>;

const OTHER: Words = { vi: 'diễn tập của đơn vị khác', en: "another unit's exercise" };

/** Exercises as they are called, by id. */
export type Themes = ReadonlyMap<EntityId, string>;
export const themesOf = (files: readonly FiledExercise[]): Themes =>
  new Map(files.map(({ id, state }) => [id, state.theme]));

/** A sentence that cites exercises by id, with their names; ids hold nothing but letters, digits and hyphens. */
const named = (text: Words, exercises: readonly EntityId[], seen: Seen, themes: Themes): Words => {
  const cited = new Map<string, EntityId>(exercises.map((id) => [id, id]));
  const say = (language: 'vi' | 'en'): string =>
    text[language].replace(/[a-z0-9-]+/g, (word) => {
      const id = cited.get(word);
      if (id === undefined) return word;
      if (!seen.has(id)) return OTHER[language];
      const theme = themes.get(id);
      return theme ? (language === 'vi' ? `“${theme}”` : `"${theme}"`) : id;
    });
  return { vi: say('vi'), en: say('en') };
};

/** Everything about exercises that he sees; of others only that there is one. The key stays: `AcceptClash` names it. */
export const withoutStrangers = (clash: Clash, seen: Seen, themes: Themes): Clash => {
  const text = named(clash.text, clash.exercises, seen, themes);
  const strangers = clash.exercises.filter((id) => !seen.has(id));
  if (strangers.length === 0) return { ...clash, text };
  return {
    ...clash,
    exercises: clash.exercises.filter((id) => seen.has(id)),
    tasks: clash.tasks.filter((task) => !strangers.some((id) => task.startsWith(`${id}/`))),
    text,
    accepted: clash.accepted.filter(({ exercise }) => seen.has(exercise)),
  };
};

/** Blockers of gates that are clashes, likewise; `exercises` are those that the clashes name. */
export const gateWithoutStrangers = (gate: Gate, exercises: readonly EntityId[], seen: Seen, themes: Themes): Gate => ({
  ...gate,
  blockers: gate.blockers.map((blocker) =>
    blocker.kind === 'clash' ? { ...blocker, text: named(blocker.text, exercises, seen, themes) } : blocker,
  ),
});

/** True where the clash is about work of the body: its own load, or tasks that it owns. */
export const concerns = (clash: Pick<Clash, 'subject' | 'tasks'>, { exercise, bodies, tasks }: Own): boolean =>
  bodies.some((body) => body === clash.subject) ||
  [...tasks].some((task) => clash.tasks.includes(`${exercise}/${task}`));
